package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/near"
)

// A usageError is a wrong call: exit 2, with the way out.
type usageError struct {
	text, hint string
}

func (e *usageError) Error() string { return e.text }

// Hint is the way out, one sentence.
func (e *usageError) Hint() string { return e.hint }

func usagef(hint, format string, args ...any) error {
	return &usageError{text: fmt.Sprintf(format, args...), hint: hint}
}

// hinted gives an error a way out.
type hinted struct {
	err  error
	hint string
}

func (h *hinted) Error() string { return h.err.Error() }
func (h *hinted) Unwrap() error { return h.err }
func (h *hinted) Hint() string  { return h.hint }

func withHint(err error, format string, args ...any) error {
	return &hinted{err: err, hint: fmt.Sprintf(format, args...)}
}

// notReady is the third kind of trouble: the case, not the program. It is reported by findings.
type notReady struct{ text, hint string }

func (e *notReady) Error() string { return e.text }
func (e *notReady) Hint() string  { return e.hint }

func exitCode(err error) int {
	var usage *usageError
	var unready *notReady
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &unready):
		return exitNotReady
	}
	return exitFailure
}

// complain prints an error in its two lines. An error of several lines keeps them, indented by
// whoever made it.
func (s *session) complain(err error) {
	if errors.Is(err, context.Canceled) {
		err = withHint(errors.New("interrupted"), "nothing was written; run the command again")
	}
	fmt.Fprintf(s.env.Stderr, "parolepack: error: %s\n", strings.TrimSpace(err.Error()))
	if hint := hintOf(err); hint != "" {
		fmt.Fprintf(s.env.Stderr, "parolepack: hint: %s\n", hint)
	}
}

// hintOf finds the outermost way out in a chain of errors.
func hintOf(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return h.Hint()
	}
	return ""
}

func onUsageError(c *cli.Context, err error, _ bool) error {
	where := "parolepack"
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != "parolepack" {
		where += " " + c.Command.Name
	}
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return unknownFlag(where, name, c)
	}
	return usagef("see "+where+" --help", "%s", text)
}

func unknownFlag(where, name string, c *cli.Context) error {
	name = strings.TrimLeft(name, "-")
	var known []string
	for _, f := range c.Command.Flags {
		known = append(known, f.Names()...)
	}
	hint := "see " + where + " --help"
	if s := near.Name(name, known); s != "" {
		hint = "did you mean --" + s + "?"
	}
	return usagef(hint, "%s has no option --%s", where, name)
}

func unknownCommand(name string, commands []*cli.Command, help string) error {
	var known []string
	for _, c := range commands {
		known = append(known, c.Name)
	}
	hint := "see " + help
	if s := near.Name(name, known); s != "" {
		hint = fmt.Sprintf("did you mean %q?", s)
	}
	return usagef(hint, "there is no command %q", name)
}

// unreadable names a file that the system does not let us read, and the way out where it is known.
func unreadable(path string, err error) error {
	cause := err
	var system *fs.PathError
	if errors.As(err, &system) {
		cause = system.Err
	}
	named := fmt.Errorf("%q cannot be read: %w", path, cause)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return withHint(named, "let your user read the file and the folders above it")
	case errors.Is(err, fs.ErrNotExist):
		return withHint(named, "put the file there, or correct its path")
	}
	return named
}

// one returns a command's only argument.
func one(c *cli.Context, what string) (string, error) {
	switch c.NArg() {
	case 0:
		return "", usagef("see parolepack "+c.Command.Name+" --help", "%s needs %s", c.Command.Name, what)
	case 1:
		return c.Args().First(), nil
	}
	return "", usagef("quote a path that holds spaces", "%s takes one argument, not %d", c.Command.Name, c.NArg())
}
