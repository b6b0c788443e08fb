package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// benefitRules ask for the table of Part 4.
func benefitRules() []rule {
	const law = "I-912 Part 4 item 1"
	return []rule{
		{
			"fee-waiver-benefits-missing", finding.Blocker,
			"A fee waiver request rests on a means-tested benefit, and none is listed.",
			"List each benefit in fee_waiver.benefits, or take the basis out.", law, waiverBenefitsMissing,
		},
		{
			"fee-waiver-benefit-incomplete", finding.Blocker,
			"A means-tested benefit lacks its recipient, relationship, agency, type or date of award.",
			"Write what the agency's letter says.", law, waiverBenefitIncomplete,
		},
		{
			"fee-waiver-benefit-ended", finding.Warning,
			"A means-tested benefit has expired, though it must be received now.",
			"Give the date of its renewal, or take the benefit out.", law + ": currently receiving", waiverBenefitEnded,
		},
		{
			"fee-waiver-benefit-expiry-missing", finding.Warning,
			"It is not said when a means-tested benefit expires or must be renewed.",
			"Write expires, or accept this under waivers where the benefit has no end.", law, waiverBenefitExpiryMissing,
		},
	}
}

// householdRules ask for Part 5.
func householdRules() []rule {
	return []rule{
		{
			"fee-waiver-income-incomplete", finding.Blocker,
			"A fee waiver request rests on income, and a fact of household or income is missing.",
			"Give it under fee_waiver.income; 0 is an answer.", "I-912 Part 5", waiverIncomeIncomplete,
		},
		{
			"fee-waiver-household-contradicts", finding.Blocker,
			"More household members earn income than the household has.",
			"Correct household_size or earners; both count the requestor.", "I-912 Part 5 items 3 and 4", waiverHouseholdContradicts,
		},
	}
}

// hardshipRules ask for Part 6.
func hardshipRules() []rule {
	return []rule{
		{
			"fee-waiver-hardship-incomplete", finding.Blocker,
			"A fee waiver request rests on hardship, and the situation or the monthly expenses are missing.",
			"Give it under fee_waiver.hardship; 0 is an answer.", "I-912 Part 6", waiverHardshipIncomplete,
		},
	}
}

// lacks is a key of the fee waiver that the form needs, and whether the case is without it.
type lacks struct {
	key     string
	missing bool
	what    string
}

// sayLacking says each missing key of an object.
func (c *check) sayLacking(path string, list []lacks) {
	for _, l := range list {
		if l.missing {
			c.say(path+"."+l.key, "", "The fee waiver request lacks %s.", l.what)
		}
	}
}

func waiverBenefitsMissing(c *check) {
	if w := c.waiver(); w.Asks("means_tested_benefit") && len(w.Benefits) == 0 {
		c.say("fee_waiver.benefits", "", "The fee waiver request rests on a means-tested benefit and lists none.")
	}
}

// benefits calls f for each row of Part 4, where the form shows them.
func (c *check) benefits(f func(path string, b *casefile.Benefit)) {
	w := c.waiver()
	if !w.Asks("means_tested_benefit") {
		return
	}
	for i := range w.Benefits {
		f(item("fee_waiver.benefits", i), &w.Benefits[i])
	}
}

func waiverBenefitIncomplete(c *check) {
	c.benefits(func(path string, b *casefile.Benefit) {
		c.sayLacking(path, []lacks{
			{"recipient", blank(b.Recipient), "who receives a benefit"},
			{"relationship", blank(b.Relationship), "what the recipient of a benefit is to the requestor"},
			{"agency", blank(b.Agency), "the agency that awards a benefit"},
			{"type", blank(b.Type), "the type of a benefit"},
			{"awarded", b.Awarded.IsZero(), "the date on which a benefit was awarded"},
		})
	})
}

func waiverBenefitEnded(c *check) {
	c.benefits(func(path string, b *casefile.Benefit) {
		if !b.Expires.IsZero() && b.Expires.Before(c.AsOf) {
			c.say(path+".expires", "", "A benefit that the fee waiver request rests on has expired.")
		}
	})
}

func waiverBenefitExpiryMissing(c *check) {
	c.benefits(func(path string, b *casefile.Benefit) {
		if b.Expires.IsZero() {
			c.say(path+".expires", "", "The case does not say when a benefit expires or must be renewed.")
		}
	})
}

func waiverIncomeIncomplete(c *check) {
	w := c.waiver()
	if !w.Asks("low_income") {
		return
	}
	in := w.Income
	if in == nil {
		in = &casefile.Income{}
	}
	work := c.requestorEmployment(in)
	c.sayLacking("fee_waiver.income", []lacks{
		{"employment.status", blank(work.Status), "the requestor's employment status"},
		{"employment.other", work.Status == "other" && blank(work.Other), "what the requestor's employment is"},
		{"unemployment_benefits", work.Status == "unemployed" && in.UnemploymentBenefits == nil, "whether unemployment benefits are received"},
		{"unemployed_since", work.Status == "unemployed" && in.UnemployedSince.IsZero(), "the date on which the requestor became unemployed"},
		{"household_size", in.HouseholdSize == 0, "the size of the household"},
		{"earners", in.Earners == nil, "how many members of the household earn income"},
		{"own_usd", in.OwnUSD == nil, "the requestor's own income"},
		{"family_usd", in.FamilyUSD == nil, "the income of the other family members"},
		{"changed", in.Changed == nil, "whether anything changed since the tax return"},
		{"explanation", in.Changed != nil && *in.Changed && blank(in.Explanation), "what changed since the tax return"},
	})
}

// requestorEmployment is the waiver's own answer, or what the filer says as a supporter.
func (c *check) requestorEmployment(in *casefile.Income) casefile.Employment {
	if in.Employment.Status != "" || !c.filerRequests() {
		return in.Employment
	}
	for _, s := range c.backers() {
		if s.Is == "petitioner" || c.Case.Petitioner.Self && s.Is == "beneficiary" {
			return s.Employment
		}
	}
	return in.Employment
}

func waiverHouseholdContradicts(c *check) {
	w := c.waiver()
	if !w.Asks("low_income") || w.Income == nil || w.Income.Earners == nil || w.Income.HouseholdSize == 0 {
		return
	}
	if *w.Income.Earners > w.Income.HouseholdSize {
		c.say("fee_waiver.income.earners", "", "The household is said to have more earners than members.")
	}
}

func waiverHardshipIncomplete(c *check) {
	w := c.waiver()
	if !w.Asks("financial_hardship") {
		return
	}
	h := w.Hardship
	if h == nil {
		h = &casefile.Hardship{}
	}
	total := h.MonthlyExpensesUSD
	c.sayLacking("fee_waiver.hardship", []lacks{
		{"statement", blank(h.Statement), "an account of the hardship"},
		{"monthly_expenses_usd", total == nil, "the total of the monthly expenses"},
		{"expenses", total != nil && *total > 0 && len(h.Expenses) == 0, "the kinds of monthly expense"},
		{"expenses_other", slices.Contains(h.Expenses, "other") && blank(h.ExpensesOther), "what the other expenses are"},
	})
}
