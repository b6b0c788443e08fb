package readiness

import "parolepack/internal/casefile"

// hardUp makes the case ask for a fee waiver on every basis with nothing missing, then changes the request.
func hardUp(change func(w *casefile.FeeWaiver)) func(*casefile.Case) {
	return func(c *casefile.Case) {
		c.Beneficiaries[0].Payment = casefile.Payment{Method: "none", Fee: "waiver_requested"}
		x := exhibit(c, "supporter-finances")
		x.Proves = append(x.Proves, "fee_waiver")
		c.FeeWaiver = &casefile.FeeWaiver{
			Bases:         []string{"means_tested_benefit", "low_income", "financial_hardship"},
			MaritalStatus: "married",
			Benefits: []casefile.Benefit{{
				Recipient: "Maya Haddad", Relationship: "spouse", Agency: "NYC HRA", Type: "SNAP",
				Awarded: day("2026-02-01"), Expires: day("2027-01-31"),
			}},
			Income: &casefile.Income{HouseholdSize: 2, Earners: ptr(1), OwnUSD: ptr(18400), FamilyUSD: ptr(0), Changed: ptr(false)},
			Hardship: &casefile.Hardship{
				Statement: "Medical debt of $41,000.", MonthlyExpensesUSD: ptr(2350), Expenses: []string{"food"},
			},
		}
		change(c.FeeWaiver)
	}
}

// both applies one mutation after the other.
func both(first, second func(*casefile.Case)) func(*casefile.Case) {
	return func(c *casefile.Case) { first(c); second(c) }
}

func waiverCases() []row {
	w := "fee_waiver."
	means := []string{"fee-waiver-supporter supporters[0]"}
	kept := func(*casefile.FeeWaiver) {}
	income := func(change func(*casefile.Income)) func(*casefile.Case) {
		return hardUp(func(w *casefile.FeeWaiver) { change(w.Income) })
	}
	hardship := func(change func(*casefile.Hardship)) func(*casefile.Case) {
		return hardUp(func(w *casefile.FeeWaiver) { change(w.Hardship) })
	}
	benefit := func(change func(*casefile.Benefit)) func(*casefile.Case) {
		return hardUp(func(w *casefile.FeeWaiver) { change(&w.Benefits[0]) })
	}
	unemployed := income(func(i *casefile.Income) {
		i.Employment.Status, i.UnemploymentBenefits, i.UnemployedSince = "unemployed", ptr(true), day("2026-05-01")
	})
	helper := &casefile.Helper{Name: casefile.Name{Family: "Mansour", Given: "Lena"}, Phone: casefile.Phone{Day: "718-555-0133"}, Language: "Arabic"}
	guardian := hardUp(func(w *casefile.FeeWaiver) {
		w.Requestor, w.MaritalStatus, w.Income.Employment.Status = "beneficiary", "", "retired"
	})
	return []row{
		{code: "fee-waiver-facts-missing", path: "fee_waiver", mutate: both(hardUp(kept), func(c *casefile.Case) { c.FeeWaiver = nil })},
		{code: "fee-waiver-basis-missing", path: w + "bases", mutate: hardUp(func(w *casefile.FeeWaiver) { w.Bases, w.Benefits, w.Income, w.Hardship = nil, nil, nil, nil })},
		{code: "fee-waiver-unproven", path: "exhibits", mutate: both(hardUp(kept), without("supporter-finances", "fee_waiver")), also: means},
		{code: "fee-waiver-unused", path: "fee_waiver", mutate: both(hardUp(kept), nour(func(b *casefile.Beneficiary) { b.Payment = casefile.Payment{Method: "card", Fee: "standard"} }))},
		{code: "fee-waiver-unused", path: w + "income", mutate: hardUp(func(w *casefile.FeeWaiver) { w.Bases = []string{"means_tested_benefit", "financial_hardship"} }), also: means},
		{code: "fee-waiver-unused", path: w + "hardship", mutate: hardUp(func(w *casefile.FeeWaiver) { w.Bases = []string{"means_tested_benefit", "low_income"} }), also: means},
		{code: "fee-waiver-unused", path: w + "benefits", mutate: hardUp(func(w *casefile.FeeWaiver) { w.Bases = []string{"low_income", "financial_hardship"} }), also: means},
		{code: "fee-waiver-supporter", path: "supporters[0]", mutate: hardUp(kept)},
		{code: "fee-waiver-status-missing", path: w + "immigration_status", mutate: both(hardUp(kept), func(c *casefile.Case) { c.Petitioner.Status = "" }), also: append([]string{"supporter-status-missing petitioner.status"}, means...)},
		{code: "fee-waiver-status-missing", path: w + "immigration_status", mutate: both(guardian, nour(func(b *casefile.Beneficiary) { b.InUnitedStates = nil })), also: []string{"in-united-states-unanswered beneficiaries[0].in_united_states"}},
		{code: "fee-waiver-marital-status-missing", path: w + "marital_status", mutate: hardUp(func(w *casefile.FeeWaiver) { w.MaritalStatus = "" }), also: means},
		{code: "fee-waiver-marital-status-missing", path: w + "marital_status_other", mutate: hardUp(func(w *casefile.FeeWaiver) { w.MaritalStatus = "other" }), also: means},
		{code: "fee-waiver-language-unanswered", path: w + "reads_english", mutate: hardUp(func(w *casefile.FeeWaiver) { w.ReadsEnglish = ptr(false) }), also: means},
		{code: "fee-waiver-language-unanswered", path: w + "reads_english", mutate: both(hardUp(kept), samir(func(s *casefile.Supporter) { s.ReadsEnglish = nil })), also: append([]string{"supporter-reads-english-unanswered supporters[0].reads_english"}, means...)},
		{code: "fee-waiver-assistant-address-missing", path: "interpreter.address", mutate: both(hardUp(kept), func(c *casefile.Case) { c.Interpreter = helper }), also: means},
		{code: "fee-waiver-benefits-missing", path: w + "benefits", mutate: hardUp(func(w *casefile.FeeWaiver) { w.Benefits = nil }), also: means},
		{code: "fee-waiver-benefit-incomplete", path: w + "benefits[0].recipient", mutate: benefit(func(b *casefile.Benefit) { b.Recipient = "" }), also: means},
		{code: "fee-waiver-benefit-incomplete", path: w + "benefits[0].relationship", mutate: benefit(func(b *casefile.Benefit) { b.Relationship = "" }), also: means},
		{code: "fee-waiver-benefit-incomplete", path: w + "benefits[0].agency", mutate: benefit(func(b *casefile.Benefit) { b.Agency = "" }), also: means},
		{code: "fee-waiver-benefit-incomplete", path: w + "benefits[0].type", mutate: benefit(func(b *casefile.Benefit) { b.Type = "" }), also: means},
		{code: "fee-waiver-benefit-incomplete", path: w + "benefits[0].awarded", mutate: benefit(func(b *casefile.Benefit) { b.Awarded = casefile.Date{} }), also: means},
		{code: "fee-waiver-benefit-ended", path: w + "benefits[0].expires", mutate: benefit(func(b *casefile.Benefit) { b.Expires = day("2026-11-23") }), also: means},
		{code: "fee-waiver-benefit-expiry-missing", path: w + "benefits[0].expires", mutate: benefit(func(b *casefile.Benefit) { b.Expires = casefile.Date{} }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.employment.status", mutate: both(guardian, func(c *casefile.Case) { c.FeeWaiver.Income.Employment.Status = "" })},
		{code: "fee-waiver-income-incomplete", path: w + "income.employment.other", mutate: income(func(i *casefile.Income) { i.Employment.Status = "other" }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.unemployment_benefits", mutate: both(unemployed, func(c *casefile.Case) { c.FeeWaiver.Income.UnemploymentBenefits = nil }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.unemployed_since", mutate: both(unemployed, func(c *casefile.Case) { c.FeeWaiver.Income.UnemployedSince = casefile.Date{} }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.household_size", mutate: income(func(i *casefile.Income) { i.HouseholdSize = 0 }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.earners", mutate: income(func(i *casefile.Income) { i.Earners = nil }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.own_usd", mutate: income(func(i *casefile.Income) { i.OwnUSD = nil }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.family_usd", mutate: income(func(i *casefile.Income) { i.FamilyUSD = nil }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.changed", mutate: income(func(i *casefile.Income) { i.Changed = nil }), also: means},
		{code: "fee-waiver-income-incomplete", path: w + "income.explanation", mutate: income(func(i *casefile.Income) { i.Changed = ptr(true) }), also: means},
		{code: "fee-waiver-household-contradicts", path: w + "income.earners", mutate: income(func(i *casefile.Income) { i.Earners = ptr(3) }), also: means},
		{code: "fee-waiver-hardship-incomplete", path: w + "hardship.statement", mutate: hardship(func(h *casefile.Hardship) { h.Statement = "" }), also: means},
		{code: "fee-waiver-hardship-incomplete", path: w + "hardship.monthly_expenses_usd", mutate: hardship(func(h *casefile.Hardship) { h.MonthlyExpensesUSD = nil }), also: means},
		{code: "fee-waiver-hardship-incomplete", path: w + "hardship.expenses", mutate: hardship(func(h *casefile.Hardship) { h.Expenses = nil }), also: means},
		{code: "fee-waiver-hardship-incomplete", path: w + "hardship.expenses_other", mutate: hardship(func(h *casefile.Hardship) { h.Expenses = []string{"other"} }), also: means},
	}
}
