package plan

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parolepack/internal/catalog"
)

// overflow gathers the answers of one form that do not fit their boxes. Each goes whole to the
// form's Additional Information page under its page, part and item number; nothing is ever cut.
type overflow struct {
	m    *maker
	ed   *catalog.Edition
	env  *catalog.Env
	part string
	rest []extra
}

// extra is one answer on its way to the Additional Information page: the page, part and item that
// it answers, and where it came from.
type extra struct {
	page       int
	part, item string
	text       string
	keys       []string
	line       string
}

// name is the item as printed, for errors.
func (x *extra) name() string { return x.part + "." + x.item }

// compare orders answers as the form prints their questions: by page, part and item, 3.b after 3.a and 10 after 9.
func (x extra) compare(y extra) int {
	return cmp.Or(x.page-y.page, printedOrder(x.part, y.part), printedOrder(x.item, y.item))
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

// take sets a text into its box. What does not fit goes to the Additional Information page where
// the map allows it, and is an error naming the lengths where it does not.
func (o *overflow) take(f *catalog.Field, field Field) (Field, error) {
	if field.Value == "" {
		return field, nil
	}
	if err := printable(field.Value); err != nil {
		return field, err
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
		page: f.Page, part: f.Part(), item: f.ItemNumber(), text: text, keys: field.From, line: field.Map,
	})
	return o.pointer(f, field), nil
}

// short sets what the map has for a box that is too small for its value; ok is false where it has nothing or that does
// not fit either.
func (o *overflow) short(f *catalog.Field, field Field) (_ Field, ok bool) {
	text, err := f.Abbreviated(o.env)
	if text = strings.TrimSpace(text); err != nil || text == "" {
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
	if text = strings.TrimSpace(text); text == "" {
		text = field.Value
	}
	if err == nil {
		err = printable(text)
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
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		part, item, _ := strings.Cut(a.Item, ".")
		o.rest = append(o.rest, extra{
			page: a.Page, part: part, item: item, text: text,
			keys: keysOf(a.Text, o.env), line: fmt.Sprintf("%s:%d", a.File, a.Line),
		})
	}
}

// pointer leaves in an answer's own box where the answer went, in as many words as fit; a box
// too small for any stays empty, since the Additional Information page names it.
func (o *overflow) pointer(f *catalog.Field, field Field) Field {
	for _, words := range []string{"See Part %s, Additional Information.", "See Part %s", "See Pt. %s"} {
		text := fmt.Sprintf(words, o.ed.SlotItem)
		if set, err := o.fit(f, text); err == nil {
			field.Value = text
			return place(f, field, set)
		}
	}
	field.Value = ""
	return field
}

// fit sets a text as the field's kind wants.
func (o *overflow) fit(f *catalog.Field, text string) (setting, error) {
	if f.Comb && f.MaxLen > 0 {
		return comb(f, text)
	}
	if n := len([]rune(text)); f.MaxLen > 0 && n > f.MaxLen {
		return setting{}, tooLong(n, f.MaxLen)
	}
	if f.Multiline {
		if set, ok := o.m.several(f, text); ok {
			return set, nil
		}
		return setting{}, errors.New("the text is longer than its box")
	}
	if set, ok := o.m.single(f, text); ok {
		return set, nil
	}
	return setting{}, errors.New("the text is wider than its box")
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

// slots puts the gathered answers into the form's slots, in the form's order, long ones over
// several. Answers that need more slots than the form has are an error that names the items.
func (o *overflow) slots() []Field {
	o.also()
	var fields []Field
	next := 0
	for _, x := range o.gathered() {
		left := x.text
		for left != "" {
			if next == len(o.ed.Slots) {
				o.m.fail("%s: Form %s item %s: the text is longer than the Additional Information page", o.part, o.ed.Form, x.name())
				return nil
			}
			var filled []Field
			filled, left = o.slot(o.ed.Slots[next], x, left)
			fields = append(fields, filled...)
			next++
		}
	}
	return fields
}

// gathered are the answers in the form's order; those of one item, as the cells of a table, share what room they need.
func (o *overflow) gathered() []extra {
	slices.SortStableFunc(o.rest, extra.compare)
	var list []extra
	for _, x := range o.rest {
		if last := len(list) - 1; last >= 0 && list[last].compare(x) == 0 {
			list[last].text += "\n" + x.text
			list[last].keys = append(slices.Clone(list[last].keys), x.keys...)
			continue
		}
		list = append(list, x)
	}
	return list
}

// slot fills one slot with as many whole lines as it takes and returns what is left.
func (o *overflow) slot(s catalog.Slot, x extra, text string) (filled []Field, left string) {
	box, ok := o.ed.Field(s.Text)
	if !ok {
		o.m.fail("Form %s: slot field %q is not in the inventory", o.ed.Form, s.Text)
		return nil, ""
	}
	for _, ref := range [][2]string{
		{s.Page, strconv.Itoa(x.page)}, {s.Part, x.part}, {s.Item, x.item},
	} {
		if f, ok := o.ed.Field(ref[0]); ok {
			filled = append(filled, o.reference(f, ref[1], x))
		}
	}
	size := sizes(box)[0]
	lines := o.m.wrap(faceOf(box.FontName), size, width(box), text)
	room := min(len(lines), capacity(box, size))
	set := setting{Lines: lines[:room], Face: faceOf(box.FontName), Size: size, Leading: leading(box, size), Align: box.Align}
	value := strings.Join(lines[:room], "\n")
	filled = append(filled, place(box, o.slotField(box, value, x), set))
	return filled, strings.Join(lines[room:], "\n")
}

// reference sets a slot's page, part or item number.
func (o *overflow) reference(f *catalog.Field, value string, x extra) Field {
	set, err := o.fit(f, value)
	if err != nil {
		o.m.fail("%s: Form %s item %s: its reference %q: %w", o.part, o.ed.Form, x.name(), value, err)
	}
	return place(f, o.slotField(f, value, x), set)
}

func (o *overflow) slotField(f *catalog.Field, value string, x extra) Field {
	return Field{
		Name: f.Name, Item: f.Item, Kind: TextField, Page: f.Page, Rect: f.Rect, Value: value,
		From: x.keys, Map: x.line,
	}
}
