package casefile

import "slices"

// WaiverForm is the request for a fee waiver, which goes inside the application that it is for.
const WaiverForm = "I-912"

// FeeWaiver is what Form I-912 asks of who requests the waiver and of their household. One household stands behind all
// requests of a case, so it is given once; payment.fee tells for whom a waiver is asked.
type FeeWaiver struct {
	Bases              []string  `json:"bases,omitempty" expr:"bases" enum:"means_tested_benefit|low_income|financial_hardship" desc:"I-912 Part 1 item 1, one or more; each wants its own part of the form and its own evidence."`
	Requestor          string    `json:"requestor,omitempty" expr:"requestor" enum:"filer|beneficiary" desc:"Whom Part 2 describes: the filer where left out; the beneficiary where a parent or legal guardian files for a child or a person with an impairment."`
	ImmigrationStatus  string    `json:"immigration_status,omitempty" expr:"immigration_status" desc:"Part 1 item 2 in words, as in F-1 student, where status alone does not say it."`
	MaritalStatus      string    `json:"marital_status,omitempty" expr:"marital_status" enum:"single|married|divorced|widowed|separated|annulled|other" desc:"Marital status of the filer (Part 2 item 8); a beneficiary's is read under the beneficiary."`
	MaritalStatusOther string    `json:"marital_status_other,omitempty" expr:"marital_status_other" desc:"The marital status, where it is other."`
	ReadsEnglish       *bool     `json:"reads_english,omitempty" expr:"reads_english" desc:"Whether who signs reads English (Part 7 item 1); a supporter's answer serves where the supporter is the filer."`
	Benefits           []Benefit `json:"benefits,omitempty" expr:"benefits" desc:"Part 4, for basis means_tested_benefit: each benefit that is received now."`
	Income             *Income   `json:"income,omitempty" expr:"income" desc:"Part 5, for basis low_income."`
	Hardship           *Hardship `json:"hardship,omitempty" expr:"hardship" desc:"Part 6, for basis financial_hardship."`
}

// Benefit is one row of I-912 Part 4: a means-tested benefit of the requestor, their spouse or the head of household.
type Benefit struct {
	Recipient    string `json:"recipient,omitempty" expr:"recipient" desc:"Full name of the person who receives it."`
	Relationship string `json:"relationship,omitempty" expr:"relationship" desc:"What they are to the requestor; self for the requestor."`
	Agency       string `json:"agency,omitempty" expr:"agency" desc:"The agency that awarded it."`
	Type         string `json:"type,omitempty" expr:"type" desc:"Type of benefit, as in SNAP."`
	Awarded      Date   `json:"awarded,omitzero" expr:"awarded" desc:"Date it was awarded."`
	Expires      Date   `json:"expires,omitzero" expr:"expires" desc:"Date it expires or must be renewed."`
}

// Income is I-912 Part 5. Amounts are adjusted gross income of a year in whole U.S. dollars; zero is an answer.
type Income struct {
	Employment           Employment `json:"employment,omitzero" expr:"employment" desc:"Item 1; a supporter's answer serves where the supporter is the filer."`
	UnemploymentBenefits *bool      `json:"unemployment_benefits,omitempty" expr:"unemployment_benefits" desc:"Item 2: whether unemployment benefits are received now, where unemployed."`
	UnemployedSince      Date       `json:"unemployed_since,omitzero" expr:"unemployed_since" desc:"Item 2.A."`
	HouseholdSize        int        `json:"household_size,omitempty" expr:"household_size" range:"0-999" desc:"Item 3, the requestor included."`
	Earners              *int       `json:"earners,omitempty" expr:"earners" range:"0-999" desc:"Item 4: household members who earn income, the requestor included."`
	HeadOfHousehold      string     `json:"head_of_household,omitempty" expr:"head_of_household" desc:"Item 5: the head of household, where it is not the requestor."`
	OwnUSD               *int       `json:"own_usd,omitempty" expr:"own_usd" desc:"Item 6: the requestor's annual adjusted gross income."`
	FamilyUSD            *int       `json:"family_usd,omitempty" expr:"family_usd" desc:"Item 7: that of all other family members in the household; 0 for none."`
	Changed              *bool      `json:"changed,omitempty" expr:"changed" desc:"Item 9: whether anything changed since the tax return."`
	Explanation          string     `json:"explanation,omitempty" expr:"explanation" case:"text" desc:"What changed, or whatever else should be considered."`
}

// Hardship is I-912 Part 6.
type Hardship struct {
	Statement          string      `json:"statement,omitempty" expr:"statement" case:"text" desc:"Item 1: the situation, with the amounts of expenses, debts and lost income."`
	Assets             []CashAsset `json:"assets,omitempty" expr:"assets" desc:"Item 2: cash and what is quickly turned into cash; no retirement accounts."`
	MonthlyExpensesUSD *int        `json:"monthly_expenses_usd,omitempty" expr:"monthly_expenses_usd" desc:"Item 3: all expenses and liabilities of a month; 0 for none."`
	Expenses           []string    `json:"expenses,omitempty" expr:"expenses" enum:"rent_or_mortgage|food|utilities|child_or_elder_care|insurance|loans_or_credit_cards|car_payment|commuting|medical|school|other" desc:"Item 3: the kinds of expense there are."`
	ExpensesOther      string      `json:"expenses_other,omitempty" expr:"expenses_other" desc:"The other expenses, where there are any."`
}

// CashAsset is one row of I-912 Part 6 item 2.
type CashAsset struct {
	Type      string `json:"type" expr:"type" desc:"Kind of asset in words, as in checking account."`
	AmountUSD int    `json:"amount_usd" expr:"amount_usd" desc:"Value in whole U.S. dollars."`
}

// Asks reports whether the request rests on a basis of I-912 Part 1; a request that is not there rests on none.
func (w *FeeWaiver) Asks(basis string) bool {
	return w != nil && slices.Contains(w.Bases, basis)
}

// RequestsWaiver reports whether a waiver of the fee is asked for.
func (p *Payment) RequestsWaiver() bool { return p.Fee == "waiver_requested" }
