package fill

import (
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// object writes one annotation or field, without actions that do something and with its value where it has one.
func (l *live) object(ref pdf.Ref) error {
	old, err := l.blank.doc.Dict(ref)
	if err != nil {
		return err
	}
	d := old.Clone()
	if err := l.disarm(d); err != nil {
		return err
	}
	if v := l.byField[ref]; v != nil {
		set(d, v)
	}
	m, ok := l.byWidget[ref]
	if !ok {
		return l.copy(l.new[ref], d)
	}
	d["F"] = pdf.Integer(seen(l.blank.doc, old))
	return l.mark(l.new[ref], d, m)
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

// mark writes a widget with the appearance that shows the value: the same ink as Flatten draws. A check box
// keeps the blank's own appearances; where there are none it gets ours.
func (l *live) mark(to pdf.Ref, d pdf.Dict, m shown) error {
	if m.plan.Kind == plan.CheckField {
		d["AS"] = pdf.Name("Off")
		if m.on {
			d["AS"] = pdf.Name(m.plan.Value)
		}
		if !m.on || m.stamp != nil {
			return l.copy(to, d)
		}
	}
	delete(d, "AP")
	copied, err := l.from.Object(d)
	if err != nil {
		return err
	}
	stream, err := l.draw(m)
	if err != nil {
		return err
	}
	out := copied.(pdf.Dict)
	out["AP"] = pdf.Dict{"N": stream}
	if m.plan.Kind == plan.CheckField {
		out["AP"] = pdf.Dict{"N": pdf.Dict{pdf.Name(m.plan.Value): stream}}
	}
	return l.out.Write(to, out)
}

// draw writes a mark as an appearance stream of the widget's size (ISO 32000-1, 12.7.3.3).
func (l *live) draw(m shown) (pdf.Ref, error) {
	c := ink.NewCanvas(l.own)
	c.Gray(0)
	m.draw(c, m.plan, 0, 0)
	resources, err := c.Resources(l.out, l.from)
	if err != nil {
		return pdf.Ref{}, err
	}
	body := append([]byte("/Tx BMC\nq\n"), c.Bytes()...)
	body = append(body, "Q\nEMC\n"...)
	return l.out.Add(pdf.NewStream(pdf.Dict{
		"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "Resources": resources,
		"BBox": pdf.Rect{URX: m.widget.rect.Width(), URY: m.widget.rect.Height()}.Array(),
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
