package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// waiverRequestRules ask for what Form I-912 wants of who requests a fee waiver.
func waiverRequestRules() []rule {
	return slices.Concat(waiverBasisRules(), requestorRules(), benefitRules(), householdRules(), hardshipRules())
}

// waiverBasisRules ask what a request rests on and what shows it.
func waiverBasisRules() []rule {
	return []rule{
		{
			"fee-waiver-facts-missing", finding.Blocker,
			"A fee waiver is asked for, and the case gives none of the facts that its form wants.",
			"Add fee_waiver with bases and the facts of each basis.", "I-912 Parts 1 to 7", waiverFactsMissing,
		},
		{
			"fee-waiver-basis-missing", finding.Blocker,
			"A fee waiver request rests on no basis.",
			"Write bases: means_tested_benefit, low_income, financial_hardship, or several of them.",
			"I-912 Part 1 item 1", waiverBasisMissing,
		},
		{
			"fee-waiver-unproven", finding.Warning,
			"A fee waiver is asked for, and no exhibit shows what it rests on.",
			"Add documents for each basis as exhibits that prove fee_waiver.",
			"I-912 Part 1: supporting documentation for each basis", waiverUnproven,
		},
		{
			"fee-waiver-unused", finding.Warning,
			"Facts of a fee waiver are given that no form shows.",
			"Name their basis under bases and write fee: waiver_requested, or take them out.",
			"I-912 Part 1: each basis completes its own part", waiverUnused,
		},
		{
			"fee-waiver-supporter", finding.Warning,
			"Who pleads want of means for a fee waiver promises support on Form I-134.",
			"Hold the two forms' income and assets against each other, and explain the difference; then accept this under waivers.",
			"I-912 Parts 5 and 6, I-134 Part 2 items 16 and 17: two statements of one person's means", waiverSupporter,
		},
	}
}

// waives reports whether the packet asks for a fee waiver; online none can be asked for.
func (c *check) waives() bool {
	return !c.online() && slices.ContainsFunc(c.parolees(), func(p parolee) bool { return p.Payment.RequestsWaiver() })
}

// waiver is the request's facts; nil where no waiver is asked for or nothing is said of it.
func (c *check) waiver() *casefile.FeeWaiver {
	if !c.waives() {
		return nil
	}
	return c.Case.FeeWaiver
}

func waiverFactsMissing(c *check) {
	if c.waives() && c.Case.FeeWaiver == nil {
		c.say("fee_waiver", "", "The case asks for a fee waiver and says nothing of its grounds.")
	}
}

func waiverBasisMissing(c *check) {
	if w := c.waiver(); w != nil && len(w.Bases) == 0 {
		c.say("fee_waiver.bases", "", "The case does not say what the fee waiver request rests on.")
	}
}

func waiverUnproven(c *check) {
	if c.waiver() != nil && !c.proven("", "fee_waiver") {
		c.say("exhibits", "", "No exhibit shows what the fee waiver request rests on.")
	}
}

func waiverUnused(c *check) {
	w := c.Case.FeeWaiver
	switch {
	case w == nil:
		return
	case !slices.ContainsFunc(c.parolees(), func(p parolee) bool { return p.Payment.RequestsWaiver() }):
		c.say("fee_waiver", "", "The case gives the facts of a fee waiver that no payment asks for.")
		return
	}
	for _, part := range []struct {
		basis, path string
		given       bool
	}{
		{"means_tested_benefit", "fee_waiver.benefits", len(w.Benefits) > 0},
		{"low_income", "fee_waiver.income", w.Income != nil},
		{"financial_hardship", "fee_waiver.hardship", w.Hardship != nil},
	} {
		if part.given && !w.Asks(part.basis) {
			c.say(part.path, "", "The fee waiver request does not rest on %s, so these facts stand in no form.", part.basis)
		}
	}
}

func waiverSupporter(c *check) {
	w := c.waiver()
	if w == nil || !c.filerRequests() || !w.Asks("low_income") && !w.Asks("financial_hardship") {
		return
	}
	for _, s := range c.backers() {
		if s.Is == "petitioner" || c.Case.Petitioner.Self && s.Is == "beneficiary" {
			c.say(s.path, s.ID, "%s asks for a fee waiver for want of means and promises support on Form I-134.", s.ID)
		}
	}
}
