package exhibit

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
	"io"

	"parolepack/internal/pdf"
)

// rowLevel is how hard rows are compressed: a third of the default's time for nearly the same size.
const rowLevel = 4

// A rowWriter compresses rows of eight-bit samples, each behind the better of two PNG filters.
type rowWriter struct {
	out   bytes.Buffer
	zip   *zlib.Writer
	bpp   int
	prior []byte
	sub   []byte // the row less its left neighbour, behind its filter type
	up    []byte // the row less the one above
}

func newRowWriter(width, bpp int) (*rowWriter, error) {
	w := &rowWriter{bpp: bpp, prior: make([]byte, width*bpp), sub: make([]byte, width*bpp+1), up: make([]byte, width*bpp+1)}
	w.sub[0], w.up[0] = 1, 2
	var err error
	w.zip, err = zlib.NewWriterLevel(&w.out, rowLevel)
	return w, err
}

// row writes one row. One that repeats the row above, as most of a document's do, is not weighed.
func (w *rowWriter) row(b []byte) error {
	best := w.up
	if bytes.Equal(b, w.prior) {
		clear(w.up[1:])
	} else {
		if w.filter(b) {
			best = w.sub
		}
		copy(w.prior, b)
	}
	_, err := w.zip.Write(best)
	return err
}

// filter makes both filtered rows and tells whether the left neighbours predict better.
func (w *rowWriter) filter(b []byte) bool {
	sub, up, prior := w.sub[1:len(b)+1], w.up[1:len(b)+1], w.prior[:len(b)]
	subCost, upCost := 0, 0
	for i, v := range b {
		s, u := v, v-prior[i]
		if i >= w.bpp {
			s -= b[i-w.bpp]
		}
		sub[i], up[i] = s, u
		subCost, upCost = subCost+magnitude(s), upCost+magnitude(u)
	}
	return subCost < upCost
}

// magnitude is the size of a difference that wraps around.
func magnitude(v byte) int {
	sign := int(int8(v)) >> 7
	return (int(int8(v)) ^ sign) - sign
}

// recode decodes the image row by row, lays it upon white, and compresses it again.
func (f *pngFile) recode(p *picture) error {
	p.components = 3
	if f.colour == pngGray || f.colour == pngGrayAlpha {
		p.components = 1
	}
	w, err := newRowWriter(f.width, p.components)
	if err != nil {
		return err
	}
	rows := f.rows
	if f.interlaced {
		rows = f.wholeRows
	}
	if err := rows(p.components, w.row); err != nil {
		return err
	}
	if err := w.zip.Close(); err != nil {
		return err
	}
	p.data = []piece{text(w.out.Bytes())}
	p.dict = pdf.Dict{
		"Filter": pdf.Name("FlateDecode"), "BitsPerComponent": pdf.Integer(8),
		"DecodeParms": predictor(p.components, 8, f.width),
	}
	return nil
}

// rows gives each row of an image that is not interlaced, eight bits a sample, upon white.
func (f *pngFile) rows(components int, give func([]byte) error) error {
	z, err := f.unpack()
	if err != nil {
		return err
	}
	step := f.channels() * f.depth / 8
	row, prior := make([]byte, 1+f.width*step), make([]byte, 1+f.width*step)
	out := make([]byte, f.width*components)
	for y := range f.height {
		if _, err := io.ReadFull(z, row); err != nil {
			return damaged("a PNG that breaks off")
		}
		if err := unfilter(row[0], row[1:], prior[1:], step); err != nil {
			return err
		}
		if y == 0 || !bytes.Equal(row[1:], prior[1:]) {
			f.flatten(out, row[1:], components)
		}
		if err := give(out); err != nil {
			return err
		}
		row, prior = prior, row
	}
	return nil
}

// unfilter undoes a row's filter (PNG, 9.2).
func unfilter(kind byte, row, prior []byte, step int) error {
	if kind > 4 {
		return damaged(fmt.Sprintf("a PNG with filter %d", kind))
	}
	prior = prior[:len(row)]
	switch kind {
	case 1:
		for i := step; i < len(row); i++ {
			row[i] += row[i-step]
		}
	case 2:
		for i, up := range prior {
			row[i] += up
		}
	case 3:
		for i, up := range prior {
			left := 0
			if i >= step {
				left = int(row[i-step])
			}
			row[i] += byte((left + int(up)) / 2)
		}
	case 4:
		for i, up := range prior {
			left, corner := 0, 0
			if i >= step {
				left, corner = int(row[i-step]), int(prior[i-step])
			}
			row[i] += byte(paeth(left, int(up), corner))
		}
	}
	return nil
}

// paeth is the neighbour nearest to left + up - corner (PNG, 9.4).
func paeth(left, up, corner int) int {
	a, b, c := distance(up, corner), distance(left, corner), distance(left+up, 2*corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// flatten turns a row of eight- or sixteen-bit samples into eight bits upon white.
func (f *pngFile) flatten(out, row []byte, components int) {
	if f.colour == pngRGBA && f.depth == 8 {
		flattenRGBA(out, row)
		return
	}
	wide, channels := f.depth/8, f.channels()
	for x := range f.width {
		pixel := row[x*channels*wide:]
		alpha := byte(255)
		if channels > components {
			alpha = pixel[components*wide]
		} else if f.isKey(pixel, channels*wide) {
			alpha = 0
		}
		for c := range components {
			out[x*components+c] = onWhite(pixel[c*wide], alpha)
		}
	}
}

// flattenRGBA is flatten for the kind of image that phones and browsers make of a screen.
func flattenRGBA(out, row []byte) {
	for x := 0; x < len(row)/4; x++ {
		pixel, to := row[4*x:4*x+4:4*x+4], out[3*x:3*x+3:3*x+3]
		if alpha := pixel[3]; alpha == 255 {
			to[0], to[1], to[2] = pixel[0], pixel[1], pixel[2]
		} else {
			to[0], to[1], to[2] = onWhite(pixel[0], alpha), onWhite(pixel[1], alpha), onWhite(pixel[2], alpha)
		}
	}
}

// isKey tells whether a sixteen-bit pixel has the colour that is transparent.
func (f *pngFile) isKey(pixel []byte, n int) bool {
	return f.depth == 16 && len(f.transparency) == n && bytes.Equal(pixel[:n], f.transparency)
}

// wholeRows gives each row of an interlaced image, which is unpacked whole.
func (f *pngFile) wholeRows(components int, give func([]byte) error) error {
	img, err := png.Decode(io.NewSectionReader(f.src, 0, f.size))
	if err != nil {
		return damaged("a PNG that cannot be unpacked: " + err.Error())
	}
	out := make([]byte, f.width*components)
	for y := range f.height {
		flattenImage(out, img, y, components)
		if err := give(out); err != nil {
			return err
		}
	}
	return nil
}

// flattenImage lays row y of an image upon white.
func flattenImage(out []byte, img image.Image, y, components int) {
	origin := img.Bounds().Min
	for x := range len(out) / components {
		r, g, b, a := img.At(origin.X+x, origin.Y+y).RGBA() // already multiplied by alpha
		white := 0xFFFF - a
		samples := [3]uint32{r, g, b}
		for c := range components {
			out[x*components+c] = byte((samples[c] + white) >> 8)
		}
	}
}
