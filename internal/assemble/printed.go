package assemble

import "parolepack/internal/pdf"

// The flags of an annotation that decide whether it prints (ISO 32000-1, 12.5.3).
const (
	flagHidden   = 1 << 1
	flagPrint    = 1 << 2
	flagNoRotate = 1 << 4
	flagNoView   = 1 << 5
)

// maxParents bounds how far up a field's attributes are looked for.
const maxParents = 8

// flagPush marks a push button, which carries no value (ISO 32000-1, 12.7.4.2).
const flagPush = 1 << 16

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
	a, ok := s.appearance(stream, ref, rect, d["OC"])
	a.m = a.m.Mul(s.unturned(d, rect))
	return a, ok
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

// bare tells whether an annotation has no appearance at all.
func (s *sheet) bare(d pdf.Dict) bool {
	ap, err := s.src.Doc.Dict(d["AP"])
	if err != nil {
		return true
	}
	o, err := s.src.Doc.Resolve(ap["N"])
	return err != nil || o == nil
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
