package markup

import (
	"math"

	"parolepack/internal/pdf"
)

// ends draws the ends of a line that comes to a from before and to b from behind (ISO 32000-1, table 176).
func (m *mark) ends(before, a, behind, b point) {
	list, err := m.doc.Array(m.d["LE"])
	if err != nil || len(list) < 2 {
		return
	}
	m.c.Width(m.width)
	for i, p := range [][2]point{{before, a}, {behind, b}} {
		if kind, err := m.doc.Name(list[i]); err == nil {
			m.end(kind, p[0], p[1])
		}
	}
}

// end draws one end: a shape in the line's direction, whose size goes by the line's width.
func (m *mark) end(kind pdf.Name, from, at point) {
	size := 3 * max(m.width, 1)
	angle := math.Atan2(at.y-from.y, at.x-from.x)
	off := func(along, across float64) point {
		sin, cos := math.Sincos(angle)
		return point{at.x + size*(along*cos-across*sin), at.y + size*(along*sin+across*cos)}
	}
	switch kind {
	case "Circle":
		m.c.Oval(pdf.Rect{LLX: at.x - size, LLY: at.y - size, URX: at.x + size, URY: at.y + size})
		m.c.Draw(m.brush(), true)
		return
	}
	shape, closed := outline(kind)
	if len(shape) == 0 {
		return
	}
	var points []point
	for _, p := range shape {
		points = append(points, off(p.x, p.y))
	}
	m.path(points)
	if closed {
		m.c.Close()
		m.c.Draw(m.brush(), true)
		return
	}
	m.c.Draw(false, true)
}

// outline is an end's shape in its own measure: x along the line, y across it.
func outline(kind pdf.Name) (shape []point, closed bool) {
	switch kind {
	case "OpenArrow", "ClosedArrow":
		return []point{{-2, 1.2}, {0, 0}, {-2, -1.2}}, kind == "ClosedArrow"
	case "ROpenArrow", "RClosedArrow":
		return []point{{2, 1.2}, {0, 0}, {2, -1.2}}, kind == "RClosedArrow"
	case "Square":
		return []point{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, true
	case "Diamond":
		return []point{{-1, 0}, {0, -1}, {1, 0}, {0, 1}}, true
	case "Butt":
		return []point{{0, -1}, {0, 1}}, false
	case "Slash":
		return []point{{-0.5, -1}, {0.5, 1}}, false
	}
	return nil, false
}
