package readiness

import "parolepack/internal/finding"

// signingAge is the age in years from which a person signs for themself, 8 CFR 103.2(a)(2).
const signingAge = 14

// signatureRules ask who signs for a self-petitioner who is a child.
func signatureRules() []rule {
	const law = "8 CFR 103.2(a)(2): a parent or guardian may sign for a child under 14"
	return []rule{
		{
			"child-signature-missing", finding.Blocker,
			"A child under 14 files for themself, and nobody is named who signs.",
			"Write signed_by with who: parent or guardian, and their name.", law, childSignatureMissing,
		},
		{
			"parent-signs-for-grown", finding.Warning,
			"A parent signs for a self-petitioner who is 14 or older and signs for themself.",
			"Write who: self; a guardian may sign for somebody who cannot.", law, parentSignsForGrown,
		},
	}
}

func childSignatureMissing(c *check) {
	for _, b := range c.selfPetitioners() {
		signed := b.SignedBy != nil && (b.SignedBy.Who == "parent" || b.SignedBy.Who == "guardian") && !blank(b.SignedBy.Name)
		if b.Born.Date.AgeOn(c.AsOf) < signingAge && !signed {
			c.say(b.key("signed_by"), b.ID, "%s is under 14 and files for themself, and nobody is named who signs.", b.ID)
		}
	}
}

func parentSignsForGrown(c *check) {
	for _, b := range c.selfPetitioners() {
		if b.Born.Date.AgeOn(c.AsOf) >= signingAge && b.SignedBy != nil && b.SignedBy.Who == "parent" {
			c.say(b.key("signed_by.who"), b.ID, "%s is 14 or older, and a parent is named who signs.", b.ID)
		}
	}
}

// selfPetitioners lists the beneficiaries who file for themselves and whose age is known.
func (c *check) selfPetitioners() []parolee {
	var list []parolee
	for _, b := range c.parolees() {
		if c.Case.Petitioner.Self && !b.Born.Date.IsZero() {
			list = append(list, b)
		}
	}
	return list
}
