package ink

import (
	"bytes"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// faces is parsed once for all tests; it is safe for concurrent use.
var faces = font.NewSet()

func TestOperators(t *testing.T) {
	for name, c := range map[string]struct {
		draw func(c *Canvas)
		want string
	}{
		"gray":  {func(c *Canvas) { c.Gray(0.25) }, "0.25 g\n0.25 G\n"},
		"save":  {func(c *Canvas) { c.Save(); c.Restore() }, "q\nQ\n"},
		"line":  {func(c *Canvas) { c.Line(1, 2, 3, 4.5, 0.5) }, "0.5 w\n1 2 m\n3 4.5 l\nS\n"},
		"rect":  {func(c *Canvas) { c.Rect(pdf.Rect{LLX: 1, LLY: 2, URX: 11, URY: 22}) }, "1 2 10 20 re\nf\n"},
		"frame": {func(c *Canvas) { c.Frame(pdf.Rect{URX: 5, URY: 6}, 1) }, "1 w\n0 0 5 6 re\nS\n"},
		"clip":  {func(c *Canvas) { c.Clip(pdf.Rect{URX: 5, URY: 6}) }, "0 0 5 6 re\nW\nn\n"},
		"concat": {func(c *Canvas) { c.Concat(pdf.Matrix{0.333333333, 0, 0, 1, 10.12345, -0.0001}) },
			"0.333333 0 0 1 10.123 0 cm\n"},
		"form once": {func(c *Canvas) {
			c.Form(pdf.Ref{Num: 7}, pdf.Identity())
			c.Form(pdf.Ref{Num: 9}, pdf.Translate(3, 4))
			c.Form(pdf.Ref{Num: 7}, pdf.Identity())
		}, "q\n/PPkX0 Do\nQ\nq\n1 0 0 1 3 4 cm\n/PPkX1 Do\nQ\nq\n/PPkX0 Do\nQ\n"},
	} {
		t.Run(name, func(t *testing.T) {
			canvas := NewCanvas(NewFonts(faces))
			if !canvas.Empty() {
				t.Fatal("a new canvas is not empty")
			}
			c.draw(canvas)
			if got := string(canvas.Bytes()); got != c.want {
				t.Errorf("drew\n%swant\n%s", got, c.want)
			}
			if canvas.Empty() {
				t.Error("the canvas says it is empty")
			}
		})
	}
}

func TestTextFallsBack(t *testing.T) {
	c := NewCanvas(NewFonts(faces))
	c.Text(10, 20, font.Mono, 10, "a☒b")
	got := string(c.Bytes())
	for _, want := range []string{"/PPk-mono 10 Tf\n10 20 Td\n", "/PPk-dejavu 10 Tf\n16.001 20 Td\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if n := strings.Count(got, "BT\n"); n != 3 {
		t.Errorf("%d runs, want 3", n)
	}
	if err := c.Err(); err != nil {
		t.Error(err)
	}
}

// A character that no face has is a box that says what it stands for; it never leaves a hole.
func TestTextWithoutGlyphIsABox(t *testing.T) {
	fonts := NewFonts(faces)
	c := NewCanvas(fonts)
	c.Text(0, 0, font.Sans, 10, "ab\U00013000")
	got := string(c.Bytes())
	if !strings.Contains(got, "<0000>") || !strings.Contains(got, `/Span <</ActualText <FEFFD80CDC00>>> BDC`) {
		t.Errorf("no box, or a mute one:\n%s", got)
	}
	plain, _ := fonts.Width(font.Sans, 10, "ab")
	if wide, err := fonts.Width(font.Sans, 10, "ab\U00013000"); err != nil || wide <= plain {
		t.Errorf("Width = %v, %v; want the box counted", wide, err)
	}
	c.Text(0, 0, "no-such-face", 10, "a")
	if c.Err() == nil {
		t.Error("an unknown face drew")
	}
	if _, err := c.Resources(pdf.NewWriter(&bytes.Buffer{}, pdf.WriterOptions{}), nil); err == nil {
		t.Error("Resources succeeded")
	}
	if _, err := fonts.Width("no-such-face", 10, "a"); err == nil {
		t.Error("Width of an unknown face succeeded")
	}
}

func TestFormNeedsItsDocument(t *testing.T) {
	c := NewCanvas(NewFonts(faces))
	c.Form(pdf.Ref{Num: 1}, pdf.Identity())
	if _, err := c.Resources(pdf.NewWriter(&bytes.Buffer{}, pdf.WriterOptions{}), nil); err == nil {
		t.Error("Resources without an importer succeeded")
	}
}

func TestWidthIsWhatIsDrawn(t *testing.T) {
	fonts := NewFonts(faces)
	plain, err := fonts.Width(font.MonoBold, 10, "abc")
	if err != nil || plain < 18 || plain > 18.01 {
		t.Errorf("Width of three monospaced characters = %v, %v", plain, err)
	}
	mixed, err := fonts.Width(font.MonoBold, 10, "ab☒")
	if err != nil || mixed == plain {
		t.Errorf("Width with a fallback glyph = %v, %v; want it to count that glyph's own width", mixed, err)
	}
}
