package mend

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"parolepack/internal/output"
)

// A fake is a repairer that does what the test wants.
type fake struct {
	name   string
	calls  int
	repair func(ctx context.Context, path, password string, w io.Writer) error
}

func (f *fake) Name(context.Context) string { return f.name }

func (f *fake) Repair(ctx context.Context, path, password string, w io.Writer) error {
	f.calls++
	return f.repair(ctx, path, password, w)
}

// writes is a repair that gives a text.
func writes(text string) func(context.Context, string, string, io.Writer) error {
	return func(_ context.Context, _, _ string, w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// broken is a damaged file with a text, in a folder of its own.
func broken(t *testing.T, text string) Original {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lease.pdf")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Original{Path: path, Size: int64(len(text)), SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(text)))}
}

var errUnsound = errors.New("not sound")

// whole takes copies that say so.
func whole(r io.ReaderAt, size int64) error {
	b := make([]byte, size)
	if _, err := r.ReadAt(b, 0); err != nil && err != io.EOF || !bytes.Contains(b, []byte("whole")) {
		return errUnsound
	}
	return nil
}

// store is a store whose temporary folder must be empty at the end, closed or not.
func store(t *testing.T, limits Limits, list ...Repairer) *Store {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s := NewStore(limits, list...)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("the temporary folder holds %v, %v", left, err)
		}
	})
	return s
}

func text(t *testing.T, c *Copy) string {
	t.Helper()
	b, err := io.ReadAll(io.NewSectionReader(c, 0, c.Size))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTheFirstSoundCopyIsKept(t *testing.T) {
	no := &fake{"no", 0, func(context.Context, string, string, io.Writer) error { return errors.New("no use") }}
	garbage := &fake{"garbage", 0, writes("nonsense")}
	good := &fake{"good 1.0", 0, writes("a whole file")}
	idle := &fake{"idle", 0, writes("another whole file")}
	s, o := store(t, Limits{}, no, garbage, good, idle), broken(t, "damage")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			c, err := s.Mend(t.Context(), o, whole)
			if err != nil || c.Tool != "good 1.0" || text(t, c) != "a whole file" {
				t.Errorf("got %+v, %v", c, err)
			}
		})
	}
	wait.Wait()
	if calls := fmt.Sprint(no.calls, garbage.calls, good.calls, idle.calls); calls != "1 1 1 0" {
		t.Errorf("the repairers were called %s times", calls)
	}
	if s.Copy(o.SHA256) == nil || s.Copy("another") != nil {
		t.Error("copies are found by the wrong names")
	}
}

func TestFilesOfTheSameNameAreKeptApart(t *testing.T) {
	echo := &fake{"echo", 0, func(_ context.Context, path, _ string, w io.Writer) error {
		b, err := os.ReadFile(path)
		return errors.Join(err, writes("whole "+string(b))(nil, "", "", w))
	}}
	s := store(t, Limits{}, echo)
	one, two := broken(t, "one"), broken(t, "two")
	for range 2 {
		for _, o := range []Original{one, two} {
			if _, err := s.Mend(t.Context(), o, whole); err != nil {
				t.Fatal(err)
			}
		}
	}
	if a, b := text(t, s.Copy(one.SHA256)), text(t, s.Copy(two.SHA256)); a != "whole one" || b != "whole two" || echo.calls != 2 {
		t.Errorf("got %q and %q in %d calls", a, b, echo.calls)
	}
}

func TestWhatCannotBeMended(t *testing.T) {
	hang := func(ctx context.Context, _, _ string, _ io.Writer) error { <-ctx.Done(); return context.Cause(ctx) }
	for name, c := range map[string]struct {
		list []Repairer
		want error
		way  string
	}{
		"nobody":     {nil, nil, "installing qpdf may help"},
		"failure":    {[]Repairer{&fake{"", 0, func(context.Context, string, string, io.Writer) error { return io.ErrUnexpectedEOF }}}, io.ErrUnexpectedEOF, "installing qpdf may help"},
		"timeout":    {[]Repairer{&fake{"", 0, hang}}, context.DeadlineExceeded, "installing qpdf may help"},
		"garbage":    {[]Repairer{&fake{"", 0, writes("garbage")}}, errUnsound, "installing qpdf may help"},
		"nothing":    {[]Repairer{&fake{"", 0, writes("")}}, errUnsound, "installing qpdf may help"},
		"too much":   {[]Repairer{&fake{"", 0, writes(strings.Repeat("whole", 1000))}}, output.ErrLong, "installing qpdf may help"},
		"panic":      {[]Repairer{&fake{"", 0, func(context.Context, string, string, io.Writer) error { panic("case data") }}}, errPanic, "installing qpdf may help"},
		"unlicensed": {[]Repairer{&QPDF{program: "/nowhere/qpdf"}, &UniPDF{}}, ErrUnlicensed, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, o := store(t, Limits{Time: 200 * time.Millisecond, Extra: 1000}, c.list...), broken(t, "damage")
			for range 2 {
				got, err := s.Mend(t.Context(), o, whole)
				var failure *Failure
				if got != nil || !errors.As(err, &failure) || failure.Hint() != c.way || c.want != nil && !errors.Is(err, c.want) {
					t.Fatalf("got %v, %v", got, err)
				}
				if strings.Contains(err.Error(), "case data") || strings.Contains(err.Error(), "lease") {
					t.Errorf("the error tells too much: %v", err)
				}
			}
			if s.Unlicensed() != (name == "unlicensed") || s.Copy(o.SHA256) != nil {
				t.Errorf("unlicensed %v, copy %v", s.Unlicensed(), s.Copy(o.SHA256))
			}
			for _, r := range c.list {
				if f, ok := r.(*fake); ok && f.calls != 1 {
					t.Errorf("tried %d times", f.calls)
				}
			}
		})
	}
}

func TestAFileThatChangesMeanwhileIsNotMended(t *testing.T) {
	o := broken(t, "damage")
	s := store(t, Limits{}, &fake{"", 0, func(_ context.Context, path, _ string, w io.Writer) error {
		return errors.Join(os.WriteFile(path, []byte("another"), 0o600), writes("whole")(nil, "", "", w))
	}})
	if _, err := s.Mend(t.Context(), o, whole); !errors.Is(err, errChanged) {
		t.Errorf("got %v", err)
	}
}

func TestEveryPasswordIsTried(t *testing.T) {
	o := broken(t, "damage")
	o.Passwords = []string{"wrong", "right", "wrong"}
	f := &fake{"", 0, func(_ context.Context, _, password string, w io.Writer) error {
		if password != "right" {
			return errUnsound
		}
		return writes("whole")(nil, "", "", w)
	}}
	s := store(t, Limits{}, f)
	_, err := s.Mend(t.Context(), Original{Path: o.Path, Size: o.Size, SHA256: o.SHA256}, whole)
	if err == nil {
		t.Error("mended without the password")
	}
	if _, err = s.Mend(t.Context(), o, whole); err != nil {
		t.Errorf("got %v", err)
	}
}

func TestACancelledRunIsNoVerdict(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o, f := broken(t, "damage"), &fake{"", 0, writes("whole")}
	s := store(t, Limits{}, f)
	cancel()
	if _, err := s.Mend(ctx, o, whole); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if c, err := s.Mend(t.Context(), o, whole); err != nil || c == nil {
		t.Errorf("afterwards %v, %v", c, err)
	}
}

func TestNoStoreMendsNothing(t *testing.T) {
	var s *Store
	var failure *Failure
	if c, err := s.Mend(t.Context(), Original{}, whole); c != nil || !errors.As(err, &failure) || failure.Hint() != "" {
		t.Errorf("got %v, %v", c, err)
	}
	if s.Copy("") != nil || s.Unlicensed() || s.Close() != nil {
		t.Error("a store that is not there knows something")
	}
}

func TestLargeFilesHaveMoreTime(t *testing.T) {
	l := Limits{}.withDefaults()
	if small, large := l.time(1000), l.time(112<<20); small > 5*time.Second || large < 30*time.Second || large > time.Minute {
		t.Errorf("%v and %v", small, large)
	}
}
