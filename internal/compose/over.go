package compose

import (
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/layout"
)

// Over draws the text of a page on which something must be shaped, runs from right to left or has no face, which the PDF
// library cannot do; it is nil for any other page, whose text Draw drew. All of the page's text stands in one place, so that
// it is read in its order.
func Over(page layout.Page, fonts *ink.Fonts) (*ink.Canvas, error) {
	if !beyond(page, fonts.Set()) {
		return nil, nil
	}
	c := ink.NewCanvas(fonts)
	for _, r := range page.Runs {
		c.Gray(r.Gray)
		overRun(c, fonts, r, page.Height)
	}
	return c, c.Err()
}

// beyond reports whether a page has text that the PDF library cannot set.
func beyond(page layout.Page, set *font.Set) bool {
	for _, r := range page.Runs {
		if r.RightToLeft || !side(set, r) {
			return true
		}
	}
	return false
}

// side reports whether a run's own face draws it, a glyph for each character. A face that is not there is Draw's to tell.
func side(set *font.Set, r layout.Run) bool {
	pieces, err := set.Pieces(r.Face, r.Text)
	return err != nil || len(pieces) == 0 || len(pieces) == 1 && pieces[0].Simple && pieces[0].Face.ID() == r.Face
}

// overRun draws a run, word by word where its spaces are wider or narrower than the face's.
func overRun(c *ink.Canvas, fonts *ink.Fonts, r layout.Run, height float64) {
	dir := font.Natural
	if r.RightToLeft {
		dir = font.RightToLeft
	}
	x, y := r.X, height-r.Y
	if r.Space == 0 || r.RightToLeft {
		c.TextToward(x, y, r.Face, r.Size, r.Text, dir)
		return
	}
	for text := r.Text; text != ""; {
		word := text[:upToSpace(text)]
		c.Text(x, y, r.Face, r.Size, word)
		width, err := fonts.Width(r.Face, r.Size, word)
		if err != nil {
			return // Text kept the same trouble
		}
		x += width
		if strings.HasSuffix(word, " ") || strings.HasSuffix(word, noBreak) {
			x += r.Space
		}
		text = text[len(word):]
	}
}
