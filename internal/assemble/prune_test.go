package assemble

import (
	"fmt"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// gallery is a file whose two pages share a resource dictionary of ten pictures, of which the first page has this content,
// and what else change adds.
func gallery(t *testing.T, content string, change func(w *pdf.Writer, shared, page pdf.Dict)) *pdf.Document {
	specs := []spec{{contents: []string{content}}, {contents: []string{"/Im9 Do"}}}
	return made(t, specs, func(w *pdf.Writer, pages []pdf.Dict, _ pdf.Dict) {
		pictures := pdf.Dict{}
		for i := range 10 {
			pictures[pdf.Name(fmt.Sprint("Im", i))] = added(t, w, pdf.NewStream(pdf.Dict{
				"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(1), "Height": pdf.Integer(1),
				"ColorSpace": pdf.Name("DeviceGray"), "BitsPerComponent": pdf.Integer(8),
			}, fmt.Appendf(nil, "picture %d", i)))
		}
		shared := pdf.Dict{"XObject": pictures}
		if change != nil {
			change(w, shared, pages[0])
		}
		ref := added(t, w, shared)
		for _, p := range pages {
			if d, ok := p["Resources"].(pdf.Dict); !ok || d["XObject"] == nil {
				p["Resources"] = ref
			}
		}
	})
}

func added(t *testing.T, w *pdf.Writer, o pdf.Object) pdf.Ref {
	t.Helper()
	ref, err := w.Add(o)
	must(t, err)
	return ref
}

// form is a form XObject, or with other keys a tiling pattern, that paints a picture.
func form(picture string, more pdf.Dict) *pdf.Stream {
	d := pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box(9, 9)}
	for k, v := range more {
		d[k] = v
	}
	return pdf.NewStream(d, []byte("/"+picture+" Do"))
}

// What of a shared dictionary a page names goes along, the rest stays behind; where that cannot be told, all goes along.
func TestUnusedResourcesStayBehind(t *testing.T) {
	everything := "0 1 2 3 4 5 6 7 8 9"
	for name, c := range map[string]struct {
		content string
		change  func(w *pdf.Writer, shared, page pdf.Dict)
		want    string
	}{
		"named":              {"/Im3 Do q /Im#35 Do Q", nil, "3 5"},
		"nothing named":      {"0 0 9 9 re f", nil, ""},
		"named in a string":  {"BT (see /Im4) Tj ET", nil, "4"},
		"a picture's colour": {"/Im1 Do BI /W 1 /H 1 /BPC 8 /CS /G ID ( EI /Im2 Do", nil, "1 2"},
		"by a form without resources": {"/Fm Do", func(w *pdf.Writer, shared, _ pdf.Dict) {
			shared["XObject"].(pdf.Dict)["Fm"] = added(t, w, form("Im6", nil))
		}, "6"},
		"by a form in a form": {"/Fm Do", func(w *pdf.Writer, shared, _ pdf.Dict) {
			shared["XObject"].(pdf.Dict)["Inner"] = added(t, w, form("Im7", nil))
			shared["XObject"].(pdf.Dict)["Fm"] = added(t, w, form("Inner", pdf.Dict{"Resources": pdf.Dict{}}))
		}, "7"},
		"by a pattern": {"/Pattern cs /P scn 0 0 9 9 re f", func(w *pdf.Writer, shared, _ pdf.Dict) {
			tile := pdf.Dict{"Type": pdf.Name("Pattern"), "PatternType": pdf.Integer(1), "PaintType": pdf.Integer(1), "TilingType": pdf.Integer(1),
				"XStep": pdf.Integer(9), "YStep": pdf.Integer(9), "Resources": pdf.Dict{}}
			shared["Pattern"] = pdf.Dict{"P": added(t, w, form("Im8", tile))}
		}, "8"},
		"by a soft mask": {"/GS gs", func(w *pdf.Writer, shared, _ pdf.Dict) {
			group := added(t, w, form("Im2", pdf.Dict{"Group": pdf.Dict{"S": pdf.Name("Transparency")}}))
			shared["ExtGState"] = pdf.Dict{"GS": pdf.Dict{"SMask": pdf.Dict{"S": pdf.Name("Alpha"), "G": group}}}
		}, "2"},
		"perhaps by glyphs": {"BT /T3 9 Tf ET", func(w *pdf.Writer, shared, _ pdf.Dict) {
			shared["Font"] = pdf.Dict{"T3": added(t, w, pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type3")})}
		}, everything},
		"content in another encoding": {"", func(w *pdf.Writer, _, page pdf.Dict) {
			page["Contents"] = added(t, w, pdf.NewStream(pdf.Dict{"Filter": pdf.Name("ASCIIHexDecode")}, []byte("2F496D3020446F>")))
		}, everything},
		"a few of its own": {"/A Do", func(w *pdf.Writer, shared, page pdf.Dict) {
			pictures := shared["XObject"].(pdf.Dict)
			page["Resources"] = pdf.Dict{"XObject": pdf.Dict{"A": pictures["Im0"], "B": pictures["Im1"]}}
		}, "0 1"},
	} {
		t.Run(name, func(t *testing.T) {
			d := gallery(t, c.content, c.change)
			pages := all(t, d, true, 0)[:1]
			b, _ := assembled(t, exhibitPlan(1), map[string][]ink.Page{"exhibit/lease": pages})
			checked(t, b)
			var got []string
			for i := range 10 {
				if strings.Contains(string(b), fmt.Sprintf("\npicture %d\n", i)) {
					got = append(got, fmt.Sprint(i))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("pictures %v, want %s", got, c.want)
			}
		})
	}
}
