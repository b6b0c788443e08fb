package readiness

import "slices"

// bases lists the words of the case file that have facts of their own, in its order.
func bases() []string {
	return []string{
		"organ_donation", "caregiver", "end_of_life", "funeral", "civil_court", "targeted_harm",
		"family_reunification", "public_benefit", "other",
	}
}

// basisUnlisted tells facts that neither the letter nor the evidence list would speak of. A case
// without any basis has a blocker of its own.
func basisUnlisted(c *check) {
	if len(c.Case.Bases) == 0 {
		return
	}
	for _, b := range c.parolees() {
		if b.Medical != nil && !slices.Contains(c.Case.Bases, medicalBasis) {
			c.say(b.key("medical"), b.ID, "The facts of %s are given for %s, and bases does not list it.", words(medicalBasis), b.ID)
		}
		for _, basis := range bases() {
			if f, _ := factsOf(b, basis); f.given && !slices.Contains(c.Case.Bases, basis) {
				c.say(b.key(f.key), b.ID, "The facts of %s are given for %s, and bases does not list it.", words(basis), b.ID)
			}
		}
	}
}

func basisUncited(c *check) {
	for _, b := range c.parolees() {
		for _, basis := range c.Case.Bases {
			if f, _ := factsOf(b, basis); f.given && blank(f.exhibit) {
				c.say(b.key(f.key)+".exhibit", b.ID, "The facts of %s for %s cite no exhibit.", words(basis), b.ID)
			}
		}
	}
}

// basisOutsideStay holds what is fixed in time to the stay asked for; a day that is not known is no finding here.
func basisOutsideStay(c *check) {
	for _, b := range c.stays() {
		for _, basis := range c.Case.Bases {
			f, _ := factsOf(b, basis)
			for _, d := range f.days {
				if s := b.Request.Stay; !d.day.IsZero() && (d.day.Before(s.From) || s.Until.Before(d.day)) {
					c.say(b.key(f.key)+"."+d.key, b.ID, "%s is not within the stay of %s.", d.thing, b.ID)
				}
			}
		}
	}
}
