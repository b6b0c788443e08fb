package material

import (
	"fmt"
	"io"

	"parolepack/internal/pdf"
)

// A document is one file under way: its pages and its bookmarks.
type document struct {
	sheaf
	tree  pdf.Ref
	kids  pdf.Array
	marks []bookmark
}

// A bookmark leads to a page.
type bookmark struct {
	title string
	page  pdf.Ref
}

// newDocument begins a file, with object streams or without.
func newDocument(w io.Writer, modern bool) *document {
	d := &document{}
	if modern {
		d.sheaf = newPacked(w)
	} else {
		d.sheaf = newClassic(w)
	}
	d.tree = d.reserve()
	return d
}

// page adds a Letter page.
func (d *document) page(content pdf.Ref, resources pdf.Dict) (pdf.Ref, error) {
	r := d.reserve()
	d.kids = append(d.kids, r)
	return r, d.value(r, pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": d.tree, "Contents": content, "Resources": resources,
		"MediaBox": pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(612), pdf.Integer(792)},
	})
}

// add adds a value or, with a body, a stream.
func (d *document) add(dict pdf.Dict, body []byte) (pdf.Ref, error) {
	r := d.reserve()
	if body == nil {
		return r, d.value(r, dict)
	}
	return r, d.stream(r, dict, body)
}

// finish writes page tree, outline and catalog.
func (d *document) finish() error {
	tree := pdf.Dict{"Type": pdf.Name("Pages"), "Kids": d.kids, "Count": pdf.Integer(len(d.kids))}
	if err := d.value(d.tree, tree); err != nil {
		return err
	}
	catalog := pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": d.tree}
	if len(d.marks) > 0 {
		outline, err := writeOutline(d.sheaf, d.marks)
		if err != nil {
			return err
		}
		catalog["Outlines"] = outline
	}
	root, err := d.add(catalog, nil)
	if err != nil {
		return err
	}
	return d.end(root)
}

// writeOutline writes an outline of one level (ISO 32000-1, 12.3.3).
func writeOutline(s sheaf, marks []bookmark) (pdf.Ref, error) {
	top, refs := s.reserve(), make([]pdf.Ref, len(marks))
	for i := range refs {
		refs[i] = s.reserve()
	}
	for i, m := range marks {
		e := pdf.Dict{
			"Title": pdf.TextString(m.title), "Parent": top,
			"Dest": pdf.Array{m.page, pdf.Name("XYZ"), nil, pdf.Integer(792), nil},
		}
		if i > 0 {
			e["Prev"] = refs[i-1]
		}
		if i+1 < len(refs) {
			e["Next"] = refs[i+1]
		}
		if err := s.value(refs[i], e); err != nil {
			return top, fmt.Errorf("bookmark %d: %w", i+1, err)
		}
	}
	return top, s.value(top, pdf.Dict{
		"Type": pdf.Name("Outlines"), "First": refs[0], "Last": refs[len(refs)-1], "Count": pdf.Integer(len(refs)),
	})
}
