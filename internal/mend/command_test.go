//go:build unix

package mend

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program is a shell script that stands for another program.
func program(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "qpdf")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCommandsEnd(t *testing.T) {
	for name, c := range map[string]struct {
		script, out, err string
	}{
		"well":          {"echo done", "done\n", ""},
		"with warnings": {"echo done; echo secret >&2; exit 3", "done\n", ""},
		"with an error": {"echo secret >&2; exit 2", "", "qpdf ended with code 2"},
		"by a signal":   {"kill -9 $$", "", "qpdf ended with code -1"},
		"too late":      {"sleep 60", "", "qpdf took too long"},
		"not at all":    {"sleep 60 & sleep 60", "", "qpdf took too long"},
		"its child":     {"sleep 60 & echo done", "done\n", "qpdf"},
		"too long":      {"while :; do echo too long an answer for anybody; done", "", "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer cancel()
			var out bytes.Buffer
			begun := time.Now()
			err := command{program: program(t, c.script), fine: 3}.run(ctx, "", &limited{w: &out, left: 1000})
			if got := errorText(err); c.err == "" && err != nil || !strings.Contains(got, c.err) || strings.Contains(got, "secret") {
				t.Errorf("got %v, want %q", err, c.err)
			}
			if c.err == "" && out.String() != c.out {
				t.Errorf("wrote %q", out.String())
			}
			if time.Since(begun) > 5*time.Second {
				t.Errorf("took %v", time.Since(begun))
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestAProgramThatIsNotThere(t *testing.T) {
	err := command{program: "/nowhere/qpdf"}.run(t.Context(), "", io.Discard)
	if err == nil || err.Error() != "qpdf could not be run" {
		t.Errorf("got %v", err)
	}
}

func TestACancelledCommandIsKilledWithItsChildren(t *testing.T) {
	sign := filepath.Join(t.TempDir(), "alive")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	err := command{program: program(t, "(sleep 0.5; touch "+sign+") & wait")}.run(ctx, "", io.Discard)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	time.Sleep(700 * time.Millisecond)
	if _, err := os.Stat(sign); err == nil {
		t.Error("its child lives on")
	}
}

func TestWhatACommandLeavesBehindIsKilled(t *testing.T) {
	sign := filepath.Join(t.TempDir(), "alive")
	if err := (command{program: program(t, "(sleep 1.3; touch "+sign+") & echo done")}).run(t.Context(), "", io.Discard); err == nil {
		t.Error("a command that is not over has ended well")
	}
	time.Sleep(500 * time.Millisecond)
	if _, err := os.Stat(sign); err == nil {
		t.Error("its child lives on")
	}
}

func TestAPasswordStandsInNoArgument(t *testing.T) {
	q := &QPDF{program: program(t, `case "$1" in --version) echo "qpdf version 11.3.0"; exit;; esac
printf '%s|' "$@"; cat`)}
	var out bytes.Buffer
	if err := q.Repair(t.Context(), "-odd @name.pdf", "hunter2", &out); err != nil {
		t.Fatal(err)
	}
	args, stdin := out.String()[:strings.LastIndex(out.String(), "|")], out.String()[strings.LastIndex(out.String(), "|")+1:]
	if strings.Contains(args, "hunter2") || stdin != "hunter2\n" || !strings.Contains(args, "--password-file=-|") {
		t.Errorf("arguments %s, standard input %q", args, stdin)
	}
	if !strings.Contains(args, "/-odd @name.pdf|") || strings.Contains(args, "|-odd") {
		t.Errorf("the file can be taken for an option: %s", args)
	}
	if got := q.Name(t.Context()); got != "qpdf 11.3.0" {
		t.Errorf("named %q", got)
	}
	out.Reset()
	if err := q.Repair(t.Context(), "a.pdf", "", &out); err != nil || strings.Contains(out.String(), "password") {
		t.Errorf("without a password: %s, %v", out.String(), err)
	}
}

func TestAVersionThatIsNone(t *testing.T) {
	for _, script := range []string{"exit 1", "echo something else", "yes 'qpdf version'"} {
		if got := (&QPDF{program: program(t, script)}).Name(t.Context()); got != "qpdf" {
			t.Errorf("%s: named %q", script, got)
		}
	}
}

func TestUniPDFRunsInItsOwnProcess(t *testing.T) {
	given := License{APIKey: "key"}
	for name, c := range map[string]struct {
		script  string
		license License
		want    error
		out     string
	}{
		"fine":         {`echo "$1 $2 $(cat)"`, given, nil, UniPDFCommand + " /a.pdf secret\n"},
		"no license":   {"echo started", License{File: "key"}, ErrUnlicensed, ""},
		"refused":      {"exit 77", given, ErrUnlicensed, ""},
		"breaks down":  {"kill -SEGV $$", given, errAny, ""},
		"finds a flaw": {"exit 1", given, errAny, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			u := &UniPDF{Program: program(t, c.script), License: c.license}
			err := u.Repair(t.Context(), "/a.pdf", "secret", &out)
			if (err == nil) != (c.want == nil) || c.want != errAny && !errors.Is(err, c.want) || out.String() != c.out {
				t.Errorf("got %v, %q", err, out.String())
			}
			if errors.Is(err, ErrUnlicensed) != errors.Is(c.want, ErrUnlicensed) {
				t.Errorf("got %v", err)
			}
		})
	}
}

var errAny = errors.New("any")
