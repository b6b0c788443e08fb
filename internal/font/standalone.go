package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Standalone makes a font file of its own for the given characters: a Subset without hints, with a character map, a
// name and the metrics that a font reader asks for. Libraries that parse what they embed are given it, since it is a
// hundred times smaller than the face. A character the face lacks is an error.
func (f *Face) Standalone(runes []rune) ([]byte, error) {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	runes = slices.Compact(runes)
	glyphs := make([]uint16, len(runes))
	for i, r := range runes {
		gid, ok := f.Glyph(r)
		if !ok {
			return nil, fmt.Errorf("font %q: no glyph for %q", f.id, r)
		}
		glyphs[i] = gid
	}
	out, err := f.subset(glyphs)
	if err != nil {
		return nil, fmt.Errorf("font %q: %w", f.id, err)
	}
	if err := unhinted(out); err != nil {
		return nil, fmt.Errorf("font %q: %w", f.id, err)
	}
	out["cmap"] = characterMap(runes, glyphs)
	out["OS/2"] = f.tables["OS/2"]
	out["name"] = nameTable(f.name)
	out["post"] = slices.Clone(f.tables["post"][:min(32, len(f.tables["post"]))])
	binary.BigEndian.PutUint32(out["post"], 0x00030000) // no glyph names
	return assemble(out), nil
}

// nameTable holds the PostScript name alone, for Windows in English.
func nameTable(name string) []byte {
	var text []byte
	for i := range len(name) {
		text = append(text, 0, name[i]) // PostScript names are ASCII
	}
	out := words16(0, 1, 18, 3, 1, 0x409, 6, len(text), 0)
	return append(out, text...)
}

// characterMap maps sorted runes to glyphs: format 4 for the basic plane and format 12 for all (OpenType 1.9, "cmap").
func characterMap(runes []rune, glyphs []uint16) []byte {
	basic := segments(runes, glyphs)
	all := groups(runes, glyphs)
	out := words16(0, 2, 3, 1)
	out = binary.BigEndian.AppendUint32(out, 20)
	out = append(out, words16(3, 10)...)
	out = binary.BigEndian.AppendUint32(out, uint32(20+len(basic)))
	return append(append(out, basic...), all...)
}

// segments is a format 4 table with one segment a character and the closing one.
func segments(runes []rune, glyphs []uint16) []byte {
	var ends, deltas []int
	for i, r := range runes {
		if r < 0xffff {
			ends, deltas = append(ends, int(r)), append(deltas, int(glyphs[i])-int(r))
		}
	}
	ends, deltas = append(ends, 0xffff), append(deltas, 1)
	n := len(ends)
	entry := header(n)[6:] // the same search numbers, in units of two bytes
	out := words16(4, 16+8*n, 0, 2*n)
	out = append(out, words16(u16(entry, 0)/8, u16(entry, 2), 2*n-u16(entry, 0)/8)...)
	out = append(out, words16(ends...)...)
	out = append(out, 0, 0)
	out = append(out, words16(ends...)...)
	out = append(out, words16(deltas...)...)
	return append(out, make([]byte, 2*n)...)
}

// groups is a format 12 table with one group a character.
func groups(runes []rune, glyphs []uint16) []byte {
	out := words16(12, 0)
	for _, v := range []int{16 + 12*len(runes), 0, len(runes)} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	for i, r := range runes {
		for _, v := range []uint32{uint32(r), uint32(r), uint32(glyphs[i])} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
	}
	return out
}

// words16 writes 16-bit numbers; negative ones wrap, as deltas do.
func words16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}
