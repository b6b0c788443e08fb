package pagetext

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/pdf"
)

// Bounds of one page's text: hostile content draws forms within forms without end.
const (
	maxDepth = 8       // forms within forms
	maxForms = 512     // forms drawn
	maxText  = 4 << 20 // bytes of text
)

// A Run is a piece of text that one operator shows.
type Run struct {
	// Text is what it says.
	Text string
	// X and Y are where it begins, in points from the lower left of the page's space.
	X, Y float64
	// Base is where the baseline stands in the content's own space: two runs with the same Base were set on one line.
	Base float64
}

// Runs returns what a page shows, 1-based, in the order in which it is drawn.
func Runs(doc *pdf.Document, number int) ([]Run, error) {
	page, err := doc.Page(number)
	if err != nil {
		return nil, err
	}
	content, err := doc.Content(page)
	if err != nil {
		return nil, err
	}
	r := reader{doc: doc, fonts: map[pdf.Ref]*font{}}
	r.state.ctm = pdf.Identity()
	if err := r.run(content, page.Resources, 0); err != nil {
		return nil, fmt.Errorf("page %d: %w", number, err)
	}
	return r.out, nil
}

// A Line is the text on one height of a page, from left to right.
type Line struct {
	Text string
	// Y is the baseline, in points from the bottom of the page's space.
	Y float64
}

// sameLine is how far apart baselines may be, in points, to count as one line.
const sameLine = 2

// Lines joins runs into lines, from the top of the page. Between two runs stands one space: where words end cannot be told
// without the widths of the font.
func Lines(runs []Run) []Line {
	sorted := slices.Clone(runs)
	slices.SortStableFunc(sorted, func(a, b Run) int { return cmp.Compare(b.Y, a.Y) })
	var lines []Line
	for i := 0; i < len(sorted); {
		end := i + 1
		for end < len(sorted) && sorted[i].Y-sorted[end].Y <= sameLine {
			end++
		}
		row := sorted[i:end]
		slices.SortStableFunc(row, func(a, b Run) int { return cmp.Compare(a.X, b.X) })
		lines = append(lines, Line{Text: joined(row), Y: row[0].Y})
		i = end
	}
	return lines
}

func joined(row []Run) string {
	words := make([]string, 0, len(row))
	for _, r := range row {
		if w := strings.TrimSpace(r.Text); w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
