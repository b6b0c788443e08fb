package assemble

import (
	"iter"
	"slices"

	"parolepack/internal/pdf"
)

// A resource dictionary that many pages share names everything that any of them uses. What of it a page does not name
// stays behind, so that an extract of a long file weighs what it shows.

const (
	handful     = 4         // names that a page of its own is expected to use
	maxFollowed = 64        // forms and patterns of one page that are looked through
	maxLooked   = 128 << 20 // bytes of one file's content that are; a name counts for some
	nameBytes   = 32
)

// prunable are the categories of resources that content uses by name alone (ISO 32000-1, table 33).
func prunable() []pdf.Name {
	return []pdf.Name{"Font", "XObject", "Pattern", "Shading", "ColorSpace", "ExtGState"}
}

// prune takes from the page's resources what its content cannot name. Where that is not certain all stays.
func (s *sheet) prune() {
	if !s.prunes() {
		return
	}
	m := &s.mentions
	m.Reset()
	u := usage{sheet: s, mentions: m, seen: map[pdf.Ref]bool{}}
	certain := u.content() && u.follow(s.page.Resources)
	s.looked[s.src.Doc] += m.Read
	if !certain {
		return
	}
	kept := s.page.Resources.Clone()
	for _, category := range prunable() {
		if named, err := s.src.Doc.Dict(kept[category]); err == nil && named != nil {
			kept[category] = u.kept(category, named)
		}
	}
	s.page.Resources, s.page.Dict["Resources"] = kept, kept
}

// prunes tells whether anything may be gained: the page names something that is not in the packet yet, and more than one
// thing in a dictionary that others may share, or many.
func (s *sheet) prunes() bool {
	doc, count, gain := s.src.Doc, 0, false
	if s.looked[doc] > maxLooked {
		return false
	}
	_, shared := s.page.Dict["Resources"].(pdf.Ref)
	if own, err := doc.Dict(s.page.Ref); err == nil && own["Resources"] == nil {
		shared = true
	}
	for _, category := range prunable() {
		_, apart := s.page.Resources[category].(pdf.Ref)
		shared = shared || apart
		named, err := doc.Dict(s.page.Resources[category])
		if err != nil {
			continue
		}
		count += len(named)
		for _, o := range named {
			if gain = gain || s.fresh(o); gain {
				break
			}
		}
	}
	return gain && (count > handful || shared && count > 1)
}

// fresh tells whether a resource leads to what is not in the packet yet.
func (s *sheet) fresh(o pdf.Object) bool {
	switch o := o.(type) {
	case pdf.Ref:
		return !s.imp.Copied(o)
	case pdf.Array: // such as a colour space and its profile
		return slices.ContainsFunc(o, s.fresh)
	}
	return false
}

// A usage is what the content of a page names, directly and through the forms and patterns that it paints: those without
// resources of their own use the page's, and some readers look there for what a form's own lack.
type usage struct {
	*sheet
	mentions *pdf.Mentions
	seen     map[pdf.Ref]bool
}

// content looks through the page's own content, and tells whether all of it could be read.
func (u *usage) content() bool {
	streams, err := u.streams()
	if err != nil {
		return false
	}
	for _, ref := range streams {
		if stream, err := u.src.Doc.Stream(ref); err != nil || !u.mentions.Add(u.src.Doc, stream) {
			return false
		}
	}
	return true
}

// follow looks through what of the resources is named, until nothing more is, and tells whether all of it could be read.
func (u *usage) follow(resources pdf.Dict) bool {
	for {
		before := len(u.seen)
		if u.looked[u.src.Doc] > maxLooked {
			return false
		}
		for _, category := range []pdf.Name{"Font", "XObject", "Pattern", "ExtGState"} {
			named, err := u.src.Doc.Dict(resources[category])
			if err != nil {
				return false
			}
			u.looked[u.src.Doc] += int64(min(len(named), len(u.mentions.Names)) * nameBytes)
			for name := range u.named(named) {
				if !u.resource(category, named[name]) {
					return false
				}
			}
		}
		if len(u.seen) == before {
			return true
		}
	}
}

// resource looks through one resource that is named. The glyphs of a Type 3 font are not looked through: anything might
// be named in them (ISO 32000-1, 9.6.5).
func (u *usage) resource(category pdf.Name, o pdf.Object) bool {
	ref, ok := o.(pdf.Ref)
	if ok && u.seen[ref] {
		return true
	}
	if u.seen[ref] = true; len(u.seen) > maxFollowed {
		return false
	}
	doc := u.src.Doc
	d, err := doc.Dict(o)
	if err != nil {
		return false
	}
	switch category {
	case "Font":
		kind, err := doc.Name(d["Subtype"])
		return err == nil && kind != "Type3"
	case "ExtGState":
		return u.softMask(d)
	}
	if kind, err := doc.Name(d["Subtype"]); err != nil || kind == "Image" {
		return err == nil
	}
	return u.form(o)
}

// softMask looks through the form of a soft mask (ISO 32000-1, 11.6.5.3).
func (u *usage) softMask(state pdf.Dict) bool {
	if font, err := u.src.Doc.Array(state["Font"]); err != nil || font != nil {
		return false
	}
	o, err := u.src.Doc.Resolve(state["SMask"])
	mask, ok := o.(pdf.Dict)
	if err != nil || !ok {
		return err == nil
	}
	return u.resource("XObject", mask["G"])
}

// form looks through the content of a form or a tiling pattern and of what that names.
func (u *usage) form(o pdf.Object) bool {
	doc := u.src.Doc
	o, err := doc.Resolve(o)
	stream, ok := o.(*pdf.Stream)
	if err != nil || !ok {
		return err == nil
	}
	u.mentions.Break()
	if !u.mentions.Add(doc, stream) {
		return false
	}
	own, err := doc.Dict(stream.Dict["Resources"])
	if err != nil {
		return false
	}
	return own == nil || u.follow(own)
}

// named gives the names of a category that are mentioned, by way of the shorter list.
func (u *usage) named(category pdf.Dict) iter.Seq[pdf.Name] {
	return func(yield func(pdf.Name) bool) {
		if len(category) < len(u.mentions.Names) {
			for name := range category {
				if u.mentions.Names[name] && !yield(name) {
					return
				}
			}
			return
		}
		for name := range u.mentions.Names {
			if _, ok := category[name]; ok && !yield(name) {
				return
			}
		}
	}
}

// kept is a category without what nobody names. The default colour spaces are used without a name (ISO 32000-1, 8.6.5.6).
func (u *usage) kept(category pdf.Name, named pdf.Dict) pdf.Dict {
	out := pdf.Dict{}
	for name := range u.named(named) {
		out[name] = named[name]
	}
	if category == "ColorSpace" {
		for _, name := range []pdf.Name{"DefaultGray", "DefaultRGB", "DefaultCMYK"} {
			out[name] = named[name]
		}
	}
	return out
}
