package contest

import (
	"context"
	"os/exec"
	"runtime/debug"
	"strings"

	"parolepack/bench/child"
	"parolepack/bench/measure"
)

// joined is a task for all: join files in order into one.
func joined(name, version, note string, args func(out string) []string) Entry {
	return Entry{Name: name, Version: version, Note: note, Command: func(out string) measure.Command {
		return measure.Command{Args: args(out)}
	}}
}

// Peers are those programs that are installed, joining the files in order. pdfcpu is always there, as a library.
func Peers(ctx context.Context, files []string) ([]Entry, error) {
	var list []Entry
	if tool, err := exec.LookPath("qpdf"); err == nil {
		version := firstLine(ctx, tool, "--version")
		list = append(list,
			joined("qpdf --empty", version, noSync, func(out string) []string {
				return append(append([]string{tool, "--empty", "--pages"}, files...), "--", out)
			}),
			joined("qpdf, form first", version, noSync+"; keeps the first file's bookmarks", func(out string) []string {
				return append(append([]string{tool, files[0], "--pages"}, files...), "--", out)
			}))
	}
	if tool, err := exec.LookPath("mutool"); err == nil {
		list = append(list, joined("mutool merge", firstLine(ctx, tool, "-v"), noSync, func(out string) []string {
			return append([]string{tool, "merge", "-o", out}, files...)
		}))
	}
	if tool, err := exec.LookPath("pdftk"); err == nil {
		list = append(list, joined("pdftk cat", firstLine(ctx, tool, "--version"), noSync, func(out string) []string {
			return append(append([]string{tool}, files...), "cat", "output", out)
		}))
	}
	merge, err := child.Command("pdfcpu-merge")
	if err != nil {
		return nil, err
	}
	list = append(list, joined("pdfcpu", libraryVersion("github.com/pdfcpu/pdfcpu"), noSync+"; the library in a process of its own", func(out string) []string {
		return append(append(append([]string{}, merge...), out), files...)
	}))
	if python, version := pypdf(ctx); python != "" {
		list = append(list, joined("pypdf", version, noSync, func(out string) []string {
			return append([]string{python, "-c", pypdfMerge, out}, files...)
		}))
	}
	return list, nil
}

// noSync is what every peer leaves undone.
const noSync = "hashes nothing, does not sync"

// pypdfMerge joins files with pypdf of any version.
const pypdfMerge = `import sys, pypdf
w = pypdf.PdfWriter() if hasattr(pypdf.PdfWriter, "append") else pypdf.PdfMerger()
for name in sys.argv[2:]:
    w.append(name)
w.write(sys.argv[1])
`

// pypdf finds a Python that has pypdf, and its version.
func pypdf(ctx context.Context) (python, version string) {
	for _, p := range []string{"python3", "/usr/bin/python3"} {
		said, err := measure.Output(ctx, p, "-c", "import pypdf; print(pypdf.__version__)")
		if err == nil {
			return p, "pypdf " + strings.TrimSpace(said)
		}
	}
	return "", ""
}

// firstLine is the first line of what a program says of its version, whatever its exit code.
func firstLine(ctx context.Context, args ...string) string {
	said, _ := measure.Output(ctx, args...)
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	return strings.TrimSuffix(line, " a Handy Tool for Manipulating PDF Documents")
}

// libraryVersion is that of a module that is built in.
func libraryVersion(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return module
	}
	for _, m := range info.Deps {
		if m.Path == module {
			return "pdfcpu " + m.Version
		}
	}
	return module
}
