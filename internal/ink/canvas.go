package ink

import (
	"errors"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// A Canvas is one content stream being drawn, origin at the lower left, in points. Drawing never fails at
// once: the first trouble is kept and told by Err and Resources, so that a page with a hole in it
// is never written.
type Canvas struct {
	fonts  *Fonts
	prefix string // of its resource names
	ops    []byte
	used   []font.ID // faces, in the order of first use
	forms  []pdf.Ref // form XObjects, in the order of first use
	blend  *Blend
	err    error
}

// NewCanvas makes an empty canvas that draws text with f.
func NewCanvas(f *Fonts) *Canvas { return &Canvas{fonts: f, prefix: usualPrefix} }

// Named makes the canvas's resource names begin with prefix and gives it back. It comes before any drawing; FreePrefix
// finds a prefix for a canvas that is drawn over a page.
func (c *Canvas) Named(prefix string) *Canvas {
	c.prefix = prefix
	return c
}

// Empty tells whether nothing was drawn.
func (c *Canvas) Empty() bool { return len(c.ops) == 0 }

// Bytes is the content stream so far. It is shared with the canvas.
func (c *Canvas) Bytes() []byte { return c.ops }

// Err is the first trouble met while drawing, such as a rune that no face has.
func (c *Canvas) Err() error { return c.err }

func (c *Canvas) fail(err error) { c.err = errors.Join(c.err, err) }

// op appends the operands and the operator.
func (c *Canvas) op(operator string, operands ...float64) {
	for _, v := range operands {
		c.ops = append(number(c.ops, v, 3), ' ')
	}
	c.ops = append(append(c.ops, operator...), '\n')
}

// Save keeps the graphics state (q); each Save needs a Restore.
func (c *Canvas) Save() { c.op("q") }

// Restore brings the last saved graphics state back (Q).
func (c *Canvas) Restore() { c.op("Q") }

// Gray sets the colour of fills, lines and text: 0 is black, 1 is white.
func (c *Canvas) Gray(level float64) { c.op("g", level); c.op("G", level) }

// Concat puts m before the coordinates that follow (cm).
func (c *Canvas) Concat(m pdf.Matrix) {
	for i, v := range m {
		places := 6
		if i >= 4 {
			places = 3
		}
		c.ops = append(number(c.ops, v, places), ' ')
	}
	c.ops = append(c.ops, "cm\n"...)
}

// Clip limits what follows to r, until the state is restored.
func (c *Canvas) Clip(r pdf.Rect) {
	c.op("re", r.LLX, r.LLY, r.Width(), r.Height())
	c.op("W")
	c.op("n")
}

// Rect fills r with the current gray.
func (c *Canvas) Rect(r pdf.Rect) {
	c.op("re", r.LLX, r.LLY, r.Width(), r.Height())
	c.op("f")
}

// Frame draws the outline of r, width points wide and centred on its edges.
func (c *Canvas) Frame(r pdf.Rect, width float64) {
	c.op("w", width)
	c.op("re", r.LLX, r.LLY, r.Width(), r.Height())
	c.op("S")
}

// Line draws a straight line, width points wide.
func (c *Canvas) Line(x1, y1, x2, y2, width float64) {
	c.op("w", width)
	c.op("m", x1, y1)
	c.op("l", x2, y2)
	c.op("S")
}

// Form paints the form XObject that ref names in the page's own source document, with m put before
// its own /Matrix (ISO 32000-1, 8.10).
func (c *Canvas) Form(ref pdf.Ref, m pdf.Matrix) {
	at := -1
	for i, have := range c.forms {
		if have == ref {
			at = i
		}
	}
	if at < 0 {
		at = len(c.forms)
		c.forms = append(c.forms, ref)
	}
	c.Save()
	if m != pdf.Identity() {
		c.Concat(m)
	}
	c.ops = append(append(append(c.ops, '/'), c.formName(at)...), " Do\n"...)
	c.Restore()
}
