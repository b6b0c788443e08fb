package why

import (
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/plan"
)

// form explains one copy of one form.
type form struct {
	in     Input
	part   *plan.Part
	ed     *catalog.Edition
	env    *catalog.Env
	values map[string]*plan.Field
}

func newForm(in Input, part *plan.Part, ed *catalog.Edition) *form {
	f := &form{in: in, part: part, ed: ed, values: map[string]*plan.Field{}}
	for i := range part.Form.Fields {
		f.values[part.Form.Fields[i].Name] = &part.Form.Fields[i]
	}
	c := in.Case.Case
	ids := append(strings.Split(part.ID, "/"), "", "")
	person := slices.IndexFunc(c.Beneficiaries, func(b casefile.Beneficiary) bool { return b.ID == ids[1] })
	supporter := slices.IndexFunc(c.Supporters, func(s casefile.Supporter) bool { return s.ID == ids[2] })
	f.env = catalog.NewEnv(c, person, supporter)
	return f
}

// boxes explains what a question asks for: boxes first, then the answers that have none.
func (f *form) boxes(q Query) []Box {
	var list []Box
	for i := range f.ed.Fields {
		if field := &f.ed.Fields[i]; q.asks(field.Item) && (field.Item != "" || !field.Kind.HoldsNothing()) {
			list = append(list, f.box(field))
		}
	}
	for i := range f.ed.Also {
		if a := &f.ed.Also[i]; q.asks(a.Item) {
			list = append(list, f.also(a)...)
		}
	}
	return list
}

// box explains one field.
func (f *form) box(field *catalog.Field) Box {
	b := f.start(field.Item, field.Page, field.File, field.Line)
	b.Name, b.Label = field.Name, field.Label
	value := f.values[field.Name]
	if value == nil {
		b.Blank, b.Why = blank(field)
	} else {
		b.Kind, b.Value = value.Kind, value.Value
	}
	switch {
	case field.Expr != nil:
		b.Expression, b.From = expression(field), f.sources(field.Expr)
		f.elsewhere(&b, field, value)
	case field.Blank == catalog.Overflow && value != nil: // a slot: what it holds came from another box
		b.Map, b.From = value.Map, f.placed(value.From)
		b.Expression, b.Why = f.answers(value.Map)
	}
	return b
}

// blank is why a field shows nothing: a reason of the map, or that its expression gives nothing.
func blank(field *catalog.Field) (reason, why string) {
	switch {
	case field.Expr != nil:
		return NoValue, "the map's expression gives nothing for this case"
	case field.Why != "":
		return string(field.Blank), field.Why
	}
	return string(field.Blank), inWords(field.Blank)
}

// expression is the map's key and expression of a field, as they are written.
func expression(field *catalog.Field) string {
	key := map[catalog.Kind]string{catalog.KindCheckbox: "check", catalog.KindChoice: "choose", catalog.KindText: "text"}[field.Kind]
	return key + ": " + field.Expr.Source
}

// elsewhere tells where a text went that its box does not hold, or that the box holds its short form.
func (f *form) elsewhere(b *Box, field *catalog.Field, value *plan.Field) {
	if !f.leaves(field, value) {
		return
	}
	b.Went = f.went(field.Page, field.Part(), field.ItemNumber())
	short, err := field.Abbreviated(f.env)
	switch {
	case value == nil && len(b.Went) > 0:
		b.Why = "its answer does not fit the box"
	case err == nil && short != "" && short == b.Value:
		b.Why, b.Expression = "the map's short form, since the whole does not fit", "short: "+field.Short.Source
	}
}

// answers finds what a slot for additional information answers by the line of the map that filled it: the expression there,
// and the item in words.
func (f *form) answers(line string) (expression, item string) {
	for i := range f.ed.Fields {
		if field := &f.ed.Fields[i]; field.Expr != nil && at(field.File, field.Line) == line {
			return "text: " + field.Expr.Source, "for item " + field.Item
		}
	}
	for i := range f.ed.Also {
		if a := &f.ed.Also[i]; at(a.File, a.Line) == line {
			return "text: " + a.Text.Source, "for item " + a.Item
		}
	}
	return "", ""
}

// at writes a place in a map.
func at(file string, line int) string { return fmt.Sprintf("%s:%d", file, line) }

// leaves reports whether a text is not what its box shows.
func (f *form) leaves(field *catalog.Field, value *plan.Field) bool {
	if field.Kind != catalog.KindText {
		return false
	}
	whole, err := field.Text(f.env)
	whole = strings.Join(strings.Fields(whole), " ")
	return err == nil && whole != "" && (value == nil || strings.Join(strings.Fields(value.Value), " ") != whole)
}

// also explains an answer that the form has no box for; nothing where the case does not give it.
func (f *form) also(a *catalog.Answer) []Box {
	text, err := a.Value(f.env)
	if err != nil || strings.TrimSpace(text) == "" {
		return nil
	}
	b := f.start(a.Item, a.Page, a.File, a.Line)
	b.Label, b.Kind, b.Value = "Answer without a box", plan.TextField, strings.TrimSpace(text)
	b.Expression, b.From, b.Went = "text: "+a.Text.Source, f.sources(a.Text), f.went(a.Page, a.Part(), a.ItemNumber())
	return []Box{b}
}

func (f *form) start(item string, page int, file string, line int) Box {
	return Box{
		Part: f.part.ID, Form: f.ed.Form, Edition: f.ed.Edition, Item: item, Page: page, Map: at(file, line),
	}
}

// sources are the keys that an expression reads, each once.
func (f *form) sources(x *catalog.Expr) []Source {
	keys := make([]string, len(x.From))
	for i, from := range x.From {
		keys[i] = f.env.Key(from)
	}
	return f.placed(keys)
}

func (f *form) placed(keys []string) []Source {
	var list []Source
	for i, key := range keys {
		if slices.Index(keys, key) == i {
			list = append(list, Source{Key: key, Given: f.in.Case.Gives(key), Place: f.in.Case.Place(key)})
		}
	}
	return list
}
