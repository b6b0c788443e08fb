package practice

import (
	"strings"

	"parolepack/internal/pdf"
)

// node is one step of the field hierarchy (ISO 32000-1, 12.7.3.1).
type node struct {
	name string
	ref  pdf.Ref
	kids []*node
}

// parent gives the node that the field's name hangs from, made as needed, and the field's own partial name.
func (m *maker) parent(full string) (*node, string) {
	at, path := m.tree, ""
	parts := strings.Split(full, ".")
	for _, part := range parts[:len(parts)-1] {
		path += "." + part
		next := m.names[path]
		if next == nil {
			next = &node{name: part, ref: m.out.Reserve()}
			m.names[path] = next
			at.kids = append(at.kids, next)
		}
		at = next
	}
	return at, parts[len(parts)-1]
}

// form writes the field hierarchy and gives the AcroForm dictionary (ISO 32000-1, 12.7.2).
func (m *maker) form() (pdf.Ref, error) {
	kids, err := m.kids(m.tree)
	if err != nil {
		return pdf.Ref{}, err
	}
	return m.out.Add(pdf.Dict{
		"Fields": kids, "DA": pdf.String("/CoBo 10 Tf 0 g"),
		"DR": pdf.Dict{"Font": pdf.Dict{
			"CoBo": pdf.Dict{
				"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("Courier-Bold"),
				"Encoding": pdf.Name("WinAnsiEncoding"),
			},
			"ZaDb": pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("ZapfDingbats")},
		}},
	})
}

// kids writes the inner nodes below n and gives references to all of them.
func (m *maker) kids(n *node) (pdf.Array, error) {
	var out pdf.Array
	for _, kid := range n.kids {
		out = append(out, kid.ref)
		if kid.name == "" {
			continue
		}
		below, err := m.kids(kid)
		if err != nil {
			return nil, err
		}
		d := pdf.Dict{"T": pdf.TextString(kid.name), "Kids": below}
		if n != m.tree {
			d["Parent"] = n.ref
		}
		if err := m.out.Write(kid.ref, d); err != nil {
			return nil, err
		}
	}
	return out, nil
}
