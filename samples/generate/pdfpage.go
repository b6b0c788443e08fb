package main

import (
	"bytes"

	"parolepack/internal/pdf"
)

// pageDict is a page object (ISO 32000-1, 7.7.3.3) of a size in points.
func pageDict(tree pdf.Ref, width, height float64, content pdf.Ref, resources pdf.Dict) pdf.Dict {
	return pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": tree, "Contents": content, "Resources": resources,
		"MediaBox": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Real(width), pdf.Real(height)},
	}
}

// finish writes the page tree and the catalog and returns the file.
func finish(w *pdf.Writer, out *bytes.Buffer, tree pdf.Ref, kids pdf.Array) ([]byte, error) {
	nodes := pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(len(kids))}
	if err := w.Write(tree, nodes); err != nil {
		return nil, err
	}
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	if err != nil {
		return nil, err
	}
	_, err = w.Close(root, nil)
	return out.Bytes(), err
}

// scan makes a document of one page that is a JPEG picture and nothing else, as scanners do
// (ISO 32000-1, 8.9.5 and 7.4.8). The size of the page is in points.
func scan(p *picture, gray bool, quality int, width, height float64) ([]byte, error) {
	jpeg, err := p.jpeg(gray, quality)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := pdf.NewWriter(&out, pdf.WriterOptions{Version: "1.5"})
	space := pdf.Name("DeviceRGB")
	if gray {
		space = "DeviceGray"
	}
	bounds := p.img.Bounds()
	image, err := w.Add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "ColorSpace": space,
		"Width": pdf.Integer(bounds.Dx()), "Height": pdf.Integer(bounds.Dy()),
		"BitsPerComponent": pdf.Integer(8), "Filter": pdf.Name("DCTDecode"),
	}, jpeg))
	if err != nil {
		return nil, err
	}
	content := placeImage(width, height)
	ref, err := w.Add(pdf.FlateStream(pdf.Dict{}, content))
	if err != nil {
		return nil, err
	}
	tree := w.Reserve()
	page, err := w.Add(pageDict(tree, width, height, ref, pdf.Dict{"XObject": pdf.Dict{"Im0": image}}))
	if err != nil {
		return nil, err
	}
	return finish(w, &out, tree, pdf.Array{page})
}
