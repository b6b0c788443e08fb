package exhibit

import (
	"bufio"
	"compress/zlib"
	"fmt"
	"io"
)

// The bounds of a picture that a PDF cannot hold as it is, in pixels: such a one takes time, and an interlaced one is held
// in memory whole.
const (
	maxRecoded    = 50_000_000
	maxInterlaced = 20_000_000
)

// unpack undoes the compression of the image data.
func (f *pngFile) unpack() (io.Reader, error) {
	var all splice
	all.add(f.data...)
	z, err := zlib.NewReader(bufio.NewReaderSize(io.NewSectionReader(&all, 0, all.size), 64<<10))
	if err != nil {
		return nil, damaged("a PNG that cannot be unpacked")
	}
	return z, nil
}

// sound unpacks the image and looks at every row, so that what is wrong with a picture is told before a packet is built:
// readers show a page that breaks off without a word.
func (f *pngFile) sound() error {
	if err := f.workable(); err != nil {
		return err
	}
	z, err := f.unpack()
	if err != nil {
		return err
	}
	row := make([]byte, 1+f.rowBytes(f.width))
	for _, p := range f.passes() {
		for range p.height {
			line := row[:1+f.rowBytes(p.width)]
			if _, err := io.ReadFull(z, line); err != nil {
				return damaged("a PNG that breaks off")
			}
			if line[0] > 4 {
				return damaged(fmt.Sprintf("a PNG with filter %d", line[0]))
			}
		}
	}
	if n, err := z.Read(row[:1]); f.interlaced && (n > 0 || err != io.EOF) {
		return damaged("a PNG with more data than its size calls for") // the library decodes none such
	}
	return nil
}

// workable refuses a picture that would take too much time or memory.
func (f *pngFile) workable() error {
	limit, kind := maxRecoded, "a PNG with transparency or 16-bit colours"
	if f.interlaced {
		limit, kind = maxInterlaced, "an interlaced PNG"
	}
	if f.asIs() || f.width*f.height <= limit {
		return nil
	}
	return &formatError{what: "is " + kind + " of more than " + count(limit/1e6, "megapixel")}
}

// rowBytes is how many bytes a row of so many pixels has, without its filter type.
func (f *pngFile) rowBytes(pixels int) int { return (pixels*f.channels()*f.depth + 7) / 8 }

// A pass is a part of an interlaced image, in pixels.
type pass struct{ width, height int }

// passes are the seven of an interlaced image less those without a pixel, or the one of any other (PNG, 8.2).
func (f *pngFile) passes() []pass {
	if !f.interlaced {
		return []pass{{f.width, f.height}}
	}
	var out []pass
	for _, s := range [7][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		p := pass{(f.width - s[0] + s[2] - 1) / s[2], (f.height - s[1] + s[3] - 1) / s[3]}
		if p.width > 0 && p.height > 0 {
			out = append(out, p)
		}
	}
	return out
}
