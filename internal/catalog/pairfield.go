package catalog

import (
	"slices"
	"unicode/utf8"
)

// maxLabel is the longest label that a practice form has room for, in characters.
const maxLabel = 40

// field joins one field of the inventory with its entry in the map.
func (p *pairing) field(inv InventoryField) Field {
	f := Field{
		Name: inv.Name, Kind: inv.Type, Page: inv.Page, Rect: inv.Rect, MaxLen: inv.MaxLen,
		Comb: inv.Comb, Multiline: inv.Multiline, ReadOnly: inv.ReadOnly, On: inv.On, Options: inv.Options,
		Tooltip: inv.Tooltip, Align: inv.Q, FontSize: sizeOf(inv.DA), FontName: fontOf(inv.DA), File: p.file,
	}
	m := p.entries[inv.Name]
	if m == nil {
		return f // checkNames has told
	}
	f.Item, f.Label, f.Blank, f.Why, f.Rules = m.Item, m.Label, m.Blank, m.Why, m.Rules
	f.As, f.Line = m.As, m.Line
	f.Overflows = f.Kind == KindText && !f.Comb && m.Blank == "" && len(p.m.Additional.Slots) > 0 && m.Overflow != NoOverflow
	p.complete(&f, m)
	p.value(&f, m)
	p.instead(&f, m)
	p.checkField(&f)
	p.checkOverflow(&f, m)
	return f
}

// complete takes page and on-state from the map where the inventory does not know them.
func (p *pairing) complete(f *Field, m *mapField) {
	switch {
	case m.Page != 0 && f.Page != 0:
		p.fail(m.Line, "the inventory knows the page of %s; drop page", f.Name)
	case m.Page != 0:
		f.Page = m.Page
	}
	switch {
	case m.On != "" && len(f.On) > 0:
		p.fail(m.Line, "the inventory knows the on-state of %s; drop on", f.Name)
	case m.On != "":
		f.On = []string{m.On}
	}
	if f.Page > p.m.Pages {
		p.fail(m.Line, "field %s is on page %d of a form of %d; correct pages", f.Name, f.Page, p.m.Pages)
	}
}

// value wants one of text, check, choose and blank, the one that the field's kind takes.
func (p *pairing) value(f *Field, m *mapField) {
	given := map[string]string{"text": m.Text, "check": m.Check, "choose": m.Choose, "blank": string(m.Blank)}
	count := 0
	for _, v := range given {
		if v != "" {
			count++
		}
	}
	key := map[Kind]string{KindText: "text", KindCheckbox: "check", KindChoice: "choose"}[f.Kind]
	switch {
	case count != 1:
		p.fail(m.Line, "field %s has %d values; give one of text, check, choose or blank", f.Name, count)
	case m.Blank != "":
		p.checkBlank(f)
	case f.Kind.HoldsNothing():
		p.fail(m.Line, "field %s is a %s; leave it with blank: machine", f.Name, f.Kind)
	case given[key] == "":
		p.fail(m.Line, "field %s is a %s; give it %s or blank", f.Name, f.Kind, key)
	default:
		p.compile(f, given[key])
	}
}

// instead compiles what box and additional-information page say of a value that the box is too small for.
func (p *pairing) instead(f *Field, m *mapField) {
	for _, x := range []struct {
		key, source string
		to          **Expr
	}{{"short", m.Short, &f.Short}, {"in_full", m.InFull, &f.InFull}} {
		if x.source == "" {
			continue
		}
		expr, err := p.compiler.compile(x.source, outcomeText)
		if err != nil {
			p.fail(m.Line, "field %s: %s: %v", f.Name, x.key, err)
			continue
		}
		*x.to = expr
	}
}

func (p *pairing) compile(f *Field, source string) {
	want := outcomeText
	if f.Kind == KindCheckbox {
		want = outcomeBool
	}
	expr, err := p.compiler.compile(source, want)
	if err != nil {
		p.fail(f.Line, "field %s: %v", f.Name, err)
		return
	}
	f.Expr = expr
}

func (p *pairing) checkBlank(f *Field) {
	reasons := []string{string(OfficialUse), string(ByHand), string(NotForParole), string(Machine), string(Overflow)}
	switch {
	case !slices.Contains(reasons, string(f.Blank)):
		p.fail(f.Line, "blank: %s is no reason%s", f.Blank, suggest(string(f.Blank), reasons))
	case f.Kind.HoldsNothing() && f.Blank != Machine:
		p.fail(f.Line, "field %s is a %s; leave it with blank: machine", f.Name, f.Kind)
	}
}

// checkField holds the rules that concern one entry alone.
func (p *pairing) checkField(f *Field) {
	switch {
	case f.Label == "" && f.Blank != Machine:
		p.fail(f.Line, "field %s has no label; practice forms print it", f.Name)
	case utf8.RuneCountInString(f.Label) > maxLabel:
		p.fail(f.Line, "the label of %s is longer than %d characters; shorten it", f.Name, maxLabel)
	case f.Why != "" && f.Blank == "":
		p.fail(f.Line, "field %s has a value and a why; why explains a blank", f.Name)
	case f.Rules != 0 && !f.Multiline:
		p.fail(f.Line, "field %s has one line; rules are for multi-line boxes", f.Name)
	case f.Kind == KindCheckbox && f.Expr != nil && len(f.On) != 1:
		p.fail(f.Line, "checkbox %s has %d on-states; it needs one", f.Name, len(f.On))
	}
}

// checkOverflow holds the rules about a text that does not fit its box.
func (p *pairing) checkOverflow(f *Field, m *mapField) {
	text := f.Kind == KindText && f.Expr != nil
	wants := []string{NoOverflow, AdditionalInformation}
	switch {
	case m.Overflow != "" && !slices.Contains(wants, m.Overflow):
		p.fail(f.Line, "overflow: %s leads nowhere; it may be %s, for a field whose text stays in its box", m.Overflow, NoOverflow)
	case (m.Overflow != "" || m.As != "" || m.Short != "" || m.InFull != "") && !text:
		p.fail(f.Line, "field %s holds no text that could overflow; drop overflow, as, short and in_full", f.Name)
	case m.Overflow == AdditionalInformation && len(p.m.Additional.Slots) == 0:
		p.fail(f.Line, "the form has no additional-information slots; drop overflow or give the slots")
	case m.InFull != "" && !f.Overflows:
		p.fail(f.Line, "field %s says in_full but does not overflow; drop one of them", f.Name)
	case f.Overflows && text && f.Item == "":
		p.fail(f.Line, "field %s overflows without an item; give item, or overflow: none", f.Name)
	}
}
