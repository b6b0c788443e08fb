package fill_test

import (
	"bytes"
	"strings"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// oddForm is a blank with what the agency's forms do not have: fields shown twice, check boxes without an appearance,
// buttons that do not print, widgets of no field, and scripts everywhere.
type oddForm struct {
	t     *testing.T
	w     *pdf.Writer
	pages [2]pdf.Ref
	kids  [2]pdf.Array // annotations a page
	list  pdf.Array    // fields
}

func newOddForm(t *testing.T) *fill.Blank {
	t.Helper()
	var out bytes.Buffer
	o := &oddForm{t: t, w: pdf.NewWriter(&out, pdf.WriterOptions{})}
	o.pages = [2]pdf.Ref{o.w.Reserve(), o.w.Reserve()}
	o.twice()
	o.radioLike()
	script := pdf.Dict{"S": pdf.Name("JavaScript"), "JS": pdf.String("app.beep()")}
	o.field("bare", 0, pdf.Dict{"FT": pdf.Name("Btn"), "F": pdf.Integer(4), "A": script}, 300)
	o.field("hidden", 0, pdf.Dict{"FT": pdf.Name("Tx"), "F": pdf.Integer(2 | 32), "AA": pdf.Dict{"K": script}}, 340)
	for i, flags := range []int{4, 0, 4 | 2} { // printed, screen only, hidden
		o.field("button"+string(rune('0'+i)), 1, pdf.Dict{
			"FT": pdf.Name("Btn"), "Ff": pdf.Integer(1 << 16), "F": pdf.Integer(flags), "AP": pdf.Dict{"N": o.black()},
		}, 100+40*i)
	}
	orphan := o.add(pdf.Dict{"Subtype": pdf.Name("Widget"), "F": pdf.Integer(4), "AP": pdf.Dict{"N": o.black()}, "Rect": box(220)})
	o.kids[1] = append(o.kids[1], orphan)
	o.kids[1] = append(o.kids[1], o.add(pdf.Dict{
		"Subtype": pdf.Name("Link"), "Rect": box(400), "A": pdf.Dict{"S": pdf.Name("URI"), "URI": pdf.String("https://example.com"), "Next": script},
	}))
	o.finish(script)
	return blankOf(t, reopen(t, out.Bytes()))
}

func box(y int) pdf.Array {
	return pdf.Array{pdf.Integer(100), pdf.Integer(y), pdf.Integer(200), pdf.Integer(y + 20)}
}

func (o *oddForm) add(v pdf.Object) pdf.Ref {
	ref, err := o.w.Add(v)
	must(o.t, err)
	return ref
}

// black is an appearance that blackens its box, turned and of another size than the widget.
func (o *oddForm) black() pdf.Ref {
	return o.add(pdf.NewStream(pdf.Dict{
		"Subtype": pdf.Name("Form"), "BBox": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(5), pdf.Integer(50)},
		"Matrix": pdf.Matrix{0, 1, -1, 0, 7, 7}.Array(),
	}, []byte("0 g 0 0 5 50 re f")))
}

func (o *oddForm) field(name string, page int, d pdf.Dict, y int) {
	d["Subtype"], d["T"], d["Rect"] = pdf.Name("Widget"), pdf.String(name), box(y)
	ref := o.add(d)
	o.list, o.kids[page] = append(o.list, ref), append(o.kids[page], ref)
}

// twice is a text field with a widget on each page.
func (o *oddForm) twice() {
	parent := o.w.Reserve()
	var kids pdf.Array
	for page := range 2 {
		ref := o.add(pdf.Dict{"Subtype": pdf.Name("Widget"), "F": pdf.Integer(4), "Parent": parent, "Rect": box(500)})
		kids, o.kids[page] = append(kids, ref), append(o.kids[page], ref)
	}
	must(o.t, o.w.Write(parent, pdf.Dict{"FT": pdf.Name("Tx"), "T": pdf.String("twice"), "Kids": kids}))
	o.list = append(o.list, parent)
}

// radioLike is one check box with two widgets of different states.
func (o *oddForm) radioLike() {
	parent := o.w.Reserve()
	var kids pdf.Array
	for i, state := range []pdf.Name{"M", "F"} {
		ref := o.add(pdf.Dict{
			"Subtype": pdf.Name("Widget"), "F": pdf.Integer(4), "Parent": parent, "Rect": box(600 + 40*i),
			"AS": pdf.Name("Off"), "AP": pdf.Dict{"N": pdf.Dict{state: o.black()}},
		})
		kids, o.kids[0] = append(kids, ref), append(o.kids[0], ref)
	}
	must(o.t, o.w.Write(parent, pdf.Dict{"FT": pdf.Name("Btn"), "T": pdf.String("sex"), "Kids": kids}))
	o.list = append(o.list, parent)
}

func (o *oddForm) finish(script pdf.Dict) {
	tree := o.w.Reserve()
	for i, ref := range o.pages {
		must(o.t, o.w.Write(ref, pdf.Dict{
			"Type": pdf.Name("Page"), "Parent": tree, "Annots": o.kids[i], "AA": pdf.Dict{"O": script},
			"MediaBox": pdf.Rect{URX: 612, URY: 792}.Array(),
		}))
	}
	must(o.t, o.w.Write(tree, pdf.Dict{
		"Type": pdf.Name("Pages"), "Count": pdf.Integer(2), "Kids": pdf.Array{o.pages[0], o.pages[1]},
	}))
	root := o.add(pdf.Dict{
		"Type": pdf.Name("Catalog"), "Pages": tree, "OpenAction": script, "AA": pdf.Dict{"WC": script},
		"Names":    pdf.Dict{"JavaScript": pdf.Dict{"Names": pdf.Array{pdf.String("x"), script}}},
		"AcroForm": pdf.Dict{"Fields": o.list, "NeedAppearances": true, "SigFlags": pdf.Integer(2), "XFA": pdf.String("<xdp/>")},
	})
	_, err := o.w.Close(root, nil)
	must(o.t, err)
}

func oddPart(fields ...plan.Field) *plan.Part {
	for i := range fields {
		fields[i].Item, fields[i].Face, fields[i].Size = "1", font.Sans, 10
	}
	return &plan.Part{ID: "odd", Title: "Odd", Form: &plan.FormPart{Form: "ODD", Fields: fields}}
}

func textField(name, text string) plan.Field {
	return plan.Field{Name: name, Kind: plan.TextField, Value: text, Lines: []string{text}}
}

func checkField(name, state string) plan.Field {
	return plan.Field{Name: name, Kind: plan.CheckField, Value: state}
}

// What prints in the blank prints in the packet, and nothing else does.
func TestOnlyWhatPrintsIsPainted(t *testing.T) {
	b := newOddForm(t)
	pages := filled(t, b, oddPart()).Flatten()
	if pages[0].Over != nil {
		t.Errorf("page 1 has ink without a value:\n%s", pages[0].Over.Bytes())
	}
	got := string(pages[1].Over.Bytes())
	if n := strings.Count(got, " Do\n"); n != 2 { // button0 and the widget of no field
		t.Errorf("%d appearances painted, want 2:\n%s", n, got)
	}
	// 5 by 50 points, turned by its matrix, onto 100 by 20.
	if !strings.Contains(got, "2 0 0 4 ") {
		t.Errorf("the appearance is not scaled onto its widget:\n%s", got)
	}
}

func TestOddFieldsFlattened(t *testing.T) {
	b := newOddForm(t)
	part := oddPart(textField("twice", "Nour"), textField("hidden", "seen"), checkField("sex", "F"), checkField("bare", "Yes"))
	pages := filled(t, b, part).Flatten()
	one, two := string(pages[0].Over.Bytes()), string(pages[1].Over.Bytes())
	if strings.Count(one, "Tj") != 2 || strings.Count(two, "Tj") != 1 {
		t.Errorf("texts on page 1 and 2:\n%s\n%s", one, two)
	}
	if strings.Count(one, " Do\n") != 1 {
		t.Errorf("one state of two is to be painted:\n%s", one)
	}
	if strings.Count(one, " l\nS\n") != 2 {
		t.Errorf("a box without an appearance gets our cross:\n%s", one)
	}
}

func TestOddFieldsLive(t *testing.T) {
	b := newOddForm(t)
	part := oddPart(textField("twice", "Nour"), textField("hidden", "seen"), checkField("sex", "F"), checkField("bare", "Yes"))
	doc := reopen(t, liveBytes(t, b, part))
	harmless(t, doc)
	fields, err := doc.Fields()
	must(t, err)
	for _, f := range fields {
		switch f.Name {
		case "sex":
			if a, z := f.Widgets[0].Dict["AS"], f.Widgets[1].Dict["AS"]; a != pdf.Name("Off") || z != pdf.Name("F") {
				t.Errorf("states %v and %v, want Off and F", a, z)
			}
		case "bare":
			if on := f.Widgets[0].On; len(on) != 1 || on[0] != "Yes" || f.Widgets[0].Dict["AS"] != pdf.Name("Yes") {
				t.Errorf("our own mark is not the state: %v", f.Widgets[0].Dict)
			}
		case "hidden":
			if flags, _ := doc.Int(f.Widgets[0].Dict["F"]); flags&4 == 0 || flags&(2|32) != 0 {
				t.Errorf("a value on a widget that does not show: /F %d", flags)
			}
		case "twice":
			for _, w := range f.Widgets {
				if w.Dict["AP"] == nil {
					t.Errorf("page %d: no appearance", w.Page)
				}
			}
		}
	}
	links, err := doc.Links(2)
	must(t, err)
	if len(links) != 1 || links[0].URI != "https://example.com" {
		t.Errorf("links %v, want the web address kept", links)
	}
}

// A form's fonts serve one file: those of the packet are untouched by a live copy.
func TestLiveKeepsPacketFontsClean(t *testing.T) {
	b := newOddForm(t)
	fonts := ink.NewFonts(faces)
	f, err := fill.Fill(oddPart(textField("twice", "Nour")), b, fonts)
	must(t, err)
	before := packed(t, f.Flatten(), fonts)
	again := ink.NewFonts(faces)
	g, err := fill.Fill(oddPart(textField("twice", "Nour")), b, again)
	must(t, err)
	_, err = g.WriteLive(&bytes.Buffer{}, fill.Beside{})
	must(t, err)
	if !bytes.Equal(before, packed(t, g.Flatten(), again)) {
		t.Error("writing live changed what is flattened")
	}
}
