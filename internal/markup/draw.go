package markup

import (
	"math"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// Draw draws an annotation of doc in its page's coordinates, with the packet's fonts. box is what of the page it may touch.
// ok is false for a kind that it does not know and for one that shows nothing.
func Draw(doc *pdf.Document, annotation pdf.Dict, fonts *ink.Fonts) (c *ink.Canvas, box pdf.Rect, ok bool) {
	m := &mark{doc: doc, d: annotation, fonts: fonts, c: ink.NewCanvas(fonts)}
	var found bool
	var err error
	if m.rect, found, err = doc.Rect(annotation["Rect"]); err != nil || !found {
		return nil, box, false
	}
	m.box = m.rect
	m.readStyle()
	kind, _ := doc.Name(annotation["Subtype"])
	m.c.Blend(ink.Blend{Clear: 1 - m.alpha, Multiply: kind == "Highlight"})
	m.draw(kind)
	if !m.drawn || m.c.Err() != nil || !sane(m.box) {
		return nil, box, false
	}
	return m.c, m.box, true
}

// draw draws the kinds that it knows.
func (m *mark) draw(kind pdf.Name) {
	switch kind {
	case "Highlight", "Underline", "StrikeOut", "Squiggly":
		m.words(kind)
	case "Ink":
		m.ink()
	case "Line":
		m.line()
	case "Square", "Circle":
		m.shape(kind == "Circle")
	case "Polygon", "PolyLine":
		m.poly(kind == "Polygon")
	case "FreeText":
		m.freeText()
	case "Text":
		m.note()
	case "Caret":
		m.caret()
	case "Stamp":
		m.stamp()
	}
}

// A mark is one annotation being drawn.
type mark struct {
	doc   *pdf.Document
	d     pdf.Dict
	fonts *ink.Fonts
	c     *ink.Canvas
	rect  pdf.Rect
	box   pdf.Rect // grows with what is drawn
	drawn bool

	colour, inside []float64 // of the line and of what it encloses; empty for none
	width          float64
	dashes         []float64
	alpha          float64
}

// reach makes the box hold a point and what lies within so many points of it.
func (m *mark) reach(x, y, around float64) {
	m.box = pdf.Rect{
		LLX: math.Min(m.box.LLX, x-around), LLY: math.Min(m.box.LLY, y-around),
		URX: math.Max(m.box.URX, x+around), URY: math.Max(m.box.URY, y+around),
	}
	m.drawn = true
}

// sane tells whether a box is one of a page.
func sane(r pdf.Rect) bool {
	return math.Abs(r.LLX)+math.Abs(r.LLY)+math.Abs(r.URX)+math.Abs(r.URY) < 1e6 && !r.Empty()
}
