package assemble

import (
	"math"
	"strings"

	"parolepack/internal/pdf"
)

// The flags of an annotation that decide whether it prints (ISO 32000-1, 12.5.3).
const (
	flagHidden = 1 << 1
	flagPrint  = 1 << 2
	flagNoView = 1 << 5
)

// flagPush marks a push button, which carries no value (ISO 32000-1, 12.7.4.2).
const flagPush = 1 << 16

// annotations sorts the annotations of an exhibit's page: links to the web are kept, what prints is painted, the rest is
// left behind and counted.
func (s *sheet) annotations(place pdf.Matrix) ([]appearance, error) {
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
		a, ok := s.printed(d)
		if ok {
			shown = append(shown, a)
		} else if why := s.leftBehind(d); why != "" {
			s.removed[why]++
		}
		if d["A"] != nil || d["AA"] != nil {
			s.removed["action"]++
		}
	}
	return shown, nil
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
func (s *sheet) keepLinks(place pdf.Matrix) error {
	for _, item := range s.list(s.page.Dict["Annots"]) {
		d, err := s.src.Doc.Dict(item)
		if err != nil || d == nil || s.src.Keep != nil && !s.src.Keep(d) {
			continue
		}
		if name, _ := s.src.Doc.Name(d["Subtype"]); name == "Link" {
			s.webLink(d, place)
		}
	}
	return nil
}

// webLink keeps a link that leads to the web, and tells whether it does.
func (s *sheet) webLink(d pdf.Dict, place pdf.Matrix) bool {
	doc := s.src.Doc
	action, _ := doc.Dict(d["A"])
	kind, _ := doc.Name(action["S"])
	target, _ := doc.Resolve(action["URI"])
	uri, _ := target.(pdf.String)
	rect, ok, err := doc.Rect(d["Rect"])
	if kind != "URI" || !ok || err != nil || !isWeb(string(uri)) {
		return false
	}
	s.links = append(s.links, link(place.ApplyRect(rect), pdf.Dict{"S": pdf.Name("URI"), "URI": uri}))
	return true
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

// leftBehind says what an annotation was that is not painted; empty where nothing is lost.
func (s *sheet) leftBehind(d pdf.Dict) string {
	name, _ := s.src.Doc.Name(d["Subtype"])
	switch name {
	case "Popup":
		return ""
	case "Widget":
		if s.filled(d) {
			return "form field without an appearance"
		}
		return ""
	case "FileAttachment":
		return "embedded file"
	case "Screen", "Movie", "Sound", "RichMedia", "3D":
		return "media"
	}
	return "annotation that does not print"
}

// printed gives what an annotation shows in print. A field is also shown that is meant for the screen alone: its value
// is part of what the exhibit says.
func (s *sheet) printed(d pdf.Dict) (appearance, bool) {
	doc := s.src.Doc
	flags, _ := doc.Int(d["F"])
	name, _ := doc.Name(d["Subtype"])
	field := name == "Widget" && !s.pushButton(d) && flags&flagNoView == 0
	switch {
	case flags&flagHidden != 0, flags&flagPrint == 0 && !field, name == "Popup":
		return appearance{}, false
	}
	stream, ref := s.normal(d)
	rect, ok, err := doc.Rect(d["Rect"])
	if stream == nil || err != nil || !ok {
		return appearance{}, false
	}
	return s.appearance(stream, ref, rect)
}

// pushButton tells whether a field is a push button; its flags may stand on its parent.
func (s *sheet) pushButton(d pdf.Dict) bool {
	for range 8 {
		if flags, err := s.src.Doc.Int(d["Ff"]); err == nil && flags&flagPush != 0 {
			return true
		}
		parent, err := s.src.Doc.Dict(d["Parent"])
		if err != nil || parent == nil {
			return false
		}
		d = parent
	}
	return false
}

// filled tells whether a field holds a value, which may stand on its parent (ISO 32000-1, 12.7.3.1).
func (s *sheet) filled(d pdf.Dict) bool {
	for range 8 {
		switch v, _ := s.src.Doc.Resolve(d["V"]); v := v.(type) {
		case pdf.String:
			return v != ""
		case pdf.Name:
			return v != "Off" && d["AS"] != pdf.Name("Off")
		case pdf.Array:
			return len(v) > 0
		case *pdf.Stream:
			return true
		}
		parent, err := s.src.Doc.Dict(d["Parent"])
		if err != nil || parent == nil {
			return false
		}
		d = parent
	}
	return false
}

// normal finds the normal appearance, of several the one of the present state (ISO 32000-1, 12.5.5).
func (s *sheet) normal(d pdf.Dict) (*pdf.Stream, pdf.Object) {
	doc := s.src.Doc
	ap, err := doc.Dict(d["AP"])
	if err != nil {
		return nil, nil
	}
	o, err := doc.Resolve(ap["N"])
	if err != nil {
		return nil, nil
	}
	if stream, ok := o.(*pdf.Stream); ok {
		return stream, ap["N"]
	}
	states, _ := o.(pdf.Dict)
	state, _ := doc.Name(d["AS"])
	stream, err := doc.Stream(states[state])
	if err != nil {
		return nil, nil
	}
	return stream, states[state]
}

// finite tells whether all numbers are.
func finite(m pdf.Matrix) bool {
	for _, v := range m {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
