package pdf_test

import (
	"fmt"
	"strings"
)

// doubling is a file in which each of n objects names the next twice, so that 2^n paths lead to the
// last.
func doubling(link string) func(h *hand, n int) {
	return func(h *hand, n int) {
		h.start("/AcroForm<</DR 5 0 R/Fields[5 0 R]>>", "/Contents 4 0 R/Resources<</XObject<</A 5 0 R/B 5 0 R>>/Font<</A 5 0 R>>/Pattern<</A 5 0 R>>>>"+
			"/Annots[<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 5 0 R>>>>5 0 R]")
		h.stream(4, "", []byte("/A Do /B Do"))
		for i := range n {
			h.obj(5+i, strings.ReplaceAll(link, "#", fmt.Sprint(6+i)))
		}
		h.stream(5+n, "/Subtype/Form/BBox[0 0 1 1]", []byte("q Q"))
		h.table("")
	}
}

// hostileUses are small graphs with more paths than anyone can walk.
func hostileUses() []hostile {
	form := "<</Subtype/Form/BBox[0 0 9 9]/Length 11/Resources<</XObject<</A # 0 R/B # 0 R>>>>>>\nstream\n/A Do /B Do\nendstream"
	return []hostile{
		{"forms that double", 40, 20_000, doubling(form), "1 pages in"},
		{"patterns that double", 40, 20_000, doubling("<</PatternType 1/BBox[0 0 9 9]/Length 0/Resources<</Pattern<</A # 0 R/B # 0 R>>/XObject # 0 R>>>>\nstream\n\nendstream"), "1 pages in"},
		{"fonts that double", 40, 20_000, doubling("<</Type/Font/Subtype/Type3/CharProcs<</A # 0 R/B # 0 R>>/Resources<</Font<</A # 0 R/B # 0 R>>>>/T(a)/Kids[# 0 R # 0 R]>>"), "1 pages in"},
		{"arrays that double", 40, 20_000, doubling("[# 0 R # 0 R]"), "1 pages in"},
		{"resources that double", 40, 20_000, doubling("<</Resources # 0 R/XObject # 0 R/A # 0 R/Parent # 0 R/AP<</N # 0 R>>/OC # 0 R/Subtype/Stamp/F 4/Rect[0 0 9 9]>>"), "1 pages in"},
		{"a reference of references", 100_000, 1_000_000, doubling("# 0 R"), ""},
		{"annotations by the hundred thousand", 20_000, 100_000, func(h *hand, n int) {
			h.start("", "/Contents 4 0 R/Annots["+manyRefs(5, n)+"]")
			h.stream(4, "", []byte("q Q"))
			for i := range n {
				h.obj(5+i, "<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 4 0 R>>>>")
			}
			h.table("")
		}, "1 pages in"},
		{"layers by the million", 50_000, 1_000_000, func(h *hand, n int) {
			h.start("/OCProperties<</OCGs 4 0 R/D<</OFF 4 0 R/ON 4 0 R>>>>", "")
			h.obj(4, "[", manyRefs(5, n), "]")
			for i := range n {
				h.obj(5+i, "<</Type/OCG>>")
			}
			h.table("")
		}, "1 pages in"},
		{"tiny objects by the million", 100_000, 1_000_000, func(h *hand, n int) {
			h.start("", "/Resources<</A 4 0 R>>")
			for i := range n {
				h.obj(4+i, fmt.Sprintf("<</A %d 0 R>>", 5+i))
			}
			h.table("")
		}, "1 pages in"},
	}
}
