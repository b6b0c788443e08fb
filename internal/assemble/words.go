package assemble

import (
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// expedite asks for expedited handling at the top right of a form's first page (docs/facts.md 4.5).
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
