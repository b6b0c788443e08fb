package fill

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// A Blank is an opened form with its fields indexed. It is made once and read by any number of copies, also concurrent
// ones; the document stays the caller's to close.
type Blank struct {
	doc    *pdf.Document
	pages  int
	fields map[string]*field
	// prefixes begin the resource names of what is drawn over each page, from 0.
	prefixes []string
	// shown are the widgets that print something in the blank, in page and annotation order.
	shown []*widget
	// unlocked tells of fields that live copies let be typed in whatever the blank's own flag says; nil for none.
	unlocked func(name string) bool

	once   sync.Once // guards what follows
	cut    *stencil
	cutErr error
}

// Unlock says which read-only fields live copies let be typed in: those that the agency's script, which they do not have,
// would have unlocked. It comes before the first copy.
func (b *Blank) Unlock(fields func(name string) bool) { b.unlocked = fields }

// field is one terminal field of the blank (ISO 32000-1, 12.7.3).
type field struct {
	pdf.Field
	widgets []*widget
}

// widget is one place of a field on a page.
type widget struct {
	ref  pdf.Ref
	page int // 1-based
	rect pdf.Rect
	dict pdf.Dict
	on   []string // the states of a check box but Off
	// now is what the blank itself prints there; nil for nothing.
	now *appearance

	mu     sync.Mutex // guards stamps
	stamps map[string]*appearance
}

// has tells whether the widget has a state; one without any has all.
func (w *widget) has(state string) bool { return len(w.on) == 0 || slices.Contains(w.on, state) }

// stamp is what the blank draws for a state; nil for nothing. It is read when it is first asked for, since a form uses few of
// its boxes.
func (w *widget) stamp(doc *pdf.Document, state string) (*appearance, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if a, ok := w.stamps[state]; ok {
		return a, nil
	}
	a, err := readState(doc, w.dict, pdf.Name(state))
	if err != nil {
		return nil, fmt.Errorf("state %q: %w", state, err)
	}
	if w.stamps == nil {
		w.stamps = map[string]*appearance{}
	}
	w.stamps[state] = a
	return a, nil
}

// Open indexes the fields and widgets of a blank form. It fails on a file without fields, and as the pdf package
// does on a damaged one.
func Open(doc *pdf.Document) (*Blank, error) {
	pages, err := doc.PageCount()
	if err != nil {
		return nil, err
	}
	fields, err := doc.Fields()
	if err != nil {
		return nil, err
	}
	if len(fields) == 0 {
		return nil, fmt.Errorf("blank form: no fillable fields")
	}
	b := &Blank{doc: doc, pages: pages, fields: make(map[string]*field, len(fields))}
	byRef := map[pdf.Ref]*widget{}
	for _, f := range fields {
		entry, err := b.index(f, byRef)
		if err != nil {
			return nil, fmt.Errorf("field %q: %w", f.Name, err)
		}
		b.fields[f.Name] = entry
	}
	for n := 1; n <= pages; n++ {
		if err := b.look(n, byRef); err != nil {
			return nil, fmt.Errorf("page %d: %w", n, err)
		}
	}
	return b, nil
}

// maxInMemory is the longest blank that is read into memory; the agency's have half a megabyte.
const maxInMemory = 8 << 20

// OpenFile opens the blank at path. It is read through and through, so it is read at once. The document is the
// caller's to close.
func OpenFile(path string) (*Blank, error) {
	doc, err := openDocument(path)
	if err != nil {
		return nil, err
	}
	b, err := Open(doc)
	if err != nil {
		return nil, errors.Join(err, doc.Close())
	}
	return b, nil
}

// openDocument opens a file in memory, or where it is if it is long.
func openDocument(path string) (*pdf.Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxInMemory {
		return pdf.OpenFile(path, pdf.Options{})
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
}

// Document is the open document behind b.
func (b *Blank) Document() *pdf.Document { return b.doc }

// Pages counts the form's pages.
func (b *Blank) Pages() int { return b.pages }

// index reads a field's widgets and their appearances.
func (b *Blank) index(f pdf.Field, byRef map[pdf.Ref]*widget) (*field, error) {
	out := &field{Field: f}
	for _, w := range f.Widgets {
		entry := &widget{ref: w.Ref, page: w.Page, rect: w.Rect, dict: w.Dict, on: w.On}
		out.widgets = append(out.widgets, entry)
		byRef[w.Ref] = entry
	}
	return out, nil
}

// look finds what the widgets of page n print in the blank: barcodes, buttons, preset values. It goes by the page's annotations
// and not by the fields, so a widget that belongs to no field is not lost.
func (b *Blank) look(n int, byRef map[pdf.Ref]*widget) error {
	page, err := b.doc.Page(n)
	if err != nil {
		return err
	}
	b.prefixes = append(b.prefixes, ink.FreePrefix(b.doc, page.Resources))
	list, err := b.doc.Array(page.Dict["Annots"])
	if err != nil {
		return err
	}
	for _, o := range list {
		annotation, err := b.doc.Dict(o)
		if err != nil {
			return err
		}
		if annotation["Subtype"] != pdf.Name("Widget") || !printed(b.doc, annotation) {
			continue
		}
		ref, _ := o.(pdf.Ref)
		if err := b.show(n, annotation, byRef[ref]); err != nil {
			return err
		}
	}
	return nil
}

// show notes the appearance that a widget of page n has in the blank. known is nil for a widget of no field.
func (b *Blank) show(n int, annotation pdf.Dict, known *widget) error {
	a, err := readNow(b.doc, annotation)
	if err != nil || a == nil {
		return err
	}
	if known == nil {
		rect, ok, err := b.doc.Rect(annotation["Rect"])
		if err != nil || !ok {
			return err
		}
		known = &widget{rect: rect}
	}
	known.page, known.now = n, a
	b.shown = append(b.shown, known)
	return nil
}
