package markup

import "parolepack/internal/pdf"

// points reads coordinates in pairs.
func (m *mark) points(o pdf.Object) []point {
	v := m.numbers(o)
	var out []point
	for ; len(v) >= 2; v = v[2:] {
		out = append(out, point{v[0], v[1]})
		m.reach(v[0], v[1], 1+6*m.width)
	}
	return out
}

// path begins a path through points.
func (m *mark) path(points []point) {
	for i, p := range points {
		if i == 0 {
			m.c.Move(p.x, p.y)
			continue
		}
		m.c.LineTo(p.x, p.y)
	}
}

// ink draws what was written by hand (12.5.6.13). A single point is a dot.
func (m *mark) ink() {
	strokes, err := m.doc.Array(m.d["InkList"])
	if err != nil || !m.pen() {
		return
	}
	m.c.Round()
	left := maxPoints
	for _, o := range strokes {
		points := m.points(o)
		if left -= len(points); left < 0 || len(points) == 0 {
			return
		}
		m.path(points)
		if len(points) == 1 {
			m.c.LineTo(points[0].x, points[0].y)
		}
		m.c.Draw(false, true)
	}
}

// shape draws the rectangle or ellipse within the annotation's rectangle, half a line's width inside (12.5.6.8).
func (m *mark) shape(oval bool) {
	r := m.rect
	if by := m.numbers(m.d["RD"]); len(by) == 4 {
		r = pdf.Rect{LLX: r.LLX + by[0], LLY: r.LLY + by[1], URX: r.URX - by[2], URY: r.URY - by[3]}
	}
	half := m.width / 2
	r = pdf.Rect{LLX: r.LLX + half, LLY: r.LLY + half, URX: r.URX - half, URY: r.URY - half}
	stroke, fill := m.pen() && painted(m.colour), m.brush()
	if r.Empty() || !stroke && !fill {
		return
	}
	if oval {
		m.c.Oval(r)
	} else {
		m.c.Box(r)
	}
	m.c.Draw(fill, stroke)
	m.reach(r.LLX, r.LLY, half)
}

// poly draws a polygon or a line through points with its ends (12.5.6.9).
func (m *mark) poly(closed bool) {
	points := m.points(m.d["Vertices"])
	if len(points) < 2 {
		m.drawn = false
		return
	}
	stroke, fill := m.pen(), m.brush()
	m.path(points)
	if closed {
		m.c.Close()
		m.c.Draw(fill, stroke)
		return
	}
	m.c.Draw(false, stroke)
	n := len(points)
	m.ends(points[1], points[0], points[n-2], points[n-1])
}

// line draws a straight line with its ends, its leaders and its caption (12.5.6.7).
func (m *mark) line() {
	points := m.points(m.d["L"])
	if len(points) != 2 || !m.pen() {
		m.drawn = false
		return
	}
	from, to := m.leaders(points[0], points[1])
	m.path([]point{from, to})
	m.c.Draw(false, true)
	m.ends(to, from, from, to)
	if shown, _ := m.doc.Bool(m.d["Cap"]); shown {
		m.caption(from, to)
	}
}

// leaders draws the lines that lead from the points of a measure to its line, and gives where that lies.
func (m *mark) leaders(a, b point) (from, to point) {
	length, past, gap := m.number(m.d["LL"], 0), m.number(m.d["LLE"], 0), m.number(m.d["LLO"], 0)
	span := distance(a, b)
	if length == 0 || span == 0 {
		return a, b
	}
	side := point{-(b.y - a.y) / span, (b.x - a.x) / span}
	if length < 0 {
		past, gap = -past, -gap
	}
	at := func(p point, by float64) point { return point{p.x + side.x*by, p.y + side.y*by} }
	for _, p := range []point{a, b} {
		start, end := at(p, gap), at(p, gap+length+past)
		m.path([]point{start, end})
		m.c.Draw(false, true)
		m.reach(end.x, end.y, 1+6*m.width)
	}
	return at(a, gap+length), at(b, gap+length)
}
