package assemble

import (
	"image"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// How content goes into the packet: one stream untouched in a form XObject, several untouched between q and Q, unless a
// pattern forbids it.
func TestHowContentIsTaken(t *testing.T) {
	pattern := pdf.Dict{"Pattern": pdf.Dict{"P": pdf.Dict{"PatternType": pdf.Integer(2)}}}
	for name, c := range map[string]struct {
		spec  spec
		boxed bool
	}{
		"one":               {spec{contents: []string{sample}}, true},
		"two":               {spec{contents: []string{"0 0 9 9 re", "f"}}, false},
		"two, patterned":    {spec{contents: []string{"0 0 9 9 re", "f"}, dict: pdf.Dict{"Resources": pattern}}, true},
		"none":              {spec{}, false},
		"one and something": {spec{dict: pdf.Dict{"Contents": pdf.Array{pdf.Integer(3), nil}}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := exhibitPacket(t, made(t, []spec{c.spec}, nil), 0)
			checked(t, b)
			text := content(t, opened(t, b), 1)
			if got := strings.Contains(text, "/PPkPage Do"); got != c.boxed {
				t.Errorf("boxed %v:\n%s", got, text)
			}
		})
	}
}

// The bytes of a source's streams are the same in the packet.
func TestStreamsAreUntouched(t *testing.T) {
	d := made(t, []spec{{contents: []string{strings.Repeat(sample+" ", 30)}}}, nil)
	p, err := d.Page(1)
	must(t, err)
	s, err := d.Stream(p.Dict["Contents"])
	must(t, err)
	raw, err := d.Raw(s)
	must(t, err)
	b, _ := exhibitPacket(t, d, 0)
	if s.Dict["Filter"] != pdf.Name("FlateDecode") || !strings.Contains(string(b), string(raw)) {
		t.Errorf("the stream, %v, is not in the packet as it was", s.Dict["Filter"])
	}
}

// A tiling pattern lies under the page's content as before, in one stream or several.
func TestPatternsStayInPlace(t *testing.T) {
	for name, contents := range map[string][]string{
		"one":     {"/Pattern cs /P scn 100 100 300 300 re f"},
		"several": {"/Pattern cs /P scn", "100 100 300 300 re f"},
	} {
		t.Run(name, func(t *testing.T) {
			s := spec{contents: contents}
			d := made(t, []spec{s}, func(w *pdf.Writer, pages []pdf.Dict, _ pdf.Dict) {
				tile, err := w.Add(pdf.NewStream(pdf.Dict{
					"PatternType": pdf.Integer(1), "PaintType": pdf.Integer(1), "TilingType": pdf.Integer(1),
					"BBox": rect(0, 0, 80, 80), "XStep": pdf.Integer(80), "YStep": pdf.Integer(80), "Resources": pdf.Dict{},
				}, []byte("0 g 20 20 40 20 re f")))
				must(t, err)
				pages[0]["Resources"] = pdf.Dict{"Pattern": pdf.Dict{"P": tile}}
			})
			b, _ := exhibitPacket(t, d, 0)
			checked(t, b)
			at := fitted(pdf.Rect{URX: 612, URY: 792}, 0, 1)
			img := rendered(t, b, 1, 72)
			for _, cell := range []pdf.Rect{{LLX: 180, LLY: 180, URX: 220, URY: 200}, {LLX: 340, LLY: 260, URX: 380, URY: 280}} {
				want := onSheet(at.ApplyRect(cell))
				if got := dark(img, want.Inset(-6)); !got.In(want.Inset(-3)) || got.Dx() < want.Dx()-4 { // poppler lays tiles on whole pixels
					t.Errorf("the tile lies at %v, want %v", got, want)
				}
			}
		})
	}
}

// A layer that is switched off in an exhibit is not seen in the packet, be it content or an annotation that lies on it.
func TestHiddenLayersStayHidden(t *testing.T) {
	for state, want := range map[string]bool{"OFF": false, "ON": true} {
		for place, content := range map[string]string{"content": "/OC /Layer BDC 0 g 100 100 200 200 re f EMC", "stamp": ""} {
			d := made(t, []spec{{contents: []string{content}}}, func(w *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict) {
				layer, err := w.Add(pdf.Dict{"Type": pdf.Name("OCG"), "Name": pdf.String("Notes")})
				must(t, err)
				pages[0]["Resources"] = pdf.Dict{"Properties": pdf.Dict{"Layer": layer}}
				catalog["OCProperties"] = pdf.Dict{"OCGs": pdf.Array{layer}, "D": pdf.Dict{pdf.Name(state): pdf.Array{layer}}}
				if content == "" {
					look, err := w.Add(pdf.NewStream(pdf.Dict{"Subtype": pdf.Name("Form"), "BBox": rect(0, 0, 9, 9)}, []byte("0 g 0 0 9 9 re f")))
					must(t, err)
					pages[0]["Annots"] = pdf.Array{pdf.Dict{
						"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4), "OC": layer,
						"Rect": rect(100, 100, 300, 300), "AP": pdf.Dict{"N": look},
					}}
				}
			})
			b, _ := exhibitPacket(t, d, 0)
			checked(t, b)
			if got := !dark(rendered(t, b, 1, 40), image.Rect(0, 0, 340, 400)).Empty(); got != want {
				t.Errorf("%s, %s: shown %v", place, state, got)
			}
		}
	}
}
