package ink

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// file writes each drawing as a page and gives the bytes.
func file(t *testing.T, draws ...func(c *Canvas)) []byte {
	t.Helper()
	var out bytes.Buffer
	w, fonts := pdf.NewWriter(&out, pdf.WriterOptions{}), NewFonts(faces)
	tree, kids := w.Reserve(), pdf.Array{}
	for _, draw := range draws {
		c := NewCanvas(fonts)
		draw(c)
		resources, err := c.Resources(w, nil)
		must(t, err)
		content, err := w.Add(pdf.FlateStream(pdf.Dict{}, c.Bytes()))
		must(t, err)
		page, err := w.Add(pdf.Dict{
			"Type": pdf.Name("Page"), "Parent": tree, "Resources": resources, "Contents": content,
			"MediaBox": pdf.Rect{URX: 612, URY: 792}.Array(),
		})
		must(t, err)
		kids = append(kids, page)
	}
	must(t, w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(len(kids))}))
	must(t, fonts.Finish(w))
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
	return out.Bytes()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fontOf reads the font dictionary that page n names id.
func fontOf(t *testing.T, doc *pdf.Document, n int, id font.ID) (pdf.Ref, pdf.Dict) {
	t.Helper()
	page, err := doc.Page(n)
	must(t, err)
	fonts, err := doc.Dict(page.Resources["Font"])
	must(t, err)
	ref, _ := fonts[NewCanvas(nil).fontName(id)].(pdf.Ref)
	d, err := doc.Dict(ref)
	must(t, err)
	return ref, d
}

func reopen(t *testing.T, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	must(t, err)
	return doc
}

func text(id font.ID, s string) func(c *Canvas) {
	return func(c *Canvas) { c.Text(72, 700, id, 12, s) }
}

func TestFaceIsEmbeddedOnce(t *testing.T) {
	doc := reopen(t, file(t, text(font.SerifBold, "Nour"), text(font.SerifBold, "Samir")))
	first, d := fontOf(t, doc, 1, font.SerifBold)
	second, _ := fontOf(t, doc, 2, font.SerifBold)
	if first != second || first.Num == 0 {
		t.Errorf("fonts %v and %v, want one", first, second)
	}
	if d["Subtype"] != pdf.Name("Type0") || d["Encoding"] != pdf.Name("Identity-H") {
		t.Errorf("font %v", d)
	}
	name, _ := d["BaseFont"].(pdf.Name)
	if !regexp.MustCompile(`^[A-Z]{6}\+LiberationSerif-Bold$`).MatchString(string(name)) {
		t.Errorf("BaseFont %q", name)
	}
}

func TestEmbeddedFontHoldsUsedGlyphs(t *testing.T) {
	doc := reopen(t, file(t, text(font.Sans, "ABBA Ł")))
	_, d := fontOf(t, doc, 1, font.Sans)
	kids, err := doc.Array(d["DescendantFonts"])
	must(t, err)
	cid, err := doc.Dict(kids[0])
	must(t, err)
	widths, err := doc.Array(cid["W"])
	must(t, err)
	count := 0
	for i := 1; i < len(widths); i += 2 {
		run, err := doc.Array(widths[i])
		must(t, err)
		count += len(run)
	}
	if count != 4 { // A, B, space, Ł
		t.Errorf("%d widths in %v, want 4", count, widths)
	}
	stream, err := doc.Stream(d["ToUnicode"])
	must(t, err)
	cmap, err := doc.Decode(stream)
	must(t, err)
	for _, want := range []string{"4 beginbfchar", "<0041>", "<0042>", "<0020>", "<0141>"} {
		if !strings.Contains(string(cmap), want) {
			t.Errorf("no %s in the ToUnicode map", want)
		}
	}
	descriptor, err := doc.Dict(cid["FontDescriptor"])
	must(t, err)
	program, err := doc.Stream(descriptor["FontFile2"])
	must(t, err)
	body, err := doc.Decode(program)
	must(t, err)
	face, err := faces.Face(font.Sans)
	must(t, err)
	if len(body) == 0 || len(body) > len(face.Program())/2 {
		t.Errorf("program of %d bytes of %d is no subset", len(body), len(face.Program()))
	}
}

func TestToUnicodeSplitsLongMaps(t *testing.T) {
	glyphs, runes := make([]uint16, 250), map[uint16]rune{}
	for i := range glyphs {
		glyphs[i], runes[uint16(i)] = uint16(i), rune(0x10000+i)
	}
	got := string(toUnicode(glyphs, func(gid uint16) string { return string(runes[gid]) }))
	if strings.Count(got, "100 beginbfchar") != 2 || strings.Count(got, "50 beginbfchar") != 1 {
		t.Error("sections of more than 100 entries")
	}
	if !strings.Contains(got, "<0001> <D800DC01>") {
		t.Error("no surrogate pair for U+10001")
	}
}

func TestOrderOfDrawingLeavesNoTrace(t *testing.T) {
	one := reopen(t, file(t, text(font.Mono, "abc"), text(font.Mono, "xyz")))
	two := reopen(t, file(t, text(font.Mono, "zyx"), text(font.Mono, "cba")))
	_, a := fontOf(t, one, 1, font.Mono)
	_, b := fontOf(t, two, 1, font.Mono)
	if a["BaseFont"] != b["BaseFont"] {
		t.Errorf("fonts %v and %v of the same glyphs", a["BaseFont"], b["BaseFont"])
	}
	if !bytes.Equal(file(t, text(font.Mono, "abc")), file(t, text(font.Mono, "abc"))) {
		t.Error("two runs give different bytes")
	}
}

// Foreign tools read the text back and find nothing wrong with the file.
func TestForeignToolsReadTheText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "text.pdf")
	const want = "Łódź Çelik Αθήνα Москва ☒"
	must(t, os.WriteFile(path, file(t, text(font.Serif, want)), 0o600))
	if tool, err := exec.LookPath("pdftotext"); err == nil {
		out, err := exec.Command(tool, "-enc", "UTF-8", path, "-").CombinedOutput()
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("pdftotext says %q, %v", out, err)
		}
	}
	if tool, err := exec.LookPath("qpdf"); err == nil {
		if out, err := exec.Command(tool, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("qpdf --check: %s", out)
		}
	}
}

// A canvas over a page that a canvas drew must not take the page's own names.
func TestFreePrefix(t *testing.T) {
	doc := reopen(t, file(t, text(font.Mono, "abc")))
	page, err := doc.Page(1)
	must(t, err)
	if got := FreePrefix(doc, page.Resources); got != "PPk2k" {
		t.Errorf("prefix %q over a page of our own", got)
	}
	for name, want := range map[pdf.Name]string{
		"F1": "PPk", "PPk": "PPk2k", "PPk2k-mono": "PPk3k", "PPk41kX7": "PPk42k", "PPk99999999999999999999k": "PPk2k",
	} {
		if got := FreePrefix(doc, pdf.Dict{"XObject": pdf.Dict{name: nil}}); got != want {
			t.Errorf("prefix %q beside %s, want %q", got, name, want)
		}
	}
	if got := FreePrefix(doc, nil); got != "PPk" {
		t.Errorf("prefix %q over a page without resources", got)
	}
	c := NewCanvas(NewFonts(faces)).Named("PPk2k")
	c.Text(0, 0, font.Mono, 10, "a")
	c.Form(pdf.Ref{Num: 1}, pdf.Identity())
	if got := string(c.Bytes()); !strings.Contains(got, "/PPk2k-mono 10 Tf") || !strings.Contains(got, "/PPk2kX0 Do") {
		t.Errorf("names do not begin with the prefix:\n%s", got)
	}
}
