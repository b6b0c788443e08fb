package fill_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// faces is parsed once for all tests; it is safe for concurrent use.
var faces = font.NewSet()

// official opens an official blank, or skips.
func official(t testing.TB, name string) *fill.Blank {
	t.Helper()
	b, _ := officialAt(t, name)
	return b
}

// officialAt opens an official blank and says where it is, or skips.
func officialAt(t testing.TB, name string) (*fill.Blank, string) {
	t.Helper()
	path := filepath.Join(testkit.Forms(t), name+".pdf")
	doc, err := pdf.OpenFile(path, pdf.Options{})
	must(t, err)
	t.Cleanup(func() { doc.Close() })
	return blankOf(t, doc), path
}

func blankOf(t testing.TB, doc *pdf.Document) *fill.Blank {
	t.Helper()
	b, err := fill.Open(doc)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// fieldsOf lists the blank's fields.
func fieldsOf(t testing.TB, b *fill.Blank) []pdf.Field {
	t.Helper()
	fields, err := b.Document().Fields()
	if err != nil {
		t.Fatal(err)
	}
	return fields
}

// everything gives a value to each field that pick takes: a text as long as its box, a state, an option.
func everything(t testing.TB, b *fill.Blank, pick func(i int) bool) *plan.Part {
	t.Helper()
	form := &plan.FormPart{Form: "TEST"}
	for i, f := range fieldsOf(t, b) {
		if p, ok := valued(f); ok && pick(i) {
			form.Fields = append(form.Fields, p)
		}
	}
	return &plan.Part{ID: "test", Title: "Test form", Form: form}
}

func all(int) bool { return true }

// valued makes a value that suits the field; ok is false for barcodes and buttons.
func valued(f pdf.Field) (plan.Field, bool) {
	w := f.Widgets[0]
	if strings.Contains(f.Name, "Barcode") { // of older editions, which name them otherwise
		return plan.Field{}, false
	}
	p := plan.Field{
		Name: f.Name, Item: "1", Page: w.Page, Rect: [4]float64{w.Rect.LLX, w.Rect.LLY, w.Rect.URX, w.Rect.URY},
		Face: font.MonoBold, Size: 10, Align: f.Align,
	}
	switch f.Kind {
	case pdf.KindText:
		setText(&p, f, w)
	case pdf.KindCheckbox:
		p.Kind, p.Value = plan.CheckField, w.On[0]
	case pdf.KindChoice:
		p.Kind, p.Index = plan.ChoiceField, len(f.Options)-1
		for p.Index > 0 && f.Options[p.Index].Export == f.Options[p.Index-1].Export {
			p.Index--
		}
		p.Value, p.Lines = f.Options[p.Index].Export, []string{f.Options[p.Index].Label}
		p.Size = shrunk(p.Lines[0], w.Rect.Width())
	default:
		return p, false
	}
	return p, true
}

// shrunk is the largest size up to ten points at which a monospaced line fits.
func shrunk(line string, width float64) float64 {
	return min(10, (width-4)/(0.601*float64(len([]rune(line)))))
}

func setText(p *plan.Field, f pdf.Field, w pdf.Widget) {
	const sample = "Mgjo XW 8µ Çelik Łódź 0123456789 Hxqy 55 rest of a long text that fills a box "
	room := int((w.Rect.Width() - 4) / 6.01)
	lines := 1
	p.Kind = plan.TextField
	switch {
	case f.Flags&pdf.FlagComb != 0 && f.MaxLen > 0:
		p.Comb, room = f.MaxLen, f.MaxLen
	case f.Flags&pdf.FlagMultiline != 0:
		p.Multiline, p.Leading = true, 18
		lines = max(1, int(w.Rect.Height()/18))
	}
	if f.MaxLen > 0 {
		room = min(room, f.MaxLen)
	}
	text := []rune(strings.Repeat(sample, 3))
	for range lines {
		p.Lines = append(p.Lines, strings.TrimSpace(string(text[:max(1, room)])))
	}
	p.Value = strings.Join(p.Lines, "\n")
	if f.MaxLen > 0 && len([]rune(p.Value)) > f.MaxLen {
		p.Lines = p.Lines[:1]
		p.Value = p.Lines[0]
	}
}

// flattened writes the pages as the assembler does: values over the page, no widgets.
func flattened(t testing.TB, b *fill.Blank, part *plan.Part) []byte {
	t.Helper()
	fonts := ink.NewFonts(faces)
	f, err := fill.Fill(part, b, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return packed(t, f.Flatten(), fonts)
}

// packed writes pages with their ink into a file of their own.
func packed(t testing.TB, pages []ink.Page, fonts *ink.Fonts) []byte {
	t.Helper()
	var out bytes.Buffer
	w := pdf.NewWriter(&out, pdf.WriterOptions{})
	tree := w.Reserve()
	var kids pdf.Array
	for _, p := range pages {
		kids = append(kids, onePage(t, w, p, tree))
	}
	must(t, w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Count": pdf.Integer(len(kids)), "Kids": kids}))
	must(t, fonts.Finish(w))
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
	return out.Bytes()
}

func onePage(t testing.TB, w *pdf.Writer, p ink.Page, tree pdf.Ref) pdf.Ref {
	t.Helper()
	page, err := p.Doc.Page(p.Number)
	must(t, err)
	content, err := p.Doc.Content(page)
	must(t, err)
	imp := w.Importer(p.Doc)
	copied, err := imp.Object(page.Resources)
	must(t, err)
	resources, body := copied.(pdf.Dict), append([]byte("q\n"), content...)
	body = append(body, "\nQ\n"...)
	if p.Over != nil {
		extra, err := p.Over.Resources(w, imp)
		must(t, err)
		merge(t, p.Doc, imp, resources, page.Resources, extra)
		body = append(body, p.Over.Bytes()...)
	}
	stream, err := w.Add(pdf.FlateStream(pdf.Dict{}, body))
	must(t, err)
	ref, err := w.Add(pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": page.MediaBox.Array(), "Resources": resources, "Contents": stream,
	})
	must(t, err)
	return ref
}

// merge adds the canvas's resources to the page's.
func merge(t testing.TB, doc *pdf.Document, imp *pdf.Importer, to, page, extra pdf.Dict) {
	t.Helper()
	for kind, names := range extra {
		old, err := doc.Dict(page[kind])
		must(t, err)
		copied, err := imp.Object(old.Clone())
		must(t, err)
		sub := copied.(pdf.Dict)
		for name, v := range names.(pdf.Dict) {
			sub[name] = v
		}
		to[kind] = sub
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// write puts a file into the test's folder and gives its path.
func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, data, 0o600))
	return path
}

// filled fills with fonts of its own.
func filled(t testing.TB, b *fill.Blank, part *plan.Part) *fill.Filled {
	t.Helper()
	f, err := fill.Fill(part, b, ink.NewFonts(faces))
	must(t, err)
	return f
}

// liveBytes writes the live form.
func liveBytes(t testing.TB, b *fill.Blank, part *plan.Part) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := filled(t, b, part).WriteLive(&out, fill.Beside{})
	must(t, err)
	return out.Bytes()
}
