package readiness

import "parolepack/internal/casefile"

// facts is what a beneficiary gives for one basis.
type facts struct {
	key   string
	given bool
	// values are what the basis turns on; empty where no facts are given.
	values []value
	// exhibit is the id of the exhibit that is cited for them.
	exhibit string
}

// A value is one text of the facts, its key and what to call it.
type value struct{ key, thing, text string }

// factsOf returns a person's facts for a basis. Medical treatment has rules of its own, so it
// and unknown bases report false.
func factsOf(b parolee, basis string) (facts, bool) {
	switch basis {
	case "funeral":
		return factsFrom("funeral", b.Funeral, funeralValues), true
	case "end_of_life":
		return factsFrom("end_of_life", b.EndOfLife, endOfLifeValues), true
	case "caregiver":
		return factsFrom("caregiver", b.Caregiver, caregiverValues), true
	case "organ_donation":
		return factsFrom("organ_donation", b.OrganDonation, donationValues), true
	case "civil_court":
		return factsFrom("court", b.Court, courtValues), true
	case "targeted_harm":
		return factsFrom("targeted_harm", b.TargetedHarm, harmValues), true
	case "family_reunification":
		return factsFrom("reunification", b.Reunification, statementValues), true
	case "public_benefit":
		return factsFrom("public_benefit", b.PublicBenefit, statementValues), true
	case "other":
		return factsFrom("other", b.Other, statementValues), true
	}
	return facts{}, false
}

// factsFrom reads the values of facts that are given.
func factsFrom[T any](key string, t *T, read func(T) (exhibit string, values []value)) facts {
	if t == nil {
		return facts{key: key}
	}
	exhibit, values := read(*t)
	return facts{key, true, values, exhibit}
}

func funeralValues(f casefile.Funeral) (string, []value) {
	list := []value{{"deceased", "the name of the deceased", f.Deceased}, {"relationship", "what the deceased was to the person", f.Relationship}}
	if !blank(f.Affairs) {
		return f.Exhibit, list
	}
	return f.Exhibit, append(list, value{"date", "the date of the funeral", f.Date.String()}, value{"place", "the place of the funeral", f.Place})
}

func endOfLifeValues(f casefile.EndOfLife) (string, []value) {
	return f.Exhibit, []value{
		{"relative", "the name of the relative", f.Relative}, {"relationship", "what the relative is to the person", f.Relationship},
		{"physician", "the physician or hospice", f.Physician}, {"prognosis", "the prognosis", f.Prognosis},
		{"why_no_visa", "the reason why a visa is too slow", f.WhyNoVisa},
	}
}

func caregiverValues(f casefile.Caregiver) (string, []value) {
	return f.Exhibit, []value{
		{"relative", "the name of the relative", f.Relative}, {"relationship", "what the relative is to the person", f.Relationship},
		{"condition", "the illness", f.Condition}, {"care_needed", "the care needed", f.CareNeeded},
		{"why_no_other", "the reason why nobody else can give the care", f.WhyNoOther},
	}
}

func donationValues(f casefile.Donation) (string, []value) {
	return f.Exhibit, []value{
		{"recipient", "the name of the recipient", f.Recipient}, {"organ", "the organ or tissue", f.Organ},
		{"hospital", "the hospital", f.Hospital}, {"diagnosis", "the recipient's diagnosis", f.Diagnosis},
		{"match", "the proof of the match", f.Match}, {"why_this_donor", "the reason why it must be this donor", f.WhyThisDonor},
	}
}

func courtValues(f casefile.Court) (string, []value) {
	return f.Exhibit, []value{
		{"court", "the court", f.Court}, {"parties", "the parties", f.Parties}, {"hearing", "the date of the hearing", f.Hearing.String()},
		{"why_present", "the reason why presence in person is needed", f.WhyPresent},
	}
}

func harmValues(f casefile.Harm) (string, []value) {
	return f.Exhibit, []value{
		{"by", "who threatens", f.By}, {"threat", "the threat", f.Threat},
		{"third_party", "the third party that names the person", f.ThirdParty},
		{"why_no_other", "the reason why no other protection is open", f.WhyNoOther},
	}
}

func statementValues(s casefile.Statement) (string, []value) {
	return s.Exhibit, []value{{"statement", "the statement", s.Statement}}
}
