package assemble

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// book is a file of n pages of text in one font, each with its own resource dictionary and, where scan is not 0, a picture
// of so many bytes that is on no other page.
func book(b *testing.B, n, scan int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "book.pdf")
	f, err := os.Create(path)
	must(b, err)
	defer f.Close()
	w := pdf.NewWriter(f, pdf.WriterOptions{})
	put := func(o pdf.Object) pdf.Ref {
		ref, err := w.Add(o)
		must(b, err)
		return ref
	}
	tree, kids := w.Reserve(), pdf.Array{}
	font := put(pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("Helvetica")})
	image := make([]byte, scan)
	for i := range n {
		res, text := pdf.Dict{"Font": pdf.Dict{"F": font}}, []byte("BT /F 9 Tf")
		for line := range 60 {
			text = fmt.Appendf(text, " 0 -11 Td (Page %d, line %d: %d, as on every page of this book) Tj", i, line, (i+7)*(line+3)*7919%100003)
		}
		if scan > 0 {
			copy(image, fmt.Sprint(i))
			text = []byte("q 600 0 0 700 0 0 cm /Im0 Do Q BT")
			res["XObject"] = pdf.Dict{"Im0": put(pdf.NewStream(pdf.Dict{
				"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(100), "Height": pdf.Integer(scan / 100),
				"ColorSpace": pdf.Name("DeviceGray"), "BitsPerComponent": pdf.Integer(8),
			}, image))}
		}
		kids = append(kids, put(pdf.Dict{
			"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": box(612, 792), "Resources": res,
			"Contents": put(pdf.FlateStream(pdf.Dict{}, append(text, " ET"...))),
		}))
	}
	must(b, w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(n)}))
	_, err = w.Close(put(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree}), nil)
	must(b, err)
	return path
}

// BenchmarkWrite makes a packet of one exhibit: 504 pages of scans, 110 MB; 500 pages of text; and 500 whose one resource
// dictionary names four fonts and 501 pictures.
func BenchmarkWrite(b *testing.B) {
	for name, source := range map[string]func(*testing.B) string{
		"scans": func(b *testing.B) string { return book(b, 504, 218<<10) },
		"text":  func(b *testing.B) string { return book(b, 500, 0) },
		"shared": func(b *testing.B) string {
			path := filepath.Join(b.TempDir(), "long.pdf")
			must(b, os.WriteFile(path, long(b), 0o600))
			return path
		},
	} {
		b.Run(name, func(b *testing.B) {
			path, to := source(b), filepath.Join(b.TempDir(), "packet.pdf")
			b.ReportAllocs()
			for b.Loop() {
				packetOf(b, path, to)
			}
		})
	}
}

// packetOf writes the packet whose one exhibit is the whole file at path.
func packetOf(b *testing.B, path, to string) {
	d, err := pdf.OpenFile(path, pdf.Options{})
	must(b, err)
	defer d.Close()
	f, err := os.Create(to)
	must(b, err)
	defer f.Close()
	pages := all(b, d, true, 0)
	_, err = Write(b.Context(), f, exhibitPlan(len(pages)), from(map[string][]ink.Page{"exhibit/lease": pages}), ink.NewFonts(faces))
	must(b, err)
}
