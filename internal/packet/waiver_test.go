package packet

import (
	"slices"
	"testing"

	"parolepack/internal/casefile"
)

// hardUp is the medical sample with a fee waiver asked for on every basis and every box of its kind filled.
func hardUp(t testing.TB) Job {
	job := medical(t)
	c := job.Case.Case
	c.Petitioner.ANumber = "A012345678"
	c.Petitioner.OtherNames = []casefile.Name{{Family: "Hadad", Given: "Sam", Middle: "E"}, {Family: "El Haddad", Given: "Samir", Middle: "F"}}
	c.Beneficiaries[0].ANumber = "098765432"
	c.Beneficiaries[0].Payment = casefile.Payment{Method: "none", Fee: "waiver_requested"}
	c.Interpreter = interpreter()
	day := casefile.Date{Year: 2026, Month: 5, Day: 1}
	zero, one, yes := 0, 1, true
	c.FeeWaiver = &casefile.FeeWaiver{
		Bases: []string{"means_tested_benefit", "low_income", "financial_hardship"}, MaritalStatus: "other", MaritalStatusOther: "civil union",
		Benefits: slices.Repeat([]casefile.Benefit{{Recipient: "Maya Haddad", Relationship: "spouse", Agency: "NYC HRA", Type: "SNAP", Awarded: day, Expires: day}}, 8),
		Income: &casefile.Income{
			Employment: casefile.Employment{Status: "unemployed"}, UnemploymentBenefits: &yes, UnemployedSince: day, HouseholdSize: 4, Earners: &one,
			HeadOfHousehold: "Maya Haddad", OwnUSD: &zero, FamilyUSD: &one, Changed: &yes, Explanation: "I lost my position on 1 May 2026.",
		},
		Hardship: &casefile.Hardship{
			Statement: "Medical debt of $41,000.", MonthlyExpensesUSD: &one,
			Assets: []casefile.CashAsset{{Type: "Checking", AmountUSD: 820}, {Type: "Savings", AmountUSD: 1500}, {Type: "Stocks", AmountUSD: 300}},
			Expenses: []string{
				"rent_or_mortgage", "food", "utilities", "child_or_elder_care", "insurance", "loans_or_credit_cards", "car_payment",
				"commuting", "medical", "school", "other",
			}, ExpensesOther: "Storage",
		},
	}
	return job
}

func interpreter() *casefile.Helper {
	return &casefile.Helper{
		Name: casefile.Name{Family: "Mansour", Given: "Lena"}, Business: "Cedar Language Services", Language: "Arabic",
		Address: &casefile.Address{Street: "77 Court Street", Unit: &casefile.Unit{Type: "flr", Number: "3"}, City: "Brooklyn", State: "NY", ZIP: "11201", Country: "United States"},
		Phone:   casefile.Phone{Day: "718-555-0133", Mobile: "718-555-0134"}, Email: "lena@example.org",
	}
}

// guarded is a child's self-petition with a fee waiver for hardship alone, signed by a guardian, prepared by no attorney.
func guarded(t testing.TB) Job {
	job := hardUp(t)
	c := job.Case.Case
	c.Supporters[0].Person = c.SupporterPerson(&c.Supporters[0])
	c.Supporters[0].Is = "other"
	c.Petitioner, c.Attorney, c.Expedite = casefile.Petitioner{Self: true}, nil, nil
	c.Preparer, c.Interpreter = interpreter(), nil
	c.Preparer.Address = &casefile.Address{Street: "Rue Azmi 14", City: "Tripoli", Province: "North", PostalCode: "1300", Country: "Lebanon"}
	b := &c.Beneficiaries[0]
	b.SignedBy = &casefile.SignedBy{Who: "guardian", Name: "Rima Haddad"}
	b.Phone.Day = "212-555-0110"
	c.FeeWaiver.Bases, c.FeeWaiver.ReadsEnglish = []string{"financial_hardship"}, b.InUnitedStates
	c.FeeWaiver.Hardship.Expenses, c.FeeWaiver.Hardship.Assets = nil, nil
	return job
}
