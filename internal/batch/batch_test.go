package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func numbered(n int) []Case {
	list := make([]Case, n)
	for i := range list {
		list[i] = Case{Path: fmt.Sprint("case-", i), Number: fmt.Sprint(i)}
	}
	return list
}

func TestABadCaseNeverStopsTheRest(t *testing.T) {
	list := numbered(20)
	list[3].Err = errors.New("cannot be read")
	builders := 0
	got := Run(t.Context(), list, Options{Workers: 1, NewBuilder: func() Builder {
		builders++
		return func(_ context.Context, c Case) (Outcome, error) {
			switch c.Number {
			case "5":
				panic("secret 123-45-6789")
			case "7":
				return Outcome{}, errors.New("broken exhibit")
			case "9":
				return Outcome{Status: NotReady}, nil
			}
			return Outcome{Status: Ready, Pages: 3}, nil
		}
	}})
	report := NewReport(time.Time{}, got)
	if report.Ready != 16 || report.NotReady != 1 || report.Failed != 3 || report.AllReady() {
		t.Errorf("counted %s", report.Summary())
	}
	if builders != 2 {
		t.Errorf("%d builders, want a new one after the panic", builders)
	}
	if strings.Contains(got[5].Error, "secret") {
		t.Errorf("a panic's value must not reach the report: %q", got[5].Error)
	}
	for i, o := range got {
		if o.Path != list[i].Path {
			t.Errorf("outcome %d is of %s", i, o.Path)
		}
	}
}

func TestWorkersAreBounded(t *testing.T) {
	var running, most atomic.Int32
	Run(t.Context(), numbered(40), Options{Workers: 3, NewBuilder: func() Builder {
		return func(context.Context, Case) (Outcome, error) {
			now := running.Add(1)
			for {
				m := most.Load()
				if now <= m || most.CompareAndSwap(m, now) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			running.Add(-1)
			return Outcome{Status: Ready}, nil
		}
	}})
	if got := most.Load(); got != 3 {
		t.Errorf("%d cases at once, want 3", got)
	}
}

func TestACancelledBatchSkipsTheRest(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	got := Run(ctx, numbered(5), Options{Workers: 1, NewBuilder: func() Builder {
		return func(context.Context, Case) (Outcome, error) {
			cancel()
			return Outcome{Status: Ready}, nil
		}
	}})
	if got[0].Status != Ready || got[1].Status != Skipped || got[4].Status != Skipped {
		t.Errorf("outcomes %v", got)
	}
}

// A case that is stopped halfway has not failed: nothing is wrong with it.
func TestACaseStoppedHalfwayIsSkipped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	got := Run(ctx, []Case{{Path: "a"}, {Path: "b"}}, Options{NewBuilder: func() Builder {
		return func(ctx context.Context, c Case) (Outcome, error) {
			stop()
			return Outcome{}, fmt.Errorf("packet: %w", ctx.Err())
		}
	}})
	if got[0].Status != Skipped || got[0].Error != "" || got[1].Status != Skipped {
		t.Errorf("outcomes %v", got)
	}
	if text := NewReport(time.Time{}, got).Summary(); text != "2 cases: 0 ready, 0 not ready, 0 failed, 2 not built" {
		t.Error(text)
	}
}

func TestFolderName(t *testing.T) {
	for name, ok := range map[string]bool{
		"2026-0147": true, "Smith & Søn 3": true, "com": true, "CONTOSO": true, "LPT10": true,
		"": false, ".": false, "..": false, "a/b": false, `a\b`: false, "a:b": false, "nul": false, "Com1": false,
		"con.2026": false, "LPT9.x": false, "COM¹": false, "end.": false, "end ": false, " start": false, "tab\t": false, "what?": false,
		strings.Repeat("x", 121): false,
	} {
		if err := FolderName(name); (err == nil) != ok {
			t.Errorf("FolderName(%q) = %v, want ok %v", name, err, ok)
		}
	}
}

func TestCheckNamesFindsCollisions(t *testing.T) {
	list := []Case{
		{Path: "a", Number: "Case-1"}, {Path: "b", Number: "case-1"}, {Path: "c", Number: "x/y"},
		{Path: "d", Number: "é"}, {Path: "e", Number: "e\u0301"}, {Path: "f", Number: "fine"},
		{Path: "g", Err: errors.New("unreadable")},
	}
	var names *NameError
	if err := CheckNames(list); !errors.As(err, &names) || len(names.Lines) != 3 {
		t.Fatalf("CheckNames = %v, want three lines", err)
	}
	if want := `a, b: the same case_number "Case-1"`; names.Lines[0] != want {
		t.Errorf("first line %q, want %q", names.Lines[0], want)
	}
	if err := CheckNames(list[5:]); err != nil {
		t.Errorf("a good name and an unreadable case: %v", err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b one/case.json", "a/case.json", "a/nested/case.json", "out/2026/case.json", "empty/x.txt"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("{}"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Find(dir, filepath.Join(dir, "out"))
	want := []string{filepath.Join(dir, "a", "case.json"), filepath.Join(dir, "b one", "case.json")}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Find(folder) = %v, %v; want %v", got, err, want)
	}
	list := filepath.Join(dir, "list.txt")
	if err := os.WriteFile(list, []byte("\ufeff# tonight\r\nb one\r\n\r\na/case.json\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err = Find(list, "")
	slices.Sort(got)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("Find(list) = %v, %v; want %v", got, err, want)
	}
	if _, err := Find(filepath.Join(dir, "empty"), ""); !errors.Is(err, ErrNoCases) {
		t.Errorf("an empty folder: %v, want ErrNoCases", err)
	}
}
