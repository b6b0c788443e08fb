package fill

import (
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// stencil is what all live copies of a blank have in common: its objects as bytes, and the pages, fields and
// annotations ready to be written as they are or with a value. The numbers are the blank's own.
type stencil struct {
	blank *Blank
	set   *font.Set
	stock *pdf.Stock
	// catalog, tree, form and above are where a copy's catalog, page tree, interactive form and the field over all
	// others stand.
	catalog, tree, form, above pdf.Ref
	root, fields               pdf.Dict // the catalog and the interactive form, but for what differs
	roots                      pdf.Array
	pages                      []sheet
	slots                      []*slot
	byRef                      map[pdf.Ref]*slot
	latin                      map[font.ID]ink.Latin
	typed                      map[pdf.Name]font.ID // the names of default appearances whose font is embedded now
	save, restore              pdf.Ref              // content streams around a page that is drawn over
}

// sheet is one page.
type sheet struct {
	ref   pdf.Ref
	page  *pdf.Page
	dict  pdf.Dict
	still pdf.Spelled
}

// slot is one annotation or node of the field hierarchy.
type slot struct {
	ref   pdf.Ref
	dict  pdf.Dict
	still pdf.Spelled
	own   bool // dict is no longer the blank's
	seen  bool // the fields below it are listed
}

// change is the slot's dictionary to be changed.
func (at *slot) change() pdf.Dict {
	if !at.own {
		at.dict, at.own = at.dict.Clone(), true
	}
	return at.dict
}

// stencil makes the blank's stencil for the first live copy; set has the faces.
func (b *Blank) stencil(set *font.Set) (*stencil, error) {
	b.once.Do(func() { b.cut, b.cutErr = newStencil(b, set) })
	return b.cut, b.cutErr
}

func newStencil(b *Blank, set *font.Set) (*stencil, error) {
	s := &stencil{blank: b, set: set, byRef: map[pdf.Ref]*slot{}, latin: map[font.ID]ink.Latin{}, typed: map[pdf.Name]font.ID{}}
	old, err := b.doc.Root()
	if err != nil {
		return nil, err
	}
	if err := s.gather(old); err != nil {
		return nil, err
	}
	if err := s.open(old); err != nil {
		return nil, err
	}
	s.stock, err = pdf.NewStock(s.build)
	if err != nil {
		return nil, err
	}
	return s, s.spell()
}

// gather lists every page, annotation and field of the blank.
func (s *stencil) gather(root pdf.Dict) error {
	for n := 1; n <= s.blank.pages; n++ {
		page, err := s.blank.doc.Page(n)
		if err != nil {
			return err
		}
		dict := page.Dict.Clone()
		delete(dict, "Parent")
		delete(dict, "AA")
		list, err := s.blank.doc.Array(dict["Annots"])
		if err != nil {
			return err
		}
		if dict["Annots"], err = s.annotations(list); err != nil {
			return err
		}
		s.pages = append(s.pages, sheet{ref: page.Ref, page: page, dict: dict})
	}
	form, err := s.blank.doc.Dict(root["AcroForm"])
	if err != nil {
		return err
	}
	return s.nodes(form["Fields"])
}

// annotations lists a page's annotations. Those that stand in the page itself are disarmed there.
func (s *stencil) annotations(list pdf.Array) (pdf.Array, error) {
	out := list.Clone()
	for i, o := range list {
		if ref, ok := o.(pdf.Ref); ok {
			if _, err := s.slot(ref); err != nil {
				return nil, err
			}
			continue
		}
		if d, ok := o.(pdf.Dict); ok {
			harmless, _, err := s.disarmed(d)
			if err != nil {
				return nil, err
			}
			out[i] = harmless
		}
	}
	return out, nil
}

// nodes lists the field hierarchy below a list of fields.
func (s *stencil) nodes(o pdf.Object) error {
	list, err := s.blank.doc.Array(o)
	if err != nil {
		return err
	}
	for _, o := range list {
		ref, ok := o.(pdf.Ref)
		if !ok {
			continue
		}
		at, err := s.slot(ref)
		if err != nil {
			return err
		}
		if at.seen {
			continue
		}
		at.seen = true
		if err := s.nodes(at.dict["Kids"]); err != nil {
			return err
		}
	}
	return nil
}

// slot lists one annotation or field, without actions that do something.
func (s *stencil) slot(ref pdf.Ref) (*slot, error) {
	if at := s.byRef[ref]; at != nil {
		return at, nil
	}
	old, err := s.blank.doc.Dict(ref)
	if err != nil {
		return nil, err
	}
	at := &slot{ref: ref}
	if at.dict, at.own, err = s.disarmed(old); err != nil {
		return nil, err
	}
	s.byRef[ref] = at
	s.slots = append(s.slots, at)
	return at, nil
}
