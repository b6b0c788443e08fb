package assemble

import (
	"math"
	"strings"

	"parolepack/internal/pdf"
)

// annotations sorts the annotations of an exhibit's page: links to the web are kept, what prints is painted, the rest is
// left behind and counted.
func (s *sheet) annotations(place pdf.Matrix) []appearance {
	if s.page.Dict["AA"] != nil {
		s.removed["page action"]++
	}
	var shown []appearance
	for _, item := range s.list(s.page.Dict["Annots"]) {
		d, err := s.src.Doc.Dict(item)
		if err != nil || d == nil || s.src.Keep != nil && !s.src.Keep(d) {
			continue
		}
		if name, _ := s.src.Doc.Name(d["Subtype"]); name == "Link" {
			if !s.webLink(d, place) {
				s.removed[linkKind(s.src.Doc, d)]++
			}
			continue
		}
		if a, ok := s.printed(d); ok {
			shown = append(shown, a)
		} else if drawn := s.bare(d) && s.drawField(d); !drawn {
			s.leftBehind(d)
		}
		if d["A"] != nil || d["AA"] != nil {
			s.removed["action"]++
		}
	}
	return shown
}

// list resolves an array; anything else is none.
func (s *sheet) list(o pdf.Object) pdf.Array {
	a, err := s.src.Doc.Array(o)
	if err != nil {
		return nil
	}
	return a
}

// keepLinks keeps the links to the web of a page that stays as it is.
func (s *sheet) keepLinks(place pdf.Matrix) {
	for _, item := range s.list(s.page.Dict["Annots"]) {
		d, err := s.src.Doc.Dict(item)
		if err != nil || d == nil || s.src.Keep != nil && !s.src.Keep(d) {
			continue
		}
		if name, _ := s.src.Doc.Name(d["Subtype"]); name == "Link" {
			s.webLink(d, place)
		}
	}
}

// webLink keeps a link that leads to the web, and tells whether it does. Of any other what shows is kept: its border,
// around a link that leads nowhere.
func (s *sheet) webLink(d pdf.Dict, place pdf.Matrix) bool {
	doc := s.src.Doc
	flags, _ := doc.Int(d["F"])
	rect, ok, err := doc.Rect(d["Rect"])
	if !ok || err != nil {
		return false
	}
	action, _ := doc.Dict(d["A"])
	kind, _ := doc.Name(action["S"])
	target, _ := doc.Resolve(action["URI"])
	uri, _ := target.(pdf.String)
	web := kind == "URI" && isWeb(string(uri))
	frame, seen := s.frame(d, math.Hypot(place[0], place[1]))
	if !web && (!seen || flags&flagHidden != 0) {
		return false
	}
	frame["Type"], frame["Subtype"], frame["Rect"] = pdf.Name("Annot"), pdf.Name("Link"), place.ApplyRect(rect).Array()
	if web {
		frame["A"] = pdf.Dict{"S": pdf.Name("URI"), "URI": uri}
	}
	s.links = append(s.links, frame)
	return web
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

// linkKind says what a link that is left behind was.
func linkKind(doc *pdf.Document, d pdf.Dict) string {
	action, _ := doc.Dict(d["A"])
	switch kind, _ := doc.Name(action["S"]); kind {
	case "", "GoTo":
		return "internal link"
	case "JavaScript":
		return "script"
	case "URI":
		return "link with an unsafe address"
	}
	return "action"
}

// leftBehind counts an annotation that is not painted, unless nothing is lost with it.
func (s *sheet) leftBehind(d pdf.Dict) {
	name, _ := s.src.Doc.Name(d["Subtype"])
	switch name {
	case "Popup":
	case "Widget":
		if s.filled(d) {
			s.removed["form field without an appearance"]++
		}
	case "FileAttachment":
		s.removed["embedded file"]++
	case "Screen", "Movie", "Sound", "RichMedia", "3D":
		s.removed["media"]++
	default:
		s.removed["annotation that does not print"]++
	}
}
