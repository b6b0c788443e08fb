package practice

import (
	"fmt"

	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// Field flags (ISO 32000-1, tables 221, 228 and 230).
const (
	flagReadOnly  = 1 << 0
	flagMultiline = 1 << 12
	flagButton    = 1 << 16
	flagCombo     = 1 << 17
	flagComb      = 1 << 24
)

// annotation flag that makes a widget print (ISO 32000-1, table 165).
const flagPrint = 1 << 2

// field writes field i, a field and its only widget in one dictionary.
func (m *maker) field(i int) error {
	f, place := &m.ed.Fields[i], m.places[i]
	if place.Page < 1 || place.Page > m.ed.Pages {
		return fmt.Errorf("page %d of %d", place.Page, m.ed.Pages)
	}
	parent, name := m.parent(f.Name)
	ref := m.out.Reserve()
	parent.kids = append(parent.kids, &node{ref: ref})
	d := pdf.Dict{
		"Type": pdf.Name("Annot"), "Subtype": pdf.Name("Widget"), "F": pdf.Integer(flagPrint),
		"P": m.pages[place.Page-1], "T": pdf.TextString(name), "TU": pdf.TextString(caption(f)),
		"Rect": pdf.Array{pdf.Real(place.Rect[0]), pdf.Real(place.Rect[1]), pdf.Real(place.Rect[2]), pdf.Real(place.Rect[3])},
		"DA":   pdf.String("/CoBo 10 Tf 0 g"),
	}
	if parent != m.tree {
		d["Parent"] = parent.ref
	}
	if err := m.kind(d, f, place); err != nil {
		return err
	}
	m.annots[place.Page-1] = append(m.annots[place.Page-1], ref)
	return m.out.Write(ref, d)
}

// kind adds what the field's kind asks for.
func (m *maker) kind(d pdf.Dict, f *catalog.Field, place boxes.Box) error {
	switch f.Kind {
	case catalog.KindCheckbox:
		return m.check(d, f, place)
	case catalog.KindBarcode:
		return m.barcode(d, place)
	case catalog.KindButton:
		d["FT"], d["Ff"] = pdf.Name("Btn"), pdf.Integer(flagButton)
		return nil
	case catalog.KindChoice:
		options := pdf.Array{}
		for _, o := range f.Options {
			options = append(options, pdf.Array{pdf.TextString(o[0]), pdf.TextString(o[1])})
		}
		d["FT"], d["Ff"], d["Opt"] = pdf.Name("Ch"), pdf.Integer(flagCombo), options
	default:
		flags := 0
		if place.Multiline {
			flags |= flagMultiline
		}
		if f.Comb && f.MaxLen > 0 {
			flags |= flagComb
		}
		d["FT"], d["Ff"] = pdf.Name("Tx"), pdf.Integer(flags)
		if f.MaxLen > 0 {
			d["MaxLen"] = pdf.Integer(f.MaxLen)
		}
	}
	if f.Align != 0 {
		d["Q"] = pdf.Integer(f.Align)
	}
	return nil
}

// check adds a check box's only state: a cross in the box.
func (m *maker) check(d pdf.Dict, f *catalog.Field, place boxes.Box) error {
	w, h := place.Rect[2]-place.Rect[0], place.Rect[3]-place.Rect[1]
	c := m.canvas()
	c.Line(0.2*w, 0.2*h, 0.8*w, 0.8*h, 0.75)
	c.Line(0.2*w, 0.8*h, 0.8*w, 0.2*h, 0.75)
	on, err := m.appearance(c, w, h)
	if err != nil {
		return err
	}
	states := pdf.Dict{}
	for _, s := range append([]string{boxes.State(f)}, f.On...) {
		states[pdf.Name(s)] = on
	}
	d["FT"], d["AS"], d["AP"] = pdf.Name("Btn"), pdf.Name("Off"), pdf.Dict{"N": states}
	d["DA"], d["MK"] = pdf.String("/ZaDb 8 Tf 0 g"), pdf.Dict{"CA": pdf.String("8")}
	return nil
}

// barcode adds the text that the agency's barcode would hold: form, edition and page.
func (m *maker) barcode(d pdf.Dict, place boxes.Box) error {
	w, h := place.Rect[2]-place.Rect[0], place.Rect[3]-place.Rect[1]
	text := fmt.Sprintf("%s|%s|%d", m.ed.Form, m.ed.Printed, place.Page)
	c := m.canvas()
	c.Frame(pdf.Rect{LLX: 0.5, LLY: 0.5, URX: w - 0.5, URY: h - 0.5}, 0.5)
	c.Text(4, h/2-2.5, "mono", 7, text)
	ref, err := m.appearance(c, w, h)
	d["FT"], d["Ff"], d["V"], d["AP"] = pdf.Name("Tx"), pdf.Integer(flagReadOnly), pdf.TextString(text), pdf.Dict{"N": ref}
	return err
}

// appearance writes an appearance stream of w by h points (ISO 32000-1, 12.5.5).
func (m *maker) appearance(c *ink.Canvas, w, h float64) (pdf.Ref, error) {
	resources, err := c.Resources(m.out, nil)
	if err != nil {
		return pdf.Ref{}, err
	}
	return m.out.Add(pdf.FlateStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "Resources": resources,
		"BBox": pdf.Rect{URX: w, URY: h}.Array(),
	}, c.Bytes()))
}
