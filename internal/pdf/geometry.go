package pdf

import "math"

// Rect is a rectangle in points with its origin at the lower left, and its
// corners in order (ISO 32000-1, 7.9.5).
type Rect struct{ LLX, LLY, URX, URY float64 }

// Width returns the rectangle's width in points.
func (r Rect) Width() float64 { return r.URX - r.LLX }

// Height returns the rectangle's height in points.
func (r Rect) Height() float64 { return r.URY - r.LLY }

// Empty tells whether the rectangle has no area.
func (r Rect) Empty() bool { return r.Width() <= 0 || r.Height() <= 0 }

// Array returns the rectangle as a PDF array of four numbers.
func (r Rect) Array() Array { return Array{Real(r.LLX), Real(r.LLY), Real(r.URX), Real(r.URY)} }

// Intersect returns the area common to r and s; it is Empty where they do not
// overlap.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{
		LLX: math.Max(r.LLX, s.LLX), LLY: math.Max(r.LLY, s.LLY),
		URX: math.Min(r.URX, s.URX), URY: math.Min(r.URY, s.URY),
	}
}

// normal returns the rectangle with its corners in order.
func (r Rect) normal() Rect {
	return Rect{
		LLX: math.Min(r.LLX, r.URX), LLY: math.Min(r.LLY, r.URY),
		URX: math.Max(r.LLX, r.URX), URY: math.Max(r.LLY, r.URY),
	}
}

// Matrix is a transformation [a b c d e f] (ISO 32000-1, 8.3.3): a point maps
// to (a*x + c*y + e, b*x + d*y + f).
type Matrix [6]float64

// Identity returns the matrix that changes nothing.
func Identity() Matrix { return Matrix{1, 0, 0, 1, 0, 0} }

// Translate returns the matrix that moves by (x, y) points.
func Translate(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Scale returns the matrix that scales by the two factors.
func Scale(x, y float64) Matrix { return Matrix{x, 0, 0, y, 0, 0} }

// Mul returns the matrix that applies m first and then n.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Apply returns where the matrix takes the point (x, y).
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// ApplyRect returns the smallest upright rectangle around r's image.
func (m Matrix) ApplyRect(r Rect) Rect {
	x, y := m.Apply(r.LLX, r.LLY)
	out := Rect{x, y, x, y}
	for _, c := range [3][2]float64{{r.URX, r.LLY}, {r.URX, r.URY}, {r.LLX, r.URY}} {
		x, y := m.Apply(c[0], c[1])
		out.LLX, out.URX = math.Min(out.LLX, x), math.Max(out.URX, x)
		out.LLY, out.URY = math.Min(out.LLY, y), math.Max(out.URY, y)
	}
	return out
}

// Invert returns the inverse matrix; ok is false where there is none.
func (m Matrix) Invert() (inv Matrix, ok bool) {
	det := m[0]*m[3] - m[1]*m[2]
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) {
		return Identity(), false
	}
	return Matrix{
		m[3] / det, -m[1] / det, -m[2] / det, m[0] / det,
		(m[2]*m[5] - m[3]*m[4]) / det, (m[1]*m[4] - m[0]*m[5]) / det,
	}, true
}

// Array returns the matrix as a PDF array of six numbers.
func (m Matrix) Array() Array {
	return Array{Real(m[0]), Real(m[1]), Real(m[2]), Real(m[3]), Real(m[4]), Real(m[5])}
}
