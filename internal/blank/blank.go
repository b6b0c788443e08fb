// Package blank knows the agency's own blank forms: which edition a file is, whether it is whole,
// and where the blanks of this machine lie.
//
// A form is told by its PDF417 barcode fields, which hold form, edition and page
// (`I-131|01/20/25|1`), or where it has none by its field names. Whatever tells it, its fields are
// held against the edition's inventory, so that a filled map never meets a form it was not made for.
package blank

import (
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// An UnknownError is a PDF that is no blank of a known edition.
type UnknownError struct {
	// Why says what is known of it.
	Why string
	// Nearest is the known edition it is most like; nil where it is like none.
	Nearest *catalog.Edition
}

// Error says why, and what it is most like.
func (e *UnknownError) Error() string {
	if e.Nearest == nil {
		return e.Why
	}
	return fmt.Sprintf("%s; it is nearest to Form %s, edition %s", e.Why, e.Nearest.Form, e.Nearest.Printed)
}

// Hint is the way out.
func (e *UnknownError) Hint() string {
	return "give the blank as the agency publishes it; parolepack forms list names the editions that are known"
}

// Identify tells which known edition an open document is and proves its fields against the
// inventory. A document that is none is an *UnknownError.
func Identify(doc *pdf.Document, c *catalog.Catalog) (*catalog.Edition, error) {
	fields, err := doc.Fields()
	if err != nil {
		return nil, err
	}
	if len(fields) == 0 {
		return nil, &UnknownError{Why: "it has no form fields"}
	}
	if ed, ok := byBarcode(fields, c); ok {
		return ed, verified(ed, fields)
	}
	if text, ok := barcode(fields); ok {
		return nil, &UnknownError{Why: fmt.Sprintf("its barcode says %q, an edition that is not known here", text), Nearest: sameForm(text, c)}
	}
	ed := nearest(fields, c)
	if ed == nil {
		return nil, &UnknownError{Why: "its fields are those of no known form"}
	}
	return ed, verified(ed, fields)
}

// barcode is the text of the first page's barcode field.
func barcode(fields []pdf.Field) (string, bool) {
	for i := range fields {
		if fields[i].Kind != pdf.KindBarcode {
			continue
		}
		if s, ok := fields[i].Dict["V"].(pdf.String); ok {
			return strings.TrimRight(s.Text(), "|"), true
		}
	}
	return "", false
}

func byBarcode(fields []pdf.Field, c *catalog.Catalog) (*catalog.Edition, bool) {
	text, ok := barcode(fields)
	if !ok {
		return nil, false
	}
	for _, ed := range c.Editions() {
		if strings.HasPrefix(text+"|", ed.Form+"|"+ed.Printed+"|") {
			return ed, true
		}
	}
	return nil, false
}

// sameForm is the current edition of the form that a barcode names; nil where no edition of it is known.
func sameForm(barcode string, c *catalog.Catalog) *catalog.Edition {
	form, _, _ := strings.Cut(barcode, "|")
	ed, _ := c.Current(form)
	return ed
}

// nearest is the edition that shares the most field names with the document, at least half of
// its own; nil where none does.
func nearest(fields []pdf.Field, c *catalog.Catalog) *catalog.Edition {
	names := make(map[string]bool, len(fields))
	for i := range fields {
		names[fields[i].Name] = true
	}
	var best *catalog.Edition
	most := 0.5
	for _, ed := range c.Editions() {
		shared := 0
		for i := range ed.Fields {
			if names[ed.Fields[i].Name] {
				shared++
			}
		}
		if share := float64(shared) / float64(max(len(ed.Fields), len(fields))); share > most {
			best, most = ed, share
		}
	}
	return best
}

// verified holds a document's fields against the edition's inventory, both ways.
func verified(ed *catalog.Edition, fields []pdf.Field) error {
	var wrong []string
	have := make(map[string]*pdf.Field, len(fields))
	for i := range fields {
		have[fields[i].Name] = &fields[i]
	}
	for i := range ed.Fields {
		f := &ed.Fields[i]
		got, ok := have[f.Name]
		if !ok {
			wrong = append(wrong, f.Name+" is missing")
			continue
		}
		delete(have, f.Name)
		if why := differs(f, got); why != "" {
			wrong = append(wrong, f.Name+" "+why)
		}
	}
	for i := range fields {
		if _, extra := have[fields[i].Name]; extra {
			wrong = append(wrong, fields[i].Name+" is not known")
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return &UnknownError{Why: fmt.Sprintf("%d of its fields are not as on that form (%s)", len(wrong), wrong[0]), Nearest: ed}
}

// differs says how a field is not what the inventory says; nothing where it is.
func differs(f *catalog.Field, got *pdf.Field) string {
	switch {
	case string(f.Kind) != kindOf(got.Kind):
		return fmt.Sprintf("is a %s, not a %s", kindOf(got.Kind), f.Kind)
	case f.MaxLen != got.MaxLen:
		return fmt.Sprintf("takes %d characters, not %d", got.MaxLen, f.MaxLen)
	case len(got.Widgets) == 0:
		return "stands on no page"
	case got.Widgets[0].Page != f.Page:
		return fmt.Sprintf("is on page %d, not %d", got.Widgets[0].Page, f.Page)
	case f.Kind == catalog.KindCheckbox && !slices.Equal(got.Widgets[0].On, f.On):
		return "has other on-states"
	case f.Kind == catalog.KindChoice && len(got.Options) != len(f.Options):
		return "offers other choices"
	}
	return ""
}

// kindOf names a field's kind as inventories do.
func kindOf(k pdf.FieldKind) string {
	switch k {
	case pdf.KindCheckbox:
		return string(catalog.KindCheckbox)
	case pdf.KindChoice:
		return string(catalog.KindChoice)
	case pdf.KindBarcode:
		return string(catalog.KindBarcode)
	case pdf.KindPushbutton:
		return string(catalog.KindButton)
	case pdf.KindText:
		return string(catalog.KindText)
	}
	return "another kind of field"
}
