package pdf_test

import (
	"fmt"
	"strconv"
	"strings"
)

// deep is a file whose page needs an object of this body.
func deep(body func(h *hand, n int)) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.start("", "/Resources<</Deep 4 0 R>>/Annots 4 0 R")
		h.begin(4)
		body(h, n)
		h.put("\nendobj\n")
		h.table("")
	}
}

// plain is a file without any structure.
func plain(text string) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.put("%PDF-1.7\n")
		h.times(n/len(text), text)
	}
}

// hostileValues are values without an end, without a bottom, and without measure.
func hostileValues() []hostile {
	const mb = 1 << 20
	twice := func(a, b string) func(h *hand, n int) {
		return deep(func(h *hand, n int) { h.times(n, a); h.times(n, b) })
	}
	many := func(a, text, b string) func(h *hand, n int) {
		return deep(func(h *hand, n int) { h.put(a); h.times(n/len(text), text); h.put(b) })
	}
	return []hostile{
		{"arrays in arrays", mb, 20 * mb, twice("[", "]"), "nested too deep"},
		{"dictionaries in dictionaries", mb, 10 * mb, twice("<</A", ">>"), "nested too deep"},
		{"a long string", 4 * mb, 100 * mb, many("(", "abc\\(def", ")"), ""},
		{"a long hexadecimal string", 4 * mb, 100 * mb, many("<", "4142 ", ">"), ""},
		{"a long name", 4 * mb, 100 * mb, many("/", "a#20", ""), ""},
		{"a long number", 4 * mb, 100 * mb, many("", "7", ""), ""},
		{"a long real", 4 * mb, 100 * mb, many("", "7.-", ""), ""},
		{"a long comment", 4 * mb, 100 * mb, many("%", "x", "\n1"), ""},
		{"an array of numbers", 4 * mb, 31 * mb, many("[", "999 ", "]"), "values"},
		{"an array of arrays", 4 * mb, 31 * mb, many("[", "[]", "]"), "values"},
		{"an array of dictionaries", 4 * mb, 31 * mb, many("[", "<<>>", "]"), "values"},
		{"an array of references", 4 * mb, 31 * mb, many("[", "9 0 R ", "]"), "values"},
		{"a dictionary of keys", 6 * mb, 31 * mb, deep(func(h *hand, n int) {
			h.put("<<")
			for i := range n / 10 {
				h.put("/", strconv.FormatInt(int64(i), 36), " 1\n")
			}
			h.put(">>")
		}), "values"},
		{"nothing but ( ", 4 * mb, 100 * mb, plain("("), "damaged"},
		{"nothing but <<", 4 * mb, 100 * mb, plain("<<"), "damaged"},
		{"nothing but [", 4 * mb, 100 * mb, plain("["), "damaged"},
		{"nothing but stream", 4 * mb, 100 * mb, plain("stream\n"), "damaged"},
		{"nothing but obj", 4 * mb, 100 * mb, plain("1 0 obj "), "damaged"},
		{"nothing but endobj", 4 * mb, 100 * mb, plain("endobj "), "damaged"},
		{"nothing but trailer<<", 4 * mb, 100 * mb, plain("trailer<<"), "damaged"},
		{"nothing but trailer(", 4 * mb, 100 * mb, plain("1 0 obj trailer("), "damaged"},
		{"nothing but comments", 4 * mb, 100 * mb, plain("%%%%%%%%"), "damaged"},
		{"nothing but startxref", 4 * mb, 100 * mb, plain("startxref 9 "), "damaged"},
		{"nothing but xref", 4 * mb, 100 * mb, plain("xref 0 0 "), "damaged"},
		{"nothing but spaces", 4 * mb, 100 * mb, plain("        "), "damaged"},
		{"nothing but catalogs", 4 * mb, 100 * mb, plain("1 0 obj<</Type/Catalog/Pages("), "damaged"},
		{"annotations without an end", 20_000, 200_000, func(h *hand, n int) {
			h.start("", "/Annots["+manyRefs(4, n)+"]")
			for i := range n {
				h.begin(4 + i)
				h.put("(\n")
			}
			h.table("")
		}, ""},
		{"one large object for every page", 2000, 20_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			h.obj(2, "<</Type/Pages/Resources 3 0 R/Kids[", manyRefs(4, n), "]>>")
			h.begin(3)
			h.put("<</Font<<")
			h.times(200_000, "/A 1 ")
			h.put(">>>>\nendobj\n")
			for i := range n {
				h.obj(4+i, "<</Type/Page/Parent 2 0 R>>")
			}
			h.table("")
		}, ""},
	}
}

// manyRefs spells n references from a number on.
func manyRefs(from, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d 0 R ", from+i)
	}
	return b.String()
}
