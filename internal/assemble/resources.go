package assemble

import (
	"strconv"

	"parolepack/internal/pdf"
)

// imported copies a resource dictionary, its categories as direct dictionaries, so that ours can be added.
func (s *sheet) imported(source pdf.Dict) (pdf.Dict, error) {
	open := source.Clone()
	for _, category := range []pdf.Name{"Font", "XObject"} {
		if d, err := s.src.Doc.Dict(open[category]); err == nil && d != nil {
			open[category] = d
		} else {
			delete(open, category)
		}
	}
	out, err := s.imp.Object(open)
	if err != nil {
		return nil, err
	}
	kept, _ := out.(pdf.Dict)
	return kept, nil
}

// merge adds resources of ours to the page's.
func (s *sheet) merge(extra pdf.Dict) {
	if s.resources == nil {
		s.resources = pdf.Dict{}
	}
	for category, o := range extra {
		own, _ := s.resources[category].(pdf.Dict)
		own = own.Clone()
		for k, v := range o.(pdf.Dict) {
			own[k] = v
		}
		s.resources[category] = own
	}
}

// ours makes content of ours part of the page, whose resources it needs. Where the source calls something else by one of
// our names, as a practice form and an earlier packet do, the content goes into a form XObject with resources of its
// own.
func (s *sheet) ours(content []byte, res pdf.Dict) ([]byte, error) {
	if !s.clashes(res) {
		s.merge(res)
		return content, nil
	}
	box := s.page.MediaBox
	if s.src.Fit {
		box = letter()
	}
	ref, err := s.w.Add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box.Array(), "Resources": res,
	}, content))
	if err != nil {
		return nil, err
	}
	name := s.freeName()
	s.merge(pdf.Dict{"XObject": pdf.Dict{name: ref}})
	return []byte("/" + string(name) + " Do\n"), nil
}

// clashes tells whether one of our names is taken for something else.
func (s *sheet) clashes(res pdf.Dict) bool {
	for category, o := range res {
		own, _ := s.resources[category].(pdf.Dict)
		for k, v := range o.(pdf.Dict) {
			if have, taken := own[k]; taken && have != v {
				return true
			}
		}
	}
	return false
}

// freeName is a name that no XObject of the page has.
func (s *sheet) freeName() pdf.Name {
	own, _ := s.resources["XObject"].(pdf.Dict)
	for i := 0; ; i++ {
		name := pdf.Name("PPkO" + strconv.Itoa(i))
		if _, taken := own[name]; !taken {
			return name
		}
	}
}
