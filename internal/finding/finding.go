// Package finding holds what the program has to say about a case: values, never errors.
//
// A finding names a stable code, how bad it is, where in the case file it lies and what the
// paralegal should do. Findings are collected, sorted and printed by others; nothing here
// knows the rules themselves.
package finding

import (
	"cmp"
	"slices"
)

// Severity says how much a finding weighs.
type Severity string

// The severities, from the worst to the mildest.
const (
	// Blocker keeps a packet a DRAFT; it cannot be waived.
	Blocker Severity = "blocker"
	// Warning should be looked at; a firm may accept it in the case file's waivers.
	Warning Severity = "warning"
	// Note tells the paralegal something worth knowing.
	Note Severity = "note"
)

// rank orders severities, the worst first.
func (s Severity) rank() int {
	switch s {
	case Blocker:
		return 0
	case Warning:
		return 1
	}
	return 2
}

// Place is where in the case file a finding lies. The zero Place is the case as a whole.
type Place struct {
	// File is the case file's name as the user gave it.
	File string `json:"file,omitempty"`
	// Path is the key, as in `beneficiaries[0].born.date`.
	Path string `json:"path,omitempty"`
	// Line and Column are 1-based; 0 where unknown.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
}

// A Finding is one thing that a rule noticed.
type Finding struct {
	// Code is stable across releases, as in `medical-home-physician-missing`.
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Place    Place    `json:"place"`
	// About is the person, form or exhibit concerned, by id; empty for the whole case.
	About string `json:"about,omitempty"`
	// Summary is one sentence that says what is wrong.
	Summary string `json:"summary"`
	// Do is one sentence that says the way out.
	Do string `json:"do,omitempty"`
	// Rule is the law, form item or filing rule that it rests on.
	Rule string `json:"rule,omitempty"`
}

// A List is findings in reading order.
type List []Finding

// Blocked reports whether the list holds a blocker.
func (l List) Blocked() bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Severity == Blocker })
}

// Count returns how many findings have the severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Sort puts the worst first, then follows the case file from top to bottom, then the code,
// so that the same case always reads the same.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Severity.rank(), b.Severity.rank()),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Place.Path, b.Place.Path),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.About, b.About),
		)
	})
}
