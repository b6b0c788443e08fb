package font

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean prepares text for setting: letters and accents are composed (NFC), every breaking space is a plain one and every
// other a no-break space, every line end is a newline, and what neither shows nor steers anything is gone: control characters,
// byte-order marks, soft hyphens, selectors of variants, embeddings. Joiners, marks of direction and zero-width spaces stay where a script needs
// them, and go from Latin, where they are left over from copying. Bytes that are no text become U+FFFD, which Set.Missing tells.
func Clean(s string) string {
	if ascii(s) {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\u2029", "\n\n").Replace(strings.ToValidUTF8(s, "\ufffd"))
	steered := strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && r < 0x1e00 || r >= 0xa800 && unicode.IsLetter(r) })
	return norm.NFC.String(strings.Map(func(r rune) rune { return cleaned(r, steered) }, s))
}

// ascii reports whether s is ASCII without control characters but newlines, which needs no cleaning.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// cleaned is what becomes of one character; -1 for nothing.
func cleaned(r rune, steered bool) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028:
		return '\n'
	case r == 0xa0, r == 0x202f, r == 0x2007:
		return 0xa0
	case r != ' ' && unicode.Is(unicode.Zs, r):
		return ' '
	case steers(r) && steered, fillers(r):
		return r
	case silent(r), unicode.IsControl(r):
		return -1
	}
	return r
}

// steers reports whether r shows nothing and yet changes how its neighbours are set.
func steers(r rune) bool { return r >= 0x200b && r <= 0x200f || r == 0x61c }

// fillers stand in for letters and are counted as such.
func fillers(r rune) bool {
	return r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r == 0x17b4 || r == 0x17b5
}
