package plan

import (
	"cmp"
	"fmt"
	"strings"

	"parolepack/internal/catalog"
)

// overflow gathers the answers of one form that do not fit their boxes. Each goes whole to the form's part for additional
// information, and what that has no room for to continuation sheets, under its page, part and item number; nothing is ever cut.
type overflow struct {
	m    *maker
	ed   *catalog.Edition
	env  *catalog.Env
	part string
	rest []extra
}

// extra is one answer on its way to the additional information, and the boxes that are to say where it went.
type extra struct {
	Answer
	boxes []box
}

// box is a field that is too small for its answer.
type box struct {
	f     *catalog.Field
	field Field
}

// compare orders answers as the form prints their questions: by page, part and item, 3.b after 3.a and 10 after 9.
func (x extra) compare(y extra) int {
	return cmp.Or(x.Page-y.Page, printedOrder(x.Part, y.Part), printedOrder(x.Item, y.Item))
}

// printedOrder compares two numbers as printed, as 2, 3.a and 10 are: by the number in front, then by what follows it.
func printedOrder(a, b string) int {
	left, right := leadingNumber(a), leadingNumber(b)
	return cmp.Or(left-right, strings.Compare(a, b))
}

// leadingNumber is the number that s begins with, 0 where it begins with none.
func leadingNumber(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// take sets a text into its box. What does not fit is kept for the additional information where the form has it and the
// map allows it, and the box stays empty until it is known where the answer goes; elsewhere it is a *tooLongError.
func (o *overflow) take(f *catalog.Field, field Field) (Field, error) {
	if field.Value == "" {
		return field, nil
	}
	set, err := o.fit(f, field.Value)
	if err == nil {
		return place(f, field, set), nil
	}
	if short, ok := o.short(f, field); ok {
		return short, nil
	}
	if !f.Overflows {
		return field, err
	}
	text, err := o.inFull(f, field)
	if err != nil {
		return field, err
	}
	o.rest = append(o.rest, extra{
		Answer: Answer{Page: f.Page, Part: f.Part(), Item: f.ItemNumber(), Text: text, From: field.From, Map: field.Map},
		boxes:  []box{{f, field}},
	})
	field.Value = ""
	return field, nil
}

// short sets what the map has for a box that is too small for its value; ok is false where it has nothing or that does
// not fit either.
func (o *overflow) short(f *catalog.Field, field Field) (_ Field, ok bool) {
	text, err := f.Abbreviated(o.env)
	if text = tidy(text); err != nil || text == "" {
		return field, false
	}
	set, err := o.fit(f, text)
	if err != nil {
		return field, false
	}
	field.Value = text
	return place(f, field, set), true
}

// inFull is what the Additional Information page says for a field: the value, or what the map has for a page with room,
// after the field's name where its item has several fields.
func (o *overflow) inFull(f *catalog.Field, field Field) (string, error) {
	text, err := f.Whole(o.env)
	if text = tidy(text); text == "" {
		text = field.Value
	}
	if f.As != "" {
		text = f.As + ": " + text
	}
	return text, err
}

// also adds the answers that have no box at all, as a fourth other name.
func (o *overflow) also() {
	for i := range o.ed.Also {
		a := &o.ed.Also[i]
		text, err := a.Value(o.env)
		if err != nil {
			o.m.fail("%s: Form %s item %s: %w", o.part, o.ed.Form, a.Item, err)
			continue
		}
		if text = tidy(text); text == "" {
			continue
		}
		o.rest = append(o.rest, extra{Answer: Answer{
			Page: a.Page, Part: a.Part(), Item: a.ItemNumber(), Text: text,
			From: keysOf(a.Text, o.env), Map: fmt.Sprintf("%s:%d", a.File, a.Line),
		}})
	}
}

// fit sets a text as the field's kind wants.
func (o *overflow) fit(f *catalog.Field, text string) (setting, error) {
	if f.Comb && f.MaxLen > 0 {
		return comb(f, text)
	}
	if n := len([]rune(text)); f.MaxLen > 0 && n > f.MaxLen {
		return setting{}, &tooLongError{n, f.MaxLen}
	}
	if f.Multiline {
		if set, ok := o.m.several(f, text); ok {
			return set, nil
		}
	} else if set, ok := o.m.single(f, text); ok {
		return set, nil
	}
	return setting{}, &tooLongError{length: len([]rune(text))}
}

func place(f *catalog.Field, field Field, set setting) Field {
	field.Lines, field.Face, field.Size, field.Align = set.Lines, set.Face, set.Size, set.Align
	field.Multiline, field.Leading = f.Multiline, set.Leading
	if !f.Multiline && !f.Comb {
		field.Value = oneLine(field.Value)
	}
	if f.Comb {
		field.Comb = f.MaxLen
	}
	return field
}
