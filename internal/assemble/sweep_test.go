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
	if want := map[string]int{lostScripts: 1, lostFiles: 1, lostMetadata: 1, lostPrivate: 1}; !maps.Equal(sum.Removed, want) {
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
