package pdf

import (
	"bytes"
	"fmt"
	"testing"
)

// FuzzObjectStream reads any bytes as an object stream with any dictionary. An object of it that is
// loaded is the one that its text spells.
func FuzzObjectStream(f *testing.F) {
	f.Add("/N 2/First 10", []byte("20 0 21 3 [1] (two)"))
	f.Add("/N 2/First 9/Extends 5 0 R/Filter/AHx", []byte("3230203020323120333e"))
	f.Add("/N 99999999999/First 8/Extends 6 0 R", []byte("20 0 20 2 <</A 1/A 2>>"))
	f.Fuzz(func(t *testing.T, dict string, body []byte) {
		b := newBuilder("").pages(1, "")
		b.stream(5, dict, body)
		b.stream(6, "/N 1/First 5/Extends 5 0 R", []byte("22 0 (six)"))
		b.xrefStream(30, "/Root 1 0 R", map[int][2]int{20: {5, 0}, 21: {5, 1}, 22: {6, 0}, 23: {6, 3}, 24: {30, 0}}, false)
		d := opened(b.Bytes())
		if d == nil {
			return
		}
		p, err := d.pack(5, 0)
		if err != nil {
			return
		}
		if len(p.nums) != len(p.offs) || int64(len(p.data)) > d.limits.Decoded || p.first > len(p.data) || len(p.nums) > len(p.data) {
			t.Fatalf("%d numbers and %d offsets in %d bytes from %d", len(p.nums), len(p.offs), len(p.data), p.first)
		}
		for num := 20; num < 25; num++ {
			samePacked(t, d, num)
		}
	})
}

// samePacked loads an object of an object stream and compares it with its text.
func samePacked(t *testing.T, d *Document, num int) {
	e := d.entry(num)
	p, err := d.pack(int(e.off), 0)
	if err != nil {
		return
	}
	text, err := d.locate(p, num, int(e.gen), 0)
	if err != nil {
		return
	}
	got, errGot := d.Load(Ref{Num: num})
	var want Object
	var errWant error
	if text != nil {
		q := parser{lexer: lexer{buf: bytes.Clone(text), final: true}, depth: d.limits.Depth}
		want, errWant = q.object()
	}
	if (errGot == nil) != (errWant == nil) || errGot == nil && spelled(got) != spelled(want) {
		t.Fatalf("object %d: %s, %v; spelled %s, %v", num, fmt.Sprint(got), errGot, fmt.Sprint(want), errWant)
	}
}
