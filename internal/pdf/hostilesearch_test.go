package pdf_test

import "fmt"

// hostileSearches are files that have to be searched for their objects, or for the ends of them.
func hostileSearches() []hostile {
	const mb = 1 << 20
	return []hostile{
		{"objects without a cross-reference", 100_000, 3_000_000, func(h *hand, n int) {
			h.start("", "")
			for i := range n {
				h.obj(4+i, "(a)")
			}
		}, "1 pages in"},
		{"one object without end", 100_000, 3_000_000, func(h *hand, n int) {
			h.start("", "")
			for range n {
				h.obj(3, "<</Type/Page>>")
			}
		}, "1 pages in"},
		{"streams without a length", 20_000, 300_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.obj(4+i, "<<>>\nstream\nq Q\nendstream")
			}
			h.table("")
		}, ""},
		{"streams of a wrong length", 20_000, 300_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.obj(4+i, "<</Length 4 0 R>>\nstream\nq Q\nendstream")
			}
			h.table("")
		}, ""},
		{"streams without an end", 20_000, 300_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.obj(4+i, "<</Length 1>>\nstream\nabcdefghijklmnopqrstuvwxyz")
			}
			h.table("")
		}, ""},
		{"streams without an end or a cross-reference", 5_000, 300_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.obj(4+i, "<</Type/ObjStm/N 1/First 4>>\nstream\nabcdefghijklmnopqrstuvwxyz")
			}
		}, ""},
		{"wrong offsets for all", 20_000, 250_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.obj(4+i, "<</Subtype/Stamp>>")
			}
			for i := range n {
				h.offs[4+i] += 3
			}
			h.table("")
		}, "1 pages in"},
		{"offsets to one place for all", 10_000, 1_000_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			h.begin(4)
			h.put("(")
			h.times(mb, "abc")
			for i := range n {
				h.begin(4 + i)
				h.offs[4+i] = h.offs[4]
			}
			h.table("")
		}, ""},
		{"object streams to be searched", 12, 5_000, func(h *hand, n int) {
			h.start("", "")
			body := zeros(30, ' ')
			for i := range n {
				h.stream(4+i, "/Type/ObjStm/N 1/First 4/Filter/Fl", body)
			}
		}, "1 pages in"},
		{"one object stream to be searched", 100_000, 3_000_000, func(h *hand, n int) {
			h.start("", "")
			h.times(n, "9 0 obj/Type/ObjStm ")
		}, "1 pages in"},
		{"cross-reference streams to be searched", 3_000, 100_000, func(h *hand, n int) {
			h.start("", "")
			for i := range n {
				h.obj(4+i, "<</Type/XRef/A(")
			}
		}, "1 pages in"},
		{"trailers to be searched", 20_000, 1_000_000, func(h *hand, n int) {
			h.start("", "")
			h.times(n, "trailer<</A(")
		}, "1 pages in"},
		{"catalogs to be searched", 100_000, 1_000_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			for i := range n {
				h.obj(1+i, "<</Type/Catalog/Pages 9999999 0 R>>")
			}
		}, "damaged"},
	}
}

// hostileLocks are encryption dictionaries of every absurd kind.
func hostileLocks() []hostile {
	locked := func(dict string) func(h *hand, n int) {
		return func(h *hand, n int) {
			h.start("", "")
			h.begin(4)
			h.put("<</Filter/Standard/P -1", dict, "/O(")
			h.times(n, "0123456789abcdef")
			h.put(")/U(")
			h.times(n, "0123456789abcdef")
			h.put(")/OE(0123456789abcdef0123456789abcdef)/UE(0123456789abcdef0123456789abcdef)>>\nendobj\n")
			h.table("/Encrypt 4 0 R/ID[(a)(b)]")
		}
	}
	var out []hostile
	for _, c := range [][2]string{
		{"/V 2/R 3/Length 2147483647", "damaged"}, {"/V 2/R 3/Length -8", "damaged"}, {"/V 9999999999/R 3", "damaged"},
		{"/V 5/R 6", "password"}, {"/V 1/R 9", "unsupported"}, {"/V 4/R 4/CF 4 0 R/StmF/O/StrF 4 0 R", "damaged"}, {"/V 5/R 5/P 99999999999999999999", "password"},
	} {
		out = append(out, hostile{fmt.Sprintf("encrypted with %s", c[0][1:]), 100, 100_000, locked(c[0]), c[1]})
	}
	return out
}
