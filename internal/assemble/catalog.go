package assemble

import "parolepack/internal/pdf"

// producer names the program in the document information.
const producer = "parolepack"

// catalog writes the page tree, the outline, the page labels and the document catalog (ISO 32000-1, 7.7.2).
func (a *assembly) catalog() (pdf.Ref, error) {
	if err := a.tree.write(a.w, a.pages); err != nil {
		return pdf.Ref{}, err
	}
	outline, err := a.outline()
	if err != nil {
		return pdf.Ref{}, err
	}
	labels, err := a.w.Add(pdf.Dict{"Nums": a.labels()})
	if err != nil {
		return pdf.Ref{}, err
	}
	d := pdf.Dict{
		"Type": pdf.Name("Catalog"), "Pages": a.tree.root(), "Outlines": outline, "PageLabels": labels,
		"PageMode":          pdf.Name("UseOutlines"),
		"ViewerPreferences": pdf.Dict{"DisplayDocTitle": true},
	}
	if a.plan.Language != "" {
		d["Lang"] = pdf.TextString(a.plan.Language)
	}
	if properties := a.layers.dict(); properties != nil {
		d["OCProperties"] = properties
	}
	return a.w.Add(d)
}

// labels is the number tree of the page labels (ISO 32000-1, 12.4.2): each part counts its own pages behind its prefix. A part
// without one goes by the packet's numbers.
func (a *assembly) labels() pdf.Array {
	var nums pdf.Array
	for i := range a.plan.Parts {
		p := &a.plan.Parts[i]
		if p.Pages == 0 {
			continue
		}
		d := pdf.Dict{"S": pdf.Name("D")}
		if p.Label != "" {
			d["P"] = pdf.TextString(p.Label)
		} else if n := p.OnFile(0); n > 1 {
			d["St"] = pdf.Integer(n)
		}
		nums = append(nums, pdf.Integer(p.First-1), d)
	}
	return nums
}

// info is the document information dictionary. It holds no date: the same case gives the same bytes.
func (a *assembly) info() pdf.Dict {
	return pdf.Dict{"Title": pdf.TextString(a.plan.Title), "Producer": pdf.TextString(producer)}
}
