package material

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"

	"parolepack/internal/pdf"
)

// pictures are different scanned sheets; each page of a set is one of them under a serial number of its own, so that no two
// pages hold the same bytes.
type pictures struct {
	width, height int
	list          [][]byte
}

// sheets is how many different sheets are drawn; drawing is what takes time.
const sheets = 24

// draw draws the sheets.
func draw(width, height int) (*pictures, error) {
	p := &pictures{width: width, height: height}
	for n := range sheets {
		var out bytes.Buffer
		if err := jpeg.Encode(&out, sheet(&dice{uint32(n + 1)}, width, height), &jpeg.Options{Quality: 32}); err != nil {
			return nil, err
		}
		p.list = append(p.list, out.Bytes())
	}
	return p, nil
}

// sheet is gray paper with the grain of a scanner and lines of dark words.
func sheet(die *dice, width, height int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = uint8(238 + die.roll(5))
	}
	line := max(3, height/60)
	for y := 4 * line; y < height-4*line; y += line {
		for x := width / 10; x < width*9/10; {
			end := x + line/2 + die.roll(3*line)
			for ; x < min(end, width*9/10); x++ {
				stroke(img, die, x, y, line)
			}
			x += line / 2
		}
	}
	return img
}

// stroke darkens one column of a word here and there, as letters do.
func stroke(img *image.Gray, die *dice, x, y, line int) {
	for dy := range line / 2 {
		if die.roll(7) == 0 {
			img.Pix[(y+dy)*img.Stride+x] = uint8(20 + die.roll(60))
		}
	}
}

// page is sheet n with a comment segment (ITU-T T.81, B.2.4.5) that no other page has.
func (p *pictures) page(n int) []byte {
	sheet := p.list[n%len(p.list)]
	comment := fmt.Sprintf("page %08d", n)
	out := append([]byte{}, sheet[:2]...) // SOI
	out = append(out, 0xFF, 0xFE, 0, byte(len(comment)+2))
	out = append(out, comment...)
	return append(out, sheet[2:]...)
}

// scan writes a document of scanned pages that begins with page first of the set's scans.
func (p *pictures) scan(w io.Writer, first, pages int) error {
	d := newDocument(w, false)
	for n := range pages {
		image, err := d.add(pdf.Dict{
			"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "ColorSpace": pdf.Name("DeviceGray"),
			"Width": pdf.Integer(p.width), "Height": pdf.Integer(p.height),
			"BitsPerComponent": pdf.Integer(8), "Filter": pdf.Name("DCTDecode"),
		}, p.page(first+n))
		if err != nil {
			return err
		}
		content, err := d.add(pdf.Dict{}, []byte("q 612 0 0 792 0 0 cm /Im0 Do Q\n"))
		if err != nil {
			return err
		}
		if _, err := d.page(content, pdf.Dict{"XObject": pdf.Dict{"Im0": image}}); err != nil {
			return err
		}
	}
	return d.finish()
}
