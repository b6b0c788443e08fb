package font

import (
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// simple are the characters that stand for themselves: one glyph each, side by side, left to right. Every other one is
// shaped, since it joins, stacks, moves, turns the line round or shows nothing.
func simple() *unicode.RangeTable {
	return &unicode.RangeTable{
		R16: []unicode.Range16{
			{Lo: 0x20, Hi: 0x7e, Stride: 1}, {Lo: 0xa0, Hi: 0xac, Stride: 1}, {Lo: 0xae, Hi: 0x2ff, Stride: 1},
			{Lo: 0x370, Hi: 0x482, Stride: 1}, {Lo: 0x48a, Hi: 0x58f, Stride: 1}, // Greek, Cyrillic, Armenian
			{Lo: 0x10a0, Hi: 0x10ff, Stride: 1}, {Lo: 0x1200, Hi: 0x135a, Stride: 1}, {Lo: 0x1360, Hi: 0x13fd, Stride: 1},
			{Lo: 0x1d00, Hi: 0x1dbf, Stride: 1}, {Lo: 0x1e00, Hi: 0x200a, Stride: 1}, {Lo: 0x2010, Hi: 0x2027, Stride: 1},
			{Lo: 0x202f, Hi: 0x205f, Stride: 1}, {Lo: 0x2070, Hi: 0x20c0, Stride: 1}, {Lo: 0x2100, Hi: 0x2cee, Stride: 1},
			{Lo: 0x2cf2, Hi: 0x2d2f, Stride: 1}, {Lo: 0x2e00, Hi: 0x3029, Stride: 1}, {Lo: 0x3030, Hi: 0x3098, Stride: 1},
			{Lo: 0x309b, Hi: 0xa4cf, Stride: 1}, {Lo: 0xa640, Hi: 0xa66e, Stride: 1}, {Lo: 0xa722, Hi: 0xa7ff, Stride: 1},
			{Lo: 0xab30, Hi: 0xab6f, Stride: 1}, {Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, {Lo: 0xf900, Hi: 0xfaff, Stride: 1},
			{Lo: 0xfb00, Hi: 0xfb17, Stride: 1}, {Lo: 0xfe30, Hi: 0xfe6b, Stride: 1}, {Lo: 0xff01, Hi: 0xffef, Stride: 1},
			{Lo: 0xfffd, Hi: 0xfffd, Stride: 1},
		},
		R32: []unicode.Range32{{Lo: 0x1f000, Hi: 0x1faff, Stride: 1}, {Lo: 0x20000, Hi: 0x3fffd, Stride: 1}},
		// The Latin ranges above.
		LatinOffset: 2,
	}
}

// silent reports whether r shows nothing by itself and is no space: joiners, marks of direction, selectors of variants
// (UAX #44, Default_Ignorable_Code_Point).
func silent(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xfeff, r == 0xffa0:
		return true
	case r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// meaningless reports whether r has no meaning that a reader could know: controls, private use, what is no character.
func meaningless(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Co, unicode.Cs) || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

// joins reports whether r belongs to the character before it: an accent, a vowel sign, a joiner.
func joins(r rune) bool {
	return r >= 0x300 && unicode.Is(unicode.M, r) || silent(r) || r >= 0x1f3fb && r <= 0x1f3ff
}

// turns reports whether r runs from right to left, or is a number of a script that does.
func turns(r rune) bool {
	if r < 0x590 || r == 0x200c || r == 0x200d {
		return false
	}
	switch class(r) {
	case bidi.R, bidi.AL, bidi.AN:
		return true
	}
	return false
}

// class is the bidirectional class of r (UAX #9, table 4).
func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}
