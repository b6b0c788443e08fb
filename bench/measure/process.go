package measure

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// A Command is a program to be run as a child process.
type Command struct {
	// Args are the program and its arguments.
	Args []string
	// Exits are the exit codes besides 0 that are no failure.
	Exits []int
	// Env are variables on top of this process's own, as NAME=value.
	Env []string
}

// A Time is how long one run took, in seconds.
type Time struct {
	// Wall is from the start to the end, CPU what all processors spent in the program and in the system for it.
	Wall, CPU float64
}

// Run runs a command and takes its time. The error names the program and holds the end of what it said.
func Run(ctx context.Context, c Command) (Time, error) {
	t, _, err := run(ctx, c, nil)
	return t, err
}

// run runs a command; watch, where it is given, is called with the process's id and must return when done is closed.
func run(ctx context.Context, c Command, watch func(pid int, done <-chan struct{})) (Time, string, error) {
	cmd := exec.CommandContext(ctx, c.Args[0], c.Args[1:]...)
	cmd.Env = append(cmd.Environ(), c.Env...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return Time{}, "", err
	}
	done, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(watched)
		if watch != nil {
			watch(cmd.Process.Pid, done)
		}
	}()
	err := cmd.Wait()
	wall := time.Since(start)
	close(done)
	<-watched
	if err != nil && !slices.Contains(c.Exits, cmd.ProcessState.ExitCode()) {
		return Time{}, said.String(), fmt.Errorf("%s: %w: %s", c.Args[0], err, ending(said.String()))
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return Time{Wall: wall.Seconds(), CPU: cpu.Seconds()}, said.String(), nil
}

// Output runs a command and returns all that it printed.
func Output(ctx context.Context, args ...string) (string, error) {
	_, said, err := run(ctx, Command{Args: args}, nil)
	return said, err
}

// ending is the last line of what a program said.
func ending(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}
