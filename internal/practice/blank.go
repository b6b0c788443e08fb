package practice

import (
	"bytes"
	"fmt"

	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// letter is the page of every practice form, 8.5 by 11 inches.
var letter = pdf.Array{pdf.Integer(0), pdf.Integer(0), pdf.Integer(612), pdf.Integer(792)}

// Blank makes the practice form of an edition: as many Letter pages as the edition has, with real AcroForm fields
// (ISO 32000-1, 12.7). The same edition gives the same bytes.
func Blank(ed *catalog.Edition, set *font.Set) ([]byte, error) {
	places, err := boxes.Of(ed)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	m := newMaker(ed, places, set, &out)
	if err := m.make(); err != nil {
		return nil, fmt.Errorf("practice form %s edition %s: %w", ed.Form, ed.Edition, err)
	}
	return out.Bytes(), nil
}

// maker writes one practice form.
type maker struct {
	ed     *catalog.Edition
	places []boxes.Box
	fonts  *ink.Fonts
	out    *pdf.Writer
	pages  []pdf.Ref // by page, from 0
	annots []pdf.Array
	tree   *node // the field hierarchy
	names  map[string]*node
}

func newMaker(ed *catalog.Edition, places []boxes.Box, set *font.Set, to *bytes.Buffer) *maker {
	return &maker{
		ed: ed, places: places, fonts: ink.NewFonts(set), out: pdf.NewWriter(to, pdf.WriterOptions{}),
		annots: make([]pdf.Array, ed.Pages), tree: new(node), names: map[string]*node{},
	}
}

// canvas makes a canvas whose resource names are not those of what a packet draws over the practice form.
func (m *maker) canvas() *ink.Canvas { return ink.NewCanvas(m.fonts).Named("PPractice") }

// make writes all of the file.
func (m *maker) make() error {
	for range m.ed.Pages {
		m.pages = append(m.pages, m.out.Reserve())
	}
	for i := range m.ed.Fields {
		if err := m.field(i); err != nil {
			return fmt.Errorf("field %q: %w", m.ed.Fields[i].Name, err)
		}
	}
	tree := m.out.Reserve()
	for n := 1; n <= m.ed.Pages; n++ {
		if err := m.page(n, tree); err != nil {
			return fmt.Errorf("page %d: %w", n, err)
		}
	}
	form, err := m.form()
	if err != nil {
		return err
	}
	if err := m.fonts.Finish(m.out); err != nil {
		return err
	}
	return m.close(tree, form)
}

// close writes the page tree and the catalog.
func (m *maker) close(tree, form pdf.Ref) error {
	kids := make(pdf.Array, len(m.pages))
	for i, ref := range m.pages {
		kids[i] = ref
	}
	err := m.out.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Count": pdf.Integer(len(kids)), "Kids": kids})
	if err != nil {
		return err
	}
	root, err := m.out.Add(pdf.Dict{
		"Type": pdf.Name("Catalog"), "Pages": tree, "AcroForm": form, "Lang": pdf.TextString("en-US"),
	})
	if err != nil {
		return err
	}
	_, err = m.out.Close(root, pdf.Dict{"Title": pdf.TextString("Practice form " + m.ed.Form + ", edition " + m.ed.Printed)})
	return err
}

// page draws page n and writes it.
func (m *maker) page(n int, tree pdf.Ref) error {
	c := m.canvas()
	page := &sheet{ed: m.ed, number: n, canvas: c, fonts: m.fonts, boxes: m.on(n)}
	page.draw()
	resources, err := c.Resources(m.out, nil)
	if err != nil {
		return err
	}
	content, err := m.out.Add(pdf.FlateStream(pdf.Dict{}, c.Bytes()))
	if err != nil {
		return err
	}
	return m.out.Write(m.pages[n-1], pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": letter, "Resources": resources,
		"Contents": content, "Annots": m.annots[n-1],
	})
}

// on gives the fields of page n, in the map's order.
func (m *maker) on(n int) []box {
	var out []box
	for i, p := range m.places {
		if p.Page == n {
			out = append(out, box{Box: p, field: &m.ed.Fields[i], rect: pdf.Rect{LLX: p.Rect[0], LLY: p.Rect[1], URX: p.Rect[2], URY: p.Rect[3]}})
		}
	}
	return out
}
