package material

import (
	"bytes"
	"context"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

func TestSetIsWhatItSays(t *testing.T) {
	cache := t.TempDir()
	size := Smoke()
	set, err := Make(context.Background(), cache, "", size)
	if err != nil {
		t.Fatal(err)
	}
	if set.Planned.Official {
		t.Error("a form is called official where no folder was given")
	}
	if len(set.Files()) != 1+size.Texts+size.Scans {
		t.Errorf("%d files", len(set.Files()))
	}
	for i, path := range set.Exhibits {
		d, err := pdf.OpenFile(path, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		count, err := d.PageCount()
		if want := []int{size.TextPages, size.ScanPages}[i%2]; err != nil || count != want {
			t.Errorf("%s: %d pages, want %d, %v", filepath.Base(path), count, want, err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
	if got := values(t, set.Form); got < 20 {
		t.Errorf("the form holds %d values", got)
	}
	again, err := Make(context.Background(), t.TempDir(), "", size)
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range set.Files() {
		if !bytes.Equal(read(t, path), read(t, again.Files()[i])) {
			t.Errorf("%s: other bytes when it is made again", filepath.Base(path))
		}
	}
}

// values counts the fields of a form that have an answer.
func values(t *testing.T, path string) int {
	t.Helper()
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	fields, err := d.Fields()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range fields {
		if s, ok := f.Dict["V"].(pdf.String); ok && s.Text() != "" {
			n++
		}
	}
	marks, err := d.Outline()
	if pages, _ := d.PageCount(); err != nil || len(marks) != pages {
		t.Errorf("%d bookmarks on %d pages, %v", len(marks), pages, err)
	}
	return n
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPagesOfScansDiffer(t *testing.T) {
	p, err := draw(80, 120)
	if err != nil {
		t.Fatal(err)
	}
	one, other := p.page(1), p.page(1+len(p.list))
	if bytes.Equal(one, other) {
		t.Error("two pages hold the same bytes")
	}
	for _, page := range [][]byte{one, other} {
		img, err := jpeg.Decode(bytes.NewReader(page))
		if err != nil || img.Bounds().Dx() != 80 || img.Bounds().Dy() != 120 {
			t.Errorf("a scanned page is no picture of 80 by 120: %v", err)
		}
	}
}

func TestTextIsTheSameInBothStructures(t *testing.T) {
	set := font.NewSet()
	var content [2][]byte
	for i, modern := range []bool{true, false} {
		var b bytes.Buffer
		if err := text(&b, set, 3, 6, modern); err != nil {
			t.Fatal(err)
		}
		d, err := pdf.Open(bytes.NewReader(b.Bytes()), int64(b.Len()), pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		page, err := d.Page(6)
		if err != nil {
			t.Fatal(err)
		}
		if content[i], err = d.Content(page); err != nil {
			t.Fatal(err)
		}
		if marks, err := d.Outline(); err != nil || len(marks) != 2 || marks[1].Page != 6 {
			t.Errorf("modern %v: bookmarks %v, %v", modern, marks, err)
		}
	}
	if len(content[0]) < 3000 || !bytes.Equal(content[0], content[1]) {
		t.Errorf("contents of %d and %d bytes", len(content[0]), len(content[1]))
	}
}

func TestClassicKeepsTheFirstFailure(t *testing.T) {
	if err := text(failing{}, font.NewSet(), 1, 40, false); err == nil {
		t.Error("a disk that takes nothing is no error")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
