package layout

import (
	"math"
	"slices"
	"strings"

	"parolepack/internal/font"
)

// A Page is one page with everything on it in its place. Runs are in the order they are set, which is
// reading order within each block.
type Page struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Runs   []Run   `json:"runs"`
	Rules  []Rule  `json:"rules,omitempty"`
	Links  []Link  `json:"links,omitempty"`
}

// A Run is a stretch of text in one face on one line.
type Run struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"` // the baseline
	Face font.ID `json:"face"`
	Size float64 `json:"size"`
	Text string  `json:"text"`
	// Width is the run's length: the advances of its glyphs and Space for each of its spaces.
	Width float64 `json:"width"`
	// Space is added to every space (U+0020) and no-break space (U+00A0); negative where a line was tightened.
	Space float64 `json:"space,omitempty"`
	Gray  float64 `json:"gray,omitempty"` // 0 black to 1 white
	// RightToLeft says that Text, which stands in reading order, runs from the right.
	RightToLeft bool `json:"right_to_left,omitempty"`
}

// A Rule is a filled box; X and Y are its top left corner.
type Rule struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
	Gray float64 `json:"gray,omitempty"`
}

// A Link is the area of one line's part of a link; X and Y are its top left corner. Target is as written:
// "exhibit:us-physician", "part:i-131/nour" or an address.
type Link struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	W      float64 `json:"w"`
	H      float64 `json:"h"`
	Target string  `json:"target"`
}

// Text is what the page says, line by line from the top, each line from left to right. Pieces that stand apart are
// parted by a space, columns by two; no-break spaces become plain ones.
func (p Page) Text() string {
	runs := slices.Clone(p.Runs)
	slices.SortStableFunc(runs, func(a, b Run) int {
		if a.Y != b.Y {
			return compare(a.Y, b.Y)
		}
		return compare(a.X, b.X)
	})
	var out strings.Builder
	for i, run := range runs {
		if i > 0 {
			out.WriteString(between(runs[i-1], run))
		}
		out.WriteString(strings.ReplaceAll(run.Text, noBreak, " "))
	}
	if len(runs) > 0 {
		out.WriteByte('\n')
	}
	return out.String()
}

// between is what parts two runs that follow each other in reading order.
func between(a, b Run) string {
	gap := b.X - a.X - a.Width
	switch {
	case a.Y != b.Y:
		return "\n"
	case gap > 0.8*b.Size:
		return "  "
	case gap > 0.1*b.Size:
		return " "
	}
	return ""
}

func compare(a, b float64) int {
	if a < b {
		return -1
	}
	return 1
}

// round cuts a coordinate to 1/1000 point, so that sums of widths give the same bytes on every machine.
func round(v float64) float64 {
	r := math.Round(v*1000) / 1000
	if r == 0 {
		return 0 // no negative zero
	}
	return r
}
