package catalog

import (
	"slices"
	"strings"
)

// checkSlots wants the slots' fields in the inventory, left for overflow, each in one slot, and
// no field left for overflow that no slot names.
func (p *pairing) checkSlots(e *Edition) {
	used := map[string]bool{}
	for _, s := range e.Slots {
		for _, name := range []string{s.Page, s.Part, s.Item, s.Text} {
			p.wantBlank(e, s.Line, name, Overflow)
			if used[name] {
				p.fail(s.Line, "field %s is in two slots; keep one", name)
			}
			used[name] = true
		}
	}
	for i := range e.Fields {
		if f := &e.Fields[i]; f.Blank == Overflow && !used[f.Name] {
			p.fail(f.Line, "field %s is left for overflow but is in no slot; add it to additional_information", f.Name)
		}
	}
}

// answers compiles what goes to the additional-information page for want of a box of its own.
func (p *pairing) answers(e *Edition) {
	for _, m := range p.m.Additional.Also {
		text, err := p.compiler.compile(m.Text, outcomeText)
		switch {
		case err != nil:
			p.fail(m.Line, "item %s: %v", m.Item, err)
		case m.Item == "" || m.Page < 1 || m.Page > e.Pages:
			p.fail(m.Line, "an answer without its place; give item and page as printed")
		case len(e.Slots) == 0:
			p.fail(m.Line, "the form has no additional-information slots; drop also or give the slots")
		default:
			e.Also = append(e.Also, Answer{Item: m.Item, Page: m.Page, Text: text, File: p.file, Line: m.Line})
		}
	}
}

// nameShared names by their labels the fields that share an item with another, so that the additional-information page
// tells which of them an answer is for.
func (p *pairing) nameShared(e *Edition) {
	count := map[string]int{}
	overflows := func(f *Field) bool { return f.Overflows && f.Expr != nil }
	for i := range e.Fields {
		if f := &e.Fields[i]; overflows(f) {
			count[f.Item]++
		}
	}
	for i := range e.Fields {
		if f := &e.Fields[i]; overflows(f) && f.As == "" && count[f.Item] > 1 {
			f.As = strings.ReplaceAll(f.Label, ": ", ", ")
		}
	}
}

// sheets compiles what heads the continuation sheets of a form that has slots to run out of.
func (p *pairing) sheets(e *Edition) {
	m := &p.m.Additional
	if len(e.Slots) == 0 {
		return
	}
	e.Sheets = Sheets{signedBy: m.SignedBy, file: p.file, line: m.Line}
	if m.Name == "" {
		p.fail(m.Line, "continuation sheets need a name at their head; give name in additional_information")
		return
	}
	e.Sheets.name = p.head("name", m.Name)
	if m.ANumber != "" {
		e.Sheets.aNumber = p.head("a_number", m.ANumber)
	}
	if signers := signers(); m.SignedBy != "" && !slices.Contains(signers, m.SignedBy) {
		p.fail(m.Line, "nobody signs as %q%s", m.SignedBy, suggest(m.SignedBy, signers))
	}
}

func (p *pairing) head(key, source string) *Expr {
	x, err := p.compiler.compile(source, outcomeText)
	if err != nil {
		p.fail(p.m.Additional.Line, "additional_information: %s: %v", key, err)
	}
	return x
}

// signers are those who may sign a form.
func signers() []string {
	return []string{"filer", "petitioner", "beneficiary", "supporter", "client", "attorney", "preparer", "interpreter", "card_holder", "law_student"}
}

// signatures joins the signatures with their fields.
func (p *pairing) signatures(e *Edition) {
	signers := signers()
	for _, m := range p.m.Signatures {
		s := Signature{Item: m.Item, Name: m.Name, Date: m.Date, Who: m.Who, Page: m.Page}
		p.wantBlank(e, m.Line, m.Name, ByHand)
		if m.Date != "" {
			p.wantBlank(e, m.Line, m.Date, ByHand)
		}
		if !slices.Contains(signers, m.Who) {
			p.fail(m.Line, "nobody signs as %q%s", m.Who, suggest(m.Who, signers))
		}
		if f, ok := e.Field(m.Name); ok && s.Page == 0 {
			s.Page = f.Page
		}
		if m.When != "" {
			var err error
			if s.When, err = p.compiler.compile(m.When, outcomeBool); err != nil {
				p.fail(m.Line, "signature %s: %v", m.Item, err)
			}
		}
		e.Signatures = append(e.Signatures, s)
	}
}

// wantBlank wants a field that the inventory has and that the map leaves for the reason given.
func (p *pairing) wantBlank(e *Edition, line int, name string, reason Blank) {
	f, ok := e.Field(name)
	switch {
	case !ok:
		p.fail(line, "the inventory has no field %q; correct the name", name)
	case f.Blank != reason:
		p.fail(line, "field %s must be blank: %s to be named here", name, reason)
	}
}
