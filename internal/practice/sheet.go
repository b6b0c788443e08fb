package practice

import (
	"fmt"
	"strings"

	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// box is one field's box on a sheet.
type box struct {
	boxes.Box
	field *catalog.Field
	rect  pdf.Rect
}

// sheet draws one page: heading, boxes, labels.
type sheet struct {
	ed     *catalog.Edition
	number int
	canvas *ink.Canvas
	fonts  *ink.Fonts
	boxes  []box
	taken  []pdf.Rect // where labels stand already
}

const (
	// heading is the baseline of the heading, above all boxes.
	heading = 772
	// frameGray and ruleGray keep what is printed apart from what is filled in.
	frameGray, ruleGray, labelGray = 0.35, 0.75, 0.25
)

// draw draws the sheet.
func (s *sheet) draw() {
	s.head()
	for _, b := range s.boxes {
		if b.field.Kind.HoldsNothing() {
			continue
		}
		s.canvas.Gray(ruleGray)
		s.rules(b)
		s.canvas.Gray(frameGray)
		s.canvas.Frame(b.rect, 0.5)
		s.comb(b)
	}
	s.labels()
}

// head writes what the page is, and what it is not for.
func (s *sheet) head() {
	s.canvas.Gray(0)
	s.canvas.Text(36, heading, font.SansBold, 10, "PRACTICE FORM, not for filing")
	text := fmt.Sprintf("%s, edition %s, page %d of %d", s.ed.Form, s.ed.Printed, s.number, s.ed.Pages)
	if w, err := s.fonts.Width(font.Sans, 8, text); err == nil {
		s.canvas.Text(576-w, heading, font.Sans, 8, text)
	}
	s.canvas.Text(36, heading-11, font.Sans, 7, s.ed.Title)
}

// rules draws the lines of a multi-line box, counted from its top.
func (s *sheet) rules(b box) {
	if !b.Multiline || b.Rules <= 0 {
		return
	}
	for y := b.rect.URY - b.Rules; y > b.rect.LLY+1; y -= b.Rules {
		s.canvas.Line(b.rect.LLX, y, b.rect.URX, y, 0.5)
	}
}

// comb draws the walls between the cells of a comb.
func (s *sheet) comb(b box) {
	if !b.field.Comb || b.field.MaxLen < 2 {
		return
	}
	cell := b.rect.Width() / float64(b.field.MaxLen)
	for i := 1; i < b.field.MaxLen; i++ {
		x := b.rect.LLX + cell*float64(i)
		s.canvas.Line(x, b.rect.LLY, x, b.rect.URY, 0.5)
	}
}

// caption is what stands beside a box: item number and short label.
func caption(f *catalog.Field) string { return strings.TrimSpace(f.Item + " " + f.Label) }
