package markup

import (
	"math"
	"strconv"
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// The measures of text and signs, in points.
const (
	textSize    = 12
	textLeading = 1.15
	textPad     = 2
	captionSize = 9
	noteSize    = 18
	maxText     = 20_000 // bytes of a text that are set
)

// freeText sets the annotation's words into its rectangle (ISO 32000-1, 12.5.6.6). /C is the ground under them; the border
// has the colour of the words.
func (m *mark) freeText() {
	text, _ := m.doc.Text(m.d["Contents"])
	da, _ := m.doc.Text(m.d["DA"])
	size, colour := defaults(da)
	r := m.rect
	if by := m.numbers(m.d["RD"]); len(by) == 4 {
		r = pdf.Rect{LLX: r.LLX + by[0], LLY: r.LLY + by[1], URX: r.URX - by[2], URY: r.URY - by[3]}
	}
	m.c.Paint(m.colour...)
	m.c.Pen(colour...)
	m.c.Width(m.width, m.dashes...)
	if !r.Empty() {
		m.c.Box(pdf.Rect{LLX: r.LLX + m.width/2, LLY: r.LLY + m.width/2, URX: r.URX - m.width/2, URY: r.URY - m.width/2})
		m.c.Draw(painted(m.colour), m.width > 0)
	}
	if line := m.points(m.d["CL"]); len(line) >= 2 {
		m.path(line)
		m.c.Draw(false, m.width > 0)
		if end, _ := m.doc.Name(m.d["LE"]); end != "" {
			m.end(end, line[1], line[0])
		}
	}
	m.c.Paint(colour...)
	m.drawn = m.paragraph(r, text, size)
}

// defaults reads size and colour of a default appearance (12.7.3.3).
func defaults(da string) (size float64, colour []float64) {
	words := strings.Fields(da)
	size, colour = textSize, []float64{0}
	for i, word := range words {
		n := map[string]int{"g": 1, "rg": 3, "k": 4}[word]
		switch {
		case word == "Tf" && i >= 1:
			if v, err := strconv.ParseFloat(words[i-1], 64); err == nil && v > 0 && v <= maxWidth {
				size = v
			}
		case n > 0 && i >= n:
			colour = parts(words[i-n : i])
		}
	}
	return size, colour
}

// parts reads the parts of a colour.
func parts(words []string) []float64 {
	out := make([]float64, len(words))
	for i, word := range words {
		v, err := strconv.ParseFloat(word, 64)
		if err == nil && v >= 0 {
			out[i] = min(v, 1)
		}
	}
	return out
}

// paragraph sets text into a rectangle from the top, smaller where it is too long, and tells whether it could: every
// character needs a face.
func (m *mark) paragraph(r pdf.Rect, text string, size float64) bool {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(text)
	if len(text) > maxText || r.Empty() {
		return false
	}
	face, err := m.fonts.Set().Face(font.Sans)
	if err != nil || !m.canSet(strings.ReplaceAll(text, "\n", " ")) {
		return false
	}
	pad := textPad + m.width
	room := r.Width() - 2*pad
	set := m.fonts.Set()
	lines, err := set.Wrap(font.Sans, size, room, text)
	for size > 4 && float64(len(lines))*size*textLeading > r.Height()-pad {
		size -= 0.5
		lines, err = set.Wrap(font.Sans, size, room, text)
	}
	if err != nil {
		return false
	}
	align, _ := m.doc.Int(m.d["Q"])
	y := r.URY - pad - face.Metrics().Ascent*size/1000
	for _, line := range lines {
		width, _ := m.fonts.Width(font.Sans, size, line)
		x := r.LLX + pad + (room-width)*float64(min(max(align, 0), 2))/2
		m.c.Text(x, y, font.Sans, size, line)
		y -= size * textLeading
	}
	return true
}

// canSet tells whether our faces have every character.
func (m *mark) canSet(text string) bool {
	missing, err := m.fonts.Set().Missing(font.Sans, text)
	return err == nil && len(missing) == 0
}

// caption sets a line's words above its middle.
func (m *mark) caption(from, to point) {
	text, _ := m.doc.Text(m.d["Contents"])
	text = strings.Join(strings.Fields(text), " ")
	width, err := m.fonts.Width(font.Sans, captionSize, text)
	if err != nil || text == "" || len(text) > maxText || !m.canSet(text) {
		return
	}
	sin, cos := math.Sincos(math.Atan2(to.y-from.y, to.x-from.x))
	middle := between(from, to, 0.5)
	m.c.Save()
	m.c.Concat(pdf.Matrix{cos, sin, -sin, cos, middle.x, middle.y})
	m.c.Paint(0)
	m.c.Text(-width/2, m.width+2, font.Sans, captionSize, text)
	m.c.Restore()
	m.reach(middle.x, middle.y, width/2+2*captionSize)
}
