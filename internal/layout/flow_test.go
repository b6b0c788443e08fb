package layout

import (
	"fmt"
	"strings"
	"testing"
)

// lines are the texts of a page's lines.
func lines(p Page) []string { return strings.Split(strings.TrimSuffix(p.Text(), "\n"), "\n") }

// filler is n one-line paragraphs.
func filler(n int) string { return strings.Repeat("filler\n\n", n) }

// A paragraph that crosses a page's end leaves at least two lines on each side, wherever the page ends.
func TestNoWidowsAndNoOrphans(t *testing.T) {
	style := IndexStyle()
	text := strings.TrimSpace(strings.Repeat("paragraph ", 60))
	for n := range 45 {
		pages := lay(t, style, filler(n)+text)
		total := 0
		for i, p := range pages {
			count := 0
			for _, line := range lines(p) {
				if strings.HasPrefix(line, "paragraph") {
					count++
				}
			}
			total += count
			if count == 1 {
				t.Errorf("after %d lines page %d has one line of the paragraph", n, i+1)
			}
		}
		if total < 4 {
			t.Fatalf("the paragraph has %d lines", total)
		}
	}
}

func TestHeadingsStayWithTwoLines(t *testing.T) {
	style := IndexStyle()
	for n := range 45 {
		for _, p := range lay(t, style, filler(n)+"## Heading\n\n"+strings.Repeat("paragraph ", 60)) {
			all := lines(p)
			for i, line := range all {
				if line == "Heading" && i+2 >= len(all) {
					t.Errorf("after %d lines the heading stands over %d lines", n, len(all)-i-1)
				}
			}
		}
	}
}

func TestKeepHoldsABlockTogetherAndWithTheNext(t *testing.T) {
	for n := range 45 {
		kept := "<!-- keep -->\n" + strings.Repeat("kept ", 100) + "\n\n<!-- signature 200 -->\n<!-- tight -->\n<!-- keep -->\nName\\\nFirm\\\nBar\n"
		pages := lay(t, IndexStyle(), filler(n)+kept)
		last := pages[len(pages)-1].Text()
		for _, word := range []string{"Name", "Firm", "Bar"} {
			if !strings.Contains(last, word) {
				t.Errorf("after %d lines %q is not on the last page", n, word)
			}
		}
		if got := strings.Count(last, "kept"); got != 100 {
			t.Errorf("after %d lines %d of 100 kept words are on the last page", n, got)
		}
	}
}

func TestABlockTallerThanAPageIsBroken(t *testing.T) {
	pages := lay(t, IndexStyle(), "<!-- keep -->\n"+strings.Repeat("kept ", 2000))
	if len(pages) < 2 || strings.Count(textOfAll(pages), "kept") != 2000 {
		t.Errorf("%d pages, %d words", len(pages), strings.Count(textOfAll(pages), "kept"))
	}
}

func TestPageBreaksAndSpace(t *testing.T) {
	pages := lay(t, IndexStyle(), "one\n\n<!-- pagebreak -->\n<!-- space 50 -->\ntwo\n\n<!-- space 50 -->\n\nthree")
	if len(pages) != 2 || lines(pages[1])[0] != "two" {
		t.Fatalf("%d pages: %q", len(pages), textOfAll(pages))
	}
	runs := pages[1].Runs
	if first := pages[0].Runs[0].Y; runs[0].Y != first {
		t.Errorf("space at the top of a page: baseline %.3f, want %.3f", runs[0].Y, first)
	}
	if gap := round(runs[1].Y - runs[0].Y); gap != 64.5 {
		t.Errorf("baselines %.3f apart", gap)
	}
}

func TestTableHeadersRepeatAndRowsStayWhole(t *testing.T) {
	var table strings.Builder
	table.WriteString("| Exhibit | Document |\n|---|---|\n")
	for i := range 60 {
		fmt.Fprintf(&table, "| Row%d | begin%d %s end%d |\n", i, i, strings.Repeat("words in between ", 12), i)
	}
	style := IndexStyle()
	pages := lay(t, style, "Title\n\n"+table.String())
	soundness(t, style, pages)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	seen := 0
	for n, p := range pages {
		text := p.Text()
		if strings.Count(text, "Exhibit  Document") != 1 {
			t.Errorf("page %d has the header %d times", n+1, strings.Count(text, "Exhibit  Document"))
		}
		for i := range 60 {
			begin, end := strings.Contains(text, fmt.Sprintf("begin%d ", i)), strings.Contains(text, fmt.Sprintf("end%d\n", i))
			if begin != end {
				t.Errorf("row %d is split on page %d", i, n+1)
			}
			if begin {
				seen++
			}
		}
	}
	if seen != 60 {
		t.Errorf("%d of 60 rows", seen)
	}
}

func TestARowTallerThanAPageIsSplit(t *testing.T) {
	pages := lay(t, IndexStyle(), "| H | I |\n|---|---|\n| a | "+strings.Repeat("word ", 3000)+" |\n")
	if strings.Count(textOfAll(pages), "word") != 3000 || len(pages) < 3 {
		t.Errorf("%d pages, %d words", len(pages), strings.Count(textOfAll(pages), "word"))
	}
	for i, p := range pages {
		if !strings.HasPrefix(p.Text(), "H  I\n") {
			t.Errorf("page %d has no header", i+1)
		}
	}
}

func TestAListItemWithoutTextKeepsItsMarker(t *testing.T) {
	if got := textOfAll(lay(t, SheetStyle(), "1. one\n2.\n3. three\n")); got != "1. one 2. 3. three" {
		t.Errorf("got %q", got)
	}
	if got := textOfAll(lay(t, SheetStyle(), "- - inner\n")); got != "• • inner" {
		t.Errorf("got %q", got)
	}
}
