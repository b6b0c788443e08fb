package fill

import "parolepack/internal/pdf"

// tree writes the pages and a flat page tree over them.
func (l *live) tree(pages []*pdf.Page) (pdf.Ref, error) {
	tree := l.out.Reserve()
	kids := make(pdf.Array, 0, len(pages))
	for _, p := range pages {
		ref, ok := l.new[p.Ref]
		if !ok { // a page that stands directly in its parent
			ref = l.out.Reserve()
		}
		if err := l.page(p, ref, tree); err != nil {
			return pdf.Ref{}, err
		}
		kids = append(kids, ref)
	}
	return tree, l.out.Write(tree, pdf.Dict{
		"Type": pdf.Name("Pages"), "Count": pdf.Integer(len(kids)), "Kids": kids,
	})
}

// page writes one page without its actions.
func (l *live) page(p *pdf.Page, to, tree pdf.Ref) error {
	d := p.Dict.Clone()
	delete(d, "Parent")
	delete(d, "AA")
	copied, err := l.from.Object(d)
	if err != nil {
		return err
	}
	out := copied.(pdf.Dict)
	out["Parent"] = tree
	return l.out.Write(to, out)
}

// form writes the interactive form: its fields and default resources, without XFA, signature flags and scripts
// (ISO 32000-1, 12.7.2). NeedAppearances stays out, since every value has its appearance.
func (l *live) form(root pdf.Dict) (pdf.Ref, error) {
	old, err := l.blank.doc.Dict(root["AcroForm"])
	if err != nil {
		return pdf.Ref{}, err
	}
	to := l.out.Reserve()
	return to, l.copy(to, keep(old, "Fields", "DR", "DA", "Q"))
}

// root writes the catalog with what a form without scripts needs of the blank's.
func (l *live) root(old pdf.Dict, tree, form pdf.Ref) (pdf.Ref, error) {
	d := keep(old, "Lang", "MarkInfo", "StructTreeRoot", "OCProperties", "PageLabels", "ViewerPreferences", "PageLayout", "Dests")
	names, err := l.blank.doc.Dict(old["Names"])
	if err != nil {
		return pdf.Ref{}, err
	}
	if dests, ok := names["Dests"]; ok {
		d["Names"] = pdf.Dict{"Dests": dests}
	}
	copied, err := l.from.Object(d)
	if err != nil {
		return pdf.Ref{}, err
	}
	out := copied.(pdf.Dict)
	out["Type"], out["Pages"], out["AcroForm"] = pdf.Name("Catalog"), tree, form
	return l.out.Add(out)
}

// keep gives the named entries of d.
func keep(d pdf.Dict, names ...pdf.Name) pdf.Dict {
	out := pdf.Dict{}
	for _, name := range names {
		if v, ok := d[name]; ok {
			out[name] = v
		}
	}
	return out
}

// disarm takes the additional actions off an annotation or field, and its action unless that only goes to a
// page or a web address (ISO 32000-1, 12.6).
func (l *live) disarm(d pdf.Dict) error {
	delete(d, "AA")
	delete(d, "PMD")
	action, err := l.blank.doc.Dict(d["A"])
	if err != nil {
		return err
	}
	kind, err := l.blank.doc.Name(action["S"])
	if err != nil {
		return err
	}
	if kind != "URI" && kind != "GoTo" {
		delete(d, "A")
		return nil
	}
	d["A"] = keep(action, "Type", "S", "URI", "D", "IsMap")
	return nil
}
