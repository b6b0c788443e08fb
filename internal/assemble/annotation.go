package assemble

import (
	"fmt"

	"parolepack/internal/pdf"
)

// maxAnnotations bounds how many annotations a packet's exhibits may have, and in how many options of their fields a label is
// looked for: pages may share them, so that a short file has any number.
const maxAnnotations = 1 << 18

// annotations sorts the annotations of an exhibit's page: links to the web and within the exhibit are kept, what prints is
// painted, the rest is left behind and counted.
func (s *sheet) annotations(place pdf.Matrix) ([]appearance, error) {
	s.ledger().ofPage(s.page.Dict)
	var shown []appearance
	items := s.list(s.page.Dict["Annots"])
	if s.annotated += len(items); s.annotated > maxAnnotations {
		return nil, &pdf.MalformedError{Offset: -1, What: fmt.Sprintf("pages with more than %d annotations", maxAnnotations)}
	}
	for _, item := range items {
		d, err := s.src.Doc.Dict(item)
		if err != nil || d == nil || s.src.Keep != nil && !s.src.Keep(d) {
			continue
		}
		if name, _ := s.src.Doc.Name(d["Subtype"]); name == "Link" {
			s.keepLink(d, place)
			continue
		}
		a, ok := s.printed(d)
		if !ok {
			a, ok = s.marked(d)
		}
		if ok {
			shown = append(shown, a)
			s.unspoken(d)
		} else if drawn := s.bare(d) && s.drawField(d); !drawn {
			s.leftBehind(d)
		}
		s.acting(d)
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
func (s *sheet) keepLinks(place pdf.Matrix) {
	for _, item := range s.list(s.page.Dict["Annots"]) {
		d, err := s.src.Doc.Dict(item)
		if err != nil || d == nil || s.src.Keep != nil && !s.src.Keep(d) {
			continue
		}
		if name, _ := s.src.Doc.Name(d["Subtype"]); name == "Link" {
			if uri, ok := s.address(d); ok {
				s.placeLink(d, place, pdf.Dict{"S": pdf.Name("URI"), "URI": uri})
			}
		}
	}
}
