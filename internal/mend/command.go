package mend

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A command is a program with its arguments, run without a shell.
type command struct {
	program string
	args    []string
	name    string // its first argument by custom; empty for the program's own
	fine    int    // an exit code that is as good as 0
	memory  uint64 // how many bytes of data it may hold, where the system can bound that; 0 for any number
}

// An exitError is a program that ended with a code that means failure.
type exitError struct {
	program string
	code    int
}

func (e *exitError) Error() string { return fmt.Sprintf("%s ended with code %d", e.program, e.code) }

// run runs the command until it ends or ctx does; then it is killed with all that it started. What it writes goes to w,
// and where w refuses it is killed too. Its messages are thrown away.
func (c command) run(ctx context.Context, stdin string, w io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.program, c.args...)
	if c.name != "" {
		cmd.Args[0] = c.name
	}
	gate := &stopping{w: w, stop: cancel}
	cmd.Stdin, cmd.Stdout = strings.NewReader(stdin), gate
	cmd.WaitDelay = time.Second // for pipes that are held by what outlived it
	alone(cmd)
	err := cmd.Start()
	if err == nil {
		if c.memory > 0 {
			bound(cmd.Process.Pid, c.memory)
		}
		err = cmd.Wait()
		if errors.Is(err, exec.ErrWaitDelay) {
			_ = cmd.Cancel() // what it started still holds its pipes
		}
	}
	return c.outcome(ctx, gate, err)
}

// outcome tells why a command failed, in words that hold nothing of the file.
func (c command) outcome(ctx context.Context, gate *stopping, err error) error {
	program := strings.TrimSuffix(filepath.Base(c.program), ".exe")
	var exit *exec.ExitError
	switch {
	case gate.err != nil:
		return gate.err
	case errors.Is(context.Cause(ctx), context.DeadlineExceeded):
		return fmt.Errorf("%s took too long: %w", program, context.DeadlineExceeded)
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &exit) && exit.ExitCode() == c.fine && c.fine != 0:
		return nil
	case errors.As(err, &exit):
		return &exitError{program, exit.ExitCode()}
	case err != nil:
		return fmt.Errorf("%s could not be run", program)
	}
	return nil
}

// A stopping writer ends the program that writes to it at the first failure, which it keeps.
type stopping struct {
	w    io.Writer
	stop context.CancelFunc
	err  error
}

func (s *stopping) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	if err != nil && s.err == nil {
		s.err = err
		s.stop()
	}
	return n, err
}

// A limited writer takes a number of bytes and refuses more.
type limited struct {
	w    io.Writer
	left int64
}

func (l *limited) Write(b []byte) (int, error) {
	if int64(len(b)) > l.left {
		return 0, errors.New("the answer is too long")
	}
	l.left -= int64(len(b))
	return l.w.Write(b)
}
