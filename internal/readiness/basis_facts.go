package readiness

import "parolepack/internal/casefile"

// facts is what a beneficiary gives for one basis.
type facts struct {
	key   string
	given bool
	// values are what the basis turns on; empty where no facts are given.
	values []value
	// days are what the basis has fixed in time; the stay asked for must hold them.
	days []dated
	// exhibit is the id of the exhibit that is cited for them.
	exhibit string
}

// A value is one text of the facts, its key and what to call it.
type value struct{ key, thing, text string }

// A dated event of a basis: its key, what to call it, and the day.
type dated struct {
	key, thing string
	day        casefile.Date
}

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
		return factsFrom("reunification", b.Reunification, reunificationValues(b)), true
	case "public_benefit":
		return factsFrom("public_benefit", b.PublicBenefit, benefitValues), true
	case "other":
		return factsFrom("other", b.Other, statementValues), true
	}
	return facts{}, false
}

// factsFrom reads the values of facts that are given.
func factsFrom[T any](key string, t *T, read func(T) facts) facts {
	if t == nil {
		return facts{key: key}
	}
	f := read(*t)
	f.key, f.given = key, true
	return f
}

// funeralValues asks for a funeral's day and place, or else for the affairs to be settled.
func funeralValues(f casefile.Funeral) facts {
	list := []value{{"deceased", "the name of the deceased", f.Deceased}, {"relationship", "what the deceased was to the person", f.Relationship}}
	if blank(f.Affairs) || attended(f) {
		list = append(list, value{"date", "the date of the funeral", f.Date.String()}, value{"place", "the place of the funeral", f.Place})
	}
	return facts{values: list, days: []dated{{"date", "The funeral", f.Date}}, exhibit: f.Exhibit}
}

// attended reports whether the person comes for a funeral, and not for affairs alone.
func attended(f casefile.Funeral) bool { return !f.Date.IsZero() || !blank(f.Place) }

func endOfLifeValues(f casefile.EndOfLife) facts {
	return facts{exhibit: f.Exhibit, values: []value{
		{"relative", "the name of the relative", f.Relative}, {"relationship", "what the relative is to the person", f.Relationship},
		{"physician", "the physician or hospice", f.Physician}, {"prognosis", "the prognosis", f.Prognosis},
		{"why_no_visa", "the reason why a visa is too slow", f.WhyNoVisa},
	}}
}

func caregiverValues(f casefile.Caregiver) facts {
	return facts{exhibit: f.Exhibit, values: []value{
		{"relative", "the name of the relative", f.Relative}, {"relationship", "what the relative is to the person", f.Relationship},
		{"physician", "the relative's physician", f.Physician},
		{"condition", "the illness", f.Condition}, {"care_needed", "the care needed", f.CareNeeded},
		{"duration", "how long the care is needed", f.Duration},
		{"why_no_other", "the reason why nobody else can give the care", f.WhyNoOther},
	}}
}

func donationValues(f casefile.Donation) facts {
	cost := ""
	if f.CostUSD > 0 {
		cost = "given"
	}
	return facts{exhibit: f.Exhibit, days: []dated{{"operation", "The operation", f.Operation}}, values: []value{
		{"recipient", "the name of the recipient", f.Recipient}, {"organ", "the organ or tissue", f.Organ},
		{"hospital", "the hospital", f.Hospital}, {"operation", "the date of the operation", f.Operation.String()},
		{"diagnosis", "the recipient's diagnosis", f.Diagnosis},
		{"match", "the proof of the match", f.Match}, {"why_this_donor", "the reason why it must be this donor", f.WhyThisDonor},
		{"cost_usd", "the cost", cost}, {"paid_by", "who pays", f.PaidBy},
	}}
}

func courtValues(f casefile.Court) facts {
	return facts{exhibit: f.Exhibit, days: []dated{{"hearing", "The hearing", f.Hearing}, {"until", "The end of the proceeding", f.Until}}, values: []value{
		{"court", "the court", f.Court}, {"parties", "the parties", f.Parties}, {"hearing", "the date of the hearing", f.Hearing.String()},
		{"why_present", "the reason why presence in person is needed", f.WhyPresent},
		{"why_not_remote", "the reason why testimony from abroad will not do", f.WhyNotRemote},
	}}
}

func harmValues(f casefile.Harm) facts {
	return facts{exhibit: f.Exhibit, values: []value{
		{"by", "who threatens", f.By}, {"threat", "the threat", f.Threat},
		{"third_party", "the third party that names the person", f.ThirdParty},
		{"why_no_other", "the reason why no other protection is open", f.WhyNoOther},
	}}
}

// reunificationValues asks how a petition stands only where none is listed for the person.
func reunificationValues(b parolee) func(casefile.Reunification) facts {
	return func(f casefile.Reunification) facts {
		list := []value{
			{"relative", "the name of the relative", f.Relative}, {"relationship", "what the relative is to the person", f.Relationship},
			{"statement", "the statement", f.Statement},
			{"why_extraordinary", "what sets the case apart from other separated families", f.WhyExtraordinary},
		}
		if len(b.Visa.PendingPetitions) == 0 {
			list = append(list, value{"petition_status", "how a petition stands, or why none was filed", f.PetitionStatus})
		}
		return facts{exhibit: f.Exhibit, values: list}
	}
}

func benefitValues(f casefile.PublicBenefit) facts {
	return facts{exhibit: f.Exhibit, values: []value{
		{"agency", "the agency or organization that attests the benefit", f.Agency}, {"statement", "the statement", f.Statement},
	}}
}

func statementValues(s casefile.Statement) facts {
	return facts{exhibit: s.Exhibit, values: []value{{"statement", "the statement", s.Statement}}}
}
