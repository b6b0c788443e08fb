package blank

import (
	"fmt"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// Prove is Identify for a file that is to be stored: it also wants every page there, whole, of that edition and not
// written on.
func Prove(doc *pdf.Document, c *catalog.Catalog) (*catalog.Inventory, error) {
	inv, err := Identify(doc, c)
	if err != nil {
		return nil, err
	}
	count, err := doc.PageCount()
	if err != nil {
		return nil, damage(err)
	}
	if count != inv.Pages {
		return nil, &RefusedError{Why: fmt.Sprintf("%s has %d pages, and this file %d", inv.Name(), inv.Pages, count)}
	}
	for n := 1; n <= count; n++ {
		if err := provePage(doc, n, inv); err != nil {
			return nil, err
		}
	}
	if err := undamaged(doc); err != nil {
		return nil, err
	}
	return inv, nil
}

// provePage wants one page whole, of the edition (docs/facts.md 2.16: all pages of one edition) and not written on.
func provePage(doc *pdf.Document, n int, inv *catalog.Inventory) error {
	page, err := doc.Page(n)
	if err == nil {
		err = doc.Inspect(page)
	}
	if err != nil {
		return damage(err)
	}
	if foot, ok := footOf(doc, n); ok && (foot.Form != inv.Form || foot.Printed != inv.Printed) {
		return &RefusedError{
			Why: fmt.Sprintf("its page %d is of Form %s, edition %s, the rest of edition %s", n, foot.Form, foot.Printed, inv.Printed),
			Do:  "give all pages of one edition: the agency may reject mixed ones",
		}
	}
	return unmarked(doc, page)
}

// unmarked refuses a page that somebody wrote on beside its fields.
func unmarked(doc *pdf.Document, page *pdf.Page) error {
	annots, err := doc.Array(page.Dict["Annots"])
	if err != nil {
		return damage(err)
	}
	for _, o := range annots {
		dict, err := doc.Dict(o)
		if err != nil {
			return damage(err)
		}
		kind, _ := doc.Name(dict["Subtype"])
		if kind != "" && kind != "Widget" && kind != "Link" && kind != "Popup" {
			return &RefusedError{Why: fmt.Sprintf("its page %d was written on (%s)", page.Number, kind), Do: "download the blank again and leave it as it is"}
		}
	}
	return nil
}

// undamaged refuses a file that could be read only by mending it.
func undamaged(doc *pdf.Document) error {
	repairs := doc.Repairs()
	if len(repairs) == 0 {
		return nil
	}
	what := make([]string, len(repairs))
	for i, r := range repairs {
		what[i] = r.What
	}
	return &RefusedError{Why: "it is damaged: " + strings.Join(what, ", "), Do: "download the blank again"}
}

// empty refuses a form with an answer in it that the blank has not.
func empty(doc *pdf.Document, fields []pdf.Field) error {
	filled, first := 0, ""
	for i := range fields {
		if !answered(doc, &fields[i]) {
			continue
		}
		if filled++; first == "" {
			first = fields[i].Name
		}
	}
	if filled == 0 {
		return nil
	}
	return &RefusedError{
		Why: fmt.Sprintf("it is filled: %d of its fields hold an answer, the first %s", filled, first),
		Do:  "download the blank again and leave it empty; a case's answers belong into its case file",
	}
}

// answered reports whether a field holds a value other than the one it is published with.
func answered(doc *pdf.Document, f *pdf.Field) bool {
	if f.Kind == pdf.KindBarcode || f.Kind == pdf.KindPushbutton {
		return false
	}
	value := valueOf(doc, f.Dict["V"])
	if value == "" && f.Kind == pdf.KindCheckbox {
		for i := range f.Widgets {
			if as := valueOf(doc, f.Widgets[i].Dict["AS"]); as != "" {
				return true
			}
		}
	}
	return value != "" && value != valueOf(doc, f.Dict["DV"])
}

// unreadable stands for a value that is there and is not looked into.
const unreadable = "a value"

// valueOf is a value's text; a box that is off and a list at its blank line say nothing.
func valueOf(doc *pdf.Document, o pdf.Object) string {
	o, err := doc.Resolve(o)
	if err != nil {
		return unreadable
	}
	switch v := o.(type) {
	case pdf.String:
		return strings.TrimSpace(v.Text())
	case pdf.Name:
		if v != "Off" {
			return string(v)
		}
	case pdf.Array:
		if len(v) > 0 {
			return valueOf(doc, v[0])
		}
	case *pdf.Stream:
		return unreadable // a text too long for a string (12.7.4.3)
	}
	return ""
}

// Default is the value that a field is published with; empty where it has none.
func Default(doc *pdf.Document, f *pdf.Field) string { return valueOf(doc, f.Dict["DV"]) }
