package assemble

import (
	"maps"
	"testing"

	"parolepack/internal/pdf"
)

// An annotation whose file leaves its look to the reader is drawn where it lies, if it prints.
func TestMarksWithoutAppearancesAreDrawn(t *testing.T) {
	points := func(v ...float64) pdf.Array {
		var out pdf.Array
		for _, n := range v {
			out = append(out, pdf.Real(n))
		}
		return out
	}
	black := pdf.Array{pdf.Integer(0)}
	quad := pdf.Dict{"QuadPoints": points(300, 130, 500, 130, 300, 110, 500, 110), "C": black}
	whole := pdf.Rect{LLX: 300, LLY: 100, URX: 500, URY: 140}
	round := pdf.Rect{LLX: 296, LLY: 100, URX: 504, URY: 140} // a marker's ends
	for name, c := range map[string]struct {
		kind pdf.Name
		more pdf.Dict
		at   pdf.Rect // where the ink lies; empty for none
	}{
		"highlight":           {"Highlight", quad, pdf.Rect{LLX: 298, LLY: 110, URX: 502, URY: 130}},
		"highlight, no quads": {"Highlight", pdf.Dict{"C": black}, round},
		"highlight, circling": {"Highlight", pdf.Dict{"C": black, "QuadPoints": points(300, 110, 500, 110, 500, 130, 300, 130)}, pdf.Rect{LLX: 298, LLY: 110, URX: 502, URY: 130}},
		"underline":           {"Underline", quad, pdf.Rect{LLX: 300, LLY: 110, URX: 500, URY: 113}},
		"strike out":          {"StrikeOut", quad, pdf.Rect{LLX: 300, LLY: 116, URX: 500, URY: 119}},
		"squiggly":            {"Squiggly", quad, pdf.Rect{LLX: 300, LLY: 109, URX: 500, URY: 114}},
		"ink":                 {"Ink", pdf.Dict{"InkList": pdf.Array{points(310, 110, 400, 130), points(450, 120)}, "BS": pdf.Dict{"W": pdf.Integer(4)}}, pdf.Rect{LLX: 308, LLY: 108, URX: 452, URY: 132}},
		"line":                {"Line", pdf.Dict{"L": points(310, 120, 490, 120), "LE": pdf.Array{pdf.Name("OpenArrow"), pdf.Name("Circle")}, "BS": pdf.Dict{"W": pdf.Integer(3)}}, pdf.Rect{LLX: 308, LLY: 109, URX: 502, URY: 131}},
		"square":              {"Square", pdf.Dict{"C": black, "BS": pdf.Dict{"W": pdf.Integer(3)}}, whole},
		"circle":              {"Circle", pdf.Dict{"IC": black, "RD": points(10, 5, 10, 5)}, pdf.Rect{LLX: 310, LLY: 105, URX: 490, URY: 135}},
		"polygon":             {"Polygon", pdf.Dict{"Vertices": points(310, 110, 490, 110, 400, 135), "IC": black}, pdf.Rect{LLX: 309, LLY: 109, URX: 491, URY: 136}},
		"polyline":            {"PolyLine", pdf.Dict{"Vertices": points(310, 110, 490, 110, 400, 135), "BS": pdf.Dict{"W": pdf.Integer(3)}}, pdf.Rect{LLX: 308, LLY: 108, URX: 499, URY: 137}},
		"free text":           {"FreeText", pdf.Dict{"Contents": pdf.String("HHHHHHHH"), "DA": pdf.String("0 g /Helv 20 Tf"), "BS": pdf.Dict{"W": pdf.Integer(0)}, "Q": pdf.Integer(2)}, pdf.Rect{LLX: 380, LLY: 115, URX: 500, URY: 139}},
		"note":                {"Text", nil, pdf.Rect{LLX: 300, LLY: 122, URX: 318, URY: 140}},
		"caret":               {"Caret", nil, whole},
		"stamp":               {"Stamp", pdf.Dict{"Name": pdf.Name("NotApproved"), "C": black}, whole},
		"hidden":              {"Highlight", pdf.Dict{"C": black, "F": pdf.Integer(4 | 2)}, pdf.Rect{}},
		"screen only":         {"Highlight", pdf.Dict{"C": black, "F": pdf.Integer(0)}, pdf.Rect{}},
		"no print view":       {"Highlight", pdf.Dict{"C": black, "F": pdf.Integer(4 | 32)}, round},
		"clear":               {"Highlight", pdf.Dict{"C": black, "CA": pdf.Integer(0)}, pdf.Rect{}},
		"unknown":             {"Projection", nil, pdf.Rect{}},
		"nonsense":            {"Ink", pdf.Dict{"InkList": pdf.Array{pdf.Name("x"), points(1e9, 2)}}, pdf.Rect{}},
	} {
		t.Run(name, func(t *testing.T) {
			d := annotated(t, 0, func(func(pdf.Array) pdf.Ref) []pdf.Dict {
				a := pdf.Dict{"Subtype": c.kind, "Rect": whole.Array(), "F": pdf.Integer(4)}
				maps.Copy(a, c.more)
				return []pdf.Dict{a}
			})
			b, _ := exhibitPacket(t, d, 0)
			checked(t, b)
			got := dark(rendered(t, b, 1, 72), onSheet(pdf.Rect{LLX: 280, LLY: 100, URX: 520, URY: 200}))
			if c.at.Empty() {
				if !got.Empty() {
					t.Errorf("shown at %v", got)
				}
				return
			}
			want := onSheet(fitted(letter(), 0, 1).ApplyRect(c.at))
			if !got.In(want.Inset(-1)) || got.Dx() < want.Dx()*3/4 || got.Empty() {
				t.Errorf("shown at %v, want %v", got, want)
			}
		})
	}
}

// A note that does not turn with its page stands upright at its corner.
func TestNotesStandUpright(t *testing.T) {
	for _, rotate := range []int{0, 90, 180, 270} {
		d := annotated(t, rotate, func(form func(pdf.Array) pdf.Ref) []pdf.Dict {
			return []pdf.Dict{{
				"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4 | 16), "Rect": rect(300, 400, 310, 420), "AP": pdf.Dict{"N": form(nil)},
			}}
		})
		b, _ := exhibitPacket(t, d, 0)
		place := fitted(letter(), rotate, 1)
		x, y := place.Apply(300, 420)
		k := place.ApplyRect(pdf.Rect{URX: 1, URY: 1}).Width()
		want := onSheet(pdf.Rect{LLX: x, LLY: y - 20*k, URX: x + 10*k, URY: y})
		got := dark(rendered(t, b, 1, 72), want.Inset(-30))
		if !got.In(want.Inset(-1)) || got.Dx() < want.Dx()-3 || got.Dy() < want.Dy()-3 {
			t.Errorf("turned by %d: shown at %v, want %v", rotate, got, want)
		}
	}
}

// A highlighter leaves the words readable.
func TestHighlightsDarken(t *testing.T) {
	d := made(t, []spec{{contents: []string{"0 g 350 105 20 30 re f"}}}, func(_ *pdf.Writer, pages []pdf.Dict, _ pdf.Dict) {
		pages[0]["Annots"] = pdf.Array{pdf.Dict{"Subtype": pdf.Name("Highlight"), "F": pdf.Integer(4), "Rect": rect(300, 100, 500, 140)}}
	})
	b, _ := exhibitPacket(t, d, 0)
	img := rendered(t, b, 1, 72)
	at := onSheet(fitted(letter(), 0, 1).ApplyRect(pdf.Rect{LLX: 350, LLY: 105, URX: 370, URY: 135}))
	if got := dark(img, at.Inset(-10)); !got.In(at.Inset(-1)) || got.Dx() < at.Dx()-3 {
		t.Errorf("the word is seen at %v, want %v", got, at)
	}
	if level := img.GrayAt(at.Max.X+20, at.Max.Y-10).Y; level == 255 {
		t.Error("the highlight is lost")
	}
}
