package markup

import (
	"math"

	"parolepack/internal/pdf"
)

// maxWidth bounds the width of a line in points, maxPoints how many points of an annotation are drawn.
const (
	maxWidth  = 200
	maxPoints = 100_000
)

// readStyle reads colours, border and transparency (ISO 32000-1, tables 164, 166, 170 and 177).
func (m *mark) readStyle() {
	m.colour, m.inside = m.numbers(m.d["C"]), m.numbers(m.d["IC"])
	m.width, m.alpha = 1, 1
	if border := m.numbers(m.d["Border"]); len(border) >= 3 {
		m.width = border[2]
	}
	if list, err := m.doc.Array(m.d["Border"]); err == nil && len(list) > 3 {
		m.width = m.number(list[2], 1)
		m.dash(list[3])
	}
	if style, err := m.doc.Dict(m.d["BS"]); err == nil && style != nil {
		m.width = m.number(style["W"], 1)
		m.dashes = nil
		if kind, _ := m.doc.Name(style["S"]); kind == "D" {
			m.dashes = []float64{3}
			m.dash(style["D"])
		}
	}
	m.width = min(max(m.width, 0), maxWidth)
	m.alpha = min(max(m.number(m.d["CA"], 1), 0), 1)
}

// dash reads a dash array, whose numbers are not negative and not all zero (8.4.3.6).
func (m *mark) dash(o pdf.Object) {
	list, sum := m.numbers(o), 0.0
	for _, v := range list {
		if v < 0 || v > maxWidth {
			return
		}
		sum += v
	}
	if len(list) > 0 && len(list) <= 10 && sum > 0 {
		m.dashes = list
	}
}

// number reads a number; where there is none it is usual.
func (m *mark) number(o pdf.Object, usual float64) float64 {
	v, err := m.doc.Resolve(o)
	if err != nil || v == nil {
		return usual
	}
	n, err := m.doc.Number(v)
	if err != nil || math.IsNaN(n) || math.Abs(n) > 1e6 {
		return usual
	}
	return n
}

// numbers reads an array of numbers; nil where it holds anything else.
func (m *mark) numbers(o pdf.Object) []float64 {
	list, err := m.doc.Array(o)
	if err != nil || len(list) > 2*maxPoints {
		return nil
	}
	out := make([]float64, 0, len(list))
	for _, item := range list {
		v, err := m.doc.Number(item)
		if err != nil || math.IsNaN(v) || math.Abs(v) > 1e6 {
			return nil
		}
		out = append(out, v)
	}
	return out
}

// pen takes up the pen in the annotation's colour, or in black where it has none, and tells whether it draws a line.
func (m *mark) pen() bool {
	m.c.Pen(0)
	m.c.Pen(m.colour...)
	m.c.Width(m.width, m.dashes...)
	return m.width > 0
}

// brush takes up the colour of the inside, and tells whether there is one.
func (m *mark) brush() bool {
	m.c.Paint(m.inside...)
	return painted(m.inside)
}

// painted tells whether a colour is one; an empty array is none at all.
func painted(colour []float64) bool { return len(colour) == 1 || len(colour) == 3 || len(colour) == 4 }
