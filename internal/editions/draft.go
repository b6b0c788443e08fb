package editions

import (
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
)

// Draft makes the draft map of the new edition from the old edition's map, which stands in file: every pair that is not
// sure, and every field that is new, bears a line with which no map loads.
func (d *Diff) Draft(file string, old []byte) ([]byte, error) {
	date, err := casefile.ParseDate(d.New.Edition)
	if err != nil {
		return nil, err
	}
	draft := catalog.Draft{File: file, Map: old, Form: d.New.Form, Edition: date, Pages: d.New.Pages}
	pairs := map[string]*Pair{}
	for i := range d.Pairs {
		pairs[d.Pairs[i].New.Name] = &d.Pairs[i]
	}
	for i := range d.New.Fields {
		f := catalog.DraftField{Field: d.New.Fields[i]}
		if p := pairs[f.Field.Name]; p != nil {
			f.From = p.Old.Name
			if p.Unsure != "" {
				f.Undecided = strings.TrimSuffix("was "+p.Old.Name+"; "+p.Unsure, "; ")
			}
		}
		draft.Fields = append(draft.Fields, f)
	}
	for _, f := range d.Removed {
		draft.Removed = append(draft.Removed, f.Name)
	}
	return draft.Write()
}

// Count is how many fields of each fate there are.
type Count struct {
	// Same and Moved are sure pairs that differ in nothing, or in their place alone; Changed are sure pairs that differ
	// otherwise; Unsure are all other pairs.
	Same, Moved, Changed, Unsure, Added, Removed int
}

// Count counts the fields by their fate.
func (d *Diff) Count() Count {
	c := Count{Added: len(d.Added), Removed: len(d.Removed)}
	for i := range d.Pairs {
		switch d.Pairs[i].State() {
		case "unsure":
			c.Unsure++
		case "changed":
			c.Changed++
		case "moved":
			c.Moved++
		default:
			c.Same++
		}
	}
	return c
}

// State is the pair's fate in a word: unsure, changed, moved or same.
func (p *Pair) State() string {
	switch {
	case p.Unsure != "":
		return "unsure"
	case len(p.Changes) > 0:
		return "changed"
	case p.Moved:
		return "moved"
	}
	return "same"
}
