package fill

import (
	"fmt"
	"math"
	"unicode/utf8"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

const (
	// sidePadding is the space Acrobat leaves left and right of a field's text, in points.
	sidePadding = 2
	// rounding forgives inventories that give rectangles in hundredths of a point.
	rounding = 0.05
)

// spot is a piece of text and where its baseline starts, in points from the box's lower left corner.
type spot struct {
	x, y float64
	text string
}

// placer sets the text of one field into one box.
type placer struct {
	field *plan.Field
	box   pdf.Rect
	face  *font.Face
	width func(s string) (float64, error)
}

// place gives the spots of the field's lines.
func (p placer) place() ([]spot, error) {
	switch {
	case p.field.Comb > 0:
		return p.comb()
	case p.field.Multiline:
		return p.stack()
	}
	if len(p.field.Lines) != 1 {
		return nil, fmt.Errorf("%d lines for a box of one", len(p.field.Lines))
	}
	x, err := p.start(p.field.Lines[0])
	return []spot{{x, p.centred(), p.field.Lines[0]}}, err
}

// comb puts each character, with its accents, into the middle of its cell; the box is divided evenly (ISO 32000-1, 12.7.4.3).
func (p placer) comb() ([]spot, error) {
	if len(p.field.Lines) != 1 {
		return nil, fmt.Errorf("%d lines for a comb", len(p.field.Lines))
	}
	letters := font.Letters(p.field.Lines[0])
	if len(letters) > p.field.Comb {
		return nil, fmt.Errorf("%d characters for %d cells", len(letters), p.field.Comb)
	}
	cell := p.box.Width() / float64(p.field.Comb)
	at := float64((p.field.Comb - len(letters)) * p.field.Align / 2)
	out := make([]spot, 0, len(letters))
	for _, letter := range letters {
		w, err := p.width(letter)
		if err != nil {
			return nil, err
		}
		if w > cell+rounding {
			return nil, fmt.Errorf("a character is %.1f pt wide, its cell %.1f pt", w, cell)
		}
		out = append(out, spot{(at+0.5)*cell - w/2, p.centred(), letter})
		at++
	}
	return out, nil
}

// stack puts lines below one another from the top of the box. Each line has a band of the leading's height and
// stands one descent above its lower edge: where the leading is the pitch of printed rules, that is just above the rule.
func (p placer) stack() ([]spot, error) {
	m := p.face.Metrics()
	leading := p.field.Leading
	if leading <= 0 {
		leading = (m.Ascent - m.Descent) * p.field.Size / 1000
	}
	if need := leading * float64(len(p.field.Lines)); need > p.box.Height()+1 {
		return nil, fmt.Errorf("%d lines need %.1f pt, the box is %.1f pt high", len(p.field.Lines), need, p.box.Height())
	}
	out := make([]spot, 0, len(p.field.Lines))
	for i, line := range p.field.Lines {
		x, err := p.start(line)
		if err != nil {
			return nil, err
		}
		y := p.box.Height() - leading*float64(i+1) - m.Descent*p.field.Size/1000
		out = append(out, spot{x, y, line})
	}
	return out, nil
}

// start is where a line begins, by the field's alignment; it fails where the line is wider than the box.
func (p placer) start(line string) (float64, error) {
	w, err := p.width(line)
	if err != nil {
		return 0, err
	}
	room := p.box.Width() - 2*sidePadding
	if w > room+rounding {
		return 0, fmt.Errorf("a line of %d characters is %.1f pt wide at %g pt, its box has room for %.1f pt",
			utf8.RuneCountInString(line), w, p.field.Size, room)
	}
	switch p.field.Align {
	case 1:
		return (p.box.Width() - w) / 2, nil
	case 2:
		return p.box.Width() - sidePadding - w, nil
	}
	return sidePadding, nil
}

// centred is the baseline that puts capitals into the middle of the box, as Acrobat does; in a low box it rises until the
// descenders are inside, as far as the capitals stay inside too.
func (p placer) centred() float64 {
	m := p.face.Metrics()
	capital, descent := m.CapHeight*p.field.Size/1000, -m.Descent*p.field.Size/1000
	y := (p.box.Height() - capital) / 2
	if y < descent {
		y = math.Min(descent, math.Max(y, p.box.Height()-capital))
	}
	return y
}
