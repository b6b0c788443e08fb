package font

import (
	"bytes"
	"reflect"
	"testing"

	"golang.org/x/image/font/sfnt"
)

func TestStandaloneIsAFontOfItsOwn(t *testing.T) {
	for _, id := range latin() {
		f := face(t, id)
		text := []rune("Zürich § 148,000 — ")
		if id == DejaVu {
			text = append(text, '☐', '\U0001F600')
		}
		program, err := f.Standalone(text)
		if err != nil {
			t.Fatal(err)
		}
		small, err := parse(id, program)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		for _, r := range text {
			want, _ := f.Glyph(r)
			if got, ok := small.Glyph(r); !ok || got != want || small.Advance(got) != f.Advance(want) {
				t.Errorf("%s %q: glyph %d (%v), want %d", id, r, got, ok, want)
			}
		}
		if _, ok := small.Glyph('Q'); ok {
			t.Errorf("%s: maps a Q that was not asked for", id)
		}
		if small.PostScriptName() != f.PostScriptName() || small.Metrics() != f.Metrics() && f.Metrics().XHeight == small.Metrics().XHeight {
			t.Errorf("%s: name %q, metrics %+v", id, small.PostScriptName(), small.Metrics())
		}
		whole, _ := sfnt.Parse(f.Program())
		part, err := sfnt.Parse(program)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		gid, _ := f.Glyph('ü')
		if !reflect.DeepEqual(outlineOf(t, part, gid), outlineOf(t, whole, gid)) {
			t.Errorf("%s: the ü differs", id)
		}
	}
}

func TestStandaloneIgnoresOrderAndRefusesStrangers(t *testing.T) {
	f := face(t, Serif)
	a, err := f.Standalone([]rune("abca"))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := f.Standalone([]rune("cba")); err != nil || !bytes.Equal(a, b) {
		t.Errorf("order changed the file (%v)", err)
	}
	if _, err := f.Standalone([]rune("中")); err == nil {
		t.Error("a character the face lacks was taken")
	}
}
