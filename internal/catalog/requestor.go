package catalog

import (
	"slices"
	"strings"

	"parolepack/internal/casefile"
)

// A Requestor is whom I-912 Part 2 describes: who completes the I-131, or the person to be paroled where a parent or
// legal guardian files for them. Answers that the case gives elsewhere stand here too.
type Requestor struct {
	casefile.Person
	MaritalStatus      string `expr:"marital_status"`
	MaritalStatusOther string `expr:"marital_status_other"`
	// IsBeneficiary tells that the requestor is the person to be paroled.
	IsBeneficiary bool `expr:"is_beneficiary"`
	// ByGuardian tells that a parent or legal guardian signs for the requestor (item 1).
	ByGuardian bool `expr:"by_guardian"`
	// Employment and ReadsEnglish are the waiver's own, or those that the filer gives as a supporter.
	Employment   casefile.Employment `expr:"employment"`
	ReadsEnglish *bool               `expr:"reads_english"`
}

// setFeeWaiver puts in place what a form for a fee waiver shows: the parts of the bases that are relied on alone, since
// Part 1 tells which parts each basis completes.
func (env *Env) setFeeWaiver(c *casefile.Case) {
	env.FeeWaiver = *env.Case.FeeWaiver
	if !c.FeeWaiver.Asks("means_tested_benefit") {
		env.FeeWaiver.Benefits = nil
	}
	if !c.FeeWaiver.Asks("low_income") {
		env.FeeWaiver.Income = &casefile.Income{}
	}
	if !c.FeeWaiver.Asks("financial_hardship") {
		env.FeeWaiver.Hardship = &casefile.Hardship{}
	}
	env.setRequestor()
	env.setRequestorMeans(c)
	env.CounselGoesOn = env.Represented && env.ClientRole != "supporter" &&
		(env.keys.client == env.keys.requestor || env.keys.client == env.keys.filer)
}

// setRequestor finds whom Part 2 is about and who signs for them.
func (env *Env) setRequestor() {
	w, b := &env.FeeWaiver, &env.Beneficiary
	r := &env.Requestor
	r.Person, env.keys.requestor = env.Filer, env.keys.filer
	r.MaritalStatus, r.MaritalStatusOther, env.keys.marital = w.MaritalStatus, w.MaritalStatusOther, "fee_waiver"
	r.IsBeneficiary = env.Self || w.Requestor == "beneficiary"
	if !r.IsBeneficiary {
		return
	}
	r.Person, env.keys.requestor = b.Person, env.keys.beneficiaryKey()
	r.MaritalStatus, r.MaritalStatusOther, env.keys.marital = b.MaritalStatus, b.MaritalStatusOther, env.keys.requestor
	r.ByGuardian, env.keys.guardian = !env.Self, "fee_waiver.requestor"
	if env.Self {
		r.ByGuardian = b.SignedBy.Who == "parent" || b.SignedBy.Who == "guardian"
		env.keys.guardian = env.keys.beneficiaryKey() + ".signed_by.who"
	}
}

// setRequestorMeans reads employment and language from the filer's own support form where the waiver does not say.
func (env *Env) setRequestorMeans(c *casefile.Case) {
	r, w := &env.Requestor, &env.FeeWaiver
	r.Employment, env.keys.employment = w.Income.Employment, "fee_waiver.income.employment"
	r.ReadsEnglish, env.keys.readsEnglish = w.ReadsEnglish, "fee_waiver.reads_english"
	i := slices.IndexFunc(c.Supporters, func(s casefile.Supporter) bool {
		return s.Is == "petitioner" || env.Self && s.Is == "beneficiary"
	})
	if i < 0 {
		return
	}
	s := &env.Case.Supporters[i]
	if r.ReadsEnglish == nil {
		r.ReadsEnglish, env.keys.readsEnglish = s.ReadsEnglish, indexed("supporters", i)+".reads_english"
	}
	theirs := env.Self || !r.IsBeneficiary
	if r.Employment.Status == "" && theirs && c.FeeWaiver.Asks("low_income") {
		r.Employment, env.keys.employment = s.Employment, indexed("supporters", i)+".employment"
	}
}

// requestorRoot sends what the requestor says to the key that says it.
func (k keys) requestorRoot(rest *string) string {
	first, after, _ := strings.Cut(*rest, ".")
	switch first {
	case "marital_status", "marital_status_other":
		return k.marital
	case "employment":
		*rest = after
		return k.employment
	case "reads_english":
		*rest = ""
		return k.readsEnglish
	case "by_guardian":
		*rest = ""
		return k.guardian
	case "is_beneficiary":
		*rest = ""
		return "fee_waiver.requestor"
	}
	return k.requestor
}
