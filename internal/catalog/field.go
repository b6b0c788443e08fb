package catalog

import "fmt"

// Kind is what a form field is.
type Kind string

// The kinds of field. A signature box is a text field: the agency's forms hold no signature fields.
const (
	KindText     Kind = "text"
	KindCheckbox Kind = "checkbox"
	KindChoice   Kind = "choice"
	KindBarcode  Kind = "barcode"
	// KindButton is a push button, as one over a printed web address. It holds no value.
	KindButton Kind = "button"
)

func (k Kind) known() bool {
	return k == KindText || k == KindCheckbox || k == KindChoice || k.HoldsNothing()
}

// HoldsNothing reports whether a field answers no question and is never filled: barcodes and buttons.
func (k Kind) HoldsNothing() bool { return k == KindBarcode || k == KindButton }

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

// What a map's overflow may say of a field. AdditionalInformation is the one place that a text may overflow to, the
// form's own part for it and the continuation sheets behind the form; it is where every text goes unless the map says NoOverflow.
const (
	AdditionalInformation = "additional_information"
	NoOverflow            = "none"
)

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
	// Overflows tells that a text that does not fit goes whole to the form's additional information. All texts of a form that
	// has a part for it do, save combs, whose cells are for a number of one length, and what the map says none of.
	Overflows bool
	// Short is what the box says where the value does not fit it: the agency's own abbreviation, or where on the form to
	// look; nil where there is none. A short text that does not fit either counts for nothing.
	Short *Expr
	// InFull is what that page says instead of the value, where a page has room for more than the box, as for a
	// telephone number abroad; nil for the value itself.
	InFull *Expr
	// As names the field before its answer on that page, where several fields share one item; empty where the item names
	// it.
	As string
	// File and Line are the field's place in its map.
	File string
	Line int
}

// Part is the printed part that the field's item is in, as in 8 for 8.3.a.
func (f *Field) Part() string { return partOf(f.Item) }

// ItemNumber is the field's item without its part, as in 3.a for 8.3.a.
func (f *Field) ItemNumber() string { return numberOf(f.Item) }

// Text returns a text field's whole value; empty for a blank field.
func (f *Field) Text(env *Env) (string, error) {
	if f.Expr == nil {
		return "", nil
	}
	s, err := f.Expr.string(env)
	return s, f.wrap(err)
}

// Abbreviated returns what the box says where the value does not fit it; empty where nothing shorter is known.
func (f *Field) Abbreviated(env *Env) (string, error) {
	if f.Short == nil {
		return "", nil
	}
	s, err := f.Short.string(env)
	return s, f.wrap(err)
}

// Whole returns what the additional-information page says of a field that overflows; empty where that is the value.
func (f *Field) Whole(env *Env) (string, error) {
	if f.InFull == nil {
		return "", nil
	}
	s, err := f.InFull.string(env)
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
