package catalog

import (
	"fmt"
	"strings"

	"parolepack/internal/casefile"
)

// Kind is what a form field is.
type Kind string

// The kinds of field. A signature box is a text field: the agency's forms hold no signature fields.
const (
	KindText     Kind = "text"
	KindCheckbox Kind = "checkbox"
	KindChoice   Kind = "choice"
	KindBarcode  Kind = "barcode"
)

func (k Kind) known() bool {
	return k == KindText || k == KindCheckbox || k == KindChoice || k == KindBarcode
}

// Blank says why a map leaves a field empty.
type Blank string

// The reasons to leave a field empty.
const (
	// OfficialUse marks boxes that the agency fills.
	OfficialUse Blank = "official_use"
	// ByHand marks signatures, their dates and card numbers, which are written in ink.
	ByHand Blank = "by_hand"
	// NotForParole marks questions that a request for parole from abroad does not answer.
	NotForParole Blank = "not_for_parole"
	// Machine marks barcodes and buttons.
	Machine Blank = "machine"
	// Overflow marks the additional-information slots, which the plan fills.
	Overflow Blank = "overflow"
)

// AdditionalInformation is the one place that a text may overflow to: the form's own page for it.
const AdditionalInformation = "additional_information"

// An Edition is one edition of one form: its fields in the inventory's order and what goes in each.
type Edition struct {
	// Form is the form's number, as in I-131; Edition its date, ISO; Printed the date as printed
	// at the bottom of every page (FACTS 2.16).
	Form, Edition, Printed string
	Title                  string
	// Pages counts the form's pages.
	Pages  int
	Fields []Field
	// Slots are the additional-information slots in printed order; SlotItem is the Part that holds
	// them. Both are empty for a form that has none.
	Slots    []Slot
	SlotItem string
	// Also are answers without a box of their own, which go to the slots: a fourth other name.
	Also []Answer
	// Signatures are the boxes to sign by hand, in printed order.
	Signatures []Signature
	// Source says where the map was checked, AsOf when.
	Source string
	AsOf   casefile.Date
	// File is the map's path in the fields folder.
	File string

	byName map[string]int
}

// A Slot is one additional-information entry: the names of its page, part, item and text fields.
type Slot struct {
	Page string `yaml:"page"`
	Part string `yaml:"part"`
	Item string `yaml:"item"`
	Text string `yaml:"text"`
	Line int
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

// A Field is one field of one edition: what the blank declares of it and what the map puts in it.
// It has either an Expr or a Blank.
type Field struct {
	// Name is the fully qualified name (ISO 32000-1, 12.7.3.2).
	Name string
	// Item is part and item as printed, as in 2.8; Label a short name of at most 40 characters.
	Item, Label string
	Kind        Kind
	// Page is 1-based; 0 where the blank was not at hand and the map does not say.
	Page int
	// Rect is left, bottom, right, top in points; zero where the blank was not at hand.
	Rect [4]float64
	// MaxLen is the most characters that a text may have; 0 for no limit.
	MaxLen          int
	Comb, Multiline bool
	// ReadOnly is the blank's own flag. It decides nothing: the agency's script unlocks such fields.
	ReadOnly bool
	// On holds a checkbox's on-states; Options a choice's export values and labels.
	On      []string
	Options [][2]string
	Tooltip string
	// Align is 0 left, 1 centred, 2 right.
	Align int
	// FontSize is in points, from the default appearance; 0 where it declares none.
	FontSize float64
	// FontName is the font that the default appearance names, as in CourierNewPS-BoldMT.
	FontName string

	// Expr is the value's expression; nil for a blank field.
	Expr *Expr
	// Blank says why the field stays empty, Why adds a reason in words.
	Blank Blank
	Why   string
	// Rules is the pitch of a multi-line box's printed lines in points; 0 for a plain box.
	Rules float64
	// Overflow is AdditionalInformation where a text that does not fit goes there whole.
	Overflow string
	// As is how the additional-information page names the field, where part and item will not do.
	As string
	// File and Line are the field's place in its map.
	File string
	Line int
}

// Part is the printed part that the field's item is in, as in 8 for 8.3.a.
func (f *Field) Part() string { return partOf(f.Item) }

// ItemNumber is the field's item without its part, as in 3.a for 8.3.a.
func (f *Field) ItemNumber() string { return numberOf(f.Item) }

func partOf(item string) string {
	part, _, _ := strings.Cut(item, ".")
	return part
}

func numberOf(item string) string {
	_, number, _ := strings.Cut(item, ".")
	return number
}

// Text returns a text field's whole value; empty for a blank field.
func (f *Field) Text(env *Env) (string, error) {
	if f.Expr == nil {
		return "", nil
	}
	s, err := f.Expr.string(env)
	return s, f.wrap(err)
}

// Check returns whether a checkbox is checked; false for a blank field.
func (f *Field) Check(env *Env) (bool, error) {
	if f.Expr == nil {
		return false, nil
	}
	on, err := f.Expr.bool(env)
	return on, f.wrap(err)
}

// Choose returns a choice's export value, or nothing where the field is left as it is. A value
// that the field does not offer is an error.
func (f *Field) Choose(env *Env) (string, error) {
	value, err := f.Text(env)
	if err != nil || value == "" {
		return "", err
	}
	if _, ok := f.Option(value); !ok {
		return "", f.wrap(fmt.Errorf("%q is not one of its choices", value))
	}
	return value, nil
}

// Option returns the place in Options of an export value, 0-based.
func (f *Field) Option(export string) (int, bool) {
	for i, o := range f.Options {
		if o[0] == export {
			return i, true
		}
	}
	return 0, false
}

func (f *Field) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s:%d: field %s: %w", f.File, f.Line, f.Name, err)
}

// Field returns the field of that full name.
func (e *Edition) Field(name string) (*Field, bool) {
	i, ok := e.byName[name]
	if !ok {
		return nil, false
	}
	return &e.Fields[i], true
}
