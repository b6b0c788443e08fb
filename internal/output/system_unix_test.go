//go:build !windows

package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestAFileThatIsHeldOpenIsTriedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		failures int
		want     string
	}{"let go in time": {3, ""}, "never let go": {1000, "is open in another program"}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := put(t, filepath.Join(dir, "packet.pdf"), "old")
			p, err := Create(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var slept time.Duration
			p.sys.sleep = func(d time.Duration) { slept += d }
			p.sys.rename = func(from, to string) error {
				if c.failures--; c.failures >= 0 {
					return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.ETXTBSY}
				}
				return os.Rename(from, to)
			}
			err = p.Commit()
			if c.want == "" && (err != nil || content(t, path) != "" || slept == 0) {
				t.Errorf("%v after %v", err, slept)
			}
			if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || content(t, path) != "old" || slept > 2*time.Second) {
				t.Errorf("got %v after %v", err, slept)
			}
			only(t, dir, "packet.pdf")
		})
	}
}

func TestADeviceIsRefused(t *testing.T) {
	var e *Error
	if err := File(t.Context(), "/dev/null", Options{}, say("x")); !errors.As(err, &e) || !strings.Contains(e.Error(), "is a device") {
		t.Errorf("got %v", err)
	}
}

// The real thing: a write that the kernel refuses for want of room.
func TestARealFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	p, err := Create(t.Context(), filepath.Join(dir, "packet.pdf"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.temp.Close()
	p.temp = full // only the bytes go there; the temporary file keeps its own name
	if err := say(strings.Repeat("x", 2*bufferSize))(p); err == nil {
		t.Error("the write went through")
	}
	if err := p.Commit(); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("got %v", err)
	}
	only(t, dir)
}

func TestAFolderWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may write anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	var e *Error
	if err := File(t.Context(), filepath.Join(dir, "packet.pdf"), Options{}, say("x")); !errors.As(err, &e) || !strings.Contains(e.Error(), "no permission") {
		t.Errorf("got %v", err)
	}
}
