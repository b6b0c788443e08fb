package exhibit

import (
	"bytes"
	"math"

	"parolepack/internal/pdf"
)

// maxPixels bounds a picture: 200 megapixels are more than any camera or scanner of an office makes, and a file
// of a few kilobytes can claim any number.
const maxPixels = 200_000_000

// A picture is an image that a PDF can hold: its bytes are encoded as filter and parms say.
type picture struct {
	width, height int     // in pixels, as stored
	dpiX, dpiY    float64 // 0 where the file does not say
	orientation   int     // of EXIF, 1 to 8: how the stored rows and columns are to be shown
	dict          pdf.Dict
	data          []piece
	profile       []piece // an ICC profile for the colours, or nothing
	components    int
}

// The objects of a picture's PDF.
var (
	pageRef    = pdf.Ref{Num: 3}
	contentRef = pdf.Ref{Num: 4}
	imageRef   = pdf.Ref{Num: 5}
	profileRef = pdf.Ref{Num: 6}
)

// size returns the picture's size in points as it is shown, by its resolution but never larger than Letter.
func (p *picture) size() (w, h float64) {
	w, h = float64(p.width)*72/resolution(p.dpiX), float64(p.height)*72/resolution(p.dpiY)
	if p.orientation >= 5 {
		w, h = h, w
	}
	shrink := min(1, 612/w, 792/h)
	return math.Max(1, w*shrink), math.Max(1, h*shrink)
}

// resolution is a believable one in pixels an inch; a file that gives none is taken for a scan.
func resolution(dpi float64) float64 {
	if dpi < 50 || dpi > 4800 || math.IsNaN(dpi) {
		return 150
	}
	return dpi
}

// matrix places the picture, a unit square with its first row on top, upright on a page of w by h points
// (EXIF 2.32, 4.6.4, Orientation).
func (p *picture) matrix(w, h float64) pdf.Matrix {
	switch p.orientation {
	case 2:
		return pdf.Matrix{-w, 0, 0, h, w, 0}
	case 3:
		return pdf.Matrix{-w, 0, 0, -h, w, h}
	case 4:
		return pdf.Matrix{w, 0, 0, -h, 0, h}
	case 5:
		return pdf.Matrix{0, -h, -w, 0, w, h}
	case 6:
		return pdf.Matrix{0, -h, w, 0, 0, h}
	case 7:
		return pdf.Matrix{0, h, w, 0, 0, 0}
	case 8:
		return pdf.Matrix{0, h, -w, 0, w, 0}
	}
	return pdf.Matrix{w, 0, 0, h, 0, 0}
}

// document wraps the picture in a PDF of one page. The bytes of the image stay where they are.
func (p *picture) document() (*pdf.Document, error) {
	b := &bytes.Buffer{}
	b.WriteString("%PDF-1.7\n")
	out := &builder{head: b, at: []int64{0}}
	w, h := p.size()
	content, err := content(p.matrix(w, h))
	if err != nil {
		return nil, err
	}
	out.object(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": pdf.Ref{Num: 2}}, nil)
	out.object(pdf.Dict{"Type": pdf.Name("Pages"), "Kids": pdf.Array{pageRef}, "Count": pdf.Integer(1)}, nil)
	out.object(pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": pdf.Ref{Num: 2}, "MediaBox": pdf.Rect{URX: w, URY: h}.Array(),
		"Contents": contentRef, "Resources": pdf.Dict{"XObject": pdf.Dict{"Im": imageRef}},
	}, nil)
	out.object(pdf.Dict{}, []piece{text(content)})
	out.object(p.imageDict(), p.data)
	if p.profile != nil {
		out.object(pdf.Dict{"N": pdf.Integer(p.components), "Alternate": device(p.components)}, p.profile)
	}
	if err := out.end(); err != nil {
		return nil, err
	}
	return pdf.Open(&out.whole, out.whole.size, pdf.Options{})
}

// content paints the one image.
func content(m pdf.Matrix) ([]byte, error) {
	out := []byte{}
	for _, v := range m {
		var err error
		if out, err = pdf.AppendObject(out, pdf.Real(v)); err != nil {
			return nil, err
		}
		out = append(out, ' ')
	}
	return append(out, "cm /Im Do\n"...), nil
}

// imageDict is the image's dictionary (ISO 32000-1, 8.9.5).
func (p *picture) imageDict() pdf.Dict {
	d := p.dict.Clone()
	d["Type"], d["Subtype"] = pdf.Name("XObject"), pdf.Name("Image")
	d["Width"], d["Height"] = pdf.Integer(p.width), pdf.Integer(p.height)
	if p.profile != nil {
		d["ColorSpace"] = pdf.Array{pdf.Name("ICCBased"), profileRef}
	} else if d["ColorSpace"] == nil {
		d["ColorSpace"] = device(p.components)
	}
	return d
}

// device is the plain colour space of so many components (ISO 32000-1, 8.6.4).
func device(components int) pdf.Name {
	switch components {
	case 1:
		return "DeviceGray"
	case 4:
		return "DeviceCMYK"
	}
	return "DeviceRGB"
}
