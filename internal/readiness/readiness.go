// Package readiness holds a case against what a request for humanitarian parole must contain
// and says what is missing, where in the case file it lies and what to do.
//
// The rules stand in one table, a file a subject. They follow the agency's practice (INA
// 212(d)(5)(A), 8 CFR 103.2 and 212.5, the instructions of Forms I-131 and I-134): only for a
// person outside the United States, a ground and a basis, why no visa can be had, reasons and
// length for each person, the medical minimum, a financial supporter each, identity,
// translations. A rule speaks of people and exhibits by their ids; no summary holds an
// A-Number, a Social Security number, a passport number or a date of birth.
//
// The package is pure: it reads no file and no clock, and the same input gives the same list.
package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/evidence"
	"parolepack/internal/finding"
)

// Input is everything that the rules look at. Nothing in it is changed.
type Input struct {
	// Case is the case as read; nil gives no findings.
	Case *casefile.Case
	// Place turns a key's path into its place in the case file; nil gives the path alone.
	Place func(path string) finding.Place
	// Filing is the filing's fees, editions, addresses and evidence lists; nil leaves out the
	// rules that rest on them.
	Filing *catalog.Filing
	// Facts is what probing the exhibits told; rules about files are left out where its map is nil.
	Facts evidence.Facts
	// AsOf is the day on which ages, fees and editions are judged.
	AsOf casefile.Date
	// Edition returns the edition of a form that the packet holds, as in 2025-01-20, and false
	// for a form without a field map. Where it is nil, the filing's own editions stand in.
	Edition func(form string) (edition string, ok bool)
	// Codes are codes of findings that others make and a case may accept; nil for none.
	Codes []string
}

// Check runs every rule over the case and returns what they noticed in the order of
// finding.List.Sort. Warnings that the case accepts under `waivers` come back as notes that
// carry the firm's reason; a blocker cannot be accepted.
func Check(in Input) finding.List {
	if in.Case == nil {
		return nil
	}
	c := newCheck(in)
	for _, r := range rules() {
		c.rule = r
		r.find(c)
	}
	list := Accept(c.list, in.Case.Waivers)
	list.Sort()
	return list
}
