package assemble

import (
	"image"
	"maps"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// annotated is a page with these annotations; each value of forms becomes an appearance stream under its name.
func annotated(t *testing.T, rotate int, annots func(form func(matrix pdf.Array) pdf.Ref) []pdf.Dict) *pdf.Document {
	return made(t, []spec{{dict: pdf.Dict{"Rotate": pdf.Integer(rotate)}, contents: []string{sample}}}, func(w *pdf.Writer, pages []pdf.Dict, _ pdf.Dict) {
		form := func(m pdf.Array) pdf.Ref {
			d := pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": pdf.Rect{URX: 10, URY: 20}.Array()}
			if m != nil {
				d["Matrix"] = m
			}
			ref, err := w.Add(pdf.NewStream(d, []byte("0 g 0 0 10 20 re f")))
			must(t, err)
			return ref
		}
		var list pdf.Array
		for _, a := range annots(form) {
			a["Type"] = pdf.Name("Annot")
			list = append(list, a)
		}
		pages[0]["Annots"] = list
	})
}

func rect(llx, lly, urx, ury float64) pdf.Array {
	return pdf.Rect{LLX: llx, LLY: lly, URX: urx, URY: ury}.Array()
}

// What prints of an annotation lies in the packet where it lay on its page, whatever its matrix and the page's rotation.
func TestAppearancesAreFlattened(t *testing.T) {
	turned := pdf.Array{pdf.Integer(0), pdf.Integer(1), pdf.Integer(-1), pdf.Integer(0), pdf.Integer(7), pdf.Integer(9)}
	for name, c := range map[string]struct {
		annot  pdf.Dict
		matrix pdf.Array
		rotate int
		shown  bool
	}{
		"stamp":              {annot: pdf.Dict{"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4)}, shown: true},
		"stamp, with matrix": {annot: pdf.Dict{"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4)}, matrix: turned, shown: true},
		"stamp, turned page": {annot: pdf.Dict{"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4)}, matrix: turned, rotate: 90, shown: true},
		"field":              {annot: pdf.Dict{"Subtype": pdf.Name("Widget"), "FT": pdf.Name("Tx"), "F": pdf.Integer(4)}, shown: true},
		"field, screen only": {annot: pdf.Dict{"Subtype": pdf.Name("Widget"), "FT": pdf.Name("Tx")}, shown: true},
		"printed, no view":   {annot: pdf.Dict{"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4 | 32)}, shown: true},
		"hidden":             {annot: pdf.Dict{"Subtype": pdf.Name("Stamp"), "F": pdf.Integer(4 | 2)}},
		"screen only":        {annot: pdf.Dict{"Subtype": pdf.Name("Highlight")}},
		"screen button":      {annot: pdf.Dict{"Subtype": pdf.Name("Widget"), "FT": pdf.Name("Btn"), "Ff": pdf.Integer(1 << 16)}},
		"pop-up":             {annot: pdf.Dict{"Subtype": pdf.Name("Popup"), "F": pdf.Integer(4)}},
	} {
		t.Run(name, func(t *testing.T) {
			d := annotated(t, c.rotate, func(form func(pdf.Array) pdf.Ref) []pdf.Dict {
				a := maps.Clone(c.annot)
				a["Rect"] = rect(400, 100, 500, 160)
				a["AP"] = pdf.Dict{"N": form(c.matrix)}
				return []pdf.Dict{a}
			})
			b, _ := exhibitPacket(t, d, 0)
			checked(t, b)
			p, err := d.Page(1)
			must(t, err)
			want := onSheet(fitted(p.CropBox, c.rotate, 1).ApplyRect(pdf.Rect{LLX: 400, LLY: 100, URX: 500, URY: 160}))
			got := dark(rendered(t, b, 1, 72), want.Inset(-3))
			if c.shown && (got.Dx() < want.Dx()-2 || got.Dy() < want.Dy()-2 || !got.In(want.Inset(-1))) {
				t.Errorf("shown at %v, want %v", got, want)
			}
			if !c.shown && !got.Empty() {
				t.Errorf("shown at %v", got)
			}
		})
	}
}

// onSheet turns points of a packet page into pixels at 72 dpi.
func onSheet(r pdf.Rect) image.Rectangle {
	return image.Rect(int(r.LLX), int(letterHeight-r.URY), int(r.URX+1), int(letterHeight-r.LLY+1))
}

// A check box shows the appearance of the state that it is in.
func TestStatesAreHonoured(t *testing.T) {
	for state, want := range map[pdf.Name]bool{"Yes": true, "Off": false} {
		d := annotated(t, 0, func(form func(pdf.Array) pdf.Ref) []pdf.Dict {
			return []pdf.Dict{{
				"Subtype": pdf.Name("Widget"), "F": pdf.Integer(4), "Rect": rect(400, 100, 420, 120),
				"AS": state, "AP": pdf.Dict{"N": pdf.Dict{"Yes": form(nil)}},
			}}
		})
		b, _ := exhibitPacket(t, d, 0)
		if got := strings.Contains(content(t, opened(t, b), 1), "/PPkA0 Do"); got != want {
			t.Errorf("state %s: shown %v", state, got)
		}
	}
}

// Links to the web go along, at the place that their words have now; everything that acts stays behind.
func TestWhatActsStaysBehind(t *testing.T) {
	action := func(kind string, more pdf.Dict) pdf.Dict {
		a := pdf.Dict{"S": pdf.Name(kind)}
		maps.Copy(a, more)
		return pdf.Dict{"Subtype": pdf.Name("Link"), "Rect": rect(100, 100, 200, 120), "A": a}
	}
	d := annotated(t, 90, func(form func(pdf.Array) pdf.Ref) []pdf.Dict {
		return []pdf.Dict{
			action("URI", pdf.Dict{"URI": pdf.String("https://www.uscis.gov/i-131")}),
			action("URI", pdf.Dict{"URI": pdf.String("file:///etc/passwd")}),
			action("URI", pdf.Dict{"URI": pdf.String("javascript:alert(1)")}),
			action("JavaScript", pdf.Dict{"JS": pdf.String("app.alert(1)")}),
			action("Launch", pdf.Dict{"F": pdf.String("calc.exe")}),
			action("SubmitForm", pdf.Dict{"F": pdf.String("http://example.com")}),
			action("GoTo", pdf.Dict{"D": pdf.String("chapter")}),
			{"Subtype": pdf.Name("FileAttachment"), "Rect": rect(0, 0, 9, 9), "F": pdf.Integer(4)},
			{"Subtype": pdf.Name("RichMedia"), "Rect": rect(0, 0, 9, 9)},
			{"Subtype": pdf.Name("Stamp"), "Rect": rect(0, 0, 9, 9), "F": pdf.Integer(4), "AP": pdf.Dict{"N": form(nil)}, "A": pdf.Dict{"S": pdf.Name("JavaScript"), "JS": pdf.String("x()")}},
		}
	})
	b, sum := exhibitPacket(t, d, 0)
	checked(t, b)
	want := map[string]int{lostUnsafe: 2, lostScripts: 2, lostLaunches: 1, lostSubmits: 1, lostInternal: 1, lostFiles: 1, lostMedia: 1}
	if !maps.Equal(sum.Removed, want) {
		t.Errorf("removed %v, want %v", sum.Removed, want)
	}
	links, err := opened(t, b).Links(1)
	must(t, err)
	if len(links) != 1 || links[0].URI != "https://www.uscis.gov/i-131" {
		t.Fatalf("links %+v", links)
	}
	p, err := d.Page(1)
	must(t, err)
	at := fitted(p.CropBox, 90, 1).ApplyRect(pdf.Rect{LLX: 100, LLY: 100, URX: 200, URY: 120})
	if got := links[0].Rect; got.Intersect(at).Width() < at.Width()-0.01 || got.Height() > at.Height()+0.01 {
		t.Errorf("the link lies at %v, want %v", got, at)
	}
	for _, word := range []string{"JavaScript", "Launch", "SubmitForm", "RichMedia", "FileAttachment"} {
		if strings.Contains(objects(t, b), word) {
			t.Errorf("the packet holds /%s", word)
		}
	}
}

// The border that a reader draws around a link is seen in the packet too, in the page's new measures, whether the link
// still leads anywhere or not.
func TestLinksKeepTheirBorders(t *testing.T) {
	link := func(uri string, more pdf.Dict) pdf.Dict {
		d := pdf.Dict{
			"Subtype": pdf.Name("Link"), "Rect": rect(100, 100, 200, 120),
			"A": pdf.Dict{"S": pdf.Name("URI"), "URI": pdf.String(uri)},
		}
		maps.Copy(d, more)
		return d
	}
	drawn := pdf.Dict{
		"Border": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(2), pdf.Array{pdf.Integer(3)}},
		"C":      pdf.Array{pdf.Integer(0), pdf.Real(0.5), pdf.Integer(1)}, "F": pdf.Integer(4),
	}
	for name, c := range map[string]struct {
		annot pdf.Dict
		want  string // of Border, BS and C in the packet; empty for no link at all
		web   bool
	}{
		"web":          {link("https://www.uscis.gov", drawn), "[0 0 1.878787879 [2.818181818]] null [0 0.5 1]", true},
		"web, plain":   {link("https://www.uscis.gov", nil), "null null null", true},
		"dead":         {link("file:///x", drawn), "[0 0 1.878787879 [2.818181818]] null [0 0.5 1]", false},
		"dead, hidden": {link("file:///x", pdf.Dict{"Border": drawn["Border"], "F": pdf.Integer(2)}), "", false},
		"dead, bare":   {link("file:///x", pdf.Dict{"Border": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(0)}}), "", false},
		"dead, wrong":  {link("file:///x", pdf.Dict{"Border": pdf.Array{nil, pdf.Name("a"), pdf.Integer(1)}}), "", false},
		"style":        {link("file:///x", pdf.Dict{"BS": pdf.Dict{"S": pdf.Name("U")}}), "null <</S /U/W 0.939393939>> null", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := annotated(t, 0, func(func(pdf.Array) pdf.Ref) []pdf.Dict { return []pdf.Dict{c.annot} })
			b, _ := exhibitPacket(t, d, 0)
			checked(t, b)
			packet := opened(t, b)
			p, err := packet.Page(1)
			must(t, err)
			list, err := packet.Array(p.Dict["Annots"])
			must(t, err)
			if len(list) == 0 != (c.want == "") {
				t.Fatalf("%d links", len(list))
			}
			if c.want == "" {
				return
			}
			got, err := packet.Dict(list[0])
			must(t, err)
			if text := spelled(t, got["Border"]) + " " + spelled(t, got["BS"]) + " " + spelled(t, got["C"]); text != c.want {
				t.Errorf("border %s, want %s", text, c.want)
			}
			if (got["A"] != nil) != c.web {
				t.Errorf("action %v", got["A"])
			}
		})
	}
}

// spelled is an object as a file has it.
func spelled(t *testing.T, o pdf.Object) string {
	t.Helper()
	b, err := pdf.AppendObject(nil, o)
	must(t, err)
	return string(b)
}
