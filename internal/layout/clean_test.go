package layout

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"

	"parolepack/internal/font"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain é — ’ text", "plain é — ’ text"},
		{"*a* _b_ [c](d) <e> `f` \\", `\*a\* \_b\_ \[c\]\(d\) \<e\> \` + "`f\\`" + ` \\`},
		{"1. one\n# two\r\n\n- three\ttabs", `1\. one \# two \- three tabs`},
		{"  lead and trail  ", "lead and trail"},
		{"nul\x00bell\x07\u200b\u202e\ufeff", "nulbell"},
		{"bad\xffbyte", "bad\ufffdbyte"},
		{"no\u00a0break", "no\u00a0break"},
		{"cafe\u0301", "café"},
	} {
		if got := Escape(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEscapeBlocksKeepsParagraphsAndLines(t *testing.T) {
	if got, want := EscapeBlocks("# one\ntwo\r\n\r\n \n- three\n"), "\\# one\\\ntwo\n\n\\- three"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	pages := lay(t, SheetStyle(), EscapeBlocks("a *b*\nc\n\n1. d"))
	if got := pages[0].Text(); got != "a *b*\nc\n1. d\n" {
		t.Errorf("%q", got)
	}
}

// Escaped text stands in print as it is, in a paragraph, after text, in a table cell, in a heading and in a link.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"<!-- pagebreak -->", "a|b\\", "---", "===", "1) x", "&amp;", "~~~", "http://x.y", "[a]: b", "a\\\nb", "***", "\t- x", "![x](y)", "trailing\\", "|", "\\|", "`|`", ":--"} {
		f.Add(s)
	}
	set := font.NewSet()
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.Join(strings.Fields(strings.ReplaceAll(clean(s), noBreak, " ")), " ")
		if len(s) > 30 || want == "" {
			t.Skip()
		}
		e := Escape(s)
		for _, frame := range []string{"%s", "text\n%s", "# %s", "- %s", "**RE:** %s", "[%s](exhibit:x)", "| %s | z |\n|---|---|\n", "| y | z |\n|---|---|\n| %s | z |\n"} {
			pages, err := Lay(set, SheetStyle(), strings.ReplaceAll(frame, "%s", e))
			if err != nil {
				return // letters that cannot be set
			}
			got := textOfAll(pages)
			if !shows(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(want, " ", "")) {
				t.Errorf("%q in %q shows %q", s, frame, got)
			}
		}
	})
}

// shows reports whether page text holds want. A page tells its text from left to right, so of letters that run the other
// way each must stand there as often as in want, wherever that is.
func shows(got, want string) bool {
	if !strings.ContainsFunc(want, runsLeft) {
		return strings.Contains(got, want)
	}
	for _, r := range want {
		if strings.Count(got, string(r)) < strings.Count(want, string(r)) {
			return false
		}
	}
	return true
}

// runsLeft reports whether r is of a script that is written from right to left (Unicode, UAX 9).
func runsLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL || p.Class() == bidi.AN
}
