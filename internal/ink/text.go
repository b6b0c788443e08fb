package ink

import (
	"fmt"

	"parolepack/internal/font"
)

// Text draws s on one line from x with its baseline at y, in the current gray. Runes that the face lacks are drawn
// with its fallback; a rune that neither has is kept as the canvas's error and never dropped. The
// line is as long as Fonts.Width says.
func (c *Canvas) Text(x, y float64, id font.ID, size float64, s string) {
	pieces, err := c.fonts.set.Split(id, s)
	if err != nil {
		c.fail(err)
		return
	}
	for _, piece := range pieces {
		c.piece(x, y, piece, size)
		x += piece.Face.Width(piece.Text, size)
	}
}

// piece draws a stretch of text that one face has.
func (c *Canvas) piece(x, y float64, p font.Piece, size float64) {
	if missing := p.Face.Missing(p.Text); len(missing) > 0 {
		c.fail(fmt.Errorf("text %q: no face has a glyph for %q", p.Text, string(missing)))
		return
	}
	id := p.Face.ID()
	c.use(id)
	c.ops = append(append(append(c.ops, "BT\n/"...), c.fontName(id)...), ' ')
	c.op("Tf", size)
	c.op("Td", x, y)
	c.ops = append(c.ops, '<')
	u := c.fonts.usage(p.Face)
	for _, r := range p.Text {
		gid, _ := p.Face.Glyph(r)
		u.note(gid, r)
		c.ops = hex16(c.ops, gid)
	}
	c.ops = append(c.ops, "> Tj\nET\n"...)
}

// use notes a face as used on this canvas.
func (c *Canvas) use(id font.ID) {
	for _, have := range c.used {
		if have == id {
			return
		}
	}
	c.used = append(c.used, id)
}

// hex16 appends the four hexadecimal digits of a glyph id.
func hex16(to []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(to, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
