package readiness

import "parolepack/internal/finding"

// referenceRules looks at what cites exhibits. Ids that no exhibit has never get past the strict reader.
func referenceRules() []rule {
	return []rule{{
		"exhibit-for-another", finding.Warning,
		"An exhibit is cited for a person whom its `for` list leaves out.",
		"Add the person to the exhibit's for list, or cite another exhibit.",
		"I-131 instructions: each person's request stands on its own evidence", exhibitForAnother,
	}}
}

// A citation is a key that names an exhibit for somebody.
type citation struct{ path, about, exhibit string }

func exhibitForAnother(c *check) {
	for _, b := range c.parolees() {
		for _, r := range c.citations(b) {
			if x := c.exhibits[r.exhibit]; x != nil && !covers(x.For, r.about) {
				c.say(r.path, r.about, "Exhibit %s is cited for %s but is said to be for others.", r.exhibit, r.about)
			}
		}
	}
}

// citations lists what a beneficiary cites, save the three papers of the medical minimum, which
// have rules of their own.
func (c *check) citations(b parolee) []citation {
	var list []citation
	for i, a := range b.Visa.Attempts {
		list = append(list, citation{item(b.key("visa.attempts"), i) + ".exhibit", b.ID, a.Exhibit})
	}
	for i, p := range b.Visa.PendingPetitions {
		list = append(list, citation{item(b.key("visa.pending_petitions"), i) + ".exhibit", b.ID, p.Exhibit})
	}
	for _, n := range needs(b) {
		list = append(list, citation{n.path + ".exhibit", b.ID, n.Exhibit})
	}
	for _, basis := range c.Case.Bases {
		if f, ok := factsOf(b, basis); ok && f.given {
			list = append(list, citation{b.key(f.key) + ".exhibit", b.ID, f.exhibit})
		}
	}
	if b.Funeral != nil {
		list = append(list, citation{b.key("funeral.affairs_exhibit"), b.ID, b.Funeral.AffairsExhibit})
	}
	return list
}
