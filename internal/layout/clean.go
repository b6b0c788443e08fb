package layout

import (
	"strings"
	"unicode"

	"parolepack/internal/font"
)

// Escape makes any text literal in Markdown, wherever in a line or table cell it stands: white space of any kind, newlines
// among it, becomes single spaces, characters that show nothing are dropped, and every ASCII punctuation mark gets its backslash
// (CommonMark 0.31, 2.4).
func Escape(s string) string {
	var out strings.Builder
	for i, word := range strings.FieldsFunc(clean(s), func(r rune) bool { return r == ' ' }) {
		if i > 0 {
			out.WriteByte(' ')
		}
		for _, r := range word {
			if r < unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
				out.WriteByte('\\')
			}
			out.WriteRune(r)
		}
	}
	return out.String()
}

// EscapeBlocks is Escape for text of several paragraphs: blank lines part paragraphs as they do in Markdown, and
// single newlines are kept as hard breaks. It may not stand in a table cell.
func EscapeBlocks(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	var blocks, lines []string
	flush := func() {
		if len(lines) > 0 {
			blocks = append(blocks, strings.Join(lines, "\\\n"))
		}
		lines = nil
	}
	for _, line := range strings.Split(s, "\n") {
		if line = Escape(line); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return strings.Join(blocks, "\n\n")
}

// clean prepares text for one line (font.Clean): line ends in it are spaces.
func clean(s string) string { return strings.ReplaceAll(font.Clean(s), "\n", " ") }

// binder keeps on one line what reads as one: a section sign and its number, a form's or exhibit's word and
// its number, a page's.
func binder() *strings.Replacer {
	pairs := []string{}
	for _, s := range []string{"§ ", "Form ", "Exhibit ", "Item ", " p. ", " pp. ", "Dr. "} {
		pairs = append(pairs, s, strings.TrimSuffix(s, " ")+noBreak)
	}
	return strings.NewReplacer(pairs...)
}
