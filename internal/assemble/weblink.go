package assemble

import (
	"math"
	"strings"

	"parolepack/internal/pdf"
)

// keepLink keeps a link of an exhibit that leads to the web or to a page that the packet holds of the same file. Of any
// other what shows is kept: its border, around a link that leads nowhere.
func (s *sheet) keepLink(d pdf.Dict, place pdf.Matrix) {
	l := s.ledger()
	l.triggers(d["AA"])
	l.files(d["AF"])
	if uri, ok := s.address(d); ok {
		s.placeLink(d, place, pdf.Dict{"S": pdf.Name("URI"), "URI": uri})
		s.after(d)
		return
	}
	if to, ok := s.within(d); ok {
		s.placeLink(d, place, pdf.Dict{"S": pdf.Name("GoTo"), "D": to})
		s.after(d)
		return
	}
	s.placeLink(d, place, nil)
	s.lose(d)
}

// after counts the actions that come after the one of a link that is kept.
func (s *sheet) after(d pdf.Dict) {
	if action, err := s.src.Doc.Dict(d["A"]); err == nil {
		s.ledger().action(action["Next"])
	}
}

// lose counts a link that leads nowhere now.
func (s *sheet) lose(d pdf.Dict) {
	l := s.ledger()
	action, _ := s.src.Doc.Dict(d["A"])
	switch kind, _ := s.src.Doc.Name(action["S"]); kind {
	case "", "GoTo":
		l.add(lostInternal)
		s.after(d)
	case "URI":
		l.add(lostUnsafe)
		s.after(d)
	default:
		l.action(d["A"])
	}
}

// address is where a link to the web leads.
func (s *sheet) address(d pdf.Dict) (pdf.String, bool) {
	action, err := s.src.Doc.Dict(d["A"])
	if err != nil {
		return "", false
	}
	kind, _ := s.src.Doc.Name(action["S"])
	target, _ := s.src.Doc.Resolve(action["URI"])
	uri, _ := target.(pdf.String)
	return uri, kind == "URI" && isWeb(string(uri))
}

// placeLink puts a link where its words are now. Without an action nothing but its border is kept.
func (s *sheet) placeLink(d pdf.Dict, place pdf.Matrix, action pdf.Dict) {
	flags, _ := s.src.Doc.Int(d["F"])
	rect, ok, err := s.src.Doc.Rect(d["Rect"])
	if !ok || err != nil {
		return
	}
	out, seen := s.frame(d, math.Hypot(place[0], place[1]))
	if action == nil && (!seen || flags&flagHidden != 0) {
		return
	}
	out["Type"], out["Subtype"], out["Rect"] = pdf.Name("Annot"), pdf.Name("Link"), place.ApplyRect(rect).Array()
	if action != nil {
		out["A"] = action
	}
	s.links = append(s.links, out)
}

// isWeb tells whether an address is one that a reader may safely follow.
func isWeb(uri string) bool {
	scheme, rest, ok := strings.Cut(uri, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel":
		return ok && rest != ""
	}
	return false
}
