package catalog

import (
	"fmt"
	"strings"

	"parolepack/internal/casefile"
)

// An Edition is one edition of one form: its fields in the inventory's order and what goes in each.
type Edition struct {
	// Form is the form's number, as in I-131; Edition its date, ISO; Printed the date as printed
	// at the bottom of every page (docs/facts.md 2.16).
	Form, Edition, Printed string
	Title                  string
	// Pages counts the form's pages.
	Pages  int
	Fields []Field
	// Slots are the additional-information slots in printed order; SlotItem is the Part that holds
	// them. Both are empty for a form that has none.
	Slots    []Slot
	SlotItem string
	// Sheets is what heads the continuation sheets, for what the slots have no room for.
	Sheets Sheets
	// Also are answers without a box of their own, which go to the slots: a fourth other name.
	Also []Answer
	// Signatures are the boxes to sign by hand, in printed order.
	Signatures []Signature
	// Source says where the map was checked, AsOf when.
	Source string
	AsOf   casefile.Date
	// File is the map's path in the fields folder.
	File string

	byName    map[string]int
	inventory *Inventory
}

// Inferred reports whether any of its fields was told, not read from a blank.
func (e *Edition) Inferred() bool { return e.inventory != nil && e.inventory.Inferred() }

// A Slot is one additional-information entry: the names of its page, part, item and text fields.
type Slot struct {
	Page string `yaml:"page"`
	Part string `yaml:"part"`
	Item string `yaml:"item"`
	Text string `yaml:"text"`
	// Undecided is what a draft has not settled; a slot with it does not load.
	Undecided string `yaml:"undecided"`
	Line      int
}

// Sheets is what stands on a form's continuation sheets beside the answers: whose form it is and who signs them. Its zero
// value is that of a form without additional information, which has none.
type Sheets struct {
	name, aNumber *Expr
	signedBy      string
	file          string
	line          int
}

// Name returns the name at the head of the sheets, as the form's own page for additional information has it.
func (s *Sheets) Name(env *Env) (string, error) { return s.text(s.name, env) }

// ANumber returns the A-Number at the head of the sheets, empty where there is none.
func (s *Sheets) ANumber(env *Env) (string, error) { return s.text(s.aNumber, env) }

func (s *Sheets) text(x *Expr, env *Env) (string, error) {
	if x == nil {
		return "", nil
	}
	text, err := x.string(env)
	if err != nil {
		return "", fmt.Errorf("%s:%d: additional_information: %w", s.file, s.line, err)
	}
	return text, nil
}

// SheetSigner returns who signs the form's continuation sheets: whom the map names, or else who signs the first box of the
// form that is signed in this case.
func (e *Edition) SheetSigner(env *Env) (string, error) {
	if e.Sheets.signedBy != "" {
		return e.Sheets.signedBy, nil
	}
	for i := range e.Signatures {
		signs, err := e.Signatures[i].Signs(env)
		if err != nil || signs {
			return e.Signatures[i].Who, err
		}
	}
	return "", nil
}

// An Answer is a text that the form asks for but gives no box, or too few rows.
type Answer struct {
	// Item is part and item as printed, Page the page that asks, 1-based.
	Item string
	Page int
	Text *Expr
	// File and Line are the answer's place in its map.
	File string
	Line int
}

// Value returns the answer's text, empty where there is nothing to add.
func (a *Answer) Value(env *Env) (string, error) {
	s, err := a.Text.string(env)
	if err != nil {
		return "", fmt.Errorf("%s:%d: item %s: %w", a.File, a.Line, a.Item, err)
	}
	return s, nil
}

// Part is the printed part of the answer's item.
func (a *Answer) Part() string { return partOf(a.Item) }

// ItemNumber is the answer's item without its part.
func (a *Answer) ItemNumber() string { return numberOf(a.Item) }

// A Signature is one box to sign by hand (8 CFR 103.2(a)(2)).
type Signature struct {
	// Item is part and item as printed, as in 10.4.
	Item string
	// Name is the signature's field, Date the field of its date; Date may be empty.
	Name, Date string
	// Who signs: filer, petitioner, beneficiary, supporter, client, attorney, law_student, preparer,
	// interpreter or card_holder.
	Who string
	// Page is the form's page, 1-based.
	Page int
	// When tells whether the box is signed at all; nil means always.
	When *Expr
}

// Signs reports whether the box is to be signed in this case.
func (s *Signature) Signs(env *Env) (bool, error) {
	if s.When == nil {
		return true, nil
	}
	return s.When.bool(env)
}

// Answered tells of a field's full name whether the map has an answer for it, given or not: official use, signatures,
// barcodes and questions that a request for parole does not answer have none.
func (e *Edition) Answered() func(name string) bool {
	names := map[string]bool{}
	for i := range e.Fields {
		if f := &e.Fields[i]; f.Expr != nil || f.Blank == Overflow {
			names[f.Name] = true
		}
	}
	return func(name string) bool { return names[name] }
}

// Field returns the field of that full name.
func (e *Edition) Field(name string) (*Field, bool) {
	i, ok := e.byName[name]
	if !ok {
		return nil, false
	}
	return &e.Fields[i], true
}

func partOf(item string) string {
	part, _, _ := strings.Cut(item, ".")
	return part
}

func numberOf(item string) string {
	_, number, _ := strings.Cut(item, ".")
	return number
}
