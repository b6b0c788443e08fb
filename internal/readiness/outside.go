package readiness

import "parolepack/internal/finding"

// outsideRules is rule S4: parole on item 7 is only for people outside the United States.
func outsideRules() []rule {
	return []rule{
		{
			"in-united-states", finding.Blocker,
			"The person is in the United States, where item 7 of the I-131 cannot be used.",
			"Take the person out of this case, or ask the attorney about parole in place, a different request.",
			"INA 212(d)(5)(A); I-131 Part 1 item 7", inUnitedStates,
		},
		{
			"in-united-states-unanswered", finding.Blocker,
			"It is not said whether the person is in the United States.",
			"Write in_united_states: false once you know that the person is abroad.",
			"INA 212(d)(5)(A); I-131 Part 1 item 7", whereaboutsUnanswered,
		},
		{
			"lives-in-united-states", finding.Warning,
			"The person is said to be abroad, yet the address where they live is in the United States.",
			"Correct physical_address, or in_united_states.",
			"INA 212(d)(5)(A); I-131 Part 2 item 25", livesInUnitedStates,
		},
		{
			"no-beneficiary", finding.Blocker,
			"The case names nobody to be paroled.",
			"Add the person under beneficiaries.",
			"INA 212(d)(5)(A); 8 CFR 212.5", noBeneficiary,
		},
		{
			"self-petition-of-many", finding.Blocker,
			"A self-petition is for one person, and the case names more.",
			"Make a case of its own for each person, or name a petitioner who files for all.",
			"I-131 Part 1 item 7 and Part 2", selfPetitionOfMany,
		},
	}
}

func inUnitedStates(c *check) {
	for _, b := range c.parolees() {
		if b.InUnitedStates != nil && *b.InUnitedStates {
			c.say(b.key("in_united_states"), b.ID, "%s is in the United States, and this request is only for people outside it.", b.ID)
		}
	}
}

func whereaboutsUnanswered(c *check) {
	for _, b := range c.parolees() {
		if b.InUnitedStates == nil {
			c.say(b.key("in_united_states"), b.ID, "The case does not say whether %s is in the United States.", b.ID)
		}
	}
}

func livesInUnitedStates(c *check) {
	for _, b := range c.parolees() {
		abroad := b.InUnitedStates != nil && !*b.InUnitedStates
		if a := b.PhysicalAddress; abroad && a != nil && !a.Same && inUSA(a.Country) {
			c.say(b.key("physical_address.country"), b.ID, "%s is said to be abroad but lives at a U.S. address.", b.ID)
		}
	}
}

func noBeneficiary(c *check) {
	if len(c.Case.Beneficiaries) == 0 {
		c.say("beneficiaries", "", "The case names nobody to be paroled.")
	}
}

func selfPetitionOfMany(c *check) {
	if n := len(c.Case.Beneficiaries); c.Case.Petitioner.Self && n > 1 {
		c.say("petitioner.self", "", "The case is a self-petition but names %d people to be paroled.", n)
	}
}
