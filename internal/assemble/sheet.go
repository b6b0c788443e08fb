package assemble

import (
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A sheet is one page of the packet under way.
type sheet struct {
	*assembly
	part  *plan.Part
	index int // of the page within its part, from 0
	src   *ink.Page

	page      *pdf.Page
	imp       *pdf.Importer
	rotate    int // how the source page is shown, the case's extra turn included
	dict      pdf.Dict
	resources pdf.Dict
	contents  pdf.Array
	links     pdf.Array
	fields    *ink.Canvas // fields without an appearance, in the source's coordinates; nil where there is none
}

// number is the sheet's packet page, 1-based.
func (s *sheet) number() int { return s.part.First + s.index }

// write writes the page and its own streams.
func (s *sheet) write() error {
	var err error
	if s.page, err = s.src.Doc.Page(s.src.Number); err != nil {
		return err
	}
	if err = s.meet(); err != nil {
		return err
	}
	s.imp = s.w.Importer(s.src.Doc)
	s.rotate = quarter(s.page.Rotate + s.src.Turn)
	s.dict = pdf.Dict{"Type": pdf.Name("Page"), "Parent": s.tree.parent(s.number() - 1)}
	if s.src.Fit {
		err = s.fit()
	} else {
		err = s.keep()
	}
	if err != nil {
		return err
	}
	if s.part.Text != nil {
		if err := s.textLinks(); err != nil {
			return err
		}
	}
	s.dict["Resources"], s.dict["Contents"] = s.resources, s.contents
	if len(s.links) > 0 {
		s.dict["Annots"] = s.links
	}
	if len(s.contents) == 1 {
		s.dict["Contents"] = s.contents[0]
	}
	return s.w.Write(s.pages[s.number()-1], s.dict)
}

// add makes a content stream of the page.
func (s *sheet) add(content []byte) error {
	if len(content) == 0 {
		return nil
	}
	ref, err := s.w.Add(pdf.NewStream(pdf.Dict{}, content))
	s.contents = append(s.contents, ref)
	return err
}

// keep takes over a page of a form or of our text as it is, in its own size.
func (s *sheet) keep() error {
	s.dict["MediaBox"] = s.page.MediaBox.Array()
	if s.page.CropBox != s.page.MediaBox {
		s.dict["CropBox"] = s.page.CropBox.Array()
	}
	if s.rotate != 0 {
		s.dict["Rotate"] = pdf.Integer(s.rotate)
	}
	if err := s.group(); err != nil {
		return err
	}
	var err error
	if s.resources, err = s.imported(s.page.Resources); err != nil {
		return err
	}
	over, err := s.drawn(s.src.Over)
	if err != nil {
		return err
	}
	stamps, err := s.stamps()
	if err != nil {
		return err
	}
	if err := s.around(nil, append(over, stamps...)); err != nil {
		return err
	}
	s.keepLinks(pdf.Identity())
	return nil
}

// around puts content of ours before and after the source's streams, which are copied untouched between a q and a Q
// (ISO 32000-1, 8.4.2). What comes before is drawn in the untouched state and goes on to hold for the source.
func (s *sheet) around(before, after []byte) error {
	streams, err := s.streams()
	if err != nil {
		return err
	}
	save, err := s.shared(&s.save, "q\n")
	if err != nil {
		return err
	}
	restore, err := s.shared(&s.restore, "\nQ\n")
	if err != nil {
		return err
	}
	if err := s.add(before); err != nil {
		return err
	}
	s.contents = append(s.contents, save)
	for _, r := range streams {
		s.contents = append(s.contents, s.imp.Ref(r))
	}
	s.contents = append(s.contents, restore)
	return s.add(after)
}

// shared is a small content stream that many pages use.
func (s *sheet) shared(ref *pdf.Ref, content string) (pdf.Ref, error) {
	if *ref != (pdf.Ref{}) {
		return *ref, nil
	}
	var err error
	*ref, err = s.w.Add(pdf.NewStream(pdf.Dict{}, []byte(content)))
	return *ref, err
}

// drawn is what is drawn over the page in the page's own coordinates; a nil canvas draws nothing.
func (s *sheet) drawn(c *ink.Canvas) ([]byte, error) {
	if c == nil || c.Empty() {
		return nil, nil
	}
	res, err := c.Resources(s.w, s.imp)
	if err != nil {
		return nil, err
	}
	return s.ours(between(c.Bytes()), res)
}

// between puts content between a q and a Q.
func between(content []byte) []byte {
	out := append([]byte("q\n"), content...)
	return append(out, "Q\n"...)
}

// group keeps the transparency group of the source page (ISO 32000-1, 11.4.7).
func (s *sheet) group() error {
	group, err := s.src.Doc.Dict(s.page.Dict["Group"])
	if err != nil || group == nil {
		return nil // a page is shown without the group that it spells wrongly
	}
	s.dict["Group"], err = s.imp.Object(group)
	return err
}
