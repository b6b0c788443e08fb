package output

import (
	"errors"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func fine(io.ReaderAt, int64) error { return nil }

// scratch is a scratch file in a folder of its own, which must be empty when the test ends.
func scratch(t *testing.T) (*Scratch, string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s, err := NewScratch()
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

func TestSectionsLieBesideEachOther(t *testing.T) {
	s, dir := scratch(t)
	refused := errors.New("not sound")
	if _, err := s.Section(100, say("lost"), func(io.ReaderAt, int64) error { return refused }); !errors.Is(err, refused) {
		t.Errorf("a section that is not sound gives %v", err)
	}
	if _, err := s.Section(100, func(w io.Writer) error { return errors.Join(say("half")(w), refused) }, fine); !errors.Is(err, refused) {
		t.Errorf("a writer that fails gives %v", err)
	}
	var parts []*io.SectionReader
	for _, text := range []string{"first", strings.Repeat("x", 2*bufferSize), ""} {
		r, err := s.Section(4*bufferSize, say(text), func(r io.ReaderAt, size int64) error {
			if size != int64(len(text)) {
				t.Errorf("%d bytes to look at, want %d", size, len(text))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, r)
	}
	for i, want := range []string{"first", strings.Repeat("x", 2*bufferSize), ""} {
		if b, err := io.ReadAll(parts[i]); err != nil || string(b) != want {
			t.Errorf("section %d holds %d bytes (%v), want %d", i, len(b), err, len(want))
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	only(t, dir)
}

func TestASectionEndsAtItsLimit(t *testing.T) {
	s, _ := scratch(t)
	defer s.Close()
	for _, size := range []int{11, bufferSize + 1, 3 * bufferSize} {
		if _, err := s.Section(10, say(strings.Repeat("x", size)), fine); !errors.Is(err, ErrLong) {
			t.Errorf("%d bytes where 10 are allowed: %v", size, err)
		}
	}
	if _, err := s.Section(10, say("0123456789"), fine); err != nil {
		t.Errorf("as many bytes as allowed: %v", err)
	}
	if info, err := s.file.Stat(); err != nil || info.Size() != 10 || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file has %v, %v; want 10 bytes and mode 0600", info.Size(), info.Mode())
	}
}

func TestAScratchFileHasNoName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("open files keep their names there")
	}
	s, dir := scratch(t)
	defer s.Close()
	if _, err := s.Section(10, say("private"), fine); err != nil {
		t.Fatal(err)
	}
	only(t, dir)
}

func TestTroubleWithAScratchFileNamesItsOwnWayOut(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/nowhere")
	if runtime.GOOS == "windows" {
		t.Setenv("TMP", os.DevNull)
	}
	_, err := NewScratch()
	var told *Error
	if !errors.As(err, &told) || !strings.Contains(told.Hint(), "TMPDIR") {
		t.Errorf("got %v", err)
	}
	if err := explainScratch(syscall.ENOSPC); !strings.Contains(err.Error(), `"temporary file" cannot be written: the disk is full`) {
		t.Errorf("got %v", err)
	}
}
