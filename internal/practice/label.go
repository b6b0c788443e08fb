package practice

import (
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// Sizes of labels in points, the preferred one first.
const (
	labelSize, smallLabel, leastLabel = 7.0, 5.5, 4.5
	margin                            = 24.0
	// clearance is kept between a label and what stands over it.
	clearance = 0.8
)

// A label is a place where a box's caption could stand.
type label struct {
	lines []string
	size  float64
	x, y  float64 // baseline of the first line
	rect  pdf.Rect
}

// labels writes every box's caption where nothing else stands. For each box the places are tried in order, the
// most legible first; the item number inside or beside the box is the last resort.
func (s *sheet) labels() {
	s.canvas.Gray(labelGray)
	for _, b := range s.boxes {
		if b.field.Kind.HoldsNothing() {
			continue
		}
		places := s.places(b)
		at := places[len(places)-1]
		for _, p := range places {
			if s.free(p, b) {
				at = p
				break
			}
		}
		for i, line := range at.lines {
			s.canvas.Text(at.x, at.y-float64(i)*at.size, font.Sans, at.size, line)
		}
		s.taken = append(s.taken, at.rect)
	}
}

// places gives the places for a box's caption: right of, above or left of a check box; above, left of or inside another.
func (s *sheet) places(b box) []label {
	full, short := caption(b.field), b.field.Label
	if short == "" {
		short = b.field.Item
	}
	if b.field.Kind == catalog.KindCheckbox {
		return []label{
			s.right(b, labelSize, full), s.right(b, smallLabel, full), s.right(b, smallLabel, s.halves(full)...),
			s.left(b, labelSize, full), s.above(b, smallLabel, short), s.above(b, leastLabel, short),
			s.right(b, leastLabel, s.halves(full)...), s.right(b, leastLabel, b.field.Item),
		}
	}
	return []label{
		s.above(b, labelSize, full), s.left(b, labelSize, full), s.above(b, smallLabel, full), s.left(b, smallLabel, full),
		s.inside(b, leastLabel, full), s.inside(b, leastLabel, short), s.inside(b, leastLabel, b.field.Item),
	}
}

// halves breaks a caption into two lines of about one length.
func (s *sheet) halves(text string) []string {
	face, err := s.fonts.Set().Face(font.Sans)
	if err != nil {
		return []string{text}
	}
	for width := face.Width(text, 1) / 2; ; width *= 1.1 {
		if lines, err := s.fonts.Set().Wrap(font.Sans, 1, width, text); err != nil || len(lines) <= 2 {
			return lines
		}
	}
}

func (s *sheet) right(b box, size float64, lines ...string) label {
	middle := (b.rect.LLY + b.rect.URY) / 2
	return s.at(b.rect.URX+3, middle-0.35*size+0.5*size*float64(len(lines)-1), size, lines)
}

func (s *sheet) above(b box, size float64, lines ...string) label {
	return s.at(b.rect.LLX, b.rect.URY+1.5, size, lines)
}

func (s *sheet) left(b box, size float64, line string) label {
	p := s.at(0, (b.rect.LLY+b.rect.URY)/2-0.35*size, size, []string{line})
	return s.at(b.rect.LLX-3-p.rect.Width(), p.y, size, []string{line})
}

func (s *sheet) inside(b box, size float64, line string) label {
	return s.at(b.rect.LLX+1.5, b.rect.URY-1.1*size, size, []string{line})
}

// at measures lines set from (x, y).
func (s *sheet) at(x, y, size float64, lines []string) label {
	width := 0.0
	for _, line := range lines {
		if w, err := s.fonts.Width(font.Sans, size, line); err == nil {
			width = max(width, w)
		}
	}
	low := y - float64(len(lines)-1)*size - 0.2*size
	return label{lines: lines, size: size, x: x, y: y, rect: pdf.Rect{LLX: x, LLY: low, URX: x + width, URY: y + 0.75*size + clearance}}
}

// free tells whether a label stands on the sheet and on nothing else; inside its own box it must not stick out.
func (s *sheet) free(p label, own box) bool {
	if p.rect.LLX < margin || p.rect.URX > 612-margin {
		return false
	}
	for _, b := range s.boxes {
		if over := p.rect.Intersect(b.rect); !over.Empty() && (b.field != own.field || p.rect.URX > b.rect.URX) {
			return false
		}
	}
	for _, r := range s.taken {
		if over := p.rect.Intersect(r); !over.Empty() {
			return false
		}
	}
	return true
}
