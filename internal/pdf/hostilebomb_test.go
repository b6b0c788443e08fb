package pdf_test

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"fmt"
	"strconv"
	"strings"
)

// zeros is zlib data of n megabytes of one byte: a block that unpacks to sixteen, over and over.
func zeros(megabytes int, c byte) []byte {
	var block, out bytes.Buffer
	z := zlib.NewWriter(&block)
	_, _ = z.Write(bytes.Repeat([]byte{c}, 1<<20))
	_ = z.Flush()
	first := block.Len()
	_, _ = z.Write(bytes.Repeat([]byte{c}, 1<<20))
	_ = z.Flush()
	out.Write(block.Bytes()[:first])
	for range megabytes - 1 {
		out.Write(block.Bytes()[first:])
	}
	return out.Bytes()
}

// squeezed is data as FlateDecode has it.
func squeezed(data []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(data)
	_ = z.Close()
	return out.Bytes()
}

// joined is a file of one page whose content are two of these streams, which have to be decoded to
// be joined where the page has an annotation that prints.
func joined(dict string, body func(n int) []byte) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.start("", "/Contents[4 0 R 4 0 R]/Annots[<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 5 0 R>>>>]")
		h.stream(4, dict, body(n))
		h.stream(5, "/BBox[0 0 9 9]", nil)
		h.table("")
	}
}

// hostileBombs are short streams that decode to long ones.
func hostileBombs() []hostile {
	const longer = "when decoded"
	spaces := func(n int) []byte { return zeros(n, ' ') }
	return []hostile{
		{"a Flate bomb", 1000, 10_000, joined("/Filter/FlateDecode", spaces), longer},
		{"a Flate bomb just within", 30, 30, joined("/Filter/FlateDecode", spaces), longer},
		{"Flate in Flate", 1000, 5000, joined("/Filter[/Fl/Fl/Fl/Fl/Fl/Fl/Fl/Fl/Fl/Fl]", func(n int) []byte {
			out := zeros(n, ' ')
			for range 9 {
				out = squeezed(out)
			}
			return out
		}), longer},
		{"an LZW bomb", 80 << 20, 300 << 20, joined("/Filter/LZW/DecodeParms<</EarlyChange 0>>", func(n int) []byte {
			var out bytes.Buffer
			z := lzw.NewWriter(&out, lzw.MSB, 8)
			_, _ = z.Write(make([]byte, n))
			_ = z.Close()
			return out.Bytes()
		}), longer},
		{"a RunLength bomb", 1 << 20, 50 << 20, joined("/Filter[/Fl/RL]", func(n int) []byte {
			return squeezed(bytes.Repeat([]byte{129, ' '}, n))
		}), longer},
		{"an ASCII85 bomb", 20 << 20, 60 << 20, joined("/Filter[/Fl/A85]", func(n int) []byte {
			return squeezed(bytes.Repeat([]byte{'z'}, n))
		}), longer},
		{"a predictor of wide rows", 1, 1, joined("/Filter/Fl/DecodeParms<</Predictor 15/Columns 1048576/Colors 64/BitsPerComponent 32>>", spaces), "1 pages in"},
		{"a predictor of narrow rows", 30, 30, joined("/Filter/Fl/DecodeParms<</Predictor 15/Columns 1/Colors 1/BitsPerComponent 1>>", spaces), ""},
		{"a TIFF predictor", 30, 30, joined("/Filter/Fl/DecodeParms<</Predictor 2/Columns 1048576/Colors 64/BitsPerComponent 1>>", spaces), "predictor over"},
		{"one long stream a thousand times", 1000, 100_000, func(h *hand, n int) {
			h.start("", "/Contents["+strings.Repeat("4 0 R ", n)+"]/Annots[<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 5 0 R>>>>]")
			h.stream(4, "/Filter/Fl", zeros(10, ' '))
			h.stream(5, "/BBox[0 0 9 9]", nil)
			h.table("")
		}, longer},
		{"one long stream on every page", 200, 2000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			h.obj(2, "<</Type/Pages/Kids[", manyRefs(5, n), "]>>")
			h.stream(3, "/Filter/Fl", zeros(30, ' '))
			h.stream(4, "/BBox[0 0 9 9]", nil)
			for i := range n {
				h.obj(5+i, "<</Type/Page/Parent 2 0 R/Contents[3 0 R 3 0 R]/Annots[<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 4 0 R>>>>]>>")
			}
			h.table("")
		}, "in all"},
		{"one long stream for every title", 200, 5000, func(h *hand, n int) {
			h.start("/Outlines<</First 5 0 R>>", "")
			h.stream(4, "/Filter/Fl", zeros(30, ' '))
			for i := range n {
				h.obj(5+i, fmt.Sprintf("<</Title 4 0 R/Next %d 0 R>>", 6+i))
			}
			h.table("")
		}, longer},
		{"an object stream bomb", 1000, 10_000, func(h *hand, n int) {
			h.start("", "/Resources 9 0 R")
			packedIn(h, map[int][2]int{9: {5, 0}}, func() { h.stream(5, "/Type/ObjStm/N 1/First 4/Filter/Fl", spaces(n)) })
		}, "1 pages"}, // without its resources
		{"an object stream of a billion", 1, 1, func(h *hand, _ int) {
			h.start("", "/Resources 9 0 R")
			packedIn(h, map[int][2]int{9: {5, 0}}, func() { h.stream(5, "/Type/ObjStm/N 1000000000/First 4", []byte("9 0 <<>>")) })
		}, "1 pages"},
		{"an object stream of a million", 200_000, 1_000_000, func(h *hand, n int) {
			h.start("", "/Resources 9 0 R/Annots[9 0 R 10 0 R]")
			var index bytes.Buffer
			for i := range n {
				index.WriteString(strconv.Itoa(9+i) + " 0 ")
			}
			first := index.Len()
			index.WriteString("<<>>")
			packedIn(h, map[int][2]int{9: {5, 0}, 10: {5, n}}, func() {
				h.stream(5, fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/Fl", n, first), squeezed(index.Bytes()))
			})
		}, "1 pages in"},
		{"object streams by the hundred", 100, 2000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(1000, n)+"]")
			packed := map[int][2]int{}
			packedIn(h, packed, func() {
				body := spaces(30)
				for i := range n {
					h.stream(10+i, "/Type/ObjStm/N 1/First 4/Filter/Fl", body)
					packed[1000+i] = [2]int{10 + i, 0}
				}
			})
		}, ""},
		{"object streams that extend each other", 50, 500, func(h *hand, n int) {
			h.start("", "/Resources 9 0 R/Annots[9 0 R 9 0 R]")
			packedIn(h, map[int][2]int{9: {20, 0}}, func() {
				for i := range n {
					h.stream(20+i, fmt.Sprintf("/Type/ObjStm/N 0/First 0/Extends %d 0 R", 20+(i+1)%n), nil)
				}
			})
		}, "1 pages in"},
	}
}

// packedIn ends a file with a cross-reference stream in which packed gives the object stream and the
// index of objects; write writes the object streams.
func packedIn(h *hand, packed map[int][2]int, write func()) {
	write()
	at := h.at
	top := 0
	for num := range packed {
		top = max(top, num)
	}
	h.begin(max(len(h.offs), top+1))
	rows := make([]byte, 0, 12*len(h.offs))
	for num, off := range h.offs {
		kind, a, b := byte(1), off, 0
		if p, ok := packed[num]; ok {
			kind, a, b = 2, int64(p[0]), p[1]
		} else if off == 0 {
			kind = 0
		}
		rows = append(rows, kind, byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>24), byte(b>>16), byte(b>>8), byte(b))
	}
	h.put("<</Type/XRef/W[1 4 4]/Root 1 0 R/Size ", strconv.Itoa(len(h.offs)), "/Length ", strconv.Itoa(len(rows)), ">>\nstream\n", string(rows), "\nendstream\nendobj\n")
	h.end(at)
}
