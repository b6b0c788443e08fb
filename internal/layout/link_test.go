package layout

import (
	"strings"
	"testing"
)

func TestEachLinePartOfALinkHasItsArea(t *testing.T) {
	style := LetterStyle(Letterhead{})
	page := lay(t, style, "See "+"["+strings.Repeat("linked **words** ", 25)+"](exhibit:us-physician) and [Exhibit B](exhibit:b), [C](exhibit:c).")[0]
	var first []Link
	for _, l := range page.Links {
		if l.Target == "exhibit:us-physician" {
			first = append(first, l)
		}
	}
	if len(first) < 3 || len(page.Links) != len(first)+2 {
		t.Fatalf("%d areas of the long link, %d in all", len(first), len(page.Links))
	}
	for _, l := range page.Links {
		var text string
		for _, r := range page.Runs {
			if r.Y > l.Y && r.Y < l.Y+l.H && r.X+0.01 >= l.X && r.X+r.Width <= l.X+l.W+0.01 {
				text += r.Text
			}
		}
		if l.Target == "exhibit:us-physician" && !strings.Contains(text, "words") {
			t.Errorf("the area %+v covers %q", l, text)
		}
		if l.X < style.Margins.Left-0.01 || l.X+l.W > style.Width-style.Margins.Right+0.01 {
			t.Errorf("the area %+v leaves the margins", l)
		}
	}
	if whole := first[1]; whole.W < style.Width-style.Margins.Left-style.Margins.Right-0.1 {
		t.Errorf("the middle line's area is %.2f wide", whole.W)
	}
}

func TestLinksInTablesLists(t *testing.T) {
	page := lay(t, IndexStyle(), "| A | B |\n|---|---|\n| [x](exhibit:x) | [y z](part:i-131/nour) |\n\n- [q](https://example.com/a_b)\n")[0]
	var got []string
	for _, l := range page.Links {
		got = append(got, l.Target)
		if l.W <= 0 || l.H <= 0 {
			t.Errorf("empty area %+v", l)
		}
	}
	if s := strings.Join(got, " "); s != "exhibit:x part:i-131/nour https://example.com/a_b" {
		t.Errorf("targets %s", s)
	}
}
