package markup

import (
	"math"

	"parolepack/internal/pdf"
)

// A point is a place on the page.
type point struct{ x, y float64 }

// between is the point a share of the way from p to q.
func between(p, q point, share float64) point {
	return point{p.x + (q.x-p.x)*share, p.y + (q.y-p.y)*share}
}

// distance is how far p and q are apart.
func distance(p, q point) float64 { return math.Hypot(p.x-q.x, p.y-q.y) }

// A quad is a stretch of words: its corners as a reader of the words sees them.
type quad struct{ ul, ur, ll, lr point }

// quads reads /QuadPoints; without them the whole rectangle is marked. Programs give the corners line by line, the standard
// asks for them in a circle: where the former would cross itself it is the latter (ISO 32000-1, table 179).
func (m *mark) quads() []quad {
	v := m.numbers(m.d["QuadPoints"])
	if len(v) < 8 {
		r := m.rect
		v = []float64{r.LLX, r.URY, r.URX, r.URY, r.LLX, r.LLY, r.URX, r.LLY}
	}
	var out []quad
	for ; len(v) >= 8; v = v[8:] {
		q := quad{point{v[0], v[1]}, point{v[2], v[3]}, point{v[4], v[5]}, point{v[6], v[7]}}
		if crossed(q) {
			q = quad{ul: point{v[6], v[7]}, ur: point{v[4], v[5]}, ll: point{v[0], v[1]}, lr: point{v[2], v[3]}}
		}
		out = append(out, q)
	}
	return out
}

// crossed tells whether the outline of a quad crosses itself: its upper and its lower side run against each other.
func crossed(q quad) bool {
	return (q.ur.x-q.ul.x)*(q.lr.x-q.ll.x)+(q.ur.y-q.ul.y)*(q.lr.y-q.ll.y) < 0
}

// words marks stretches of words (12.5.6.10).
func (m *mark) words(kind pdf.Name) {
	colour := m.colour
	if !painted(colour) {
		colour = []float64{0}
		if kind == "Highlight" {
			colour = []float64{1, 1, 0}
		}
	}
	m.c.Paint(colour...)
	m.c.Pen(colour...)
	for _, q := range m.quads() {
		height := distance(q.ul, q.ll)
		for _, p := range []point{q.ul, q.ur, q.ll, q.lr} {
			m.reach(p.x, p.y, height/4)
		}
		switch kind {
		case "Highlight":
			m.highlight(q, height)
		case "Squiggly":
			m.squiggle(q, height)
		case "Underline":
			m.rule(q, height, 1.0/14)
		default:
			m.rule(q, height, 3.0/8)
		}
	}
}

// highlight fills a quad, with sides that are a little round as a marker's.
func (m *mark) highlight(q quad, height float64) {
	bulge := func(from, to point, out float64) {
		along := point{q.ur.x - q.ul.x, q.ur.y - q.ul.y}
		length := max(distance(q.ul, q.ur), 0.001)
		dx, dy := along.x/length*out, along.y/length*out
		a, b := between(from, to, 0.25), between(from, to, 0.75)
		m.c.CurveTo(a.x+dx, a.y+dy, b.x+dx, b.y+dy, to.x, to.y)
	}
	m.c.Move(q.ul.x, q.ul.y)
	m.c.LineTo(q.ur.x, q.ur.y)
	bulge(q.ur, q.lr, height/8)
	m.c.LineTo(q.ll.x, q.ll.y)
	bulge(q.ll, q.ul, -height/8)
	m.c.Draw(true, false)
}

// rule draws a line through a quad, at a share of its height.
func (m *mark) rule(q quad, height, at float64) {
	from, to := between(q.ll, q.ul, at), between(q.lr, q.ur, at)
	m.c.Width(max(0.5, height/14))
	m.c.Move(from.x, from.y)
	m.c.LineTo(to.x, to.y)
	m.c.Draw(false, true)
}

// squiggle draws a zigzag along the foot of a quad.
func (m *mark) squiggle(q quad, height float64) {
	step := max(height/7, 1)
	steps := min(int(distance(q.ll, q.lr)/step), maxPoints)
	m.c.Width(max(0.5, height/16))
	for i := range steps + 1 {
		along := float64(i) / float64(max(steps, 1))
		p := between(between(q.ll, q.lr, along), between(q.ul, q.ur, along), float64(i%2)/9)
		if i == 0 {
			m.c.Move(p.x, p.y)
			continue
		}
		m.c.LineTo(p.x, p.y)
	}
	m.c.Draw(false, true)
}
