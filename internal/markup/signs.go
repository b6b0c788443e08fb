package markup

import (
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// note draws the sign of a comment: a sheet with three lines in the upper left of its rectangle, in the annotation's colour
// or in yellow (ISO 32000-1, 12.5.6.4).
func (m *mark) note() {
	x, y := m.rect.LLX, m.rect.URY-noteSize
	m.c.Paint(1, 1, 0)
	m.c.Paint(m.colour...)
	m.c.Pen(0)
	m.c.Width(1)
	m.c.Box(pdf.Rect{LLX: x + 1, LLY: y + 1, URX: x + noteSize - 1, URY: y + noteSize - 1})
	m.c.Draw(true, true)
	for _, up := range []float64{5, 9, 13} {
		m.c.Move(x+4, y+up)
		m.c.LineTo(x+noteSize-4, y+up)
		m.c.Draw(false, true)
	}
	m.reach(x, y, 0)
	m.reach(x+noteSize, y+noteSize, 0)
}

// caret draws the sign that words are to be put in (12.5.6.11).
func (m *mark) caret() {
	r := m.rect
	m.c.Paint(0)
	m.c.Paint(m.colour...)
	middle := (r.LLX + r.URX) / 2
	m.c.Move(r.LLX, r.LLY)
	m.c.CurveTo(middle, r.LLY, middle, r.URY, middle, r.URY)
	m.c.CurveTo(middle, r.URY, middle, r.LLY, r.URX, r.LLY)
	m.c.Draw(true, false)
	m.reach(middle, r.URY, 0)
}

// stamp draws a rubber stamp: the words that its name stands for, in a frame (12.5.6.12).
func (m *mark) stamp() {
	name, _ := m.doc.Name(m.d["Name"])
	text := stampWords(string(name))
	width, err := m.fonts.Width(font.SansBold, 1, text)
	r := m.rect
	if err != nil || text == "" || r.Width() < 8 || r.Height() < 8 {
		return
	}
	if !painted(m.colour) {
		m.colour = []float64{0.75, 0, 0}
	}
	m.c.Paint(m.colour...)
	m.c.Pen(m.colour...)
	m.c.Width(2)
	m.c.Box(pdf.Rect{LLX: r.LLX + 1, LLY: r.LLY + 1, URX: r.URX - 1, URY: r.URY - 1})
	m.c.Draw(false, true)
	size := min((r.Width()-8)/width, (r.Height()-4)*0.8)
	m.c.Text((r.LLX+r.URX-width*size)/2, (r.LLY+r.URY)/2-0.35*size, font.SansBold, size, text)
	m.drawn = true
}

// stampWords makes words of a stamp's name: NotApproved says NOT APPROVED. The standard's own name where there is none is
// Draft.
func stampWords(name string) string {
	if name == "" {
		name = "Draft"
	}
	var out strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return strings.ToUpper(strings.TrimSpace(out.String()))
}
