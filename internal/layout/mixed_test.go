package layout

import (
	"strings"
	"testing"
)

// line is the page's runs of one line from left to right, as they are set.
func ordered(p Page, y float64) string {
	var out []string
	x := 0.0
	for _, r := range p.Runs {
		if r.Y != y {
			continue
		}
		if r.X < x-0.001 {
			out = append(out, "OVERLAP")
		}
		x = r.X + r.Width
		mark := ""
		if r.RightToLeft {
			mark = "<"
		}
		out = append(out, mark+r.Text)
	}
	return strings.Join(out, "|")
}

func TestWordsFromRightToLeft(t *testing.T) {
	for markdown, want := range map[string]string{
		"at مستشفى الجامعة in Beirut": "at|<الجامعة|<مستشفى|in|Beirut",
		"بيروت مستشفى الجامعة AUBMC":  "AUBMC|<الجامعة|<مستشفى|<بيروت",
		"رقم **12** بيروت":            "<بيروت|12|<رقم",
	} {
		pages := lay(t, SheetStyle(), markdown)
		if got := ordered(pages[0], pages[0].Runs[0].Y); got != want {
			t.Errorf("%s: %s, want %s", markdown, got, want)
		}
	}
}

// A line of an English paragraph stays one, however much Arabic it quotes.
func TestALineKeepsItsParagraphsDirection(t *testing.T) {
	text := strings.Repeat("Nour is treated at the hospital of her town. ", 4) + strings.Repeat("مستشفى الجامعة الأميركية في بيروت ", 5) + strings.Repeat("and comes home. ", 8)
	pages := lay(t, LetterStyle(Letterhead{}), text)
	for _, r := range pages[0].Runs {
		if r.X < 71.9 || r.X+r.Width > 540.1 {
			t.Errorf("%q stands at %.1f to %.1f", r.Text, r.X, r.X+r.Width)
		}
	}
	words := map[string]int{}
	for _, w := range strings.Fields(textOfAll(pages)) {
		words[w]++
	}
	for _, w := range strings.Fields(text) {
		words[w]--
	}
	for w, n := range words {
		if n != 0 {
			t.Errorf("%q: %+d", w, n)
		}
	}
	last := ""
	for _, r := range pages[0].Runs {
		if !r.RightToLeft {
			last = r.Text
		}
	}
	if !strings.HasSuffix(last, "home.") {
		t.Errorf("the paragraph ends with %q", last)
	}
}

func TestChineseBreaksWithoutSpaces(t *testing.T) {
	pages := lay(t, SheetStyle(), strings.Repeat("北京协和医院", 30))
	if n := strings.Count(pages[0].Text(), "\n"); n < 3 {
		t.Errorf("%d lines", n)
	}
}
