package assemble

import (
	"parolepack/internal/markup"
	"parolepack/internal/pdf"
)

// marked draws what an annotation shows in print whose file leaves its look to the reader.
func (s *sheet) marked(d pdf.Dict) (appearance, bool) {
	flags, _ := s.src.Doc.Int(d["F"])
	if flags&flagHidden != 0 || flags&flagPrint == 0 || !s.bare(d) {
		return appearance{}, false
	}
	c, box, ok := markup.Draw(s.src.Doc, d, s.fonts)
	if !ok {
		return appearance{}, false
	}
	resources, err := c.Resources(s.w, nil)
	if err != nil {
		return appearance{}, false
	}
	form := pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": box.Array(), "Resources": resources}
	if layer, err := s.imp.Object(d["OC"]); err == nil && layer != nil {
		form["OC"] = layer
	}
	ref, err := s.w.Add(pdf.NewStream(form, c.Bytes()))
	if err != nil {
		return appearance{}, false
	}
	m := pdf.Identity()
	if rect, ok, err := s.src.Doc.Rect(d["Rect"]); ok && err == nil {
		m = s.unturned(d, rect)
	}
	return appearance{ref, m}, true
}

// unturned turns an annotation that does not turn with its page about the upper left corner of its rectangle, so that it
// stands upright on the page as it is shown (ISO 32000-1, table 165, NoRotate).
func (s *sheet) unturned(d pdf.Dict, rect pdf.Rect) pdf.Matrix {
	flags, _ := s.src.Doc.Int(d["F"])
	if flags&flagNoRotate == 0 || s.page.Rotate == 0 {
		return pdf.Identity()
	}
	back := map[int]pdf.Matrix{90: {0, 1, -1, 0, 0, 0}, 180: {-1, 0, 0, -1, 0, 0}, 270: {0, -1, 1, 0, 0, 0}}[s.page.Rotate]
	return pdf.Translate(-rect.LLX, -rect.URY).Mul(back).Mul(pdf.Translate(rect.LLX, rect.URY))
}
