package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// meansRules ask for a supporter's work, household and money.
func meansRules() []rule {
	return []rule{
		{
			"supporter-employment-missing", finding.Blocker,
			"A supporter's employment is not given, or not what it is.",
			"Give employment.status, with occupation and employer where there is work.",
			"I-134 Part 2 item 12", supporterEmploymentMissing,
		},
		{
			"supporter-other-forms-unanswered", finding.Blocker,
			"It is not said how many people a supporter supports on other forms.",
			"Write people_on_other_support_forms; 0 where there are none.",
			"I-134 Part 2 item 13", otherFormsUnanswered,
		},
		{
			"supporter-dependents-missing", finding.Blocker,
			"A supporter has no rows of dependents.",
			"List the supporter, as self, and everybody who depends on them.",
			"I-134 Part 2 items 14-15", dependentsMissing,
		},
		{
			"supporter-self-missing", finding.Warning,
			"The supporter is not among their own dependents.",
			"Add a row with the relationship self.",
			"I-134 Part 2 items 14-15", selfMissing,
		},
		{
			"dependent-incomplete", finding.Blocker,
			"A dependent has no name, date of birth or relationship.",
			"Complete the row.", "I-134 Part 2 item 15", dependentIncomplete,
		},
		{
			"supporter-income-missing", finding.Blocker,
			"A supporter gives no annual income, and no assets that could stand in for it.",
			"Give annual_income_usd in whole dollars, or the assets that the supporter lives on.",
			"I-134 Part 2 items 16-17", incomeMissing,
		},
	}
}

func supporterEmploymentMissing(c *check) {
	for _, s := range c.households() {
		e := s.Employment
		switch {
		case blank(e.Status):
			c.say(s.key("employment.status"), s.ID, "The case does not say whether %s is employed.", s.ID)
		case e.Status == "other" && blank(e.Other):
			c.say(s.key("employment.other"), s.ID, "The case does not say what the employment of %s is.", s.ID)
		case (e.Status == "employed" || e.Status == "self_employed") && blank(e.Occupation):
			c.say(s.key("employment.occupation"), s.ID, "The case does not say what %s works as.", s.ID)
		case e.Status == "employed" && blank(e.Employer):
			c.say(s.key("employment.employer"), s.ID, "The case does not say for whom %s works.", s.ID)
		}
	}
}

func otherFormsUnanswered(c *check) {
	for _, s := range c.backers() {
		if s.PeopleOnOtherSupportForms == nil {
			c.say(s.key("people_on_other_support_forms"), s.ID, "The case does not say how many people %s supports on other forms.", s.ID)
		}
	}
}

func dependentsMissing(c *check) {
	for _, s := range c.households() {
		if len(s.Dependents) == 0 {
			c.say(s.key("dependents"), s.ID, "The case lists no dependents of %s, who counts as one.", s.ID)
		}
	}
}

func selfMissing(c *check) {
	for _, s := range c.households() {
		if len(s.Dependents) > 0 && !slices.ContainsFunc(s.Dependents, isSelf) {
			c.say(s.key("dependents"), s.ID, "%s is not among the dependents of %s.", s.ID, s.ID)
		}
	}
}

func dependentIncomplete(c *check) {
	for _, d := range c.dependents() {
		if blank(d.Name) || d.Born.IsZero() || blank(d.Relationship) {
			c.say(d.path, d.about, "A dependent of %s has no name, date of birth or relationship.", d.about)
		}
	}
}

func incomeMissing(c *check) {
	for _, s := range c.backers() {
		works := s.Employment.Status == "employed" || s.Employment.Status == "self_employed"
		if s.AnnualIncomeUSD <= 0 && (works || !hasAssets(s)) {
			c.say(s.key("annual_income_usd"), s.ID, "The case does not give the annual income of %s.", s.ID)
		}
	}
}

// households lists the supporters who are people: an organization has no work and no dependents.
func (c *check) households() []backer {
	return slices.DeleteFunc(c.backers(), func(s backer) bool { return s.Is == "organization" })
}

// hasAssets reports whether a supporter lists anything of value.
func hasAssets(s backer) bool {
	for _, a := range s.Assets {
		if a.AmountUSD > 0 {
			return true
		}
	}
	return false
}
