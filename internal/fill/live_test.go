package fill_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A live form reads back with the plan's values and, for the rest, the blank's own fields.
func TestLiveReadsBack(t *testing.T) {
	eachBlank(t, func(t *testing.T, b *fill.Blank, _ string) {
		part := everything(t, b, func(i int) bool { return i%3 != 0 })
		data := liveBytes(t, b, part)
		doc := reopen(t, data)
		if doc.Encrypted() {
			t.Error("still encrypted")
		}
		harmless(t, doc)
		got, err := doc.Fields()
		must(t, err)
		want := fieldsOf(t, b)
		if len(got) != len(want) {
			t.Fatalf("%d fields, the blank has %d", len(got), len(want))
		}
		for i := range want {
			sameField(t, doc, part, got[i], want[i])
		}
	})
}

func planned(part *plan.Part, name string) *plan.Field {
	for i := range part.Form.Fields {
		if part.Form.Fields[i].Name == name {
			return &part.Form.Fields[i]
		}
	}
	return nil
}

// sameField holds a field of the live form against the blank's and the plan's.
func sameField(t *testing.T, doc *pdf.Document, part *plan.Part, got, want pdf.Field) {
	t.Helper()
	p := planned(part, want.Name)
	same := got.Name == part.ID+"."+want.Name && got.Kind == want.Kind && got.Flags == want.Flags && got.MaxLen == want.MaxLen &&
		slices.Equal(got.Options, want.Options) && len(got.Widgets) == len(want.Widgets)
	if !same {
		t.Errorf("%s: the field itself changed", want.Name)
		return
	}
	value, err := doc.Text(got.Dict["V"])
	must(t, err)
	if p == nil {
		before, _ := want.Dict["V"].(pdf.String)
		if name, ok := want.Dict["V"].(pdf.Name); ok {
			before = pdf.String(name)
		}
		if value != before.Text() {
			t.Errorf("%s: value %q, the blank's is %q", want.Name, value, before.Text())
		}
		return
	}
	if value != p.Value {
		t.Errorf("%s: value %q, want %q", want.Name, value, p.Value)
	}
	w := got.Widgets[0].Dict
	if ap, err := doc.Dict(w["AP"]); err != nil || ap["N"] == nil {
		t.Errorf("%s: no appearance", want.Name)
	}
	if p.Kind == plan.CheckField && w["AS"] != pdf.Name(p.Value) {
		t.Errorf("%s: state %v, want %q", want.Name, w["AS"], p.Value)
	}
	if index := fmt.Sprint(got.Dict["I"]); p.Kind == plan.ChoiceField && index != fmt.Sprint(pdf.Array{pdf.Integer(p.Index)}) {
		t.Errorf("%s: /I %s, want %d", want.Name, index, p.Index)
	}
}

// harmless tells whether anything is left that acts, or that says the form is filled by other means.
func harmless(t *testing.T, doc *pdf.Document) {
	t.Helper()
	root, err := doc.Root()
	must(t, err)
	for _, key := range []pdf.Name{"OpenAction", "AA", "Perms", "Extensions"} {
		if root[key] != nil {
			t.Errorf("catalog still has /%s", key)
		}
	}
	form, err := doc.Dict(root["AcroForm"])
	must(t, err)
	for _, key := range []pdf.Name{"XFA", "SigFlags", "NeedAppearances", "CO"} {
		if form[key] != nil {
			t.Errorf("form still has /%s", key)
		}
	}
	names, err := doc.Dict(root["Names"])
	must(t, err)
	if names["JavaScript"] != nil || names["EmbeddedFiles"] != nil {
		t.Error("names of scripts or files are left")
	}
	for n := 1; n <= must1(t)(doc.PageCount()); n++ {
		page, err := doc.Page(n)
		must(t, err)
		annots, err := doc.Array(page.Dict["Annots"])
		must(t, err)
		for _, a := range annots {
			d, err := doc.Dict(a)
			must(t, err)
			action, err := doc.Dict(d["A"])
			must(t, err)
			if kind := action["S"]; d["AA"] != nil || kind != nil && kind != pdf.Name("URI") && kind != pdf.Name("GoTo") {
				t.Errorf("page %d: an annotation still acts: %v", n, d)
			}
		}
	}
	if doc.Trailer()["Encrypt"] != nil {
		t.Error("trailer still speaks of encryption")
	}
	for n := 1; n < must1(t)(doc.Int(doc.Trailer()["Size"])); n++ {
		o, err := doc.Load(pdf.Ref{Num: n})
		must(t, err)
		if name := acting(o); name != "" {
			t.Errorf("object %d holds /%s", n, name)
		}
	}
}

// acting finds an action that runs, sends or imports something in a value (ISO 32000-1, 12.6.4).
func acting(o pdf.Object) pdf.Name {
	switch v := o.(type) {
	case pdf.Name:
		if slices.Contains([]pdf.Name{"JavaScript", "Launch", "SubmitForm", "ImportData", "ResetForm", "XFA"}, v) {
			return v
		}
	case pdf.Array:
		for _, e := range v {
			if name := acting(e); name != "" {
				return name
			}
		}
	case pdf.Dict:
		for key, e := range v {
			if name := cmp.Or(acting(key), acting(e)); name != "" {
				return name
			}
		}
	case *pdf.Stream:
		return acting(v.Dict)
	}
	return ""
}

func must1(t *testing.T) func(n int, err error) int {
	return func(n int, err error) int { t.Helper(); must(t, err); return n }
}

// Every option of every list gets its own place in /Opt, also after a first option that is blank or empty.
func TestLiveChoiceIndex(t *testing.T) {
	eachBlank(t, func(t *testing.T, b *fill.Blank, _ string) {
		fields := slices.DeleteFunc(fieldsOf(t, b), func(f pdf.Field) bool { return f.Kind != pdf.KindChoice })
		if len(fields) == 0 {
			t.Skip("the form has no choice")
		}
		most := 0
		for _, f := range fields {
			most = max(most, len(f.Options))
		}
		step := 30
		if b.Pages() == 4 && !b.Document().Encrypted() { // our G-28, which is small, takes all of them
			step = 1
		}
		for at := 0; at < most+step; at += step {
			chooseAt(t, b, fields, at)
		}
	})
}

// chooseAt chooses option number at in each list, or its last.
func chooseAt(t *testing.T, b *fill.Blank, fields []pdf.Field, at int) {
	t.Helper()
	form := &plan.FormPart{Form: "TEST"}
	for _, f := range fields {
		i := min(at, len(f.Options)-1)
		o := f.Options[i]
		form.Fields = append(form.Fields, plan.Field{
			Name: f.Name, Item: "1", Kind: plan.ChoiceField, Value: o.Export, Index: i, Lines: []string{o.Label},
			Face: font.MonoBold, Size: shrunk(o.Label, f.Widgets[0].Rect.Width()),
		})
	}
	doc := reopen(t, liveBytes(t, b, &plan.Part{ID: "x", Form: form}))
	got, err := doc.Fields()
	must(t, err)
	for _, f := range got {
		p := planned(&plan.Part{Form: form}, strings.TrimPrefix(f.Name, "x."))
		if p == nil {
			continue
		}
		list, err := doc.Array(f.Dict["I"])
		must(t, err)
		i := must1(t)(doc.Int(list[0]))
		if len(list) != 1 || i < 0 || i >= len(f.Options) || f.Options[i].Export != p.Value {
			t.Errorf("%s: /I %v for %q", f.Name, list, p.Value)
		}
	}
}

// qpdf finds nothing wrong, and pdftotext, which trusts /I over appearances where it makes its own, reads the state.
func TestLiveInForeignTools(t *testing.T) {
	eachBlank(t, func(t *testing.T, b *fill.Blank, _ string) {
		path := write(t, "live.pdf", liveBytes(t, b, everything(t, b, all)))
		if _, err := exec.LookPath("qpdf"); err == nil {
			if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
				t.Errorf("qpdf --check: %s", out)
			}
		}
		if _, err := exec.LookPath("pdftotext"); err == nil {
			out, err := exec.Command("pdftotext", "-enc", "UTF-8", path, "-").Output()
			if err != nil || !strings.Contains(string(out), "Mgjo") {
				t.Errorf("pdftotext does not see the values: %v", err)
			}
		}
	})
}

// Copies built at the same time from one blank are the same bytes as one built alone.
func TestOneBlankManyCopies(t *testing.T) {
	for _, ed := range editions(t) {
		if ed.Form != "G-28" {
			continue
		}
		b, _ := practiceBlank(t, ed)
		part := everything(t, b, all)
		want, flat := liveBytes(t, b, part), flattened(t, b, part)
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if !bytes.Equal(liveBytes(t, b, part), want) || !bytes.Equal(flattened(t, b, part), flat) {
					t.Error("another copy has other bytes")
				}
			})
		}
		group.Wait()
	}
}

// A copy has the same bytes whichever time its blank was opened: nothing of the order in which a map is walked is left in it.
func TestBlanksOpenedAnewGiveTheSameCopy(t *testing.T) {
	for _, ed := range editions(t) {
		var want []byte
		for range 4 {
			b, _ := practiceBlank(t, ed)
			got := liveBytes(t, b, everything(t, b, all))
			if want == nil {
				want = got
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s: the same copy of a blank opened anew has other bytes", ed.Form)
				break
			}
		}
	}
}
