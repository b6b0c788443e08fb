package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func fake(args ...string) (Env, *bytes.Buffer, *bytes.Buffer) {
	var out, errs bytes.Buffer
	return Env{
		Args: append([]string{"parolepack"}, args...), Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Unix(1795478400, 0) },
		Fields: fstest.MapFS{}, Templates: fstest.MapFS{}, Version: "1.2.3", Commit: "abc",
	}, &out, &errs
}

func TestHoistPutsOptionsFirst(t *testing.T) {
	env, _, _ := fake()
	app := (&session{env: env}).app()
	for _, c := range []struct{ args, want string }{
		{"build case.json -o out.pdf", "build -o out.pdf -- case.json"},
		{"build --practice case.json --output=x.pdf", "build --practice --output=x.pdf -- case.json"},
		{"build -o out.pdf -- -odd.json", "build -o out.pdf -- -odd.json"},
		{"batch dir -j 4 -o out --forms a --forms b", "batch -j 4 -o out --forms a --forms b -- dir"},
		{"forms add a.pdf --to x b.pdf", "forms add --to x -- a.pdf b.pdf"},
		{"nothing at all", "-- nothing at all"},
		{"build -", "build -- -"},
		{"--version", "--version"},
		{"nope --help", "-- nope"},
		{"forms nope --json", "forms -- nope"},
		{"--json build case.json --practice", "build --json --practice -- case.json"},
		{"forms --json list", "forms list --json"},
		{"--json", "--json"},
		{"-- build case.json", "-- build case.json"},
		{"", ""},
	} {
		got, err := hoist(app, append([]string{"parolepack"}, strings.Fields(c.args)...))
		if want := append([]string{"parolepack"}, strings.Fields(c.want)...); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q, %v\nwant %q", c.args, got, err, want)
		}
	}
	if _, err := hoist(app, []string{"parolepack", "build", "case.json", "-o"}); err == nil {
		t.Error("an option without its value must be refused")
	}
}

func TestVersionNamesTheEditionsBuiltIn(t *testing.T) {
	env, out, _ := fake("--version")
	env.Fields = fstest.MapFS{"i-131/2025-01-20.yaml": {}, "filings/humanitarian-parole.yaml": {}}
	if code := Run(t.Context(), env); code != exitDone {
		t.Errorf("exit %d", code)
	}
	if want := "parolepack 1.2.3 (commit abc)\nform editions built in: I-131 2025-01-20\nUniPDF: " + (&session{env: env}).unipdf() + "\n"; out.String() != want {
		t.Errorf("version %q, want %q", out, want)
	}
}

func TestColourNeedsATerminalAndNoNoColor(t *testing.T) {
	for _, c := range []struct {
		terminal bool
		env      map[string]string
		want     bool
	}{
		{true, nil, true},
		{false, nil, false},
		{true, map[string]string{"NO_COLOR": "1"}, false},
		{true, map[string]string{"TERM": "dumb"}, false},
	} {
		s := session{env: Env{Screen: c.terminal, Terminal: true, Getenv: func(k string) string { return c.env[k] }}}
		if got := s.colour(); got != c.want {
			t.Errorf("terminal %v, %v: colour %v", c.terminal, c.env, got)
		}
	}
}

func TestTheDayComesFromOptionEnvironmentOrClock(t *testing.T) {
	epoch := ""
	s := session{now: time.Date(2026, 11, 24, 23, 0, 0, 0, time.UTC), env: Env{Getenv: func(string) string { return epoch }}}
	for _, c := range []struct {
		option, epoch, want string
		bad                 bool
	}{
		{"", "", "2026-11-24", false},
		{"2026-01-02", "0", "2026-01-02", false},
		{"", "86400", "1970-01-02", false},
		{"2026-02-30", "", "", true},
		{"", "soon", "", true},
	} {
		epoch = c.epoch
		got, err := s.asOf(c.option)
		if (err != nil) != c.bad || err == nil && got.String() != c.want {
			t.Errorf("--as-of %q, epoch %q: %v, %v", c.option, c.epoch, got, err)
		}
	}
}
