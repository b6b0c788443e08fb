package font

import (
	"bytes"
	"compress/zlib"
	"strings"
)

// windows are the characters of the codes 80 to 9F in WinAnsiEncoding (ISO 32000-1, annex D.2); a blank is a code without one.
const windows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

// WinAnsi lists the characters of WinAnsiEncoding by code, 0 where a code has none.
func WinAnsi() (out [256]rune) {
	for c := rune(0x20); c < 0x7f; c++ {
		out[c] = c
	}
	for i, r := range []rune(windows) {
		if r != ' ' {
			out[0x80+i] = r
		}
	}
	for c := rune(0xa0); c <= 0xff; c++ {
		out[c] = c
	}
	return out
}

// IsWinAnsi tells whether every character of s has a code in WinAnsiEncoding.
func IsWinAnsi(s string) bool {
	for _, r := range s {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r > 0xff && !strings.ContainsRune(windows, r) {
			return false
		}
	}
	return true
}

// IsLatin tells whether a character is among those that names and addresses in Latin letters are written in:
// WinAnsiEncoding, Latin Extended-A and the commas below of Romanian.
func IsLatin(r rune) bool {
	return r >= 0x20 && r < 0x7f || r >= 0xa0 && r < 0x180 || r >= 0x218 && r <= 0x21b || r > 0x17f && strings.ContainsRune(windows, r)
}

// A Latin is a face cut down to the Latin characters that it has, for text that is not known yet: what will be typed into a
// form. Glyphs keep their ids.
type Latin struct {
	// Runes are the characters, in order; Glyphs theirs.
	Runes  []rune
	Glyphs []uint16
	// Flate is the TrueType program as FlateDecode wants it (ISO 32000-1, 7.4.4), Length what it is inflated to.
	Flate  []byte
	Length int
}

// Latin gives the face cut down to Latin. It is made once a Set, and shared: it must not be changed.
func (f *Face) Latin() (*Latin, error) { return f.latin() }

// cutLatin makes the face's Latin.
func (f *Face) cutLatin() (*Latin, error) {
	out := &Latin{}
	for r := range rune(direct) {
		if gid, ok := f.Glyph(r); ok && IsLatin(r) {
			out.Runes, out.Glyphs = append(out.Runes, r), append(out.Glyphs, gid)
		}
	}
	program, err := f.Standalone(out.Runes)
	if err != nil {
		return nil, err
	}
	var short bytes.Buffer
	z := zlib.NewWriter(&short)
	if _, err := z.Write(program); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	out.Flate, out.Length = short.Bytes(), len(program)
	return out, nil
}
