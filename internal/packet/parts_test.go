package packet

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// Every part on its own says page by page what the packet says, in print and in live fields alike.
func TestPartsSayWhatThePacketSays(t *testing.T) {
	t.Run("practice", func(t *testing.T) { partsSay(t, house(t), true) })
	t.Run("official", func(t *testing.T) {
		forms := testkit.Forms(t)
		h := house(t)
		h.Before = []string{forms}
		partsSay(t, h, false)
	})
}

func partsSay(t *testing.T, h *House, practice bool) {
	desk := h.Desk()
	defer desk.Close()
	job := medical(t)
	job.Practice = practice
	job.Case.Case.Beneficiaries[0].Request.Reasons = strings.Repeat("Ünique wörds of a long story. ", 700)
	p, err := desk.Plan(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := p.SheetsOf("i-131/nour"); !ok {
		t.Fatal("the case has no continuation sheets")
	}
	var whole bytes.Buffer
	if _, err := desk.Build(t.Context(), job, p, &whole); err != nil {
		t.Fatal(err)
	}
	packet := openedPart(t, whole.Bytes())
	for _, fillable := range []bool{false, true} {
		pages := 0
		for _, f := range PartFiles(p, fillable) {
			pages += f.Plan.Pages
			sayTheSame(t, desk, job, f, packet)
		}
		if pages != p.Pages {
			t.Errorf("%d pages in parts, %d in the packet", pages, p.Pages)
		}
	}
}

// sayTheSame builds one part twice and holds its pages against the packet's.
func sayTheSame(t *testing.T, desk *Desk, job Job, f PartFile, packet *pdf.Document) {
	t.Helper()
	var out, again bytes.Buffer
	for _, to := range []io.Writer{&out, &again} {
		if _, err := desk.BuildPart(t.Context(), job, f, to); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("%s: another build has other bytes", f.Name)
	}
	doc := openedPart(t, out.Bytes())
	if n, err := doc.PageCount(); err != nil || n != f.Plan.Pages {
		t.Fatalf("%s: %d pages, want %d, %v", f.Name, n, f.Plan.Pages, err)
	}
	for i := range f.Plan.Parts {
		part := &f.Plan.Parts[i]
		if f.Fillable && part.Form != nil {
			liveValues(t, doc, part)
			continue
		}
		for n := range part.Pages {
			got, want := textOf(t, doc, part.First+n), textOf(t, packet, part.OnFile(n))
			if got != want {
				t.Fatalf("%s, page %d of %s:\n%s\nin the packet:\n%s", f.Name, n+1, part.ID, got, want)
			}
		}
	}
}

// liveValues holds the fields of a live form against the plan, and its words DRAFT and PRACTICE.
func liveValues(t *testing.T, doc *pdf.Document, part *plan.Part) {
	t.Helper()
	fields, err := doc.Fields()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]string{}
	for _, f := range fields {
		if have[f.Name], err = doc.Text(f.Dict["V"]); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range part.Form.Fields {
		if got := have[part.ID+"."+f.Name]; got != f.Value {
			t.Errorf("%s %s: %q, want %q", part.ID, f.Item, got, f.Value)
		}
	}
	if text := textOf(t, doc, 1); part.Form.Practice && !strings.Contains(text, "PRACTICE") {
		t.Errorf("%s: not marked PRACTICE: %s", part.ID, text)
	}
}

func openedPart(t *testing.T, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func textOf(t *testing.T, doc *pdf.Document, page int) string {
	t.Helper()
	text, err := testkit.Text(doc, page)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Names sort as the packet is filed, suit Windows, and hold no long number.
func TestNamesOfParts(t *testing.T) {
	for in, want := range map[string]string{
		"I-131 nour":               "I-131 nour",
		"I-134 nour a123456789":    "I-134 nour a",
		"Exhibit C us/physician":   "Exhibit C us-physician",
		"Exhibit D con?<>:\"|*\\.": "Exhibit D con",
		"Tab A  x\ty\n":            "Tab A x-y",
		"G-1450 2026":              "G-1450 2026",
		"...":                      "part",
		"Exhibit É " + strings.Repeat("long ", 40): strings.TrimSpace("Exhibit É " + strings.Repeat("long ", 10)),
	} {
		if got := fileName(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	p := &plan.Plan{Pages: 120}
	for i := range 120 {
		p.Parts = append(p.Parts, plan.Part{ID: "i-131/nour", Kind: plan.Form, First: i + 1, Pages: 1, Form: &plan.FormPart{Form: "I-131"}})
	}
	last := ""
	for _, f := range PartFiles(p, false) {
		if f.Name <= last {
			t.Errorf("%q comes after %q", f.Name, last)
		}
		last = f.Name
	}
}
