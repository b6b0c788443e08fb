package layout

import (
	"fmt"
	"strings"
	"testing"
)

const sheets = `<!-- head -->
# Sheet {page} of {pages}

<!-- foot -->
<!-- signature 200 100 -->
signed {page}

<!-- body -->
## Item 1

<!-- carry -->
### Item 1, continued

%s

## Item 2

Short.
`

// TestEveryPageHasItsHeadAndFoot wants head and foot on each page with its number, the carried heading at the top of the
// pages that begin in its text and nowhere else, and every word once.
func TestEveryPageHasItsHeadAndFoot(t *testing.T) {
	var text strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&text, "word%d ", i)
		if i%100 == 99 {
			text.WriteString("\n\n")
		}
	}
	pages := lay(t, SheetStyle(), fmt.Sprintf(sheets, text.String()))
	if len(pages) < 4 {
		t.Fatalf("%d pages", len(pages))
	}
	at := 0
	for i, p := range pages {
		said := strings.Join(strings.Fields(p.Text()), " ")
		head, foot := fmt.Sprintf("Sheet %d of %d ", i+1, len(pages)), fmt.Sprintf(" signed %d", i+1)
		if i > 0 {
			head += "Item 1, continued "
		} else {
			head += "Item 1 "
		}
		if !strings.HasPrefix(said, head) || !strings.HasSuffix(said, foot) {
			t.Fatalf("page %d says %s", i+1, said)
		}
		if len(p.Rules) != 2 || p.Rules[0].Y != p.Rules[1].Y || p.Rules[0].W != 200 || p.Rules[1].X != p.Rules[0].X+224 {
			t.Errorf("page %d is signed on %+v", i+1, p.Rules)
		}
		for _, w := range strings.Fields(strings.TrimSuffix(strings.TrimPrefix(said, head), foot)) {
			if w == fmt.Sprintf("word%d", at) {
				at++
			} else if !strings.Contains("Item 2 Short.", w) {
				t.Fatalf("page %d says %q where word %d is due", i+1, w, at)
			}
		}
		soundness(t, SheetStyle(), pages[i:i+1])
	}
	if at != 2000 {
		t.Errorf("%d words of 2000", at)
	}
}

// TestNumbersOfPagesAreNoText leaves what a case says in braces, and braces outside head and foot, as they are.
func TestNumbersOfPagesAreNoText(t *testing.T) {
	page := lay(t, SheetStyle(), "<!-- head -->\n"+Escape("{page} of {pages}")+", {page}\n\n<!-- body -->\n{page}")[0]
	if got := textOfAll([]Page{page}); got != "{page} of {pages}, 1 {page}" {
		t.Errorf("the page says %q", got)
	}
}

// TestAFootWithoutText stands on one page.
func TestAFootWithoutText(t *testing.T) {
	pages := lay(t, SheetStyle(), "<!-- foot -->\nthe end of {pages}")
	if len(pages) != 1 || pages[0].Text() != "the end of 1\n" || pages[0].Runs[0].Y < 650 {
		t.Errorf("%d pages, %+v", len(pages), pages[0].Runs)
	}
}
