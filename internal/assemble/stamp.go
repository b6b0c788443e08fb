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
		return nil, err
	}
	c.Restore()
	res, err := c.Resources(s.w, nil)
	if err != nil {
		return nil, err
	}
	if len(res) == 0 {
		return nil, nil
	}
	return s.ours(c.Bytes(), res)
}

// draw draws the stamps on a page of w by h points.
func (s *sheet) draw(c *ink.Canvas, w, h float64) error {
	draft, practice := s.plan.Draft, s.plan.Practice || s.part.Form != nil && s.part.Form.Practice
	switch {
	case s.part.Exhibit != nil:
		line := fmt.Sprintf("%s, %d of %d | packet %d", s.part.Exhibit.Label, s.index+1, s.part.Pages, s.number())
		if err := s.centred(c, w, line); err != nil {
			return err
		}
	case s.part.Kind != plan.Form:
		if err := s.centred(c, w, fmt.Sprintf("packet %d", s.number())); err != nil {
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

// expedite asks for expedited handling at the top right of a form's first page (FACTS 4.5).
func (s *sheet) expedite(c *ink.Canvas, w, h float64) error {
	form := s.part.Form
	if form == nil || !form.Expedite || s.index > 0 {
		return nil
	}
	drop := float64(expediteDrop)
	if form.Practice {
		drop = practiceDrop
	}
	return s.right(c, w-sideEdge, h-drop, expediteSize, "EXPEDITE")
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

// inBand sets the words into the footer band, beside the footer.
func (s *sheet) inBand(c *ink.Canvas, w float64, draft, practice bool) error {
	if draft {
		c.Text(sideEdge, footerBaseline, font.SansBold, wordSize, "DRAFT")
	}
	if practice {
		return s.right(c, w-sideEdge, footerBaseline, wordSize, "PRACTICE")
	}
	return nil
}

// inMargins sets the words along the side margins, DRAFT upwards at the left and PRACTICE downwards at the right.
func (s *sheet) inMargins(c *ink.Canvas, w, h float64, draft, practice bool) error {
	along := func(word string, m func(half float64) pdf.Matrix) error {
		width, err := s.fonts.Width(font.SansBold, wordSize, word)
		c.Save()
		c.Concat(m(width / 2))
		c.Text(0, 0, font.SansBold, wordSize, word)
		c.Restore()
		return err
	}
	if draft {
		up := func(half float64) pdf.Matrix { return pdf.Matrix{0, 1, -1, 0, sideBaseline, h/2 - half} }
		if err := along("DRAFT", up); err != nil {
			return err
		}
	}
	if practice {
		down := func(half float64) pdf.Matrix { return pdf.Matrix{0, -1, 1, 0, w - sideBaseline, h/2 + half} }
		return along("PRACTICE", down)
	}
	return nil
}
