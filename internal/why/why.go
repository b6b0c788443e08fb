package why

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/finding"
	"parolepack/internal/plan"
)

// Input is what an answer is drawn from: a plan, and the case and the catalog that it was made of.
type Input struct {
	Plan    *plan.Plan
	Case    *casefile.File
	Catalog *catalog.Catalog
}

// A Box is one field of one copy of a form, or an answer that the form has no box for, and how it came about.
type Box struct {
	// Part is the copy, as in i-131/nour; Form and Edition tell which map is meant.
	Part    string `json:"part"`
	Form    string `json:"form"`
	Edition string `json:"edition"`
	// Item is part and item as printed, Label a short name, Page the form's page, 1-based.
	Item  string `json:"item"`
	Label string `json:"label"`
	Page  int    `json:"page"`
	// Name is the field's full name; empty for an answer without a box.
	Name string `json:"name,omitempty"`
	// Kind is text, check or choice; Value what the box holds: text, on-state or export value. Both are empty for a blank box.
	Kind  plan.FieldKind `json:"kind,omitempty"`
	Value string         `json:"value,omitempty"`
	// Blank says why the box is empty: the map's own reason, or no_value where its expression gives nothing for this case;
	// Why is the reason in words.
	Blank string `json:"blank,omitempty"`
	Why   string `json:"why,omitempty"`
	// Went is where the text stands that the box does not hold.
	Went []Place `json:"went,omitempty"`
	// From are the keys that the value is made of; empty where the map gives it without the case.
	From []Source `json:"from,omitempty"`
	// Map is the map's line, Expression what it says: the key, a colon and the expression.
	Map        string `json:"map"`
	Expression string `json:"expression,omitempty"`
}

// A Source is one key of the case file. Where the case does not give it, its place is the nearest value around it.
type Source struct {
	Key   string        `json:"key"`
	Given bool          `json:"given"`
	Place finding.Place `json:"place"`
}

// A Place is one slot for additional information that a text went to, or the continuation sheets.
type Place struct {
	// Part is the part of the packet, Item the item of its text as printed; empty on continuation sheets.
	Part string `json:"part"`
	Item string `json:"item,omitempty"`
	// First and Pages are pages of the packet, 1-based: where it stands.
	First int `json:"first"`
	Pages int `json:"pages"`
}

// NoValue is the Blank of a box whose expression gives nothing for this case.
const NoValue = "no_value"

// Explain answers a question with every box it is about, copy by copy in the packet's order and box by box in the form's.
// A form or an item that the packet does not have is a *QueryError.
func Explain(in Input, q Query) ([]Box, error) {
	var boxes []Box
	copies := 0
	for i := range in.Plan.Parts {
		part := &in.Plan.Parts[i]
		if part.Form == nil || !q.of(part.Form.Form, part.ID) {
			continue
		}
		copies++
		ed, ok := in.Catalog.Edition(part.Form.Form, part.Form.Edition)
		if !ok {
			return nil, fmt.Errorf("%s: no map of edition %s", part.ID, part.Form.Edition)
		}
		boxes = append(boxes, newForm(in, part, ed).boxes(q)...)
	}
	switch {
	case copies == 0:
		return nil, in.noForm(q)
	case len(boxes) == 0:
		return nil, in.noItem(q)
	}
	return boxes, nil
}

// noForm tells which forms the packet has.
func (in Input) noForm(q Query) error {
	var have []string
	for i := range in.Plan.Parts {
		if p := &in.Plan.Parts[i]; p.Form != nil {
			have = append(have, p.Form.Form+strings.TrimPrefix(p.ID, strings.ToLower(p.Form.Form)))
		}
	}
	asked := strings.TrimRight(strings.Join([]string{q.Form, q.Person, q.Supporter}, "/"), "/")
	return queryf("it has "+strings.Join(have, ", "), "--why: the packet has no form %s", asked)
}

// noItem tells which items the form has in the part that was asked for, or else which parts.
func (in Input) noItem(q Query) error {
	items := in.items(q)
	asked := q.Item[:leadingDigits(q.Item)]
	var same, parts []string
	for _, item := range items {
		part, _, _ := strings.Cut(item, ".")
		if part == asked {
			same = append(same, item)
		}
		if !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	hint := fmt.Sprintf("it has Parts %s; plan CASE --why %s lists every box", strings.Join(parts, ", "), q.Form)
	if len(same) > 0 {
		hint = fmt.Sprintf("Part %s has %s", asked, strings.Join(same, ", "))
	}
	return queryf(hint, "--why: Form %s has no item %s", q.Form, q.Item)
}

func leadingDigits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// items lists the items of a form as printed, each once, in the order of print.
func (in Input) items(q Query) []string {
	var items []string
	for i := range in.Plan.Parts {
		part := &in.Plan.Parts[i]
		if part.Form == nil || part.Form.Form != q.Form {
			continue
		}
		ed, _ := in.Catalog.Edition(part.Form.Form, part.Form.Edition)
		for i := range ed.Fields {
			if item := ed.Fields[i].Item; item != "" && !slices.Contains(items, item) {
				items = append(items, item)
			}
		}
	}
	slices.SortStableFunc(items, inPrint)
	return items
}

// inPrint compares two items as printed, as 8.3.a and 13.1 are: number by number, then letter by letter.
func inPrint(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		m, _ := strconv.Atoi(x[i][:leadingDigits(x[i])])
		n, _ := strconv.Atoi(y[i][:leadingDigits(y[i])])
		if c := cmp.Or(m-n, strings.Compare(x[i], y[i])); c != 0 {
			return c
		}
	}
	return len(x) - len(y)
}
