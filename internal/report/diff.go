package report

import (
	"fmt"
	"strings"

	"parolepack/internal/catalog"
)

// An EditionDiff is what changed between two editions of a form.
type EditionDiff struct {
	Form string `json:"form"`
	// Old and New are the editions as printed.
	Old string `json:"old"`
	New string `json:"new"`
	// Same and the rest count fields by their fate.
	Same    int `json:"same"`
	Moved   int `json:"moved"`
	Changed int `json:"changed"`
	Unsure  int `json:"unsure"`
	Added   int `json:"added"`
	Removed int `json:"removed"`
	// Fields are the pairs and what was added, in the new edition's order, then what was removed.
	Fields []DiffField `json:"fields"`
	// Inventory and Map are the files that were written; Map is a draft.
	Inventory string `json:"inventory,omitempty"`
	Map       string `json:"map,omitempty"`
}

// A DiffField is one field's fate: same, moved, changed, unsure, added or removed.
type DiffField struct {
	State string `json:"state"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
	// OldPage and NewPage are 1-based, 0 where they are not known.
	OldPage int `json:"old_page,omitempty"`
	NewPage int `json:"new_page,omitempty"`
	// OldRect and NewRect are in points, zero where they are not known.
	OldRect catalog.Rect `json:"old_rect,omitzero"`
	NewRect catalog.Rect `json:"new_rect,omitzero"`
	// Signs are what the pair was made by: name, leaf, tooltip, place; Unsure says why a person must look.
	Signs   []string `json:"signs,omitempty"`
	Unsure  string   `json:"unsure,omitempty"`
	Changes []string `json:"changes,omitempty"`
	Tooltip string   `json:"tooltip,omitempty"`
}

// Diffed prints what changed; fields that did not are only counted.
func (p *textPrinter) Diffed(d EditionDiff) error {
	rows := [][]string{{"FATE", "PAGE", "FIELD", "WHAT"}}
	for _, f := range d.Fields {
		if f.State == "same" {
			continue
		}
		name, page := f.New, fmt.Sprint(f.NewPage)
		if f.State == "removed" {
			name, page = f.Old, fmt.Sprint(f.OldPage)
		}
		rows = append(rows, []string{f.State, page, plain(name), shortenedTo(plain(f.what()), 2*longest)})
	}
	if len(rows) > 1 {
		p.table(rows)
	}
	p.line("Form %s, edition %s to %s: %d same, %d moved, %d changed, %d unsure, %d added, %d removed",
		d.Form, d.Old, d.New, d.Same, d.Moved, d.Changed, d.Unsure, d.Added, d.Removed)
	if d.Inventory != "" {
		p.line("inventory written to %s", d.Inventory)
	}
	if d.Map != "" {
		p.line("DRAFT map written to %s; it does not load before every line `undecided` is settled and dropped", d.Map)
	}
	return p.err
}

// what says of a field what a person wants to know: why it is unsure, from which field it came, what changed.
func (f *DiffField) what() string {
	var parts []string
	if f.Unsure != "" {
		parts = append(parts, f.Unsure, "was "+f.Old)
	}
	if f.State == "moved" || f.State == "changed" {
		if f.OldPage != f.NewPage {
			parts = append(parts, fmt.Sprintf("was on page %d", f.OldPage))
		} else if f.State == "moved" {
			parts = append(parts, fmt.Sprintf("was at %s, is at %s", box(f.OldRect), box(f.NewRect)))
		}
		parts = append(parts, f.Changes...)
	}
	if f.State == "added" || f.State == "removed" {
		parts = append(parts, f.Tooltip)
	}
	return strings.Join(parts, "; ")
}

func (p jsonPrinter) Diffed(d EditionDiff) error { return JSON(p.w, d) }
