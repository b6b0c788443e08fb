package ink

import "parolepack/internal/pdf"

// A Blend is how what follows on a canvas lies over the page (ISO 32000-1, 11.3.5 and 11.6.4.4). The zero Blend covers it.
type Blend struct {
	// Clear is how much of the page shows through: 0 for nothing, 1 for all.
	Clear float64
	// Multiply darkens the page, as a highlighter does, so that its words stay readable.
	Multiply bool
}

// Blend sets how what the whole canvas draws lies over the page. It comes before any drawing, once.
func (c *Canvas) Blend(b Blend) {
	if b == (Blend{}) {
		return
	}
	c.blend = &b
	c.ops = append(append(append(c.ops, '/'), c.blendName()...), " gs\n"...)
}

// blendName is the resource name of the graphics state that blends.
func (c *Canvas) blendName() pdf.Name { return pdf.Name(c.prefix + "G") }

// dict is the graphics state parameter dictionary (ISO 32000-1, table 58).
func (b Blend) dict() pdf.Dict {
	d := pdf.Dict{"ca": pdf.Real(1 - b.Clear), "CA": pdf.Real(1 - b.Clear)}
	if b.Multiply {
		d["BM"] = pdf.Name("Multiply")
	}
	return d
}

// Paint sets the colour of fills and text: one part is gray, three are red, green and blue, four are cyan, magenta, yellow
// and black, each from 0 to 1. Any other number of parts changes nothing.
func (c *Canvas) Paint(colour ...float64) {
	if operator := map[int]string{1: "g", 3: "rg", 4: "k"}[len(colour)]; operator != "" {
		c.op(operator, colour...)
	}
}

// Pen sets the colour of lines, as Paint does.
func (c *Canvas) Pen(colour ...float64) {
	if operator := map[int]string{1: "G", 3: "RG", 4: "K"}[len(colour)]; operator != "" {
		c.op(operator, colour...)
	}
}

// Width sets the width of lines in points, and what they are broken into: dash and gap in turn, in points, or nothing for
// a solid line.
func (c *Canvas) Width(width float64, dashes ...float64) {
	c.op("w", width)
	if len(dashes) == 0 {
		return
	}
	c.ops = append(c.ops, '[')
	for _, v := range dashes {
		c.ops = append(number(c.ops, v, 3), ' ')
	}
	c.ops = append(c.ops, "] 0 d\n"...)
}

// Round makes the ends and corners of lines round.
func (c *Canvas) Round() { c.op("J", 1); c.op("j", 1) }

// Move begins a path at a point.
func (c *Canvas) Move(x, y float64) { c.op("m", x, y) }

// LineTo goes on with a straight line.
func (c *Canvas) LineTo(x, y float64) { c.op("l", x, y) }

// CurveTo goes on with a Bezier curve to the third point (ISO 32000-1, 8.5.2.2).
func (c *Canvas) CurveTo(x1, y1, x2, y2, x3, y3 float64) { c.op("c", x1, y1, x2, y2, x3, y3) }

// Close goes back to where the path began.
func (c *Canvas) Close() { c.op("h") }

// Oval begins a path that is the ellipse within r.
func (c *Canvas) Oval(r pdf.Rect) {
	const k = 0.5522847498 // of a quarter circle drawn with one curve
	x, y, a, b := (r.LLX+r.URX)/2, (r.LLY+r.URY)/2, r.Width()/2, r.Height()/2
	c.Move(x+a, y)
	c.CurveTo(x+a, y+k*b, x+k*a, y+b, x, y+b)
	c.CurveTo(x-k*a, y+b, x-a, y+k*b, x-a, y)
	c.CurveTo(x-a, y-k*b, x-k*a, y-b, x, y-b)
	c.CurveTo(x+k*a, y-b, x+a, y-k*b, x+a, y)
	c.Close()
}

// Box begins a path that is r.
func (c *Canvas) Box(r pdf.Rect) { c.op("re", r.LLX, r.LLY, r.Width(), r.Height()) }

// Draw ends the path: its inside is painted where fill is set, its line drawn where stroke is.
func (c *Canvas) Draw(fill, stroke bool) {
	switch {
	case fill && stroke:
		c.op("B")
	case fill:
		c.op("f")
	case stroke:
		c.op("S")
	default:
		c.op("n")
	}
}
