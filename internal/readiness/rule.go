package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// A rule is one row of the table: what it notices, how bad that is and what to do about it.
type rule struct {
	// code is stable across releases, since firms waive warnings by it.
	code     string
	severity finding.Severity
	// what says in general what the rule notices, for docs/findings.md.
	what string
	// do is the way out; a rule may give a nearer one with sayDo.
	do string
	// law is the regulation, form item or filing rule behind it.
	law  string
	find func(c *check)
}

// A subject is rules that belong together, under the heading that docs/findings.md gives them.
type subject struct {
	title string
	rules []rule
}

// subjects returns the whole table. It is built anew on every call, so nobody can change it for
// others.
func subjects() []subject {
	return []subject{
		{"Outside the United States", outsideRules()},
		{"Ground and basis", groundRules()},
		{"Why no visa", visaRules()},
		{"Reasons and length", requestRules()},
		{"Medical treatment", slices.Concat(medicalRules(), needRules())},
		{"Evidence of each basis", basisRules()},
		{"Who files", filerRules()},
		{"Who is to be paroled", slices.Concat(beneficiaryRules(), biographicRules(), historyRules())},
		{"Who supports", slices.Concat(supporterRules(), supporterPersonRules())},
		{"Papers of each person", identityRules()},
		{"Numbers and addresses", slices.Concat(shapeRules(), addressRules(), twinRules())},
		{"Exhibits and translations", slices.Concat(exhibitRules(), referenceRules(), translationRules())},
		{"Fee and payment", paymentRules()},
		{"Fee waiver", waiverRequestRules()},
		{"Attorney, interpreter and preparer", slices.Concat(attorneyRules(), assistantRules())},
		{"Expedite and signatures", slices.Concat(expediteRules(), signatureRules())},
		{"Age of the program's own facts", freshnessRules()},
		{"Waivers", waiverRules()},
	}
}

// rules returns every rule in the order of the subjects.
func rules() []rule {
	var all []rule
	for _, s := range subjects() {
		all = append(all, s.rules...)
	}
	return all
}

// known finds a rule by its code.
func known(code string) (rule, bool) {
	all := rules()
	i := slices.IndexFunc(all, func(r rule) bool { return r.code == code })
	if i < 0 {
		return rule{}, false
	}
	return all[i], true
}
