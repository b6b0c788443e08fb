package preview

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"testing"

	"parolepack/internal/testkit"
)

// engine loads an engine with a cache for the test.
func engine(t *testing.T, cache string) *Engine {
	t.Helper()
	e, err := New(t.Context(), Options{Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// dark counts the dark pixels within a rectangle of a picture.
func dark(p *image.RGBA, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := p.RGBAAt(x, y); int(c.R)+int(c.G)+int(c.B) < 300 {
				n++
			}
		}
	}
	return n
}

func TestPagesAreDrawn(t *testing.T) {
	e := engine(t, testkit.Cache(t))
	d, err := e.Open(testkit.Sheet("0 0 306 396 re f BT /F1 30 Tf 100 700 Td (Form) Tj ET", ""))
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Page(1, 144)
	if err != nil {
		t.Fatal(err)
	}
	if p.Rect.Dx() != 1224 || p.Rect.Dy() != 1584 {
		t.Errorf("the picture is %v", p.Rect)
	}
	if n := dark(p, image.Rect(10, 800, 600, 1570)); n < 590*770*99/100 {
		t.Errorf("the black quarter has %d dark points", n)
	}
	if n := dark(p, image.Rect(200, 120, 400, 190)); n < 200 {
		t.Errorf("the word has %d dark points", n)
	}
	if n := dark(p, image.Rect(700, 800, 1200, 1570)); n != 0 {
		t.Errorf("the white quarter has %d dark points", n)
	}
	if _, err := d.Page(2, 144); err == nil {
		t.Error("a page that is not there was drawn")
	}
	if _, err := d.Page(1, 100000); err == nil {
		t.Error("a picture without end was drawn")
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	e := engine(t, testkit.Cache(t))
	if _, err := e.Open([]byte("words")); err == nil {
		t.Error("words were opened as a PDF")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := New(t.Context(), Options{Cache: filepath.Join(file, "below")}); err == nil {
		t.Error("a file was used as the cache folder")
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if e, err := New(stopped, Options{Cache: testkit.Cache(t)}); err == nil {
		_ = e.Close()
		t.Error("a stopped run loaded the engine")
	}
}
