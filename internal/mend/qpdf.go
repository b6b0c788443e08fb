package mend

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// A QPDF is an installed qpdf. Versions from 10.2 on read passwords from standard input; an earlier one mends files that
// need none.
type QPDF struct {
	program string
	version sync.Once
	name    string
}

// FindQPDF looks for qpdf along PATH; nil where there is none. One in the current folder alone is not taken.
func FindQPDF() *QPDF {
	program, err := exec.LookPath("qpdf")
	if err != nil {
		return nil
	}
	return &QPDF{program: program}
}

// Name is qpdf with its version, which is asked for once.
func (q *QPDF) Name(ctx context.Context) string {
	q.version.Do(func() {
		q.name = "qpdf"
		var out bytes.Buffer
		if (command{program: q.program, args: []string{"--version"}}).run(ctx, "", &limited{w: &out, left: 4 << 10}) != nil {
			return
		}
		line, _, _ := bufio.NewReader(&out).ReadLine()
		if version, ok := strings.CutPrefix(string(line), "qpdf version "); ok && len(version) < 40 {
			q.name += " " + strings.TrimSpace(version)
		}
	})
	return q.name
}

// qpdfMemory is what qpdf may hold. It holds a file's objects and none of its streams: 30 MB for a file of 110 MB.
const qpdfMemory = 256 << 20

// qpdfWarnings is qpdf's exit code for a file that it read with warnings and wrote whole.
const qpdfWarnings = 3

// Repair has qpdf write the file anew: every page below one flat page tree, streams as they are, no encryption, and an
// identifier that follows from the contents alone. The password goes through standard input, since arguments are
// seen by every user of the machine.
func (q *QPDF) Repair(ctx context.Context, path, password string, w io.Writer) error {
	abs, err := filepath.Abs(path) // neither an option nor one of qpdf's argument files
	if err != nil {
		return err
	}
	args := []string{"--deterministic-id", "--decrypt", "--stream-data=preserve", abs, "--pages", ".", "1-z", "--", "-"}
	stdin := ""
	if password != "" {
		args, stdin = append([]string{"--password-file=-"}, args...), password+"\n"
	}
	return command{program: q.program, args: args, fine: qpdfWarnings, memory: qpdfMemory}.run(ctx, stdin, w)
}
