package fill

import (
	"slices"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// open makes the catalog and the interactive form of the copies, and lets fields that the map fills be typed in.
func (s *stencil) open(old pdf.Dict) error {
	form, err := s.blank.doc.Dict(old["AcroForm"])
	if err != nil {
		return err
	}
	if s.roots, err = s.blank.doc.Array(form["Fields"]); err != nil {
		return err
	}
	// XFA, signature flags and scripts stay behind (ISO 32000-1, 12.7.2), and NeedAppearances, since every value has its
	// appearance.
	s.fields = keep(form, "DR", "DA", "Q")
	s.root = keep(old, "Lang", "MarkInfo", "StructTreeRoot", "OCProperties", "PageLabels", "ViewerPreferences", "PageLayout", "Dests")
	names, err := s.blank.doc.Dict(old["Names"])
	if err != nil {
		return err
	}
	if dests, ok := names["Dests"]; ok {
		s.root["Names"] = pdf.Dict{"Dests": dests}
	}
	for name, f := range s.blank.fields {
		if at := s.byRef[f.Ref]; at != nil && f.Flags&pdf.FlagReadOnly != 0 && s.blank.unlocked != nil && s.blank.unlocked(name) {
			at.change()["Ff"] = pdf.Integer(f.Flags &^ pdf.FlagReadOnly)
		}
	}
	return nil
}

// build writes what the copies have in common.
func (s *stencil) build(w *pdf.Writer) error {
	var own []pdf.Ref
	roots := []pdf.Object{s.root, s.fields}
	for _, p := range s.pages {
		own, roots = append(own, p.ref), append(roots, p.dict)
	}
	for _, at := range s.slots {
		own, roots = append(own, at.ref), append(roots, at.dict)
	}
	if err := w.Carry(s.blank.doc, own, roots...); err != nil {
		return err
	}
	s.catalog, s.tree, s.form, s.above = w.Reserve(), w.Reserve(), w.Reserve(), w.Reserve()
	for i := range s.pages {
		if s.pages[i].ref == (pdf.Ref{}) { // a page that stands directly in its parent
			s.pages[i].ref = w.Reserve()
		}
		s.pages[i].dict["Parent"] = s.tree
	}
	for _, o := range s.roots {
		if ref, ok := o.(pdf.Ref); ok && s.byRef[ref] != nil {
			s.byRef[ref].change()["Parent"] = s.above
		}
	}
	var err error
	if s.save, err = w.Add(pdf.NewStream(pdf.Dict{}, []byte("q\n"))); err != nil {
		return err
	}
	if s.restore, err = w.Add(pdf.NewStream(pdf.Dict{}, []byte("\nQ\n"))); err != nil {
		return err
	}
	return s.embed(w)
}

// embed puts embedded faces in the place of the fonts that the fields name and the blank does not hold, so that a viewer
// that sets a field anew has the font and its accents.
func (s *stencil) embed(w *pdf.Writer) error {
	resources, err := s.blank.doc.Dict(s.fields["DR"])
	if err != nil {
		return err
	}
	fonts, err := s.blank.doc.Dict(resources["Font"])
	if err != nil {
		return err
	}
	resources, fonts = resources.Clone(), fonts.Clone()
	for _, name := range s.named() {
		id, ok := s.face(fonts[name])
		if !ok {
			continue
		}
		l, err := s.standing(w, id)
		if err != nil {
			return err
		}
		fonts[name], s.typed[name] = l.Simple, id
	}
	resources["Font"] = fonts
	s.fields["DR"] = resources
	return nil
}

// standing writes the Latin of a face once.
func (s *stencil) standing(w *pdf.Writer, id font.ID) (ink.Latin, error) {
	if l, ok := s.latin[id]; ok {
		return l, nil
	}
	face, err := s.set.Face(id)
	if err != nil {
		return ink.Latin{}, err
	}
	l, err := ink.WriteLatin(w, face)
	s.latin[id] = l
	return l, err
}

// named lists the fonts of the texts and lists that can be filled, in order.
func (s *stencil) named() []pdf.Name {
	var out []pdf.Name
	for _, f := range s.blank.fields {
		if f.Kind != pdf.KindText && f.Kind != pdf.KindChoice {
			continue
		}
		if name, ok := defaultFont(f.DA); ok && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// spell spells what most copies write as it is.
func (s *stencil) spell() error {
	for i := range s.pages {
		text, err := pdf.AppendObject(nil, s.pages[i].dict)
		if err != nil {
			return err
		}
		s.pages[i].still = text
	}
	for _, at := range s.slots {
		if !at.own {
			if text, ok := s.blank.doc.Spelling(at.ref); ok {
				at.still = text
				continue
			}
		}
		text, err := pdf.AppendObject(nil, at.dict)
		if err != nil {
			return err
		}
		at.still = text
	}
	return nil
}

// keep gives the named entries of d.
func keep(d pdf.Dict, names ...pdf.Name) pdf.Dict {
	out := pdf.Dict{}
	for _, name := range names {
		if v, ok := d[name]; ok {
			out[name] = v
		}
	}
	return out
}

// disarmed is an annotation or field without its additional actions, and without its action unless that only goes to a
// page or a web address (ISO 32000-1, 12.6). It is d itself where there is nothing to take off.
func (s *stencil) disarmed(d pdf.Dict) (out pdf.Dict, changed bool, err error) {
	if d["AA"] == nil && d["PMD"] == nil && d["A"] == nil {
		return d, false, nil
	}
	out = d.Clone()
	delete(out, "AA")
	delete(out, "PMD")
	action, err := s.blank.doc.Dict(d["A"])
	if err != nil {
		return nil, false, err
	}
	kind, err := s.blank.doc.Name(action["S"])
	if err != nil {
		return nil, false, err
	}
	if kind != "URI" && kind != "GoTo" {
		delete(out, "A")
		return out, true, nil
	}
	out["A"] = keep(action, "Type", "S", "URI", "D", "IsMap")
	return out, true, nil
}
