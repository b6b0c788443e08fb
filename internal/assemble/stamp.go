package assemble

import (
	"fmt"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// The measures of the stamps in points. Official forms print nothing within 34 points of the left and right edges and
// 15 of the top, and their first pages nothing within 40 of the top at the right.
const (
	footerSize     = 8.5
	footerBaseline = 16
	wordSize       = 12
	sideBaseline   = 26 // from the paper's edge; the letters stand outside of it
	expediteSize   = 14
	expediteDrop   = 26 // from the top edge to the baseline
	practiceDrop   = 46 // the same on a practice form, which prints its own name above
	sideEdge       = 36
)

// stamps draws what the packet says about the page: the footer, and the words DRAFT, PRACTICE and EXPEDITE.
func (s *sheet) stamps() ([]byte, error) {
	c := ink.NewCanvas(s.fonts)
	if err := s.stamp(c); err != nil {
		return nil, err
	}
	res, err := c.Resources(s.w, nil)
	if err != nil {
		return nil, err
	}
	if len(res) == 0 {
		return nil, nil
	}
	return s.ours(c.Bytes(), res)
}

// Stamp draws on c what the packet says about a page that is kept in its own size: page index of the part, from 0, as it is
// in its file. It is for copies of parts that are not assembled. fonts are those that c draws with.
func Stamp(p *plan.Plan, part *plan.Part, index int, page *pdf.Page, c *ink.Canvas, fonts *ink.Fonts) error {
	s := &sheet{
		assembly: &assembly{plan: p, fonts: fonts}, part: part, index: index, src: &ink.Page{}, page: page, rotate: page.Rotate,
	}
	return s.stamp(c)
}

// stamp draws the stamps in the page's own coordinates.
func (s *sheet) stamp(c *ink.Canvas) error {
	c.Save()
	w, h := float64(letterWidth), float64(letterHeight)
	if !s.src.Fit {
		w, h = shown(s.page.CropBox, s.rotate)
		if back, ok := upright(s.page.CropBox, s.rotate).Invert(); ok && back != pdf.Identity() {
			c.Concat(back)
		}
	}
	c.Gray(0)
	if err := s.draw(c, w, h); err != nil {
		return err
	}
	c.Restore()
	return nil
}

// draw draws the stamps on a page of w by h points.
func (s *sheet) draw(c *ink.Canvas, w, h float64) error {
	draft, practice := s.plan.Draft, s.plan.Practice || s.part.Form != nil && s.part.Form.Practice
	switch {
	case s.part.Exhibit != nil:
		line := fmt.Sprintf("%s, %d of %d | packet %d", s.part.Exhibit.Label, s.index+1, s.part.Pages, s.part.OnFile(s.index))
		if err := s.centred(c, w, line); err != nil {
			return err
		}
	case s.part.Kind != plan.Form:
		if err := s.centred(c, w, fmt.Sprintf("packet %d", s.part.OnFile(s.index))); err != nil {
			return err
		}
	}
	if err := s.expedite(c, w, h); err != nil {
		return err
	}
	if s.src.Fit {
		return s.inBand(c, w, draft, practice)
	}
	return s.inMargins(c, w, h, draft, practice)
}

// centred sets the footer.
func (s *sheet) centred(c *ink.Canvas, w float64, line string) error {
	width, err := s.fonts.Width(font.Sans, footerSize, line)
	c.Text((w-width)/2, footerBaseline, font.Sans, footerSize, line)
	return err
}

// right sets a bold word that ends at x.
func (s *sheet) right(c *ink.Canvas, x, y, size float64, word string) error {
	width, err := s.fonts.Width(font.SansBold, size, word)
	c.Text(x-width, y, font.SansBold, size, word)
	return err
}
