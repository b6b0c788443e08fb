package readiness

import "parolepack/internal/casefile"

func medicalCases() []row {
	m := "beneficiaries[0].medical."
	s := "beneficiaries[0].support."
	return []row{
		{
			code: "medical-home-physician-missing", path: m + "home_physician.name", mutate: atHome(func(h *casefile.HomePhysician) { h.Name = "" }),
		},
		{
			code: "medical-home-physician-missing", path: m + "home_physician.name",
			mutate: nour(func(b *casefile.Beneficiary) { b.Medical.HomePhysician = nil }),
			also:   []string{"medical-home-letter-missing " + m + "home_physician.exhibit"},
		},
		{code: "medical-diagnosis-missing", path: m + "home_physician.diagnosis", mutate: atHome(func(h *casefile.HomePhysician) { h.Diagnosis = "" })},
		{code: "medical-prognosis-missing", path: m + "home_physician.prognosis", mutate: atHome(func(h *casefile.HomePhysician) { h.Prognosis = "" })},
		{code: "medical-not-at-home-missing", path: m + "home_physician.why_not_treatable_at_home", mutate: atHome(func(h *casefile.HomePhysician) { h.WhyNotTreatableAtHome = "" })},
		{code: "medical-not-nearby-missing", path: m + "home_physician.why_not_treatable_nearby", mutate: atHome(func(h *casefile.HomePhysician) { h.WhyNotTreatableNearby = "" })},
		{code: "medical-home-letter-missing", path: m + "home_physician.exhibit", mutate: atHome(func(h *casefile.HomePhysician) { h.Exhibit = "" })},
		{code: "medical-home-letter-missing", path: m + "home_physician.exhibit", mutate: without("home-physician", "home_physician_letter")},
		{code: "medical-home-letter-missing", path: m + "home_physician.exhibit", mutate: func(c *casefile.Case) { exhibit(c, "home-physician").For = []string{"lina"} }},
		{code: "medical-us-physician-missing", path: m + "us_physician.name", mutate: inUS(func(u *casefile.USPhysician) { u.Name = "" })},
		{
			code: "medical-us-physician-missing", path: m + "us_physician.name",
			mutate: nour(func(b *casefile.Beneficiary) { b.Medical.USPhysician = nil }),
			also: []string{
				"medical-us-letter-missing " + m + "us_physician.exhibit",
				"medical-funding-missing " + m + "us_physician.payment_exhibit",
			},
		},
		{code: "medical-treatment-missing", path: m + "us_physician.treatment", mutate: inUS(func(u *casefile.USPhysician) { u.Treatment = "" })},
		{code: "medical-cost-missing", path: m + "us_physician.cost_usd", mutate: inUS(func(u *casefile.USPhysician) { u.CostUSD = 0 })},
		{code: "medical-payer-missing", path: m + "us_physician.paid_by", mutate: inUS(func(u *casefile.USPhysician) { u.PaidBy = "" })},
		{code: "medical-us-letter-missing", path: m + "us_physician.exhibit", mutate: without("us-physician", "us_physician_letter")},
		{code: "medical-funding-missing", path: m + "us_physician.payment_exhibit", mutate: without("funding", "treatment_funding")},
		{code: "support-medical-care-missing", path: s + "medical_care", mutate: nour(func(b *casefile.Beneficiary) { b.Support.MedicalCare = nil })},
		{code: "support-housing-missing", path: s + "housing.by", mutate: nour(func(b *casefile.Beneficiary) { b.Support.Housing.By = "" })},
		{code: "support-transportation-missing", path: s + "transportation.how", mutate: nour(func(b *casefile.Beneficiary) { b.Support.Transportation.How = "" })},
		{code: "support-subsistence-missing", path: s + "subsistence", mutate: nour(func(b *casefile.Beneficiary) { b.Support.Subsistence = nil })},
		{code: "support-unproven", path: s + "housing.exhibit", mutate: nour(func(b *casefile.Beneficiary) { b.Support.Housing.Exhibit = "" })},
	}
}

func atHome(change func(*casefile.HomePhysician)) func(*casefile.Case) {
	return nour(func(b *casefile.Beneficiary) { change(b.Medical.HomePhysician) })
}

func inUS(change func(*casefile.USPhysician)) func(*casefile.Case) {
	return nour(func(b *casefile.Beneficiary) { change(b.Medical.USPhysician) })
}

func basisCases() []row {
	b := "beneficiaries[0]."
	list := []row{
		{
			code: "parental-consent-absent", path: "exhibits", mutate: alone(func(b *casefile.Beneficiary) {}),
			input: func(in *Input) {
				in.Case.Petitioner = casefile.Petitioner{Person: sampleStranger(in.Case)}
				in.Case.Beneficiaries[0].Born.Date = day("2010-01-01")
			},
			gone: []string{"parental-consent-absent exhibits"},
		},
		{code: "basis-unlisted", path: b + "medical", mutate: func(c *casefile.Case) {
			rests("other", func(*casefile.Beneficiary) {})(c)
			c.Beneficiaries[0].Medical = &casefile.Medical{}
		}},
		{code: "basis-unlisted", path: b + "court", mutate: rests("other", func(b *casefile.Beneficiary) { b.Court = &casefile.Court{} })},
		{code: "basis-uncited", path: b + "other.exhibit", mutate: rests("other", func(b *casefile.Beneficiary) { b.Other.Exhibit = "" })},
		{code: "basis-outside-stay", path: b + "funeral.date", mutate: rests("funeral", func(b *casefile.Beneficiary) { b.Funeral.Date = day("2027-01-09") })},
		{code: "basis-outside-stay", path: b + "court.hearing", mutate: rests("civil_court", func(b *casefile.Beneficiary) { b.Court.Hearing = day("2027-09-11") })},
		{code: "basis-outside-stay", path: b + "court.until", mutate: rests("civil_court", func(b *casefile.Beneficiary) { b.Court.Until = day("2028-01-01") })},
		{code: "basis-outside-stay", path: b + "organ_donation.operation", mutate: rests("organ_donation", func(b *casefile.Beneficiary) { b.OrganDonation.Operation = day("2027-12-01") })},
		{code: "basis-facts-incomplete", path: b + "organ_donation.cost_usd", mutate: rests("organ_donation", func(b *casefile.Beneficiary) { b.OrganDonation.CostUSD = 0 })},
		{code: "basis-facts-incomplete", path: b + "caregiver.duration", mutate: rests("caregiver", func(b *casefile.Beneficiary) { b.Caregiver.Duration = "" })},
		{code: "basis-facts-incomplete", path: b + "court.why_not_remote", mutate: rests("civil_court", func(b *casefile.Beneficiary) { b.Court.WhyNotRemote = "" })},
		{code: "basis-facts-incomplete", path: b + "reunification.petition_status", mutate: rests("family_reunification", func(b *casefile.Beneficiary) { b.Reunification.PetitionStatus = "" })},
		{code: "basis-facts-incomplete", path: b + "public_benefit.agency", mutate: rests("public_benefit", func(b *casefile.Beneficiary) { b.PublicBenefit.Agency = "" })},
		{code: "basis-facts-incomplete", path: b + "funeral.date", mutate: rests("funeral", func(b *casefile.Beneficiary) { b.Funeral.Affairs, b.Funeral.Date = "the estate", casefile.Date{} })},
	}
	for _, basis := range []struct {
		basis, key string
		clear      func(*casefile.Beneficiary)
		lacks      string
		lack       func(*casefile.Beneficiary)
		evidence   string
	}{
		{"funeral", "funeral", func(b *casefile.Beneficiary) { b.Funeral = nil }, "place", func(b *casefile.Beneficiary) { b.Funeral.Place = "" }, "death_certificate"},
		{"end_of_life", "end_of_life", func(b *casefile.Beneficiary) { b.EndOfLife = nil }, "prognosis", func(b *casefile.Beneficiary) { b.EndOfLife.Prognosis = "" }, "prognosis_letter"},
		{"caregiver", "caregiver", func(b *casefile.Beneficiary) { b.Caregiver = nil }, "why_no_other", func(b *casefile.Beneficiary) { b.Caregiver.WhyNoOther = "" }, "care_needs"},
		{"organ_donation", "organ_donation", func(b *casefile.Beneficiary) { b.OrganDonation = nil }, "match", func(b *casefile.Beneficiary) { b.OrganDonation.Match = "" }, "donor_match"},
		{"civil_court", "court", func(b *casefile.Beneficiary) { b.Court = nil }, "hearing", func(b *casefile.Beneficiary) { b.Court.Hearing = casefile.Date{} }, "court_order"},
		{"targeted_harm", "targeted_harm", func(b *casefile.Beneficiary) { b.TargetedHarm = nil }, "third_party", func(b *casefile.Beneficiary) { b.TargetedHarm.ThirdParty = "" }, "threat_report"},
		{"family_reunification", "reunification", func(b *casefile.Beneficiary) { b.Reunification = nil }, "statement", func(b *casefile.Beneficiary) { b.Reunification.Statement = "" }, ""},
		{"public_benefit", "public_benefit", func(b *casefile.Beneficiary) { b.PublicBenefit = nil }, "statement", func(b *casefile.Beneficiary) { b.PublicBenefit.Statement = "" }, "agency_letter"},
		{"other", "other", func(b *casefile.Beneficiary) { b.Other = nil }, "statement", func(b *casefile.Beneficiary) { b.Other.Statement = "" }, ""},
	} {
		list = append(list,
			row{code: "basis-facts-missing", path: b + basis.key, mutate: rests(basis.basis, basis.clear)},
			row{code: "basis-facts-incomplete", path: b + basis.key + "." + basis.lacks, mutate: rests(basis.basis, basis.lack)})
		if basis.evidence != "" {
			list = append(list, row{code: "basis-evidence-missing", path: "exhibits", mutate: func(c *casefile.Case) {
				rests(basis.basis, func(*casefile.Beneficiary) {})(c)
				without("basis", basis.evidence)(c)
			}})
		}
	}
	return list
}

// sampleStranger is a petitioner for whom nothing of the sample's beneficiary is known.
func sampleStranger(c *casefile.Case) casefile.Person {
	p := c.Beneficiaries[0].Person
	p.Name.Given, p.SSN = "Karima", ""
	return p
}

// rests makes the case rest on one other basis, whole with facts and evidence, then changes the person.
func rests(basis string, change func(*casefile.Beneficiary)) func(*casefile.Case) {
	return func(c *casefile.Case) {
		b := &c.Beneficiaries[0]
		c.Bases, b.Medical = []string{basis}, nil
		if basis == "public_benefit" {
			c.Ground = "significant_public_benefit"
		}
		b.Funeral = &casefile.Funeral{Deceased: "Leila Haddad", Relationship: "aunt", Date: day("2027-01-12"), Place: "Brooklyn", Exhibit: "basis"}
		b.EndOfLife = &casefile.EndOfLife{Relative: "Leila Haddad", Relationship: "aunt", Physician: "Dr. Ames", Prognosis: "weeks", WhyNoVisa: "No interview before May.", Exhibit: "basis"}
		b.Caregiver = &casefile.Caregiver{Relative: "Leila Haddad", Relationship: "aunt", Physician: "Dr. Ames", Condition: "stroke", CareNeeded: "all day", Duration: "six months", WhyNoOther: "No other kin.", Exhibit: "basis"}
		b.OrganDonation = &casefile.Donation{Recipient: "Leila Haddad", Organ: "kidney", Hospital: "Maimonides", Operation: day("2027-02-02"),
			Diagnosis: "failure", Match: "six of six", WhyThisDonor: "No other match.", CostUSD: 52000, PaidBy: "insurance", Exhibit: "basis"}
		b.Court = &casefile.Court{Court: "Supreme Court, Kings County", Parties: "A v. B", Hearing: day("2027-02-01"), WhyPresent: "She is a party.", WhyNotRemote: "The court refused it.", Exhibit: "basis"}
		b.TargetedHarm = &casefile.Harm{By: "a militia", Threat: "death", ThirdParty: "a newspaper", WhyNoOther: "No border is open.", Exhibit: "basis"}
		b.Reunification = &casefile.Reunification{
			Relative: "Rima Haddad", Relationship: "mother", Statement: "Her mother is alone.", WhyExtraordinary: "She is ill.", PetitionStatus: "None can be filed.", Exhibit: "basis",
		}
		b.PublicBenefit = &casefile.PublicBenefit{Agency: "a university", Statement: "She is a witness.", Exhibit: "basis"}
		b.Other = &casefile.Statement{Statement: "Another reason.", Exhibit: "basis"}
		c.Exhibits = append(c.Exhibits, casefile.Exhibit{ID: "basis", Title: "Proof", Files: []string{"exhibits/lease.pdf"}, Proves: []string{
			"death_certificate", "funeral_arrangements", "prognosis_letter", "care_needs", "donor_match", "court_order", "counsel_letter",
			"threat_report", "country_conditions", "agency_letter",
		}})
		keep(b, basis)
		change(b)
	}
}

// keep clears all facts but those of one basis.
func keep(b *casefile.Beneficiary, basis string) {
	for _, f := range []struct {
		basis string
		clear func()
	}{
		{"funeral", func() { b.Funeral = nil }}, {"end_of_life", func() { b.EndOfLife = nil }}, {"caregiver", func() { b.Caregiver = nil }},
		{"organ_donation", func() { b.OrganDonation = nil }}, {"civil_court", func() { b.Court = nil }}, {"targeted_harm", func() { b.TargetedHarm = nil }},
		{"family_reunification", func() { b.Reunification = nil }}, {"public_benefit", func() { b.PublicBenefit = nil }}, {"other", func() { b.Other = nil }},
	} {
		if f.basis != basis {
			f.clear()
		}
	}
}
