package assemble

import (
	"bytes"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// FuzzWrite assembles the first pages of whatever opens. It ends in an error, or in a packet that
// opens with as many pages and does nothing by itself.
func FuzzWrite(f *testing.F) {
	seed := &bytes.Buffer{}
	writeSample(f, pdf.NewWriter(seed, pdf.WriterOptions{}))
	f.Add(seed.Bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj " +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Rotate 90/Contents[4 0 R 4 0 R]/Resources<</Pattern<</P 3 0 R>>>>" +
		"/Annots[<</Subtype/Stamp/F 4/Rect[0 0 5 5]/AP<</N 4 0 R>>>>]>>endobj 4 0 obj<</BBox[0 0 1 1]/Length 3>>stream\nq Q\nendstream endobj trailer<</Root 1 0 R>>"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 5 0 R>>/Names<</JavaScript<</Names[(a)5 0 R]>>/EmbeddedFiles<</Names[(b)6 0 R]>>>>>>endobj " +
		"2 0 obj<</Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/AA<</O 5 0 R>>/AF[6 0 R]/Annots[<</Subtype/Link/Rect[0 0 5 5]/A 5 0 R>>" +
		"<</Subtype/Link/Rect[0 0 5 5]/A<</S/URI/URI(https://a.b)/Next 5 0 R>>>><</Subtype/FileAttachment/FS 6 0 R/Rect[0 0 5 5]/F 4/AP<</N 7 0 R>>>>]>>endobj " +
		"5 0 obj<</S/JavaScript/JS(app.alert)>>endobj 6 0 obj<</Type/Filespec/F(x)/EF<</F 7 0 R>>>>endobj " +
		"7 0 obj<</BBox[0 0 1 1]/Length 3>>stream\nq Q\nendstream endobj trailer<</Root 1 0 R>>"))
	for _, file := range testkit.SmallCorpus(f, 64<<10) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Options{Limits: pdf.Limits{Decoded: 1 << 20, Pages: 500, Object: 1 << 20}})
		if err != nil {
			return
		}
		n, err := d.PageCount()
		if err != nil || n == 0 {
			return
		}
		var list []ink.Page
		for i := range min(n, 3) {
			list = append(list, ink.Page{Doc: d, Number: i + 1, Fit: true})
		}
		out := &bytes.Buffer{}
		if _, err := Write(t.Context(), out, exhibitPlan(len(list)), from(map[string][]ink.Page{"exhibit/lease": list}), ink.NewFonts(faces)); err != nil {
			return
		}
		inert(t, opened(t, out.Bytes()), len(list))
	})
}

// inert fails the test where a packet has other than n pages, or holds what acts by itself.
func inert(t *testing.T, d *pdf.Document, n int) {
	t.Helper()
	if got, err := d.PageCount(); got != n || err != nil {
		t.Fatalf("%d pages of %d, %v", got, n, err)
	}
	root, err := d.Root()
	must(t, err)
	absent(t, root, "OpenAction", "AA", "AcroForm", "AF", "Perms")
	names, err := d.Dict(root["Names"])
	must(t, err)
	absent(t, names, "JavaScript", "EmbeddedFiles", "AlternatePresentations", "Renditions")
	for i := range n {
		p, err := d.Page(i + 1)
		must(t, err)
		absent(t, p.Dict, "AA", "AF", "PieceInfo", "Metadata", "PresSteps")
		annots, err := d.Array(p.Dict["Annots"])
		must(t, err)
		for _, o := range annots {
			a, err := d.Dict(o)
			must(t, err)
			onlyLink(t, d, a)
		}
	}
}

// absent fails the test where a dictionary has one of the keys.
func absent(t *testing.T, d pdf.Dict, keys ...pdf.Name) {
	t.Helper()
	for _, key := range keys {
		if v, ok := d[key]; ok {
			t.Errorf("/%s %v", key, v)
		}
	}
}

// onlyLink fails the test where an annotation is other than a link within the packet or to the web.
func onlyLink(t *testing.T, d *pdf.Document, a pdf.Dict) {
	t.Helper()
	absent(t, a, "AA", "AF", "FS", "PA")
	action, err := d.Dict(a["A"])
	must(t, err)
	absent(t, action, "Next", "JS", "F", "Win")
	if kind := action["S"]; a["Subtype"] != pdf.Name("Link") || kind != nil && kind != pdf.Name("URI") && kind != pdf.Name("GoTo") {
		t.Errorf("annotation %v with %v", a, action)
	}
}
