package fill

import (
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// field writes one annotation or field: as it is in all copies, or with its value.
func (l *live) field(at *slot) error {
	v := l.byField[at.ref]
	m, marked := l.byWidget[at.ref]
	if v == nil && !marked {
		return l.out.Write(at.ref, at.still)
	}
	d := at.dict.Clone()
	if v != nil {
		set(d, v)
	}
	if marked {
		d["F"] = pdf.Integer(seen(l.blank.doc, at.dict))
		if err := l.mark(d, m); err != nil {
			return err
		}
	}
	return l.out.Write(at.ref, d)
}

// set puts the field's value into its dictionary (ISO 32000-1, 12.7.4). A choice says its option's place
// too, which readers trust over the value.
func set(d pdf.Dict, v *value) {
	switch v.plan.Kind {
	case plan.CheckField:
		d["V"] = pdf.Name(v.plan.Value)
	case plan.ChoiceField:
		d["V"], d["I"] = pdf.TextString(v.plan.Value), pdf.Array{pdf.Integer(v.plan.Index)}
	default:
		d["V"] = pdf.TextString(v.plan.Value)
	}
	delete(d, "RV")
}

// mark gives a widget the appearance that shows the value: the same ink as Flatten draws. A check box
// keeps the blank's own appearances; where there are none it gets ours.
func (l *live) mark(d pdf.Dict, m shown) error {
	check := m.of.plan.Kind == plan.CheckField
	if check {
		d["AS"] = pdf.Name("Off")
		if m.on {
			d["AS"] = pdf.Name(m.of.plan.Value)
		}
		if !m.on || m.stamp != nil {
			return nil
		}
	}
	c := ink.NewCanvas(l.own)
	c.Gray(0)
	m.draw(c, m.of.plan, 0, 0)
	stream, err := l.appearance(c, m.widget)
	if err != nil {
		return err
	}
	d["AP"] = pdf.Dict{"N": stream}
	if check {
		d["AP"] = pdf.Dict{"N": pdf.Dict{pdf.Name(m.of.plan.Value): stream}}
		return nil
	}
	name, err := l.typing(m.of.plan, m.of.field.DA, c)
	if err != nil || name == "" {
		return err
	}
	d["DA"], err = appearing(m.of.field.DA, name, m.of.plan.Size)
	return err
}

// appearance writes what is drawn as an appearance stream of the widget's size (ISO 32000-1, 12.7.3.3).
func (l *live) appearance(c *ink.Canvas, w *widget) (pdf.Ref, error) {
	resources, err := c.Resources(l.out, nil)
	if err != nil {
		return pdf.Ref{}, err
	}
	body := append([]byte("/Tx BMC\nq\n"), c.Bytes()...)
	body = append(body, "Q\nEMC\n"...)
	return l.out.Add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "Resources": resources,
		"BBox": pdf.Rect{URX: w.rect.Width(), URY: w.rect.Height()}.Array(),
	}, body))
}

// The annotation flags that keep a widget from the screen (ISO 32000-1, table 165).
const flagNoView = 1 << 5

// seen are the flags of a widget that has a value: it shows on screen and paper whatever the blank's script would
// have done first.
func seen(doc *pdf.Document, widget pdf.Dict) int {
	flags, err := doc.Int(widget["F"])
	if err != nil {
		flags = 0
	}
	return flags&^(flagHidden|flagNoView) | flagPrint
}
