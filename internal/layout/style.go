package layout

import "parolepack/internal/font"

// Align is how lines stand in their measure. The zero value is Left: ragged on the right.
type Align int

// The ways a line may stand.
const (
	Left Align = iota
	Right
	Center
	Justify
)

// A TextStyle is how one kind of block is set. Lengths are in points.
type TextStyle struct {
	Face    font.ID // emphasis takes its bold and italic sisters
	Size    float64
	Leading float64 // from baseline to baseline
	Align   Align
	Before  float64 // space above and below; of two neighbours the larger counts
	After   float64
	Gray    float64
}

// Margins are the distances from the edges of the paper in points.
type Margins struct{ Top, Right, Bottom, Left float64 }

// A Letterhead stands at the top of a letter's first page. Lines are joined with dots; an empty
// part is left out, an empty Letterhead wholly.
type Letterhead struct {
	Name    string   `json:"name"`
	Lines   []string `json:"lines"`
	Contact string   `json:"contact"`
}

// A Style is how one kind of document is set. Take one of the functions below and change it.
type Style struct {
	Width, Height float64 // the paper
	Margins       Margins
	// FirstTop is the top margin of the first page where it differs; 0 means Margins.Top.
	FirstTop   float64
	Body       TextStyle
	Table      TextStyle
	Headings   [3]TextStyle // levels 1, 2, and 3 and deeper
	Indent     float64      // of lists and quotes, a level
	Letterhead Letterhead
	// Running is the short title at the head of every page after the first, beside "Page 2"; without it
	// there is no running head.
	Running string
}

// US Letter in points, and the band at its foot that stays empty for the assembler's footer.
const (
	letterWidth  = 612
	letterHeight = 792
	footerBand   = 36
)

// LetterStyle sets a letter on the firm's paper: serif, justified, the firm's head on page 1. Running is the
// caller's to set.
func LetterStyle(head Letterhead) Style {
	body := TextStyle{Face: font.Serif, Size: 11.5, Leading: 14.5, Align: Justify, Before: 8, After: 8}
	heading := TextStyle{Face: font.SerifBold, Size: 11.5, Leading: 14.5, Before: 11, After: 4}
	lower := TextStyle{Face: font.SerifBoldItalic, Size: 11.5, Leading: 14.5, Before: 9, After: 3}
	return Style{
		Width: letterWidth, Height: letterHeight,
		Margins: Margins{Top: 76, Right: 72, Bottom: 66, Left: 72}, FirstTop: 48,
		Body:     body,
		Table:    TextStyle{Face: font.Serif, Size: 10.5, Leading: 13, Before: 8, After: 8},
		Headings: [3]TextStyle{heading, lower, lower},
		Indent:   20, Letterhead: head,
	}
}

// IndexStyle sets an exhibit index: a title and tables.
func IndexStyle() Style {
	return Style{
		Width: letterWidth, Height: letterHeight,
		Margins: Margins{Top: 72, Right: 66, Bottom: 66, Left: 66},
		Body:    TextStyle{Face: font.Serif, Size: 11, Leading: 14.5, Before: 6, After: 6},
		Table:   TextStyle{Face: font.Serif, Size: 10.5, Leading: 13.5, Before: 6, After: 10},
		Headings: [3]TextStyle{
			{Face: font.SerifBold, Size: 18, Leading: 23, Align: Center, Before: 0, After: 6},
			{Face: font.SerifBold, Size: 12.5, Leading: 16, Before: 14, After: 4},
			{Face: font.SerifBold, Size: 11, Leading: 14.5, Before: 10, After: 3},
		},
		Indent: 20,
	}
}

// DividerStyle sets the sheet before an exhibit: a very large label, the title beneath it, small lines below. The
// agency takes no tabs; a printed sheet with a large bold title stands for one (docs/facts.md 7.3).
func DividerStyle() Style {
	return Style{
		Width: letterWidth, Height: letterHeight,
		Margins: Margins{Top: 72, Right: 72, Bottom: 66, Left: 72}, FirstTop: 212,
		Body:  TextStyle{Face: font.Serif, Size: 13, Leading: 18, Align: Center, Before: 6, After: 6},
		Table: TextStyle{Face: font.Serif, Size: 11, Leading: 14, Before: 8, After: 8},
		Headings: [3]TextStyle{
			{Face: font.SerifBold, Size: 66, Leading: 76, Align: Center, After: 14},
			{Face: font.SerifBold, Size: 25, Leading: 31, Align: Center, Before: 20, After: 16},
			{Face: font.SerifBold, Size: 14, Leading: 18, Align: Center, Before: 10, After: 6},
		},
		Indent: 20,
	}
}

// SheetStyle sets working sheets: continuation sheets and the signing sheet.
func SheetStyle() Style {
	return Style{
		Width: letterWidth, Height: letterHeight,
		Margins: Margins{Top: 60, Right: 66, Bottom: 54, Left: 66},
		Body:    TextStyle{Face: font.Serif, Size: 11, Leading: 14.5, Before: 7, After: 7},
		Table:   TextStyle{Face: font.Serif, Size: 10.5, Leading: 13.5, Before: 7, After: 9},
		Headings: [3]TextStyle{
			{Face: font.SerifBold, Size: 15, Leading: 19, Before: 0, After: 8},
			{Face: font.SerifBold, Size: 12, Leading: 15.5, Before: 12, After: 4},
			{Face: font.SerifBold, Size: 11, Leading: 14.5, Before: 9, After: 3},
		},
		Indent: 20,
	}
}
