package readiness

import "parolepack/internal/casefile"

// An attempt is one application for a visa, for whom, and the key that holds it.
type attempt struct {
	path, about string
	casefile.Attempt
}

// attempts lists every visa attempt of every beneficiary.
func (c *check) attempts() []attempt {
	var list []attempt
	for _, b := range c.parolees() {
		for i, a := range b.Visa.Attempts {
			list = append(list, attempt{item(b.key("visa.attempts"), i), b.ID, a})
		}
	}
	return list
}

// A petition is one petition filed for somebody, and the key that holds it.
type petition struct {
	path, about string
	casefile.Petition
}

// petitions lists every petition filed for every beneficiary.
func (c *check) petitions() []petition {
	var list []petition
	for _, b := range c.parolees() {
		for i, p := range b.Visa.PendingPetitions {
			list = append(list, petition{item(b.key("visa.pending_petitions"), i), b.ID, p})
		}
	}
	return list
}
