package why

import (
	"fmt"
	"slices"
	"strconv"
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
	b.Name, b.Label, b.Blank, b.Why = field.Name, field.Label, string(field.Blank), field.Why
	if b.Why == "" {
		b.Why = inWords(field.Blank)
	}
	value := f.values[field.Name]
	if field.Expr != nil {
		b.Expression = map[catalog.Kind]string{catalog.KindCheckbox: "check: ", catalog.KindChoice: "choose: "}[field.Kind] + field.Expr.Source
		if field.Kind == catalog.KindText {
			b.Expression = "text: " + field.Expr.Source
		}
		b.From = f.sources(field.Expr)
	}
	switch {
	case value == nil && field.Expr != nil:
		b.Blank, b.Why = NoValue, "the map's expression gives nothing for this case"
	case value != nil:
		b.Kind, b.Value, b.Blank, b.Why = value.Kind, value.Value, "", ""
	}
	switch {
	case field.Blank == catalog.Overflow && value != nil: // a slot: what it holds came from elsewhere
		b.Map, b.From = value.Map, f.placed(value.From)
		b.Expression, b.Why = f.answers(value.Map)
	case field.Expr != nil && f.leaves(field, value):
		b.Went = f.went(field.Page, field.Part(), field.ItemNumber())
	}
	switch short, err := field.Abbreviated(f.env); {
	case b.Blank == NoValue && len(b.Went) > 0:
		b.Why = "its answer does not fit the box"
	case err == nil && short != "" && short == b.Value:
		b.Why, b.Expression = "the map's short form, since the whole does not fit", "short: "+field.Short.Source
	}
	return b
}

// inWords says a map's reason for a blank, where the map adds no words of its own.
func inWords(reason catalog.Blank) string {
	switch reason {
	case catalog.OfficialUse:
		return "the agency fills it"
	case catalog.ByHand:
		return "written in ink"
	case catalog.NotForParole:
		return "a request for parole from abroad does not answer it"
	case catalog.Machine:
		return "it is for machines"
	case catalog.Overflow:
		return "nothing overflows to it"
	}
	return ""
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

// went finds the slots for additional information, and the continuation sheets, that answer an item of a page.
func (f *form) went(page int, part, item string) []Place {
	var list []Place
	for _, s := range f.ed.Slots {
		if !f.says(s.Page, strconv.Itoa(page)) || !f.says(s.Part, part) || !f.says(s.Item, item) {
			continue
		}
		if text, ok := f.ed.Field(s.Text); ok {
			list = append(list, Place{Part: f.part.ID, Item: text.Item, First: f.part.First + text.Page - 1, Pages: 1})
		}
	}
	sheets, ok := f.in.Plan.SheetsOf(f.part.ID)
	if ok && slices.ContainsFunc(sheets.Sheets.Answers, func(a plan.Answer) bool { return a.Page == page && a.Part == part && a.Item == item }) {
		list = append(list, Place{Part: sheets.ID, First: sheets.First, Pages: sheets.Pages})
	}
	return list
}

func (f *form) says(name, want string) bool {
	value := f.values[name]
	return value != nil && value.Value == want
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
