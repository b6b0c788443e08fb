package exhibit

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"

	"parolepack/internal/pdf"
)

// maxPieces bounds into how many chunks the image data may be cut: programs cut them into at least eight kilobytes each.
const maxPieces = 1 << 18

const pngSignature = "\x89PNG\r\n\x1a\n"

// The colour types of a PNG file (PNG, 11.2.2).
const (
	pngGray      = 0
	pngRGB       = 2
	pngPalette   = 3
	pngGrayAlpha = 4
	pngRGBA      = 6
)

// pngFile is what the chunks of a PNG file tell.
type pngFile struct {
	src                   io.ReaderAt
	size                  int64
	width, height         int
	depth, colour         int
	interlaced            bool
	palette, transparency []byte
	dpiX, dpiY            float64
	data                  []piece
}

// readPNG reads the chunks of a PNG file of size bytes, each held against its checksum. What is no image data,
// such as texts, times and EXIF, is left out.
func readPNG(src io.ReaderAt, size int64) (*pngFile, error) {
	f := &pngFile{src: src, size: size}
	in := bufio.NewReaderSize(io.NewSectionReader(src, 0, size), 64<<10)
	if _, err := in.Discard(len(pngSignature)); err != nil {
		return nil, damaged("a PNG that breaks off")
	}
	for off := int64(len(pngSignature)); ; {
		var head [8]byte
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return nil, damaged("a PNG that breaks off")
		}
		n, kind := int64(binary.BigEndian.Uint32(head[:])), string(head[4:])
		if n > size-off {
			return nil, damaged("a PNG that breaks off")
		}
		if err := f.chunk(in, kind, off+8, n); err != nil {
			return nil, err
		}
		if kind == "IEND" {
			return f, f.check()
		}
		off += n + 12
	}
}

// chunk reads one chunk's body and checksum.
func (f *pngFile) chunk(in io.Reader, kind string, off, n int64) error {
	sum := crc32.NewIEEE()
	io.WriteString(sum, kind)
	body := io.TeeReader(io.LimitReader(in, n), sum)
	if kind == "IDAT" {
		if f.data = append(f.data, piece{f.src, off, n}); len(f.data) > maxPieces {
			return damaged(fmt.Sprintf("a PNG of more than %d pieces", maxPieces))
		}
	} else if n <= 64<<10 {
		b, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		if err := f.learn(kind, b); err != nil {
			return err
		}
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		return err
	}
	var want [4]byte
	if _, err := io.ReadFull(in, want[:]); err != nil {
		return damaged("a PNG that breaks off")
	}
	if binary.BigEndian.Uint32(want[:]) != sum.Sum32() {
		return damaged("a PNG whose " + kind + " chunk fails its checksum")
	}
	return nil
}

// learn takes what a small chunk tells.
func (f *pngFile) learn(kind string, b []byte) error {
	switch {
	case kind == "IHDR" && len(b) == 13:
		f.width, f.height = int(binary.BigEndian.Uint32(b)), int(binary.BigEndian.Uint32(b[4:]))
		f.depth, f.colour, f.interlaced = int(b[8]), int(b[9]), b[12] != 0
		return bounded(f.width, f.height)
	case kind == "PLTE" && len(b)%3 == 0 && len(b) <= 768:
		f.palette = b
	case kind == "tRNS":
		f.transparency = b
	case kind == "pHYs" && len(b) == 9 && b[8] == 1: // pixels a metre
		f.dpiX, f.dpiY = float64(binary.BigEndian.Uint32(b))*0.0254, float64(binary.BigEndian.Uint32(b[4:]))*0.0254
	}
	return nil
}

// check refuses a header that the format does not allow (PNG, table 11.1).
func (f *pngFile) check() error {
	allowed := map[int][]int{pngGray: {1, 2, 4, 8, 16}, pngRGB: {8, 16}, pngPalette: {1, 2, 4, 8}, pngGrayAlpha: {8, 16}, pngRGBA: {8, 16}}
	for _, d := range allowed[f.colour] {
		if d == f.depth && f.width > 0 && len(f.data) > 0 && (f.colour != pngPalette || len(f.palette) > 0) {
			return nil
		}
	}
	return damaged("a PNG with a broken header")
}

// channels is how many samples a pixel has.
func (f *pngFile) channels() int {
	switch f.colour {
	case pngRGB:
		return 3
	case pngGrayAlpha:
		return 2
	case pngRGBA:
		return 4
	}
	return 1
}

// asIs tells whether a PDF can hold the image data as they lie in the file: PDF knows PNG's compression and predictors
// (ISO 32000-1, 7.4.4), but neither its interlacing nor its alpha, and sixteen bits are more than paper shows.
func (f *pngFile) asIs() bool {
	return !f.interlaced && f.depth <= 8 && f.colour <= pngPalette
}

// picture makes the PNG ready for a PDF, upon white where it is transparent.
func (f *pngFile) picture() (*picture, error) {
	p := &picture{width: f.width, height: f.height, dpiX: f.dpiX, dpiY: f.dpiY, orientation: 1}
	if !f.asIs() {
		return p, f.recode(p)
	}
	p.components = 1
	if f.colour == pngRGB {
		p.components = 3
	}
	p.data = f.data
	p.dict = pdf.Dict{
		"Filter": pdf.Name("FlateDecode"), "BitsPerComponent": pdf.Integer(f.depth),
		"DecodeParms": predictor(p.components, f.depth, f.width),
	}
	if f.colour == pngPalette {
		p.dict["ColorSpace"] = f.indexed()
	} else if mask := f.key(); mask != nil {
		p.dict["Mask"] = mask
	}
	return p, nil
}

// predictor says that rows begin with a PNG filter type.
func predictor(colours, depth, columns int) pdf.Dict {
	return pdf.Dict{
		"Predictor": pdf.Integer(15), "Colors": pdf.Integer(colours),
		"BitsPerComponent": pdf.Integer(depth), "Columns": pdf.Integer(columns),
	}
}

// indexed is the palette as a colour space, its transparent colours laid upon white.
func (f *pngFile) indexed() pdf.Array {
	table := make([]byte, len(f.palette))
	for i, v := range f.palette {
		alpha := byte(255)
		if i/3 < len(f.transparency) {
			alpha = f.transparency[i/3]
		}
		table[i] = onWhite(v, alpha)
	}
	return pdf.Array{pdf.Name("Indexed"), pdf.Name("DeviceRGB"), pdf.Integer(len(table)/3 - 1), pdf.String(table)}
}

// key is the one colour that is transparent, as a range for each sample (ISO 32000-1, 8.9.6.4).
func (f *pngFile) key() pdf.Array {
	if len(f.transparency) < 2*f.channels() {
		return nil
	}
	var out pdf.Array
	for i := range f.channels() {
		v := pdf.Integer(binary.BigEndian.Uint16(f.transparency[2*i:]))
		out = append(out, v, v)
	}
	return out
}

// onWhite lays a sample upon white paper.
func onWhite(v, alpha byte) byte {
	return byte((int(v)*int(alpha) + 255*(255-int(alpha)) + 127) / 255)
}
