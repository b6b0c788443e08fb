package why

import (
	"fmt"
	"strings"
)

// A Query names the boxes to explain: one item of a form, or all of it, in one copy of the form or in every one.
type Query struct {
	// Form is as printed, as in I-131; Person and Supporter are ids of the case file, empty for all.
	Form, Person, Supporter string
	// Item is part and item as printed, as in 8.1; empty for every item.
	Item string
}

// A QueryError is a question that cannot be answered, with the way out.
type QueryError struct{ text, hint string }

// Error says what is wrong with the question.
func (e *QueryError) Error() string { return e.text }

// Hint is the way out, one sentence.
func (e *QueryError) Hint() string { return e.hint }

func queryf(hint, format string, args ...any) error {
	return &QueryError{text: fmt.Sprintf(format, args...), hint: hint}
}

// Parse reads FORM:ITEM, FORM/PERSON:ITEM or FORM/PERSON/SUPPORTER:ITEM; without an item it means the whole form.
func Parse(s string) (Query, error) {
	copies, item, asked := strings.Cut(s, ":")
	ids := strings.Split(copies, "/")
	item = strings.Trim(strings.TrimSpace(item), ".")
	form := strings.ToUpper(strings.TrimSpace(ids[0]))
	if form == "" || len(ids) > 3 || asked && item == "" {
		return Query{}, queryf("name form and item as printed, as in --why I-131:8.1 or --why I-134/nour/samir:2.16", "--why %q names no box of a form", s)
	}
	ids = append(ids, "", "")
	return Query{Form: form, Person: ids[1], Supporter: ids[2], Item: item}, nil
}

// of reports whether the question is about a copy of a form with that id, as in i-134/nour/samir.
func (q Query) of(form, id string) bool {
	ids := append(strings.Split(id, "/"), "", "")
	return q.Form == form && (q.Person == "" || q.Person == ids[1]) && (q.Supporter == "" || q.Supporter == ids[2])
}

// asks reports whether an item is the one asked for or a part of it: 3.13 asks for 3.13.a too.
func (q Query) asks(item string) bool {
	item, want := strings.ToLower(item), strings.ToLower(q.Item)
	return want == "" || item == want || strings.HasPrefix(item, want+".")
}
