package fill

import (
	"io"
	"strings"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// Beside is what a live copy has beside its fields.
type Beside struct {
	// Fonts draw it; nil where nothing is drawn.
	Fonts *ink.Fonts
	// Over draws what stands over a page of the blank, below its fields, as the word DRAFT. The canvas is in the page's
	// coordinates. It may be nil.
	Over func(page *pdf.Page, c *ink.Canvas) error
	// After are pages that follow the form, as its continuation sheets. Their documents stay open meanwhile.
	After []ink.Page
}

// WriteLive writes the form alone as a PDF whose fields stay live: values and appearances are set, every other
// field is as it was. XFA, usage rights, scripts, submit and launch actions and the encryption are gone, and each value shows
// without NeedAppearances. A field over all others bears the part's id, so that copies of one form can be joined and
// keep their values apart. The bytes depend on the blank, the part and what is beside it alone.
func (f *Filled) WriteLive(w io.Writer, beside Beside) (pdf.Sum, error) {
	s, err := f.blank.stencil(f.fonts.Set())
	if err != nil {
		return pdf.Sum{}, err
	}
	l := &live{
		stencil: s, out: pdf.NewWriter(w, pdf.WriterOptions{Stock: s.stock}), own: ink.NewFonts(f.fonts.Set()), beside: beside,
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
	if err := l.write(f.part.ID); err != nil {
		return pdf.Sum{}, err
	}
	return l.out.Close(s.catalog, pdf.Dict{"Title": pdf.TextString(f.part.Title), "Producer": pdf.TextString("parolepack")})
}

// live writes one live copy.
type live struct {
	*stencil
	out      *pdf.Writer
	beside   Beside
	own      *ink.Fonts // of the values in this file; the packet has its own
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
func (l *live) write(id string) error {
	kids := make(pdf.Array, 0, len(l.pages))
	for i := range l.pages {
		if err := l.page(i); err != nil {
			return err
		}
		kids = append(kids, l.pages[i].ref)
	}
	for _, p := range l.beside.After {
		ref, err := l.after(p)
		if err != nil {
			return err
		}
		kids = append(kids, ref)
	}
	for _, at := range l.slots {
		if err := l.field(at); err != nil {
			return err
		}
	}
	if err := l.end(id, kids); err != nil {
		return err
	}
	if l.beside.Fonts != nil {
		if err := l.beside.Fonts.Finish(l.out); err != nil {
			return err
		}
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
