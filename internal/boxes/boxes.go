// Package boxes says where each field of a form edition has its box.
//
// Where the inventory knows the blank, its rectangles are given. Where only names and kinds are known, boxes are laid
// out in two columns in the map's order, so that the plan can measure a text and a practice form can draw its box in
// the same place. It is pure geometry: nothing is read and nothing is drawn.
package boxes

import (
	"fmt"
	"slices"

	"parolepack/internal/catalog"
)

// A Box is the place of one field.
type Box struct {
	// Name is the field's full name.
	Name string
	// Page is 1-based; Rect is left, bottom, right, top in points on a Letter page.
	Page int
	Rect [4]float64
	// Multiline tells that text starts at the top and may have several lines; Rules is the pitch of the lines printed in
	// the box, in points, 0 for none.
	Multiline bool
	Rules     float64
	// Known tells that the place is the blank's own and not laid out here.
	Known bool
}

// Of gives the box of every field of the edition, in the map's order. It fails where a page has more
// fields without a known place than it holds.
func Of(ed *catalog.Edition) ([]Box, error) {
	out := make([]Box, len(ed.Fields))
	var unknown []int
	for i := range ed.Fields {
		f := &ed.Fields[i]
		out[i] = Box{
			Name: f.Name, Page: f.Page, Rect: f.Rect, Multiline: f.Multiline, Rules: f.Rules, Known: f.Rect != [4]float64{},
		}
		if !out[i].Known {
			unknown = append(unknown, i)
		}
	}
	if len(unknown) == 0 {
		return out, nil
	}
	if err := lay(ed, out, unknown); err != nil {
		return nil, fmt.Errorf("%s edition %s: %w", ed.Form, ed.Edition, err)
	}
	return out, nil
}

// Placed gives the edition with every field's page and rectangle known: itself where the inventory knows all, else a
// copy with the boxes of Of filled in.
func Placed(ed *catalog.Edition) (*catalog.Edition, error) {
	list, err := Of(ed)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(list, func(b Box) bool { return !b.Known }) {
		return ed, nil
	}
	out := *ed
	out.Fields = slices.Clone(ed.Fields)
	for i, b := range list {
		f := &out.Fields[i]
		f.Page, f.Rect, f.Multiline, f.Rules = b.Page, b.Rect, b.Multiline, b.Rules
	}
	return &out, nil
}

// State is the on-state of a check box: the blank's own, or "1" where the blank is not known.
func State(f *catalog.Field) string {
	if len(f.On) > 0 {
		return f.On[0]
	}
	return "1"
}
