package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parolepack/internal/catalog"
)

// deliver puts the gathered answers into the form's slots, in the form's order, long ones over several. What the slots have no
// room for comes back for continuation sheets. Each box that was too small says where its answer went.
func (o *overflow) deliver() (fields []Field, rest []Answer) {
	o.also()
	free := o.ed.Slots
	for _, x := range o.gathered() {
		slots := len(free)
		for x.Text != "" && len(free) > 0 {
			filled, left, ok := o.slot(free[0], &x.Answer)
			if !ok {
				break
			}
			fields, free, x.Text, x.Continued = append(fields, filled...), free[1:], left, true
		}
		fields = append(fields, o.pointers(x.boxes, len(free) < slots)...)
		if x.Text != "" {
			rest = append(rest, x.Answer)
		}
	}
	return fields, rest
}

// gathered are the answers in the form's order; those of one item, as the cells of a table, share what room they need.
func (o *overflow) gathered() []extra {
	slices.SortStableFunc(o.rest, extra.compare)
	var list []extra
	for _, x := range o.rest {
		if last := len(list) - 1; last >= 0 && list[last].compare(x) == 0 {
			list[last].Text += "\n" + x.Text
			list[last].From = slices.Concat(list[last].From, x.From)
			list[last].boxes = append(list[last].boxes, x.boxes...)
			continue
		}
		list = append(list, x)
	}
	return list
}

// slot fills one slot with as many whole lines as it takes and returns what is left. ok is false where the slot has no room
// for the numbers of the answer's page, part and item, without which no answer may stand.
func (o *overflow) slot(s catalog.Slot, x *Answer) (filled []Field, left string, ok bool) {
	for _, ref := range [][2]string{{s.Page, strconv.Itoa(x.Page)}, {s.Part, x.Part}, {s.Item, x.Item}} {
		f, known := o.ed.Field(ref[0])
		if !known {
			return nil, x.Text, false
		}
		set, err := o.fit(f, ref[1])
		if err != nil {
			return nil, x.Text, false
		}
		filled = append(filled, place(f, slotField(f, ref[1], x), set))
	}
	f, known := o.ed.Field(s.Text)
	if !known {
		return nil, x.Text, false
	}
	face, size := faceOf(f.FontName), sizes(f)[0]
	lines := o.m.wrap(face, size, width(f), x.Text)
	lines = lines[:min(len(lines), capacity(f, size))]
	taken, left := split(x.Text, lines)
	set := setting{Lines: lines, Face: face, Size: size, Leading: leading(f, size), Align: f.Align}
	return append(filled, place(f, slotField(f, taken, x), set)), left, true
}

// split cuts a text behind the lines that were set of it. Setting changes spaces alone, so the other characters are counted.
func split(text string, lines []string) (taken, left string) {
	count := 0
	for _, line := range lines {
		count += shown(line)
	}
	for at, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		if count == 0 {
			return strings.TrimSpace(text[:at]), text[at:]
		}
		count--
	}
	return text, ""
}

// shown counts the characters of a line that are no spaces.
func shown(line string) int {
	n := 0
	for _, r := range line {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

func slotField(f *catalog.Field, value string, x *Answer) Field {
	return Field{
		Name: f.Name, Item: f.Item, Kind: TextField, Page: f.Page, Rect: f.Rect, Value: value,
		From: x.From, Map: x.Map,
	}
}

// pointers leave in the boxes of an answer where it went, in as many words as fit; a box too small for any stays empty, since
// the answer stands under its page, part and item.
func (o *overflow) pointers(boxes []box, inForm bool) []Field {
	words := []string{"See continuation sheet.", "See cont. sheet", "See sheet", "Sheet"}
	if part := o.ed.SlotItem; inForm {
		words = []string{fmt.Sprintf("See Part %s, Additional Information.", part), "See Part " + part, "See Pt. " + part, "Pt. " + part}
	}
	var fields []Field
	for _, b := range boxes {
		for _, text := range words {
			if set, err := o.fit(b.f, text); err == nil {
				b.field.Value = text
				fields = append(fields, place(b.f, b.field, set))
				break
			}
		}
	}
	return fields
}
