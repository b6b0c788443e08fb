package practice

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// faces is parsed once for all tests; it is safe for concurrent use.
var faces = font.NewSet()

// eachEdition runs a test on every built-in edition.
func eachEdition(t *testing.T, test func(t *testing.T, ed *catalog.Edition)) {
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	for _, ed := range c.Editions() {
		t.Run(ed.Form, func(t *testing.T) { test(t, ed) })
	}
}

func blank(t *testing.T, ed *catalog.Edition) []byte {
	t.Helper()
	data, err := Blank(ed, faces)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The practice form has the inventory's fields: names, kinds, places, lengths, states and options.
func TestFieldsAreTheInventorys(t *testing.T) {
	eachEdition(t, func(t *testing.T, ed *catalog.Edition) {
		data := blank(t, ed)
		doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := doc.PageCount(); n != ed.Pages {
			t.Errorf("%d pages, want %d, %v", n, ed.Pages, err)
		}
		fields, err := doc.Fields()
		if err != nil || len(fields) != len(ed.Fields) {
			t.Fatalf("%d fields, want %d, %v", len(fields), len(ed.Fields), err)
		}
		byName := map[string]pdf.Field{}
		for _, f := range fields {
			byName[f.Name] = f
		}
		list, err := boxes.Of(ed)
		if err != nil {
			t.Fatal(err)
		}
		for i := range ed.Fields {
			sameField(t, byName[ed.Fields[i].Name], &ed.Fields[i], list[i])
		}
	})
}

func sameField(t *testing.T, got pdf.Field, want *catalog.Field, place boxes.Box) {
	t.Helper()
	if kind := strings.TrimPrefix(got.Kind.String(), "push"); string(want.Kind) != kind {
		t.Errorf("%s: kind %s, want %s", want.Name, got.Kind, want.Kind)
		return
	}
	comb, several := got.Flags&pdf.FlagComb != 0, got.Flags&pdf.FlagMultiline != 0
	if want.Kind == catalog.KindText && (got.MaxLen != want.MaxLen || comb != want.Comb || several != place.Multiline) {
		t.Errorf("%s: length %d comb %v multiline %v", want.Name, got.MaxLen, comb, several)
	}
	if (want.Kind == catalog.KindText || want.Kind == catalog.KindChoice) && got.Align != want.Align {
		t.Errorf("%s: alignment %d, want %d", want.Name, got.Align, want.Align)
	}
	w := got.Widgets[0]
	for i, v := range []float64{w.Rect.LLX, w.Rect.LLY, w.Rect.URX, w.Rect.URY} {
		if math.Abs(v-place.Rect[i]) > 0.011 || w.Page != place.Page {
			t.Errorf("%s: page %d %v, want %d %v", want.Name, w.Page, w.Rect, place.Page, place.Rect)
			break
		}
	}
	if want.Kind == catalog.KindCheckbox && !slices.Equal(w.On, want.On) {
		t.Errorf("%s: states %q, want %q", want.Name, w.On, want.On)
	}
	for i, o := range got.Options {
		if [2]string{o.Export, o.Label} != want.Options[i] {
			t.Errorf("%s: option %d is %v, want %v", want.Name, i, o, want.Options[i])
		}
	}
	if len(got.Options) != len(want.Options) {
		t.Errorf("%s: %d options, want %d", want.Name, len(got.Options), len(want.Options))
	}
}

func TestSameBytesTwice(t *testing.T) {
	eachEdition(t, func(t *testing.T, ed *catalog.Edition) {
		if !bytes.Equal(blank(t, ed), blank(t, ed)) {
			t.Error("two runs differ")
		}
	})
}

// Every page says what it is; foreign tools read it and find nothing wrong with the file.
func TestForeignToolsReadEveryPage(t *testing.T) {
	eachEdition(t, func(t *testing.T, ed *catalog.Edition) {
		path := filepath.Join(t.TempDir(), "practice.pdf")
		if err := os.WriteFile(path, blank(t, ed), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := exec.LookPath("qpdf"); err == nil {
			if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
				t.Errorf("qpdf --check: %s", out)
			}
		}
		if _, err := exec.LookPath("pdftotext"); err != nil {
			t.Skip("pdftotext is not on PATH")
		}
		out, err := exec.Command("pdftotext", "-enc", "UTF-8", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
		for i, page := range pages {
			for _, want := range []string{"PRACTICE FORM, not for filing", fmt.Sprintf("%s, edition %s, page %d of %d", ed.Form, ed.Printed, i+1, ed.Pages)} {
				if !strings.Contains(page, want) {
					t.Errorf("page %d does not say %q", i+1, want)
				}
			}
		}
	})
}

// Captions stand on no box and on no other caption, and nearly all are written in full.
func TestCaptionsAreLegible(t *testing.T) {
	eachEdition(t, func(t *testing.T, ed *catalog.Edition) {
		list, err := boxes.Of(ed)
		if err != nil {
			t.Fatal(err)
		}
		m := newMaker(ed, list, faces, new(bytes.Buffer))
		cramped := 0
		for n := 1; n <= ed.Pages; n++ {
			s := &sheet{ed: ed, number: n, canvas: ink.NewCanvas(m.fonts), fonts: m.fonts, boxes: m.on(n)}
			s.draw()
			for i, a := range s.taken {
				if slices.ContainsFunc(s.taken[:i], func(b pdf.Rect) bool { return !a.Intersect(b).Empty() }) {
					cramped++
				}
			}
		}
		if most := len(ed.Fields) / 20; cramped > most {
			t.Errorf("%d captions of %d stand on others, at most %d may", cramped, len(ed.Fields), most)
		}
	})
}

func TestFieldBeyondThePagesIsAnError(t *testing.T) {
	ed := &catalog.Edition{Form: "X-1", Edition: "2026-01-01", Pages: 1, Fields: []catalog.Field{
		{Name: "a[0].b[0]", Kind: catalog.KindText, Page: 2, Rect: [4]float64{10, 10, 90, 28}},
	}}
	_, err := Blank(ed, faces)
	if err == nil || !strings.Contains(err.Error(), "practice form X-1") || !strings.Contains(err.Error(), "page 2 of 1") {
		t.Errorf("error %v", err)
	}
}

// A hierarchy of names, a check box of unknown state and a name without a parent.
func TestNamesAndStates(t *testing.T) {
	ed := &catalog.Edition{Form: "X-1", Edition: "2026-01-01", Printed: "01/01/26", Pages: 1, Fields: []catalog.Field{
		{Name: "f[0].#s[0].one[0]", Kind: catalog.KindCheckbox, Page: 1, Rect: [4]float64{10, 10, 20, 20}},
		{Name: "f[0].#s[0].two[0]", Kind: catalog.KindText, Page: 1, Rect: [4]float64{10, 40, 90, 58}},
		{Name: "alone", Kind: catalog.KindText, Page: 1, Rect: [4]float64{10, 80, 90, 98}},
	}}
	data := blank(t, ed)
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fields, err := doc.Fields()
	if err != nil || len(fields) != 3 {
		t.Fatal(fields, err)
	}
	for i, f := range fields {
		if f.Name != ed.Fields[i].Name {
			t.Errorf("name %q, want %q", f.Name, ed.Fields[i].Name)
		}
	}
	if on := fields[0].Widgets[0].On; len(on) != 1 || on[0] != "1" {
		t.Errorf("states %q", on)
	}
}
