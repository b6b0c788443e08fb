package report

import (
	"fmt"
	"strings"
	"unicode"

	"parolepack/internal/catalog"
)

// An Inspection is what a PDF form holds.
type Inspection struct {
	File  string `json:"file"`
	Pages int    `json:"pages"`
	// Form and Edition are those of the known edition whose blank the file is; Unknown says why it is none.
	Form    string           `json:"form,omitempty"`
	Edition string           `json:"edition,omitempty"`
	Unknown string           `json:"unknown,omitempty"`
	Fields  []InspectedField `json:"fields"`
	// Images are the pictures that were written, a page each.
	Images []string `json:"images,omitempty"`
}

// An InspectedField is one field of a PDF form, as an inventory has it and with what an inventory leaves out.
type InspectedField struct {
	// Number is the field's, from 1, in the order of the form's tree; pictures bear it.
	Number int `json:"number"`
	catalog.InventoryField
	// Default is the value that the form is published with.
	Default string `json:"default,omitempty"`
	// Also are further places of the field.
	Also []FieldPlace `json:"also,omitempty"`
}

// A FieldPlace is one more place of a field: a page, 1-based, and a box in points.
type FieldPlace struct {
	Page int          `json:"page"`
	Rect catalog.Rect `json:"rect"`
}

// longest is how many characters of a tooltip or a list of choices the table shows.
const longest = 60

// Inspected prints the fields as a table. What the file itself says is printed without control characters.
func (p *textPrinter) Inspected(in Inspection) error {
	rows := [][]string{{"NO.", "PAGE", "KIND", "BOX", "LENGTH", "TRAITS", "NAME", "STATES OR CHOICES", "TOOLTIP"}}
	for _, f := range in.Fields {
		rows = append(rows, []string{
			fmt.Sprint(f.Number), fmt.Sprint(f.Page), string(f.Type), box(f.Rect), length(f.MaxLen), strings.Join(f.traits(), " "),
			plain(f.Name), shortened(f.choices()), shortened(plain(f.Tooltip)),
		})
	}
	p.table(rows)
	what := "no blank of a known edition: " + plain(in.Unknown)
	if in.Form != "" {
		what = fmt.Sprintf("the blank of Form %s, edition %s", in.Form, catalog.PrintedEdition(in.Edition))
	}
	p.line("%s: %s, %s; %s", in.File, counted(in.Pages, "page", "pages"), counted(len(in.Fields), "field", "fields"), what)
	for _, image := range in.Images {
		p.line("  %s", image)
	}
	return p.err
}

// box is a rectangle in whole points: left, bottom, right, top.
func box(r catalog.Rect) string {
	return fmt.Sprintf("%.0f %.0f %.0f %.0f", r[0], r[1], r[2], r[3])
}

func length(n int) string {
	if n == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

// traits are a field's flags in words.
func (f *InspectedField) traits() []string {
	var list []string
	for _, t := range []struct {
		on   bool
		word string
	}{{f.Comb, "comb"}, {f.Multiline, "lines"}, {f.ReadOnly, "read-only"}, {f.Default != "", "default=" + fmt.Sprintf("%q", f.Default)}} {
		if t.on {
			list = append(list, t.word)
		}
	}
	if len(list) == 0 {
		return []string{"-"}
	}
	return list
}

// choices are a box's on-states or a list's export values.
func (f *InspectedField) choices() string {
	var list []string
	for _, s := range f.On {
		list = append(list, fmt.Sprintf("%q", s))
	}
	for _, o := range f.Options {
		list = append(list, fmt.Sprintf("%q", o[0]))
	}
	if len(list) == 0 {
		return "-"
	}
	return strings.Join(list, " ")
}

func shortened(s string) string { return shortenedTo(s, longest) }

func shortenedTo(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}

// plain is a text of a file without what could steer a terminal or break a table.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return '\uFFFD'
		}
		return r
	}, s)
}

func (p jsonPrinter) Inspected(in Inspection) error { return JSON(p.w, in) }
