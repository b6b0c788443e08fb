package fill

import (
	"io"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// WriteLive writes the form alone as a PDF whose fields stay live: values and appearances are set, every other
// field is as it was. XFA, usage rights, scripts, submit and launch actions and the encryption are gone, and each value shows
// without NeedAppearances. The bytes depend on the blank and the part alone.
func (f *Filled) WriteLive(w io.Writer) (pdf.Sum, error) {
	l := &live{Filled: f, out: pdf.NewWriter(w, pdf.WriterOptions{}), own: ink.NewFonts(f.fonts.Set())}
	l.from = l.out.Importer(f.blank.doc)
	l.new = map[pdf.Ref]pdf.Ref{}
	l.byField, l.byWidget = map[pdf.Ref]*value{}, map[pdf.Ref]shown{}
	for i := range f.values {
		v := &f.values[i]
		l.byField[v.field.Ref] = v
		for k := range v.marks {
			l.byWidget[v.marks[k].widget.ref] = shown{&v.marks[k], v.plan}
		}
	}
	root, err := l.write()
	if err != nil {
		return pdf.Sum{}, err
	}
	return l.out.Close(root, pdf.Dict{"Title": pdf.TextString(f.title)})
}

// live writes one live form.
type live struct {
	*Filled
	out  *pdf.Writer
	from *pdf.Importer
	own  *ink.Fonts // this file's fonts; the packet has its own
	// new tells where the pages, fields and annotations of the blank stand in the file; order keeps the order they
	// were met in.
	new      map[pdf.Ref]pdf.Ref
	order    []pdf.Ref
	byField  map[pdf.Ref]*value
	byWidget map[pdf.Ref]shown
}

// shown is a mark and the plan's field that it is of.
type shown struct {
	*mark
	plan *plan.Field
}

// write writes everything but the end of the file and gives the catalog.
func (l *live) write() (pdf.Ref, error) {
	old, err := l.blank.doc.Root()
	if err != nil {
		return pdf.Ref{}, err
	}
	pages, err := l.gather(old)
	if err != nil {
		return pdf.Ref{}, err
	}
	tree, err := l.tree(pages)
	if err != nil {
		return pdf.Ref{}, err
	}
	for _, ref := range l.order {
		if err := l.object(ref); err != nil {
			return pdf.Ref{}, err
		}
	}
	form, err := l.form(old)
	if err != nil {
		return pdf.Ref{}, err
	}
	if err := l.own.Finish(l.out); err != nil {
		return pdf.Ref{}, err
	}
	return l.root(old, tree, form)
}

// gather reserves a place for every page, annotation and field of the blank before anything is copied, so that
// whatever refers to one finds the new one.
func (l *live) gather(root pdf.Dict) ([]*pdf.Page, error) {
	var pages []*pdf.Page
	for n := 1; n <= l.blank.pages; n++ {
		page, err := l.blank.doc.Page(n)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
		l.reserve(page.Ref)
		list, err := l.blank.doc.Array(page.Dict["Annots"])
		if err != nil {
			return nil, err
		}
		for _, o := range list {
			if ref, ok := o.(pdf.Ref); ok && l.reserve(ref) {
				l.order = append(l.order, ref)
			}
		}
	}
	form, err := l.blank.doc.Dict(root["AcroForm"])
	if err != nil {
		return nil, err
	}
	return pages, l.fields(form["Fields"])
}

// fields reserves the field hierarchy below a list of fields.
func (l *live) fields(o pdf.Object) error {
	list, err := l.blank.doc.Array(o)
	if err != nil {
		return err
	}
	for _, o := range list {
		ref, ok := o.(pdf.Ref)
		if !ok || !l.reserve(ref) {
			continue
		}
		l.order = append(l.order, ref)
		d, err := l.blank.doc.Dict(ref)
		if err != nil {
			return err
		}
		if err := l.fields(d["Kids"]); err != nil {
			return err
		}
	}
	return nil
}

// reserve gives an object of the blank its place in the file; it is false where it has one or is none.
func (l *live) reserve(ref pdf.Ref) bool {
	if _, ok := l.new[ref]; ok || ref == (pdf.Ref{}) {
		return false
	}
	l.new[ref] = l.out.Reserve()
	l.from.Substitute(ref, l.new[ref])
	return true
}

// copy writes a changed object of the blank to its reserved place.
func (l *live) copy(to pdf.Ref, d pdf.Dict) error {
	copied, err := l.from.Object(d)
	if err != nil {
		return err
	}
	return l.out.Write(to, copied)
}
