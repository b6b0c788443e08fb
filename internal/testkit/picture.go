package testkit

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"testing"

	"parolepack/internal/pdf"
)

// A Picture is a page at 72 dots an inch: one byte a pixel, one pixel a point, the first row at the top.
type Picture struct {
	Width, Height int
	Pixels        []byte
}

// Ink is the blackness inside r in square points, drawn in by margin.
func (p Picture) Ink(r pdf.Rect, margin float64) float64 {
	sum := 0
	p.each(r, margin, func(i int) { sum += 255 - int(p.Pixels[i]) })
	return float64(sum) / 255
}

// Apart is the mean difference of two pictures inside r, 0 to 1.
func (p Picture) Apart(q Picture, r pdf.Rect) float64 {
	sum, n := 0.0, 0
	p.each(r, 1, func(i int) { sum, n = sum+math.Abs(float64(p.Pixels[i])-float64(q.Pixels[i])), n+1 })
	return sum / 255 / float64(max(1, n))
}

func (p Picture) each(r pdf.Rect, margin float64, do func(i int)) {
	x0, x1 := max(0, int(math.Ceil(r.LLX+margin))), min(p.Width, int(r.URX-margin))
	y0, y1 := max(0, int(math.Ceil(float64(p.Height)-r.URY+margin))), min(p.Height, int(float64(p.Height)-r.LLY-margin))
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			do(y*p.Width + x)
		}
	}
}

// A Renderer is a foreign tool that turns a file into pictures of its pages.
type Renderer struct {
	Name    string
	command func(file, out string) []string
}

// Renderers are the foreign tools that are on this machine, poppler's before MuPDF's. Where there
// is none the test is skipped.
func Renderers(t testing.TB) []Renderer {
	t.Helper()
	known := []Renderer{
		{"pdftoppm", func(file, out string) []string { return []string{"-r", "72", "-gray", file, out + "/p"} }},
		{"mutool", func(file, out string) []string {
			return []string{"draw", "-q", "-r", "72", "-F", "pgm", "-o", out + "/p%03d.pgm", file}
		}},
	}
	known = slices.DeleteFunc(known, func(r Renderer) bool { _, err := exec.LookPath(r.Name); return err != nil })
	if len(known) == 0 {
		t.Skip("neither pdftoppm nor mutool on PATH")
	}
	return known
}

// Pages renders every page of a file, in order.
func (r Renderer) Pages(t testing.TB, file string) []Picture {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command(r.Name, r.command(file, dir)...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", r.Name, err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pgm"))
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(files)
	var out []Picture
	for _, f := range files {
		out = append(out, readPicture(t, f))
	}
	return out
}

// readPicture reads a binary PGM file.
func readPicture(t testing.TB, path string) Picture {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var p Picture
	var most int
	if _, err := fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d", &p.Width, &p.Height, &most); err != nil {
		t.Fatalf("%s: %v in %q", path, err, data[:min(20, len(data))])
	}
	p.Pixels = data[len(data)-p.Width*p.Height:]
	return p
}

// alike is how far apart, of 255, two renderings of the same point may be.
const alike = 8

// Strays counts the points outside of some rectangles in which two pictures of a page differ, and gives the first of them
// in pixels from the upper left corner.
func (p Picture) Strays(q Picture, allowed []pdf.Rect) (n, x, y int) {
	if p.Width != q.Width || p.Height != q.Height {
		return p.Width * p.Height, 0, 0
	}
	for i, v := range p.Pixels {
		if d := int(v) - int(q.Pixels[i]); d > alike || d < -alike {
			px, py := i%p.Width, i/p.Width
			if insideAny(allowed, float64(px), float64(p.Height-py)) {
				continue
			}
			if n == 0 {
				x, y = px, py
			}
			n++
		}
	}
	return n, x, y
}

// insideAny reports whether the point of a pixel, seen from its upper left corner, overlaps one of the rectangles.
func insideAny(list []pdf.Rect, left, top float64) bool {
	for _, r := range list {
		if left+1 > r.LLX && left < r.URX && top > r.LLY && top-1 < r.URY {
			return true
		}
	}
	return false
}
