package pdf

import (
	"math"
	"testing"
)

func TestMatrix(t *testing.T) {
	m := Scale(2, 3).Mul(Translate(10, 20)) // scale first, then move
	if x, y := m.Apply(1, 1); x != 12 || y != 23 {
		t.Errorf("(1, 1) goes to (%g, %g)", x, y)
	}
	turn := Matrix{0, 1, -1, 0, 0, 0} // a quarter turn
	if got := turn.ApplyRect(Rect{0, 0, 4, 1}); got != (Rect{-1, 0, 0, 4}) {
		t.Errorf("turned rectangle %v", got)
	}
	inv, ok := m.Mul(turn).Invert()
	if !ok {
		t.Fatal("no inverse")
	}
	x, y := inv.Apply(m.Mul(turn).Apply(5, 7))
	if math.Abs(x-5)+math.Abs(y-7) > 1e-9 {
		t.Errorf("back at (%g, %g)", x, y)
	}
	if _, ok := (Matrix{}).Invert(); ok {
		t.Error("a matrix of zeros has an inverse")
	}
	if text, _ := AppendObject(nil, Identity().Array()); string(text) != "[1 0 0 1 0 0]" {
		t.Errorf("identity is %s", text)
	}
}

func TestRect(t *testing.T) {
	a, b := Rect{0, 0, 10, 10}, Rect{5, 5, 20, 8}
	if got := a.Intersect(b); got != (Rect{5, 5, 10, 8}) || got.Width() != 5 || got.Height() != 3 || got.Empty() {
		t.Errorf("intersection %v", got)
	}
	if got := a.Intersect(Rect{11, 0, 12, 1}); !got.Empty() {
		t.Errorf("intersection of rectangles apart %v", got)
	}
}
