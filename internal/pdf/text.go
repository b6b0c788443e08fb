package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Text returns s as UTF-8: UTF-16 or UTF-8 where it begins with a byte order
// mark, else PDFDocEncoding (ISO 32000-1, 7.9.2.2 and annex D).
func (s String) Text() string {
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		return fromUTF16(string(s[2:]), 1, 0)
	case strings.HasPrefix(string(s), "\xff\xfe"):
		return fromUTF16(string(s[2:]), 0, 1)
	case strings.HasPrefix(string(s), "\xef\xbb\xbf"):
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	}
	return fromPDFDoc(string(s))
}

// fromUTF16 decodes pairs of bytes, of which low and high are the places. The
// language marks of 7.9.2.2 are dropped.
func fromUTF16(s string, low, high int) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i+high])<<8|uint16(s[i+low]))
	}
	text := string(utf16.Decode(units))
	for {
		a, rest, found := strings.Cut(text, "\x1b")
		_, after, closed := strings.Cut(rest, "\x1b")
		if !found || !closed {
			return text
		}
		text = a + after
	}
}

// Ranges of PDFDocEncoding that differ from Latin-1 (ISO 32000-1, annex D.3).
const (
	pdfDocLow  = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC" // 0x18 to 0x1F
	pdfDocHigh = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018" +
		"\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC" // 0x80 to 0xA0
)

// fromPDFDoc decodes PDFDocEncoding.
func fromPDFDoc(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < utf8.RuneSelf && (s[i] < 0x18 || s[i] > 0x1F)
	}
	if plain {
		return s
	}
	low, high := []rune(pdfDocLow), []rune(pdfDocHigh)
	var out strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x18 && c <= 0x1F:
			out.WriteRune(low[c-0x18])
		case c >= 0x80 && c <= 0xA0:
			out.WriteRune(high[c-0x80])
		default:
			out.WriteRune(rune(c))
		}
	}
	return out.String()
}

// TextString returns the text string for s (ISO 32000-1, 7.9.2.2): as it is
// where it is plain ASCII, else UTF-16 with a byte order mark.
func TextString(s string) String {
	plain := true
	for i := range len(s) {
		plain = plain && (s[i] >= ' ' && s[i] < 0x7F || s[i] == '\n' || s[i] == '\r' || s[i] == '\t')
	}
	if plain {
		return String(s)
	}
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return String(out)
}
