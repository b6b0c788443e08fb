package pdf

// FieldKind tells the kinds of form fields apart (ISO 32000-1, 12.7.4).
type FieldKind uint8

// The kinds of fields.
const (
	// KindUnknown is a field without a known /FT.
	KindUnknown FieldKind = iota
	// KindText is a field that holds text.
	KindText
	// KindBarcode is a text field shown as a PDF417 barcode.
	KindBarcode
	// KindCheckbox is a box that is on or off.
	KindCheckbox
	// KindRadio is a set of buttons of which one is on.
	KindRadio
	// KindPushbutton is a button that holds no value.
	KindPushbutton
	// KindChoice is a list or a combo box.
	KindChoice
	// KindSignature is a field for a digital signature.
	KindSignature
)

// String returns the kind in one lower-case word.
func (k FieldKind) String() string {
	names := [...]string{"unknown", "text", "barcode", "checkbox", "radio", "pushbutton", "choice", "signature"}
	if int(k) < len(names) {
		return names[k]
	}
	return names[0]
}

// Field flags (ISO 32000-1, tables 221, 226, 228 and 230).
const (
	FlagReadOnly   uint32 = 1 << 0  // no user may change it
	FlagMultiline  uint32 = 1 << 12 // of a text: more than one line
	FlagRadio      uint32 = 1 << 15 // of a button: one of a set
	FlagPushbutton uint32 = 1 << 16 // of a button: holds no value
	FlagCombo      uint32 = 1 << 17 // of a choice: a combo box
	FlagComb       uint32 = 1 << 24 // of a text: one cell a character
)

// Field is a terminal field of the interactive form (ISO 32000-1, 12.7.3).
type Field struct {
	// Name is its full name: the partial names from the root, joined by dots.
	Name string
	// Kind tells what it holds.
	Kind FieldKind
	// Ref refers to the field's dictionary.
	Ref Ref
	// Dict is that dictionary with the attributes it inherits merged in.
	Dict Dict
	// Flags is /Ff.
	Flags uint32
	// MaxLen is how many characters a text may have; 0 where any number.
	MaxLen int
	// Options are those of a choice, in order.
	Options []Option
	// DA is the default appearance: content that sets font, size and colour.
	DA string
	// Align is /Q: 0 left, 1 centred, 2 right.
	Align int
	// Tooltip is /TU, the field's name for people.
	Tooltip string
	// Widgets are where it is shown.
	Widgets []Widget
}

// Option is one option of a choice.
type Option struct {
	// Export is the value that is stored.
	Export string
	// Label is the text that is shown.
	Label string
}

// Widget is one place where a field is shown (ISO 32000-1, 12.5.6.19).
type Widget struct {
	// Ref refers to the widget's dictionary, the field's own where they are
	// one.
	Ref Ref
	// Dict is that dictionary.
	Dict Dict
	// Page is the page it stands on, from 1; 0 where it stands on none.
	Page int
	// Rect is its place on the page in points.
	Rect Rect
	// On are its states but Off, in order: the keys of /AP /N.
	On []string
}
