package fill

import (
	"errors"
	"fmt"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A Filled is one copy of a form with its values placed, ready to be drawn flattened or live. It keeps
// the plan's part and the blank and changes neither.
type Filled struct {
	blank  *Blank
	fonts  *ink.Fonts
	part   *plan.Part
	values []value
	// filled tells the widgets whose own look the values replace.
	filled map[*widget]bool
}

// value is one field of the plan and its marks on the blank.
type value struct {
	plan  *plan.Field
	field *field
	marks []mark
}

// mark is what one widget of a field shows.
type mark struct {
	widget *widget
	spots  []spot      // text and choices
	on     bool        // check boxes: whether this widget has the state
	stamp  *appearance // the blank's own mark of a check box; nil draws ours
}

// Fill places every field of the part on the blank. It fails, naming form, item and field and all of
// them at once, where the blank lacks the field, the field is of another kind, a check box lacks the on-state, a
// choice the option, or a text does not fit its box whole.
func Fill(part *plan.Part, blank *Blank, fonts *ink.Fonts) (*Filled, error) {
	if part.Form == nil {
		return nil, fmt.Errorf("part %s: not a form", part.ID)
	}
	out := &Filled{blank: blank, fonts: fonts, part: part, filled: map[*widget]bool{}}
	var troubles []error
	for i := range part.Form.Fields {
		f := &part.Form.Fields[i]
		v, err := out.value(f)
		if err != nil {
			troubles = append(troubles, fmt.Errorf("form %s, item %s, field %q: %w", part.Form.Form, f.Item, f.Name, err))
			continue
		}
		out.values = append(out.values, v)
		for _, m := range v.marks {
			out.filled[m.widget] = true
		}
	}
	if len(troubles) > 0 {
		return nil, errors.Join(troubles...)
	}
	return out, nil
}

// value checks a field of the plan against the blank and places it.
func (f *Filled) value(p *plan.Field) (value, error) {
	target, ok := f.blank.fields[p.Name]
	if !ok {
		return value{}, fmt.Errorf("the blank has no such field")
	}
	if err := fits(p, target); err != nil {
		return value{}, err
	}
	v := value{plan: p, field: target}
	if p.Kind == plan.CheckField {
		var err error
		v.marks, err = f.checks(p, target)
		return v, err
	}
	face, err := f.fonts.Set().Face(p.Face)
	if err != nil {
		return value{}, err
	}
	for _, w := range target.widgets {
		spots, err := f.placer(p, w, face).place()
		if err != nil {
			return value{}, err
		}
		v.marks = append(v.marks, mark{widget: w, spots: spots})
	}
	return v, nil
}

// placer measures with the glyphs that are drawn, the fallback's included.
func (f *Filled) placer(p *plan.Field, w *widget, face *font.Face) placer {
	return placer{field: p, box: w.rect, face: face, width: func(s string) (float64, error) {
		return f.fonts.Width(p.Face, p.Size, s)
	}}
}

// checks marks the widgets of a check box that have the state.
func (f *Filled) checks(p *plan.Field, target *field) ([]mark, error) {
	var out []mark
	for _, w := range target.widgets {
		m := mark{widget: w, on: w.has(p.Value)}
		if m.on {
			var err error
			if m.stamp, err = w.stamp(f.blank.doc, p.Value); err != nil {
				return nil, err
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// draw draws what the mark shows into the box at (x, y), in the field's face.
func (m mark) draw(c *ink.Canvas, p *plan.Field, x, y float64) {
	dir := font.LeftToRight
	if len(m.spots) > 0 {
		dir = font.Toward(p.Value)
	}
	for _, s := range m.spots {
		c.TextToward(x+s.x, y+s.y, p.Face, p.Size, s.text, dir)
	}
	if m.on && m.stamp == nil {
		cross(c, pdf.Rect{LLX: x, LLY: y, URX: x + m.widget.rect.Width(), URY: y + m.widget.rect.Height()})
	}
}

// cross draws our own mark of a check box: the cross that the official forms use.
func cross(c *ink.Canvas, r pdf.Rect) {
	dx, dy := r.Width()/5, r.Height()/5
	c.Line(r.LLX+dx, r.URY-dy, r.URX-dx, r.LLY+dy, 0.75)
	c.Line(r.URX-dx, r.URY-dy, r.LLX+dx, r.LLY+dy, 0.75)
}
