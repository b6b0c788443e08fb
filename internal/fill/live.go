package fill

import (
	"io"
	"strings"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// Over draws what stands over a page of a live copy besides its fields, as the word DRAFT. The page is the blank's; the
// canvas is in its coordinates and draws with fonts.
type Over func(page *pdf.Page, c *ink.Canvas, fonts *ink.Fonts) error

// WriteLive writes the form alone as a PDF whose fields stay live: values and appearances are set, every other
// field is as it was. XFA, usage rights, scripts, submit and launch actions and the encryption are gone, and each value shows
// without NeedAppearances. A field over all others bears the part's id, so that copies of one form can be joined and
// keep their values apart. What is drawn in over, which may be nil, lies under the fields. The bytes depend on the
// blank, the part and over alone.
func (f *Filled) WriteLive(w io.Writer, over Over) (pdf.Sum, error) {
	s, err := f.blank.stencil(f.fonts.Set())
	if err != nil {
		return pdf.Sum{}, err
	}
	l := &live{
		stencil: s, out: pdf.NewWriter(w, pdf.WriterOptions{Stock: s.stock}), own: ink.NewFonts(f.fonts.Set()),
		fonts: pdf.Dict{}, byField: map[pdf.Ref]*value{}, byWidget: map[pdf.Ref]shown{},
	}
	for _, latin := range s.latin {
		l.own.Stands(latin)
	}
	for i := range f.values {
		v := &f.values[i]
		l.byField[v.field.Ref] = v
		for k := range v.marks {
			l.byWidget[v.marks[k].widget.ref] = shown{&v.marks[k], v}
		}
	}
	if err := l.write(f.part.ID, over); err != nil {
		return pdf.Sum{}, err
	}
	return l.out.Close(s.catalog, pdf.Dict{"Title": pdf.TextString(f.part.Title), "Producer": pdf.TextString("parolepack")})
}

// live writes one live copy.
type live struct {
	*stencil
	out      *pdf.Writer
	own      *ink.Fonts // this file's fonts; the packet has its own
	fonts    pdf.Dict   // what the form's resources have beyond the blank's
	byField  map[pdf.Ref]*value
	byWidget map[pdf.Ref]shown
}

// shown is a mark and the value that it is of.
type shown struct {
	*mark
	of *value
}

// write writes everything but the end of the file.
func (l *live) write(id string, over Over) error {
	kids := make(pdf.Array, 0, len(l.pages))
	for i := range l.pages {
		if err := l.page(i, over); err != nil {
			return err
		}
		kids = append(kids, l.pages[i].ref)
	}
	for _, at := range l.slots {
		if err := l.field(at); err != nil {
			return err
		}
	}
	if err := l.end(id, kids); err != nil {
		return err
	}
	return l.own.Finish(l.out)
}

// end writes the page tree, the interactive form and the catalog.
func (l *live) end(id string, kids pdf.Array) error {
	err := l.out.Write(l.tree, pdf.Dict{"Type": pdf.Name("Pages"), "Count": pdf.Integer(len(kids)), "Kids": kids})
	if err != nil {
		return err
	}
	if err := l.out.Write(l.above, pdf.Dict{"T": pdf.TextString(rootName(id)), "Kids": l.roots}); err != nil {
		return err
	}
	form := l.fields.Clone()
	form["Fields"] = pdf.Array{l.above}
	if resources, ok := form["DR"].(pdf.Dict); ok && len(l.fonts) > 0 {
		fonts := resources["Font"].(pdf.Dict).Clone()
		for name, font := range l.fonts {
			fonts[name] = font
		}
		resources = resources.Clone()
		resources["Font"] = fonts
		form["DR"] = resources
	}
	if err := l.out.Write(l.form, form); err != nil {
		return err
	}
	root := l.root.Clone()
	root["Type"], root["Pages"], root["AcroForm"] = pdf.Name("Catalog"), l.tree, l.form
	return l.out.Write(l.catalog, root)
}

// rootName is a part's id as a partial field name, which holds no period (ISO 32000-1, 12.7.3.2).
func rootName(id string) string { return strings.ReplaceAll(id, ".", "-") }

// page writes one page, with what is drawn over it.
func (l *live) page(i int, over Over) error {
	p := &l.pages[i]
	if over == nil {
		return l.out.Write(p.ref, p.still)
	}
	c := ink.NewCanvas(l.own).Named(l.blank.prefixes[i])
	if err := over(p.page, c, l.own); err != nil {
		return err
	}
	if c.Empty() {
		return l.out.Write(p.ref, p.still)
	}
	extra, err := c.Resources(l.out, nil)
	if err != nil {
		return err
	}
	drawn, err := l.out.Add(pdf.FlateStream(pdf.Dict{}, c.Bytes()))
	if err != nil {
		return err
	}
	contents, err := l.contents(p.dict["Contents"])
	if err != nil {
		return err
	}
	d := p.dict.Clone()
	if d["Resources"], err = l.joined(p.page.Resources, extra); err != nil {
		return err
	}
	d["Contents"] = append(append(pdf.Array{l.save}, contents...), l.restore, drawn)
	return l.out.Write(p.ref, d)
}

// contents lists a page's content streams.
func (l *live) contents(o pdf.Object) (pdf.Array, error) {
	v, err := l.blank.doc.Resolve(o)
	if list, ok := v.(pdf.Array); ok || err != nil {
		return list, err
	}
	if v == nil {
		return nil, nil
	}
	return pdf.Array{o}, nil
}

// joined adds a canvas's resources to a page's, under names that the page does not have.
func (l *live) joined(page, extra pdf.Dict) (pdf.Dict, error) {
	out := page.Clone()
	for kind, names := range extra {
		have, err := l.blank.doc.Dict(out[kind])
		if err != nil {
			return nil, err
		}
		have = have.Clone()
		for name, v := range names.(pdf.Dict) {
			have[name] = v
		}
		out[kind] = have
	}
	return out, nil
}
