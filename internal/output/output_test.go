package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func say(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// only fails unless dir holds exactly the named files.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(names) {
		t.Errorf("the folder holds %v, want %v", got, names)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func put(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFileReplacesTheOldOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "with spaces — é")
	if err := Folder(dir); err != nil {
		t.Fatal(err)
	}
	path := put(t, filepath.Join(dir, "packet.pdf"), "old")
	if err := File(t.Context(), path, Options{}, say("new")); err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != "new" {
		t.Errorf("the file holds %q", got)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode().Perm())
	}
	only(t, dir, "packet.pdf")
}

// Files that belong together take their names together: where one cannot be finished, all that stood there still stands.
func TestFilesThatBelongTogether(t *testing.T) {
	for name, c := range map[string]struct {
		fail error
		want string
	}{"all well": {nil, "new new"}, "the second fails": {syscall.ENOSPC, "old old"}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			var files []*Pending
			for _, n := range []string{"packet.pdf", "packet.json"} {
				p, err := Create(t.Context(), put(t, filepath.Join(dir, n), "old"), Options{})
				if err != nil {
					t.Fatal(err)
				}
				if err := say("new")(p); err != nil {
					t.Fatal(err)
				}
				files = append(files, p)
			}
			files[1].sys.sync = func(*os.File) error { return c.fail }
			err := Commit(files...)
			if (err != nil) != (c.fail != nil) {
				t.Errorf("got %v", err)
			}
			got := content(t, filepath.Join(dir, "packet.pdf")) + " " + content(t, filepath.Join(dir, "packet.json"))
			if got != c.want {
				t.Errorf("the files hold %q, want %q", got, c.want)
			}
			only(t, dir, "packet.json", "packet.pdf")
		})
	}
}

func TestLargeFilesArriveWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large")
	line := strings.Repeat("x", 1<<10)
	err := File(t.Context(), path, Options{}, func(w io.Writer) error {
		for range 3 << 10 {
			if _, err := io.WriteString(w, line); err != nil {
				return err
			}
		}
		return nil
	})
	if got := content(t, path); err != nil || len(got) != 3<<20 {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func TestAFailureLeavesTheOldFile(t *testing.T) {
	broken := errors.New("exhibit C: damaged")
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"producer":  {broken, "exhibit C: damaged"},
		"disk full": {fmt.Errorf("pages: %w", &os.PathError{Op: "write", Path: "tmp", Err: syscall.ENOSPC}), "the disk is full"},
		"quota":     {syscall.EDQUOT, "the disk is full"},
		"cancelled": {context.Canceled, "context canceled"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := put(t, filepath.Join(dir, "packet.pdf"), "old")
			err := File(t.Context(), path, Options{}, func(w io.Writer) error {
				return errors.Join(say("half")(w), c.err)
			})
			if err == nil || !strings.Contains(err.Error(), c.want) || !errors.Is(err, c.err) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if got := content(t, path); got != "old" {
				t.Errorf("the old file holds %q", got)
			}
			only(t, dir, "packet.pdf")
		})
	}
}

func TestACancelledRunStopsAtTheNextWrite(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	dir := t.TempDir()
	err := File(ctx, filepath.Join(dir, "packet.pdf"), Options{}, func(w io.Writer) error {
		cancel()
		return say(strings.Repeat("x", 2*bufferSize))(w)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	only(t, dir)
	err = File(ctx, filepath.Join(dir, "small.pdf"), Options{}, say("small"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a small file after the cancel: %v", err)
	}
	only(t, dir)
}

func TestRefusedTargets(t *testing.T) {
	dir := t.TempDir()
	input := put(t, filepath.Join(dir, "lease.pdf"), "input")
	link, hard, sub := filepath.Join(dir, "link.pdf"), filepath.Join(dir, "hard.pdf"), filepath.Join(dir, "sub")
	for _, err := range []error{os.Symlink(input, link), os.Link(input, hard), os.Mkdir(sub, 0o700)} {
		if err != nil {
			t.Skip(err)
		}
	}
	missing := filepath.Join(dir, "missing.pdf")
	for name, c := range map[string]struct{ path, want string }{
		"itself":       {input, "is one of the files"},
		"by detour":    {filepath.Join(dir, "sub", "..", "lease.pdf"), "is one of the files"},
		"symlink":      {link, "is one of the files"},
		"hard link":    {hard, "is one of the files"},
		"not there":    {missing, "is one of the files"},
		"a folder":     {sub, "is a folder"},
		"no folder":    {filepath.Join(dir, "none", "packet.pdf"), "its folder does not exist"},
		"under a file": {filepath.Join(input, "packet.pdf"), "cannot be written"},
	} {
		t.Run(name, func(t *testing.T) {
			wrote := false
			err := File(t.Context(), c.path, Options{Inputs: []string{input, missing}}, func(io.Writer) error { wrote = true; return nil })
			var e *Error
			if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) || e.Hint() == "" || !strings.Contains(err.Error(), c.path) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if wrote {
				t.Error("the producer ran")
			}
		})
	}
	if got := content(t, input); got != "input" {
		t.Errorf("the input holds %q", got)
	}
	only(t, dir, "hard.pdf", "lease.pdf", "link.pdf", "sub")
}

func TestALinkIsWrittenThrough(t *testing.T) {
	dir := t.TempDir()
	real := put(t, filepath.Join(dir, "real.pdf"), "old")
	link := filepath.Join(dir, "link.pdf")
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := File(t.Context(), link, Options{}, say("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 || content(t, real) != "new" {
		t.Errorf("the link became %v (%v), the file holds %q", info.Mode(), err, content(t, real))
	}
}

func TestAPendingFileCanBeReadBeforeItHasItsName(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "packet.pdf")
	p, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	if err := say("a packet")(p); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 6)
	if n, err := p.ReadAt(b, 2); err != nil || string(b[:n]) != "packet" {
		t.Errorf("read %q, %v", b[:n], err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the name is taken before the commit")
	}
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	p.Abort()
	if got := content(t, path); got != "a packet" {
		t.Errorf("the file holds %q", got)
	}
}

func TestAFailedSyncLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	p, err := Create(t.Context(), filepath.Join(dir, "packet.pdf"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.sys.sync = func(*os.File) error { return syscall.ENOSPC }
	if err := p.Commit(); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("got %v", err)
	}
	only(t, dir)
}

func TestUnknownTroubleIsToldInTheSystemsWords(t *testing.T) {
	err := explain("packet.pdf", &os.PathError{Op: "write", Path: ".parolepack-1.tmp", Err: syscall.EIO})
	if !strings.Contains(err.Error(), `"packet.pdf" cannot be written`) || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("got %v", err)
	}
}
