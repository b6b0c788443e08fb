// Package blank knows the agency's own blank forms: which edition a file is, whether it is whole and empty, and where the
// blanks of this machine lie.
//
// A form is told by its PDF417 barcode fields, which hold form, edition and page (`I-131|01/20/25|1`), then by what is
// printed at the foot of its pages, then by its field names. Whatever tells it, its fields are held against the edition's
// inventory, so that a filled map never meets a form it was not made for.
package blank

import (
	"errors"
	"fmt"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// download is the way out of nearly every refusal.
const download = "give the blank as the agency publishes it; parolepack forms list names the editions that are known"

// A RefusedError is a PDF that cannot be used as the blank of a known edition.
type RefusedError struct {
	// Why says what is wrong with it. It never holds an answer.
	Why string
	// Nearest is the known edition it is most like; nil where it is like none.
	Nearest *catalog.Inventory
	// Do is the way out; empty for a new download.
	Do string
}

// Error says why, and what the file is most like.
func (e *RefusedError) Error() string {
	if e.Nearest == nil {
		return e.Why
	}
	return fmt.Sprintf("%s; it is nearest to %s", e.Why, e.Nearest.Name())
}

// Hint is the way out.
func (e *RefusedError) Hint() string {
	if e.Do == "" {
		return download
	}
	return e.Do
}

// Identify tells which known edition an open document is, proves its fields against the inventory and wants them without
// an answer. A document that is none, or filled, is refused with a *RefusedError.
func Identify(doc *pdf.Document, c *catalog.Catalog) (*catalog.Inventory, error) {
	fields, err := doc.Fields()
	if err != nil {
		return nil, damage(err)
	}
	if isPractice(doc) {
		return nil, &RefusedError{Why: "it is a practice form, not the agency's own"}
	}
	if len(fields) == 0 {
		return nil, noFields(doc, c)
	}
	inv, err := tell(doc, fields, c)
	if err != nil {
		return nil, err
	}
	if err := verified(inv, Inventory(fields)); err != nil {
		return nil, err
	}
	if err := empty(doc, fields); err != nil {
		return nil, err
	}
	return inv, nil
}

// isPractice reports whether a document is one of our own practice forms, which have the fields of the agency's.
func isPractice(doc *pdf.Document) bool {
	info, err := doc.Dict(doc.Trailer()["Info"])
	if err != nil {
		return false
	}
	title, err := doc.Text(info["Title"])
	return err == nil && strings.HasPrefix(title, "Practice form ")
}

// damage wraps an error of reading the file as a refusal.
func damage(err error) error {
	var malformed *pdf.MalformedError
	if errors.As(err, &malformed) {
		return &RefusedError{Why: "it is damaged: " + err.Error(), Do: "download the blank again"}
	}
	return err
}

// tell finds the edition by barcode, then by the printed foot of the first page, then by field names.
func tell(doc *pdf.Document, fields []pdf.Field, c *catalog.Catalog) (*catalog.Inventory, error) {
	if text, ok := barcode(fields); ok {
		form, rest, _ := strings.Cut(text, "|")
		printed, _, _ := strings.Cut(rest, "|")
		if inv := byPrinted(c, form, printed); inv != nil {
			return inv, nil
		}
		return nil, unknown(fmt.Sprintf("its barcode says %q, an edition that is not known here", text), form, fields, c)
	}
	if foot, ok := footOf(doc, 1); ok {
		if inv := byPrinted(c, foot.Form, foot.Printed); inv != nil {
			return inv, nil
		}
		return nil, unknown(fmt.Sprintf("its first page is of Form %s, edition %s, which is not known here", foot.Form, foot.Printed), foot.Form, fields, c)
	}
	if inv := nearest(fields, c, ""); inv != nil {
		return inv, nil
	}
	return nil, &RefusedError{Why: "its fields are those of no known form, and no edition is printed on its first page"}
}

// barcode is the text of the first barcode field that holds one, without empty places at its end.
func barcode(fields []pdf.Field) (string, bool) {
	for i := range fields {
		if fields[i].Kind != pdf.KindBarcode {
			continue
		}
		if s, ok := fields[i].Dict["V"].(pdf.String); ok {
			if text := strings.TrimRight(s.Text(), "|"); text != "" {
				return text, true
			}
		}
	}
	return "", false
}

func byPrinted(c *catalog.Catalog, form, printed string) *catalog.Inventory {
	for _, inv := range c.Inventories() {
		if inv.Form == form && inv.Printed == printed {
			return inv
		}
	}
	return nil
}

// unknown refuses an edition that is not known, with the nearest of its form, or else of all.
func unknown(why, form string, fields []pdf.Field, c *catalog.Catalog) error {
	near := nearest(fields, c, form)
	if near == nil {
		near = newest(c, form)
	}
	if near == nil {
		near = nearest(fields, c, "")
	}
	return &RefusedError{
		Why: why, Nearest: near,
		Do: "give a blank of an edition that parolepack forms list names, or draft a map for this one with parolepack forms diff (docs/maps.md)",
	}
}

// newest is the newest known edition of a form; nil where none is.
func newest(c *catalog.Catalog, form string) *catalog.Inventory {
	var last *catalog.Inventory
	for _, inv := range c.Inventories() {
		if inv.Form == form {
			last = inv
		}
	}
	return last
}

// leastShare is how much of the larger list two lists of fields share at least, for one to be like the other.
const leastShare = 0.5

// nearest is the edition that shares the most field names with the document, at least half; of one form where form is
// given, and then of however few. It is nil where there is none.
func nearest(fields []pdf.Field, c *catalog.Catalog, form string) *catalog.Inventory {
	names := make(map[string]bool, len(fields))
	for i := range fields {
		names[fields[i].Name] = true
	}
	var best *catalog.Inventory
	most := leastShare
	if form != "" {
		most = 0
	}
	for _, inv := range c.Inventories() {
		if form != "" && inv.Form != form {
			continue
		}
		shared := 0
		for i := range inv.Fields {
			if names[inv.Fields[i].Name] {
				shared++
			}
		}
		if share := float64(shared) / float64(max(len(inv.Fields), len(fields))); share > most {
			best, most = inv, share
		}
	}
	return best
}

// noFields refuses a document without form fields, and says what it is where its pages tell.
func noFields(doc *pdf.Document, c *catalog.Catalog) error {
	e := &RefusedError{Why: "it has no form fields"}
	foot, ok := footOf(doc, 1)
	switch {
	case ok:
		e.Why += fmt.Sprintf(": a printed or flattened copy of Form %s, edition %s", foot.Form, foot.Printed)
		e.Nearest = byPrinted(c, foot.Form, foot.Printed)
	case waits(doc):
		e.Why += ": its page says to wait, and only Adobe's own reader opens what is behind it"
	}
	return e
}
