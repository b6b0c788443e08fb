// Command parolepack turns one case file into one filing packet for humanitarian parole.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"

	"parolepack/fields"
	"parolepack/internal/cli"
	"parolepack/internal/pace"
	"parolepack/templates"
)

// version is the release; the build sets it with -ldflags "-X main.version=1.2.3".
var version = "0.1.0"

// commitID is the commit; the Makefile sets it where the toolchain does not record it.
var commitID string

func main() {
	pace.Set(os.Getenv, pace.Single)
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := cli.Run(ctx, cli.Env{
		Args: os.Args, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Screen: term.IsTerminal(int(os.Stdout.Fd())), Terminal: term.IsTerminal(int(os.Stderr.Fd())), ConfigDir: configDir(), CacheDir: cacheDir(),
		Fields: fields.FS, Templates: templates.FS, Version: version, Commit: commit(),
		Widen: func(workers int) { pace.Set(os.Getenv, int64(workers)*pace.Worker) },
	})
	stop()
	os.Exit(code)
}

// endings are the signals that end the work and leave nothing half done. One who asked for a run that outlasts the
// terminal (nohup) keeps it.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// configDir is the user's own folder for this program; empty where the system names none.
func configDir() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "parolepack")
}

// cacheDir is the user's folder for what this program can make again; empty where the system names none.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "parolepack")
}

// commit is the commit that the program was built from, as the toolchain recorded it.
func commit() string {
	if commitID != "" {
		return commitID
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return "unknown"
}
