package fill

import (
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// page writes one page of the form, with what is drawn over it.
func (l *live) page(i int) error {
	p := &l.pages[i]
	if l.beside.Over == nil {
		return l.out.Write(p.ref, p.still)
	}
	c := ink.NewCanvas(l.beside.Fonts).Named(l.blank.prefixes[i])
	if err := l.beside.Over(p.page, c); err != nil {
		return err
	}
	if c.FirstFont() == "" { // no word was drawn
		return l.out.Write(p.ref, p.still)
	}
	contents, err := list(l.blank.doc, p.dict["Contents"])
	if err != nil {
		return err
	}
	d := p.dict.Clone()
	if d["Resources"], err = direct(l.blank.doc, p.page.Resources); err != nil {
		return err
	}
	if err := l.drawn(d, contents, c); err != nil {
		return err
	}
	return l.out.Write(p.ref, d)
}

// after writes a page behind the form. Its annotations stay behind.
func (l *live) after(p ink.Page) (pdf.Ref, error) {
	page, err := p.Doc.Page(p.Number)
	if err != nil {
		return pdf.Ref{}, err
	}
	old := page.Dict.Clone()
	for _, key := range []pdf.Name{"Parent", "Annots", "AA", "StructParents"} {
		delete(old, key)
	}
	if old["Resources"], err = direct(p.Doc, page.Resources); err != nil {
		return pdf.Ref{}, err
	}
	contents, err := list(p.Doc, old["Contents"])
	if err != nil {
		return pdf.Ref{}, err
	}
	old["Contents"] = contents
	copied, err := l.out.Importer(p.Doc).Object(old)
	if err != nil {
		return pdf.Ref{}, err
	}
	d := copied.(pdf.Dict)
	d["Parent"] = l.tree
	if p.Over != nil && !p.Over.Empty() {
		streams, _ := d["Contents"].(pdf.Array)
		if err := l.drawn(d, streams, p.Over); err != nil {
			return pdf.Ref{}, err
		}
	}
	return l.out.Add(d)
}

// drawn adds what a canvas draws over a page: its content behind the page's own, its resources to the page's, which
// have no such names.
func (l *live) drawn(d pdf.Dict, contents pdf.Array, c *ink.Canvas) error {
	extra, err := c.Resources(l.out, nil)
	if err != nil {
		return err
	}
	over, err := l.out.Add(pdf.FlateStream(pdf.Dict{}, c.Bytes()))
	if err != nil {
		return err
	}
	d["Contents"] = append(append(pdf.Array{l.save}, contents...), l.restore, over)
	resources, _ := d["Resources"].(pdf.Dict)
	d["Resources"] = joined(resources, extra)
	return nil
}

// direct is a page's resources with the categories that a canvas adds to in the dictionary itself.
func direct(doc *pdf.Document, resources pdf.Dict) (pdf.Dict, error) {
	out := resources.Clone()
	for _, kind := range []pdf.Name{"Font", "XObject", "ExtGState"} {
		names, err := doc.Dict(out[kind])
		if err != nil {
			return nil, err
		}
		if names != nil {
			out[kind] = names
		}
	}
	return out, nil
}

// list gives a page's content streams.
func list(doc *pdf.Document, o pdf.Object) (pdf.Array, error) {
	v, err := doc.Resolve(o)
	if streams, ok := v.(pdf.Array); ok || err != nil {
		return streams, err
	}
	if v == nil {
		return nil, nil
	}
	return pdf.Array{o}, nil
}

// joined adds resources to a page's own.
func joined(page, extra pdf.Dict) pdf.Dict {
	out := page.Clone()
	for kind, names := range extra {
		have, _ := out[kind].(pdf.Dict)
		have = have.Clone()
		for name, v := range names.(pdf.Dict) {
			have[name] = v
		}
		out[kind] = have
	}
	return out
}
