package ink

import (
	"cmp"
	"fmt"
	"unicode/utf16"
)

// The fixed parts of a ToUnicode CMap (ISO 32000-1, 9.10.3).
const (
	cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
	// cmapBlock is the most entries a bfchar section may hold.
	cmapBlock = 100
)

// toUnicode maps glyph ids, in ascending order, back to text. A glyph that means nothing by itself
// is a zero-width space, since readers show a sign of trouble for one without an entry.
func toUnicode(glyphs []uint16, meaning func(uint16) string) []byte {
	out := []byte(cmapHead)
	for len(glyphs) > 0 {
		n := min(len(glyphs), cmapBlock)
		out = fmt.Appendf(out, "%d beginbfchar\n", n)
		for _, gid := range glyphs[:n] {
			out = fmt.Appendf(out, "<%04X> <", gid)
			for _, unit := range utf16.Encode([]rune(cmp.Or(meaning(gid), "\u200b"))) {
				out = fmt.Appendf(out, "%04X", unit)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
		glyphs = glyphs[n:]
	}
	return append(out, cmapTail...)
}
