package assemble

import (
	"math"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// fit places a page of an exhibit on Letter. Its rotation becomes part of the placement, so that the page of the packet has
// none and the stamps stand upright.
func (s *sheet) fit() error {
	s.dict["MediaBox"] = letter().Array()
	s.prune()
	if err := s.group(); err != nil {
		return err
	}
	place := fitted(s.page.CropBox, s.rotate, s.unit())
	shown, err := s.annotations(place)
	if err != nil {
		return err
	}
	streams, err := s.streams()
	if err != nil {
		return err
	}
	if len(streams) > 1 && len(shown) == 0 && s.fields == nil && s.src.Over == nil && !s.patterned() {
		return s.wrapped(place)
	}
	return s.boxed(place, streams, shown)
}

// unit is the length of the page's unit in points (ISO 32000-1, table 30, UserUnit).
func (s *sheet) unit() float64 {
	v, err := s.src.Doc.Number(s.page.Dict["UserUnit"])
	if err != nil || v <= 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 1
	}
	return v
}

// wrapped draws a page of several streams as they are, under another matrix. The stamps come first: then no unbalanced q
// or Q of the source can move them. The clip and the matrix stay outside the q around the source, where no surplus Q
// takes them back.
func (s *sheet) wrapped(place pdf.Matrix) error {
	var err error
	if s.resources, err = s.imported(s.page.Resources); err != nil {
		return err
	}
	before, err := s.stamps()
	if err != nil {
		return err
	}
	before = append(before, matrix(place)...)
	before = append(before, clip(s.page.CropBox)...)
	return s.around(before, nil)
}

// boxed draws a page as one form XObject (ISO 32000-1, 8.10), in which the matrices of patterns stay right. A single stream
// goes into it untouched; several are decoded and joined.
func (s *sheet) boxed(place pdf.Matrix, streams []pdf.Ref, shown []appearance) error {
	s.resources = pdf.Dict{}
	content := append([]byte("q\n"), matrix(place)...)
	content = append(content, clip(s.page.CropBox)...)
	objects := pdf.Dict{}
	if len(streams) > 0 {
		ref, err := s.box(streams)
		if err != nil {
			return err
		}
		objects["PPkPage"] = ref
		content = append(content, "/PPkPage Do\n"...)
	}
	for i, a := range shown {
		name := appearanceName(i)
		objects[name] = a.ref
		content = append(content, a.paint(name)...)
	}
	s.merge(pdf.Dict{"XObject": objects})
	for _, c := range []*ink.Canvas{s.fields, s.src.Over} {
		drawn, err := s.drawn(c)
		if err != nil {
			return err
		}
		content = append(content, drawn...)
	}
	content = append(content, "Q\n"...)
	stamps, err := s.stamps()
	if err != nil {
		return err
	}
	return s.add(append(content, stamps...))
}

// box makes the form XObject of the page's content.
func (s *sheet) box(streams []pdf.Ref) (pdf.Ref, error) {
	resources, err := s.imp.Object(s.page.Dict["Resources"])
	if err != nil {
		return pdf.Ref{}, err
	}
	if resources == nil {
		resources = pdf.Dict{}
	}
	dict := pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"),
		"BBox": s.page.CropBox.Array(), "Resources": resources,
	}
	if len(streams) == 1 {
		stream, err := s.imp.StreamAs(streams[0], dict)
		if err != nil {
			return pdf.Ref{}, err
		}
		return s.w.Add(stream)
	}
	content, err := s.src.Doc.Content(s.page)
	if err != nil {
		return pdf.Ref{}, err
	}
	return s.w.Add(pdf.FlateStream(dict, content))
}

// streams lists the page's content streams. What is no stream draws nothing.
func (s *sheet) streams() ([]pdf.Ref, error) {
	contents := s.page.Dict["Contents"]
	o, err := s.src.Doc.Resolve(contents)
	if err != nil {
		return nil, err
	}
	list, many := o.(pdf.Array)
	if !many {
		list = pdf.Array{contents}
	}
	var out []pdf.Ref
	for _, item := range list {
		ref, ok := item.(pdf.Ref)
		if !ok {
			continue
		}
		if stream, err := s.src.Doc.Stream(ref); err == nil && stream != nil {
			out = append(out, ref)
		}
	}
	return out, nil
}

// patterned tells whether the page's content may paint with a pattern, whose matrix counts from the content it stands in
// and not from the matrix of the moment (ISO 32000-1, 8.7.3.1).
func (s *sheet) patterned() bool {
	patterns, err := s.src.Doc.Dict(s.page.Resources["Pattern"])
	return err != nil || len(patterns) > 0
}
