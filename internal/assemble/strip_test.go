package assemble

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// What hangs on images and forms and is never painted does not come along, however deep; what the document holds besides
// is counted.
func TestHiddenBaggageStaysBehind(t *testing.T) {
	d := made(t, []spec{{contents: []string{"/Outer Do"}}}, func(w *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict) {
		add := func(o pdf.Object) pdf.Ref {
			ref, err := w.Add(o)
			must(t, err)
			return ref
		}
		note := add(pdf.NewStream(pdf.Dict{"Type": pdf.Name("Metadata"), "Subtype": pdf.Name("XML")}, []byte("secret place")))
		file := add(pdf.NewStream(pdf.Dict{"Type": pdf.Name("EmbeddedFile")}, []byte("secret file")))
		attached := add(pdf.Dict{"Type": pdf.Name("Filespec"), "EF": pdf.Dict{"F": file}})
		private := add(pdf.Dict{"Illustrator": pdf.Dict{"Private": pdf.String("secret drawing")}})
		picture := add(pdf.NewStream(pdf.Dict{
			"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(1), "Height": pdf.Integer(1),
			"BitsPerComponent": pdf.Integer(8), "ColorSpace": pdf.Name("DeviceGray"), "Metadata": note, "AF": pdf.Array{attached},
		}, []byte{0}))
		outer := add(pdf.NewStream(pdf.Dict{
			"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box(99, 99), "PieceInfo": private,
			"Resources": pdf.Dict{"XObject": pdf.Dict{"Im": picture}},
		}, []byte("99 0 0 99 0 0 cm /Im Do")))
		pages[0]["Resources"] = pdf.Dict{"XObject": pdf.Dict{"Outer": outer}}
		catalog["OpenAction"] = pdf.Dict{"S": pdf.Name("JavaScript"), "JS": pdf.String("secret()")}
		catalog["Names"] = pdf.Dict{"EmbeddedFiles": pdf.Dict{"Names": pdf.Array{pdf.String("a"), attached}}}
	})
	b, sum := exhibitPacket(t, d, 0)
	checked(t, b)
	if bytes.Contains(b, []byte("secret")) || strings.Contains(objects(t, b), "secret") || strings.Contains(objects(t, b), "EmbeddedFile") {
		t.Error("something secret is in the packet")
	}
	if !strings.Contains(objects(t, b), "/Subtype/Image") && !strings.Contains(objects(t, b), "/Subtype /Image") {
		t.Error("the image is lost")
	}
	if want := map[string]int{"document action": 1, "attached files": 1}; !maps.Equal(sum.Removed, want) {
		t.Errorf("removed %v, want %v", sum.Removed, want)
	}
}

// A document that gives pages to two parts is copied once.
func TestADocumentUsedTwiceIsCopiedOnce(t *testing.T) {
	body := strings.Repeat("0123456789 ", 40)
	d := made(t, []spec{{contents: []string{"/Im Do"}}}, func(w *pdf.Writer, pages []pdf.Dict, _ pdf.Dict) {
		ref, err := w.Add(pdf.NewStream(pdf.Dict{
			"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(len(body)), "Height": pdf.Integer(1),
			"BitsPerComponent": pdf.Integer(8), "ColorSpace": pdf.Name("DeviceGray"),
		}, []byte(body)))
		must(t, err)
		pages[0]["Resources"] = pdf.Dict{"XObject": pdf.Dict{"Im": ref}}
	})
	p := exhibitPlan(1)
	p.Parts = append(p.Parts, p.Parts[0])
	p.Parts[1].ID = "exhibit/again"
	b, _ := assembled(t, numbered(p), map[string][]ink.Page{"exhibit/lease": all(t, d, true, 0), "exhibit/again": all(t, d, true, 0)})
	checked(t, b)
	if n := bytes.Count(b, []byte(body)); n != 1 {
		t.Errorf("the image is in the packet %d times", n)
	}
}

// Whatever opens ends in a packet that opens or in an error.
func FuzzWrite(f *testing.F) {
	seed := &bytes.Buffer{}
	writeSample(f, pdf.NewWriter(seed, pdf.WriterOptions{}))
	f.Add(seed.Bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj " +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Rotate 90/Contents[4 0 R 4 0 R]/Resources<</Pattern<</P 3 0 R>>>>" +
		"/Annots[<</Subtype/Stamp/F 4/Rect[0 0 5 5]/AP<</N 4 0 R>>>>]>>endobj 4 0 obj<</BBox[0 0 1 1]/Length 3>>stream\nq Q\nendstream endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Options{Limits: pdf.Limits{Decoded: 1 << 20}})
		if err != nil {
			return
		}
		out := &bytes.Buffer{}
		pages := map[string][]ink.Page{"exhibit/lease": {{Doc: d, Number: 1, Fit: true}}}
		if _, err := Write(t.Context(), out, exhibitPlan(1), from(pages), ink.NewFonts(faces)); err != nil {
			return
		}
		if n, err := opened(t, out.Bytes()).PageCount(); n != 1 || err != nil {
			t.Errorf("%d pages, %v", n, err)
		}
	})
}
