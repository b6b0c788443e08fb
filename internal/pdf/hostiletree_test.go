package pdf_test

import (
	"fmt"
	"strings"
)

// hostileTrees are trees that are too deep, too wide, or no trees.
func hostileTrees() []hostile {
	return []hostile{
		{"a page tree as deep as long", 20_000, 500_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			for i := range n {
				h.obj(2+i, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]>>", 3+i))
			}
			h.obj(2+n, "<</Type/Page>>")
			h.table("")
		}, "nested too deep"},
		{"one page ten million times", 1_000_000, 5_000_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			h.begin(2)
			h.put("<</Type/Pages/Count 9999999999/Kids[")
			h.times(n, "3 0 R ")
			h.put("]>>\nendobj\n")
			h.obj(3, "<</Type/Page/Parent 2 0 R>>")
			h.table("")
		}, ""},
		{"a page tree that doubles", 40, 200, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			for i := range n {
				h.obj(2+i, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R<</Kids[%d 0 R %d 0 R]>>]>>", 3+i, 3+i, 3+i, 3+i))
			}
			h.obj(2+n, "<</Type/Page>>")
			h.table("")
		}, ""},
		{"a page tree that doubles without names", 60, 400, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages<</Kids 2 0 R>>>>")
			for i := range n {
				h.obj(2+i, fmt.Sprintf("[<</Kids %d 0 R>><</Kids %d 0 R>>]", 3+i, 3+i))
			}
			h.obj(2+n, "[]")
			h.table("")
		}, ""},
		{"a hundred thousand pages", 20_000, 100_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			h.obj(2, "<</Type/Pages/Kids[", manyRefs(3, n), "]>>")
			for i := range n {
				h.obj(3+i, "<</Type/Page/Parent 2 0 R>>")
			}
			h.table("")
		}, ""},
		{"an outline as deep as long", 20_000, 500_000, chained("/Outlines<</First 4 0 R>>", "<</Title(a)/First %d 0 R>>"), "nested too deep"},
		{"an outline as wide as long", 100_000, 500_000, chained("/Outlines<</First 4 0 R>>", "<</Title(a)/Next %d 0 R>>"), "bookmarks"},
		{"names as deep as long", 100_000, 500_000, chained("/Names<</Dests 4 0 R>>/Outlines<</First 3 0 R>>", "<</Names[(a)(b)]/Kids[%d 0 R]/Dest(x)>>"), ""},
		{"labels as deep as long", 100_000, 500_000, chained("/PageLabels 4 0 R", "<</Nums[0<<>>]/Kids[%d 0 R]>>"), "1 labels"},
		{"fields as deep as long", 100_000, 500_000, chained("/AcroForm<</Fields[4 0 R]>>", "<</T(a)/Kids[%d 0 R]>>"), ""},
		{"a million fields", 20_000, 1_000_000, func(h *hand, n int) {
			h.start("/AcroForm<</Fields 5 0 R>>", "/Annots 5 0 R")
			for i := range n {
				h.obj(6+i, "<</T(a)/FT/Tx/Subtype/Widget/V(yes)/Rect[0 0 9 9]/Parent 6 0 R>>")
			}
			h.obj(5, "[", manyRefs(6, n), "]")
			h.table("")
		}, ""},
		{"fields that share their options", 5_000, 100_000, func(h *hand, n int) {
			h.start("", "/Annots 5 0 R")
			h.obj(4, "[", strings.Repeat("[(a)(b)]", 20_000), "]")
			for i := range n {
				h.obj(6+i, "<</T(a)/FT/Ch/Opt 4 0 R/Subtype/Widget/V(yes)/Rect[0 0 9 9]>>")
			}
			h.obj(5, "[", manyRefs(6, n), "]")
			h.table("")
		}, ""},
		{"annotations of every page", 300, 2_000, func(h *hand, n int) {
			h.put("%PDF-1.7\n")
			h.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			h.obj(2, "<</Type/Pages/Kids[", manyRefs(5, n), "]>>")
			h.obj(3, "[", strings.Repeat("4 0 R ", 20_000), "]")
			h.obj(4, "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://a.b)>>>>")
			for i := range n {
				h.obj(5+i, "<</Type/Page/Parent 2 0 R/Annots 3 0 R>>")
			}
			h.table("")
		}, "annotations"},
		{"all that can refer to itself", 1, 1, func(h *hand, _ int) {
			h.start("/Names<</Dests 4 0 R>>/Outlines<</First 5 0 R>>/PageLabels 4 0 R/AcroForm<</Fields[6 0 R]>>/OCProperties 1 0 R",
				"/Contents 7 0 R/Resources 8 0 R/Annots[6 0 R 9 0 R]/Group 3 0 R")
			h.obj(4, "<</Kids[4 0 R]/Names[(a)4 0 R]/Nums[0 4 0 R]>>")
			h.obj(5, "<</Title 5 0 R/First 5 0 R/Next 5 0 R/Dest 5 0 R>>")
			h.obj(6, "<</T(a)/Kids[6 0 R]/Parent 6 0 R/Subtype/Widget/FT 6 0 R/V 6 0 R/AP<</N 6 0 R>>/Rect 6 0 R>>")
			h.obj(7, "[7 0 R 10 0 R 10 0 R]")
			h.obj(8, "<</XObject<</A 10 0 R>>/Font 8 0 R/Pattern 8 0 R/ExtGState 12 0 R>>")
			h.obj(9, "<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 10 0 R>>/Parent 9 0 R>>")
			h.obj(10, "<</Subtype/Form/BBox[0 0 9 9]/Length 10 0 R/Filter 11 0 R/DecodeParms 10 0 R/Resources 8 0 R/OC 10 0 R>>\nstream\n/A Do\nendstream")
			h.obj(11, "[11 0 R]")
			h.obj(12, "12 0 R")
			h.table("")
		}, "where a name should be"},
	}
}

// chained is a file of n objects from 4 on, each of which names the next.
func chained(catalog, link string) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.start(catalog, "/Annots[4 0 R]")
		for i := range n {
			h.obj(4+i, fmt.Sprintf(link, 5+i))
		}
		h.table("")
	}
}
