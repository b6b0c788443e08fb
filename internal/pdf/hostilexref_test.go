package pdf_test

import (
	"fmt"
	"strconv"
	"strings"
)

// onePage is a file of one page with a cross-reference of its own.
func onePage(xref func(h *hand, n int)) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.start("", "")
		xref(h, n)
	}
}

// streamed ends a file with a cross-reference stream.
func streamed(dict string, body func(n int) []byte) func(h *hand, n int) {
	return onePage(func(h *hand, n int) {
		at := h.at
		h.stream(9, "/Type/XRef/Root 1 0 R"+dict, body(n))
		h.end(at)
	})
}

// tabled ends a file with a cross-reference table and a trailer.
func tabled(table, trailer string) func(h *hand, n int) {
	return onePage(func(h *hand, _ int) {
		at := h.at
		h.put("xref\n", table, "trailer\n<</Root 1 0 R", trailer, ">>\n")
		h.end(at)
	})
}

// hostileXRefs are cross-references that lie about their size and never end.
func hostileXRefs() []hostile {
	short := func(int) []byte { return make([]byte, 240) }
	return []hostile{
		{"a chain of sections", 20_000, 200_000, onePage(func(h *hand, n int) {
			before := h.at
			h.put("xref\n0 0\ntrailer<<>>\n")
			for range n {
				at := h.at
				h.put("xref\n0 0\ntrailer<</Root 1 0 R/Prev ", strconv.FormatInt(before, 10), ">>\n")
				before = at
			}
			h.end(before)
		}), "1 pages"},
		{"a chain of streams", 20_000, 200_000, onePage(func(h *hand, n int) {
			before := h.at
			for range n {
				at := h.at
				h.stream(9, fmt.Sprintf("/Type/XRef/W[1 1 1]/Size 0/Root 1 0 R/Prev %d", before), nil)
				before = at
			}
			h.end(before)
		}), "1 pages"},
		{"a chain of one stream at many offsets", 2_000, 100_000, onePage(func(h *hand, n int) {
			last := h.at + int64(n)
			h.put(strings.Repeat(" ", n))
			h.stream(9, "/Type/XRef/W[1 1 1]/Size 9/Filter/Fl", zeros(30, 0))
			before := int64(0)
			for i := range n {
				at := h.at
				h.put("xref\n0 0\ntrailer<</Root 1 0 R/XRefStm ", strconv.FormatInt(last-int64(i), 10), "/Prev ", strconv.FormatInt(before, 10), ">>\n")
				before = at
			}
			h.end(before)
		}), "1 pages"},
		{"a loop of sections", 1, 1, onePage(func(h *hand, _ int) {
			at := h.at
			h.put("xref\n0 0\ntrailer<</Root 1 0 R/Prev ", strconv.FormatInt(at, 10), "/XRefStm ", strconv.FormatInt(at, 10), ">>\n")
			h.end(at)
		}), "1 pages"},
		{"a table of ten thousand million", 1, 1, tabled("0 9999999999\n0000000000 65535 f \n", ""), "1 pages"},
		{"a table beyond all numbers", 1, 1, tabled("9223372036854775807 9223372036854775807\n0000000000 65535 f \n", ""), "1 pages"},
		{"a size of two thousand million", 1, 1, tabled("0 1\n0000000000 65535 f \n", "/Size 2147483648"), "1 pages"},
		{"fields of eight bytes", 1, 1, streamed("/W[8 8 8]/Size 2147483648", short), "1 pages"},
		{"an index beyond all numbers", 1, 1, streamed("/W[1 2 1]/Index[9223372036854775807 9223372036854775807 2147483647 9]", short), "1 pages"},
		{"a negative index", 1, 1, streamed("/W[1 2 1]/Index[-9 99999 -9223372036854775808 -1]", short), "1 pages"},
		{"fields of no bytes", 1, 1, streamed("/W[0 0 0]/Size 2147483647", short), "1 pages"},
		{"a stream of rows without end", 1000, 10_000, streamed("/W[1 1 1]/Size 2147483647/Filter/Fl", func(n int) []byte { return zeros(n, 1) }), "1 pages"},
		{"a stream of every number", 25, 25, streamed("/W[1 1 1]/Size 8388607/Filter/Fl", func(n int) []byte { return zeros(n, 1) }), "1 pages"},
		{"a row of every chunk", 1, 1, func(h *hand, _ int) {
			h.start("", "")
			var index strings.Builder
			for i := range 16_383 {
				fmt.Fprintf(&index, "%d 1 ", 512*i+511)
			}
			streamed("/W[1 1 1]/Index["+index.String()+"]", func(int) []byte { return []byte(strings.Repeat("\x01\x01\x01", 16_383)) })(h, 1)
		}, "1 pages"},
		{"many index ranges", 100_000, 4_000_000, onePage(func(h *hand, n int) {
			at := h.at
			h.begin(9)
			h.put("<</Type/XRef/Root 1 0 R/W[1 1 1]/Index[")
			h.times(n, "1 0 ")
			h.put("]/Length 0>>\nstream\n\nendstream\nendobj\n")
			h.end(at)
		}), "1 pages"},
	}
}
