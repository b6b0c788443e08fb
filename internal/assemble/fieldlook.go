package assemble

import (
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// The measures of a field's text, in points.
const (
	fieldPad     = 2
	fieldLeast   = 4  // the smallest size
	fieldUsual   = 12 // the size where a field leaves it open
	fieldLeading = 1.15
)

// draw draws the field on its page.
func (l fieldLook) draw(c *ink.Canvas, fonts *ink.Fonts) error {
	c.Save()
	defer c.Restore()
	c.Clip(l.rect)
	l.upright(c)
	if l.fill != nil {
		c.Paint(l.fill...)
		c.Rect(l.rect)
	}
	if l.frame != nil {
		c.Pen(l.frame...)
		c.Frame(inset(l.rect, l.width/2), l.width)
	}
	if l.text == "" {
		return nil
	}
	c.Paint(l.colour...)
	face, err := fonts.Set().Face(l.face)
	if err != nil {
		return err
	}
	if l.multiline {
		return l.paragraph(c, fonts, face)
	}
	return l.line(c, fonts, face)
}

// upright turns the canvas so that the field's text runs along its first axis, and gives the field its place there.
func (l *fieldLook) upright(c *ink.Canvas) {
	r := l.rect
	if l.turn == 0 {
		return
	}
	c.Concat(map[int]pdf.Matrix{90: {0, 1, -1, 0, r.URX, r.LLY}, 180: {-1, 0, 0, -1, r.URX, r.URY}, 270: {0, -1, 1, 0, r.LLX, r.URY}}[l.turn])
	w, h := shown(r, l.turn)
	l.rect = pdf.Rect{URX: w, URY: h}
}

// line sets the text on one line, in the middle of the field's height, smaller where it is too long.
func (l fieldLook) line(c *ink.Canvas, fonts *ink.Fonts, face *font.Face) error {
	size := l.size
	if size == 0 {
		size = min(fieldUsual, l.rect.Height()*0.75)
	}
	width, err := fonts.Width(l.face, size, l.text)
	if room := l.rect.Width() - 2*fieldPad; l.cells == 0 && width > room && room > 0 {
		size = max(fieldLeast, size*room/width)
		width, err = fonts.Width(l.face, size, l.text)
	}
	if err != nil {
		return err
	}
	m := face.Metrics()
	y := l.rect.LLY + (l.rect.Height()-(m.Ascent+m.Descent)*size/1000)/2
	if l.cells > 0 {
		return l.comb(c, fonts, y, size)
	}
	c.Text(l.start(width), y, l.face, size, l.text)
	return nil
}

// start is where text of this width begins.
func (l fieldLook) start(width float64) float64 {
	switch l.align {
	case 1:
		return l.rect.LLX + (l.rect.Width()-width)/2
	case 2:
		return l.rect.URX - fieldPad - width
	}
	return l.rect.LLX + fieldPad
}

// comb sets each character into the middle of its cell.
func (l fieldLook) comb(c *ink.Canvas, fonts *ink.Fonts, y, size float64) error {
	cell := l.rect.Width() / float64(l.cells)
	for i, r := range []rune(l.text) {
		width, err := fonts.Width(l.face, size, string(r))
		if err != nil {
			return err
		}
		c.Text(l.rect.LLX+cell*float64(i)+(cell-width)/2, y, l.face, size, string(r))
	}
	return nil
}

// paragraph sets the text in lines from the top, smaller where they are too many.
func (l fieldLook) paragraph(c *ink.Canvas, fonts *ink.Fonts, face *font.Face) error {
	size := l.size
	if size == 0 {
		size = fieldUsual
	}
	width := l.rect.Width() - 2*fieldPad
	lines, err := fonts.Set().Wrap(l.face, size, width, l.text)
	for size > fieldLeast && float64(len(lines))*size*fieldLeading > l.rect.Height()-2*fieldPad {
		size -= 0.5
		lines, err = fonts.Set().Wrap(l.face, size, width, l.text)
	}
	y := l.rect.URY - fieldPad - face.Metrics().Ascent*size/1000
	for _, line := range lines {
		long, _ := fonts.Width(l.face, size, line)
		c.Text(l.start(long), y, l.face, size, line)
		y -= size * fieldLeading
	}
	return err
}

// inset is a rectangle drawn in on every side.
func inset(r pdf.Rect, by float64) pdf.Rect {
	return pdf.Rect{LLX: r.LLX + by, LLY: r.LLY + by, URX: r.URX - by, URY: r.URY - by}
}
