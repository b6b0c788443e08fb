package main

import (
	"bytes"
	"image"
	"image/color"
	"strings"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"parolepack/internal/layout"
	"parolepack/internal/pdf"
)

// scanned makes what a scanner saves of laid-out pages: pictures of one bit a dot, without text.
func (p *press) scanned(laid []layout.Page, d document) ([]byte, error) {
	var out bytes.Buffer
	w := pdf.NewWriter(&out, pdf.WriterOptions{Version: "1.5"})
	tree := w.Reserve()
	var kids pdf.Array
	for i, page := range laid {
		pic := p.photograph(page, float64(d.Scan)/72)
		if len(d.Seal) > 0 && i == len(laid)-1 {
			size := pic.img.Bounds().Size()
			roundStamp(pic, size.X-size.X/4, size.Y-size.Y/5, color.NRGBA{70, 70, 70, 255}, d.Seal)
		}
		speckle(pic)
		if pic.err != nil {
			return nil, pic.err
		}
		ref, err := addPage(w, tree, bits(pic.img), page.Width, page.Height)
		if err != nil {
			return nil, err
		}
		kids = append(kids, ref)
	}
	return finish(w, &out, tree, kids)
}

// photograph draws a laid-out page with so many dots a point.
func (p *press) photograph(page layout.Page, scale float64) *picture {
	pic := newPicture(p.set, int(page.Width*scale+0.5), int(page.Height*scale+0.5), color.White)
	for _, r := range page.Rules {
		c := color.Gray{uint8(255 * r.Gray)}
		pic.box(int(r.X*scale), int(r.Y*scale), max(1, int(r.W*scale+0.5)), max(1, int(r.H*scale+0.5)), c)
	}
	for _, r := range page.Runs {
		pic.run(r, scale)
	}
	return pic
}

// run draws a run of text, its spaces as wide as they were set.
func (p *picture) run(r layout.Run, scale float64) {
	f := p.face(r.Face, r.Size*scale)
	if f == nil {
		return
	}
	at := func(v float64) fixed.Int26_6 { return fixed.Int26_6(v * scale * 64) }
	d := xfont.Drawer{Dst: p.img, Src: image.NewUniform(color.Gray{uint8(255 * r.Gray)}), Face: f, Dot: fixed.Point26_6{X: at(r.X), Y: at(r.Y)}}
	for i, word := range strings.Split(strings.ReplaceAll(r.Text, "\u00a0", " "), " ") {
		if i > 0 {
			d.DrawString(" ")
			d.Dot.X += at(r.Space)
		}
		d.DrawString(word)
	}
}

// bits makes a stream of one bit a dot, 0 for ink (ISO 32000-1, 8.9.5), each row as it differs from the one above
// (7.4.4.4, the predictor Up).
func bits(img *image.NRGBA) *pdf.Stream {
	size := img.Bounds().Size()
	row := (size.X + 7) / 8
	data := make([]byte, 0, size.Y*(row+1))
	above, this := make([]byte, row), make([]byte, row)
	for y := range size.Y {
		for i := range this {
			this[i] = 0xff
		}
		for x := range size.X {
			if img.Pix[img.PixOffset(x, y)] < 150 {
				this[x/8] &^= 0x80 >> (x % 8)
			}
		}
		data = append(data, 2)
		for i, b := range this {
			data = append(data, b-above[i])
		}
		above, this = this, above
	}
	return pdf.FlateStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "ColorSpace": pdf.Name("DeviceGray"),
		"Width": pdf.Integer(size.X), "Height": pdf.Integer(size.Y), "BitsPerComponent": pdf.Integer(1),
		"DecodeParms": pdf.Dict{"Predictor": pdf.Integer(12), "BitsPerComponent": pdf.Integer(1), "Columns": pdf.Integer(size.X)},
	}, data)
}

// addPage adds a page that one picture fills.
func addPage(w *pdf.Writer, tree pdf.Ref, picture *pdf.Stream, width, height float64) (pdf.Ref, error) {
	im, err := w.Add(picture)
	if err != nil {
		return pdf.Ref{}, err
	}
	content, err := w.Add(pdf.FlateStream(pdf.Dict{}, placeImage(width, height)))
	if err != nil {
		return pdf.Ref{}, err
	}
	return w.Add(pageDict(tree, width, height, content, pdf.Dict{"XObject": pdf.Dict{"Im0": im}}))
}
