// Package plan is the packet as data: every part in filing order, every field's final text and
// where it came from, every laid-out page of text, every finding.
//
// The plan is pure: it is made from the case, the catalog and the exhibits' facts, and it reads
// no file and no clock. Later stages draw it and decide nothing; it marshals to JSON, so it is
// also what `parolepack plan` prints and what the packet's manifest keeps.
package plan

import (
	"parolepack/internal/evidence"
	"parolepack/internal/finding"
	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// A Plan is one packet before anything is drawn. Parts are in filing order and no later stage
// reorders them.
type Plan struct {
	CaseNumber string `json:"case_number"`
	Filing     string `json:"filing"`
	// Title and Language go to the document's information and catalog (ISO 32000-1 14.3.3, 14.9.2).
	Title    string `json:"title"`
	Language string `json:"language"`
	// PreparedOn dates the letter, AsOf is the day on which fees, editions and ages are judged; both ISO.
	PreparedOn string `json:"prepared_on"`
	AsOf       string `json:"as_of"`
	// Practice marks every page PRACTICE, Draft marks every page DRAFT.
	Practice bool `json:"practice"`
	Draft    bool `json:"draft"`
	// Pages counts the packet's pages.
	Pages    int            `json:"pages"`
	Parts    []Part         `json:"parts"`
	Findings finding.List   `json:"findings"`
	Signing  []SignatureBox `json:"signing,omitempty"`
	// Unusable are the exhibit files that cannot become pages. A plan with any is for reading:
	// no packet is built from it.
	Unusable []Unusable     `json:"unusable,omitempty"`
	Facts    evidence.Facts `json:"facts"`
}

// Kind is what a part is.
type Kind string

// The kinds of part.
const (
	Form Kind = "form"
	// Continuation is the sheets of ours that follow a form directly, with what it has no room for.
	Continuation Kind = "continuation"
	Letter       Kind = "letter"
	Index        Kind = "index"
	Divider      Kind = "divider"
	Exhibit      Kind = "exhibit"
)

// A Part is one contiguous run of pages in the packet.
type Part struct {
	// ID is unique in the packet: `i-131/nour`, `i-134/nour/samir`, `cover-letter`, `exhibit/funding`.
	ID    string `json:"id"`
	Kind  Kind   `json:"kind"`
	Title string `json:"title"`
	// First is the packet page it starts on, 1-based; Pages counts its pages.
	First int `json:"first"`
	Pages int `json:"pages"`
	// Filed is the page of the whole packet on which a part of an excerpt starts; 0 where the plan is the whole.
	Filed int `json:"filed,omitempty"`
	// Label is the page label's prefix (ISO 32000-1 12.4.2): page 3 of prefix `I-131 ` is `I-131 3`.
	Label string `json:"label"`
	// Under is the ID of the part whose outline entry holds this one's; empty at the top.
	Under string `json:"under,omitempty"`
	// Beneficiary is the id of the person it is for; empty where it is for all.
	Beneficiary string       `json:"beneficiary,omitempty"`
	Form        *FormPart    `json:"form,omitempty"`
	Text        *TextPart    `json:"text,omitempty"`
	Exhibit     *ExhibitPart `json:"exhibit,omitempty"`
	// Sheets is what continuation sheets say; Text is how it is laid out.
	Sheets *SheetsPart `json:"sheets,omitempty"`
}

// A FormPart is one filled copy of one form.
type FormPart struct {
	Form    string `json:"form"`    // `I-131`
	Edition string `json:"edition"` // `2025-01-20`
	// By names the supporter who signs an I-134; empty on every other form.
	By string `json:"by,omitempty"`
	// Practice says that it is drawn on our practice form.
	Practice bool `json:"practice"`
	// Fields are the fields that show something, in the inventory's order.
	Fields []Field `json:"fields"`
	// Expedite asks for the word EXPEDITE at the top right of page 1 (docs/facts.md 4.5).
	Expedite bool `json:"expedite,omitempty"`
}

// A SheetsPart is the continuation sheets of one form, which Part.Under names: its answers in the form's order.
type SheetsPart struct {
	Form    string   `json:"form"`    // `I-131`
	Edition string   `json:"edition"` // `2025-01-20`
	Answers []Answer `json:"answers"`
}

// An Answer is a text that stands away from its box, under the page, part and item that ask for it.
type Answer struct {
	Page int    `json:"page"`
	Part string `json:"part"`
	Item string `json:"item"`
	Text string `json:"text"`
	// Continued tells that the answer began in the form's own part for additional information.
	Continued bool `json:"continued,omitempty"`
	// From names the case keys that the text came from, Map the map's line that made it.
	From []string `json:"from,omitempty"`
	Map  string   `json:"map,omitempty"`
}

// FieldKind is how a field shows its value.
type FieldKind string

// The kinds of field.
const (
	TextField   FieldKind = "text"
	CheckField  FieldKind = "check"
	ChoiceField FieldKind = "choice"
)

// A Field is one form field with its final value and how it is set.
type Field struct {
	Name string    `json:"name"`
	Item string    `json:"item"`
	Kind FieldKind `json:"kind"`
	// Page is the form's page, 1-based; Rect is left, bottom, right, top in points on that page.
	Page int        `json:"page"`
	Rect [4]float64 `json:"rect"`
	// Value is the whole value as the form holds it (/V): text, on-state or export value.
	Value string `json:"value"`
	// Index is a choice's place in /Opt, 0-based (/I, ISO 32000-1 12.7.4.4).
	Index int `json:"index,omitempty"`
	// Lines are the text as set, top to bottom; one line for a single-line field or choice.
	Lines []string `json:"lines,omitempty"`
	Face  font.ID  `json:"face,omitempty"`
	Size  float64  `json:"size,omitempty"`
	// Align is 0 left, 1 centred, 2 right (/Q).
	Align int `json:"align,omitempty"`
	// Comb is the number of equal cells (MaxLen of a comb field); 0 for none.
	Comb int `json:"comb,omitempty"`
	// Multiline text starts at the top of its box; Leading is the distance of its baselines in points.
	Multiline bool    `json:"multiline,omitempty"`
	Leading   float64 `json:"leading,omitempty"`
	// From names the case keys that the value came from.
	From []string `json:"from,omitempty"`
	// Map is the map's line that made it: file and expression, as `i-131/2025-01-20.yaml:120`.
	Map string `json:"map,omitempty"`
}

// Unusable is one file that an exhibit names and that cannot become its pages.
type Unusable struct {
	Label string `json:"label"` // `Exhibit C`
	Path  string `json:"path"`
	// Summary completes the sentence `exhibit C: "lease.pdf" …`; Do is the way out.
	Summary string `json:"summary"`
	Do      string `json:"do"`
}

// A SignatureBox is one box to sign by hand. Item is empty where the page asks for one signature alone: on the cover
// letter and on continuation sheets.
type SignatureBox struct {
	Part string `json:"part"`
	Form string `json:"form"`
	Item string `json:"item"`
	Who  string `json:"who"`
	// Page is the packet page, 1-based.
	Page int `json:"page"`
}

// A TextPart is pages that we write, already laid out.
type TextPart struct {
	Template string        `json:"template"`
	Pages    []layout.Page `json:"pages"`
}

// An ExhibitPart is the pages of one exhibit, in order: originals, translation, certificate.
type ExhibitPart struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"` // `Exhibit C`
	Sources  []Source `json:"sources"`
	Rotate   int      `json:"rotate,omitempty"`
	Password string   `json:"-"`
}

// Role is what a source is to its exhibit.
type Role string

// The roles, in the order of the packet.
const (
	Original    Role = "original"
	Translated  Role = "translation"
	Certificate Role = "certificate"
)

// A Source is pages of one file.
type Source struct {
	// Path is as the case writes it, without a range; the file itself is in the plan's facts.
	Path  string        `json:"path"`
	Abs   string        `json:"-"`
	Role  Role          `json:"role"`
	Kind  evidence.Kind `json:"kind"`
	Pages []int         `json:"pages"` // page numbers of the file, 1-based, in packet order
}
