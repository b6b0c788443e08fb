package assemble

import (
	"fmt"
	"strings"

	"parolepack/internal/layout"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// link is a link annotation without a border (ISO 32000-1, 12.5.6.5).
func link(area pdf.Rect, action pdf.Dict) pdf.Dict {
	return pdf.Dict{
		"Type": pdf.Name("Annot"), "Subtype": pdf.Name("Link"), "Rect": area.Array(),
		"Border": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(0)}, "A": action,
	}
}

// textLinks makes the links of a page of ours.
func (s *sheet) textLinks() error {
	if s.index >= len(s.part.Text.Pages) {
		return nil
	}
	page := s.part.Text.Pages[s.index]
	for _, l := range page.Links {
		if _, ok := s.target(l.Target); !ok && s.part.Filed > 0 && !isWeb(l.Target) {
			continue // it leads out of the excerpt
		}
		action, err := s.follow(l.Target)
		if err != nil {
			return err
		}
		s.links = append(s.links, link(area(page, l), action))
	}
	return nil
}

// area turns a link's place, measured from the top, into a rectangle.
func area(p layout.Page, l layout.Link) pdf.Rect {
	return pdf.Rect{LLX: l.X, LLY: p.Height - l.Y - l.H, URX: l.X + l.W, URY: p.Height - l.Y}
}

// follow is the action of a link's target: a page of the packet, or an address.
func (s *sheet) follow(target string) (pdf.Dict, error) {
	if isWeb(target) {
		return pdf.Dict{"S": pdf.Name("URI"), "URI": pdf.String(target)}, nil
	}
	part, ok := s.target(target)
	if !ok {
		return nil, fmt.Errorf("link to %q, which the packet does not hold", target)
	}
	return pdf.Dict{"S": pdf.Name("GoTo"), "D": s.top(part.First)}, nil
}

// target finds the part that `part:ID` or `exhibit:ID` names. An exhibit's link leads to its first page, and to its divider
// sheet where it has none.
func (a *assembly) target(target string) (*plan.Part, bool) {
	kind, id, _ := strings.Cut(target, ":")
	switch kind {
	case "part":
		return a.find(id)
	case "exhibit":
		if part, ok := a.find(plan.ExhibitID(id)); ok {
			return part, true
		}
		return a.find(plan.DividerID(id))
	}
	return nil, false
}

// find returns the part with this id, if it has pages.
func (a *assembly) find(id string) (*plan.Part, bool) {
	for i := range a.plan.Parts {
		if p := &a.plan.Parts[i]; p.ID == id && p.Pages > 0 {
			return p, true
		}
	}
	return nil, false
}

// top is the destination at the top of a packet page, at the zoom that the reader has (ISO 32000-1, 12.3.2.2).
func (a *assembly) top(page int) pdf.Array {
	return pdf.Array{a.pages[page-1], pdf.Name("XYZ"), pdf.Integer(0), pdf.Integer(letterHeight), nil}
}
