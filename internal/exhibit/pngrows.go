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

// row writes one row.
func (w *rowWriter) row(b []byte) error {
	subCost, upCost := 0, 0
	for i, v := range b {
		left := byte(0)
		if i >= w.bpp {
			left = b[i-w.bpp]
		}
		w.sub[i+1], w.up[i+1] = v-left, v-w.prior[i]
		subCost, upCost = subCost+magnitude(w.sub[i+1]), upCost+magnitude(w.up[i+1])
	}
	copy(w.prior, b)
	best := w.sub
	if upCost <= subCost {
		best = w.up
	}
	_, err := w.zip.Write(best)
	return err
}

func magnitude(v byte) int {
	if v < 128 {
		return int(v)
	}
	return 256 - int(v)
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
	for range f.height {
		if _, err := io.ReadFull(z, row); err != nil {
			return damaged("a PNG that breaks off")
		}
		if err := unfilter(row[0], row[1:], prior[1:], step); err != nil {
			return err
		}
		f.flatten(out, row[1:], components)
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
	for i := range row {
		left, corner := 0, 0
		if i >= step {
			left, corner = int(row[i-step]), int(prior[i-step])
		}
		up := int(prior[i])
		switch kind {
		case 1:
			row[i] += byte(left)
		case 2:
			row[i] += byte(up)
		case 3:
			row[i] += byte((left + up) / 2)
		case 4:
			row[i] += byte(paeth(left, up, corner))
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
