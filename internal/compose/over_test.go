package compose

import (
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/ink"
)

// A page of which something is shaped is drawn over a bare page, whole; any other is the PDF library's.
func TestOverTakesWholePages(t *testing.T) {
	set := font.NewSet()
	fonts := ink.NewFonts(set)
	for markdown, over := range map[string]bool{
		"Samir **Haddad** ☐ Łódź": false, "at 北京 now": false, "at بيروت now": true, "x\u0301": true, "lost \U00013000": true,
	} {
		pages := laid(t, set, markdown)
		c, err := Over(pages[0], fonts)
		if err != nil || (c != nil) != over {
			t.Errorf("%q: over %v, %v; want %v", markdown, c != nil, err, over)
		}
		out, err := Draw(pages, set)
		if err != nil {
			t.Fatalf("%q: %v", markdown, err)
		}
		if text := foreign(t, out, "pdftotext"); over && len(text) > 1 {
			t.Errorf("%q: the bare page says %q", markdown, text)
		}
	}
}
