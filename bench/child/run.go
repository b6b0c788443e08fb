package child

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
)

// jobs are what a child can be asked to do.
func jobs() map[string]func(ctx context.Context, args []string) error {
	return map[string]func(context.Context, []string) error{
		"copy":         func(_ context.Context, args []string) error { return copyFiles(args[0], args[1:]) },
		"assemble":     func(ctx context.Context, args []string) error { return assembleFiles(ctx, args[0], args[1:]) },
		"pdfcpu-merge": func(_ context.Context, args []string) error { return pdfcpuMerge(args[0], args[1:]) },
		"page":         func(_ context.Context, args []string) error { return copyPage(args[0], args[1]) },
		"fill":         func(_ context.Context, args []string) error { return fillForm(args[0], args[1], args[2]) },
	}
}

// Run does the job that args[0] names with the arguments after it. It calls for two files at least.
func Run(ctx context.Context, args []string) error {
	all := jobs()
	if len(args) < 3 || all[args[0]] == nil {
		names := slices.Sorted(func(yield func(string) bool) {
			for name := range all {
				if !yield(name) {
					return
				}
			}
		})
		return fmt.Errorf("a child is called as -child JOB FILE FILE..., JOB being one of %s", strings.Join(names, ", "))
	}
	return all[args[0]](ctx, args[1:])
}

// Command is the command line that runs a job.
func Command(job string, args ...string) ([]string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return append([]string{self, "-child", job}, args...), nil
}
