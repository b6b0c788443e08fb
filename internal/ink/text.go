package ink

import (
	"parolepack/internal/font"
)

// Text draws s on one line from x with its baseline at y, in the current gray. Characters that the face lacks are drawn
// with the face of their script or the fallback, in the order in which they are read on paper; one that no face has is a box. The
// line is as long as Fonts.Width says.
func (c *Canvas) Text(x, y float64, id font.ID, size float64, s string) {
	c.TextToward(x, y, id, size, s, font.Natural)
}

// TextToward is Text for a piece of a line whose direction is known.
func (c *Canvas) TextToward(x, y float64, id font.ID, size float64, s string, dir font.Direction) {
	runs, err := c.fonts.set.Line(id, s, dir)
	if err != nil {
		c.fail(err)
		return
	}
	for _, run := range runs {
		c.run(x, y, run, size)
		x += run.Width * size
	}
}

// run draws a stretch of text that one face draws.
func (c *Canvas) run(x, y float64, run font.Run, size float64) {
	u, id := c.fonts.serving(run)
	c.use(id)
	c.ops = append(append(append(c.ops, "BT\n/"...), c.fontName(id)...), ' ')
	c.op("Tf", size)
	c.op("Td", x, y)
	if run.Glyphs == nil {
		c.side(u, run)
	} else {
		c.shaped(u, run, size)
	}
	c.ops = append(c.ops, "ET\n"...)
}

// side draws characters side by side.
func (c *Canvas) side(u *usage, run font.Run) {
	c.ops = append(c.ops, '<')
	for _, r := range run.Text {
		gid, _ := run.Face.Glyph(r)
		u.note(gid, r)
		c.ops = hex16(c.ops, gid)
	}
	c.ops = append(c.ops, "> Tj\n"...)
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
