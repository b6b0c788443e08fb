package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// groundRules is rules S1 and S2: a statutory ground, and at least one basis that fits it.
func groundRules() []rule {
	return []rule{
		{
			"ground-missing", finding.Blocker,
			"No statutory ground is given.",
			"Write ground: urgent_humanitarian_reasons or significant_public_benefit.",
			"INA 212(d)(5)(A)", groundMissing,
		},
		{
			"basis-missing", finding.Blocker,
			"No basis is given, so no evidence list applies.",
			"List at least one basis under bases, as in medical_treatment.",
			"INA 212(d)(5)(A); I-131 instructions, evidence by basis", basisMissing,
		},
		{
			"basis-against-ground", finding.Blocker,
			"None of the bases fits the ground.",
			"Change the ground, or list a basis that supports it.",
			"INA 212(d)(5)(A); 8 CFR 212.5(b)", basisAgainstGround,
		},
	}
}

func groundMissing(c *check) {
	if blank(c.Case.Ground) {
		c.say("ground", "", "The case gives no ground for parole.")
	}
}

func basisMissing(c *check) {
	if len(c.Case.Bases) == 0 {
		c.say("bases", "", "The case gives no basis for parole.")
	}
}

func basisAgainstGround(c *check) {
	bases, ground := c.Case.Bases, c.Case.Ground
	fits := func(basis string) bool { return supports(basis, ground) }
	if len(bases) == 0 || blank(ground) || slices.ContainsFunc(bases, fits) {
		return
	}
	c.say("bases", "", "None of the bases supports the ground that the case gives.")
}

// supports reports whether a basis can carry a ground. Civil proceedings, and whatever "other"
// stands for, may be either; threats to a person and family and medical need are humanitarian.
func supports(basis, ground string) bool {
	switch basis {
	case "civil_court", "other":
		return true
	case "public_benefit":
		return ground == "significant_public_benefit"
	}
	return ground == "urgent_humanitarian_reasons"
}
