package readiness

import (
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// TestReadyToo changes the sample in ways that must leave it without a blocker or a warning.
func TestReadyToo(t *testing.T) {
	cases := map[string]func(*casefile.Case){
		"a year to the day": stayed(func(s *casefile.Stay) { s.Until = day("2028-01-10") }),
		"arrival today":     stayed(func(s *casefile.Stay) { s.From = asOf }),
		"self-petition":     alone(func(*casefile.Beneficiary) {}),
		"child signed for by a guardian": func(c *casefile.Case) {
			alone(func(b *casefile.Beneficiary) {
				b.Born.Date = day("2014-01-01")
				b.SignedBy = &casefile.SignedBy{Who: "guardian", Name: "Rima Haddad"}
			})(c)
			c.Supporters[0].Dependents[0].Born = c.Beneficiaries[0].Born.Date
		},
		"supporter of their own":  stranger(func(*casefile.Supporter) {}),
		"supporting organization": organized(func(*casefile.Supporter) {}),
		"supporter out of work": samir(func(s *casefile.Supporter) {
			s.AnnualIncomeUSD, s.Employment = 0, casefile.Employment{Status: "retired"}
		}),
		"income zero with assets": samir(func(s *casefile.Supporter) { s.AnnualIncomeUSD, s.Employment.Status = 0, "unemployed" }),
		"older A-Number":          nour(func(b *casefile.Beneficiary) { b.ANumber = "A12345678" }),
		"online":                  func(c *casefile.Case) { c.FileBy, c.Beneficiaries[0].Payment.Method = "online", "none" },
		"known exemption": nour(func(b *casefile.Beneficiary) {
			b.Payment = casefile.Payment{Method: "none", Fee: "exempt", ExemptBecause: "vawa"}
		}),
		"nobody represents":       func(c *casefile.Case) { c.Attorney, c.Expedite = nil, nil },
		"accredited":              func(c *casefile.Case) { accredit(c.Attorney) },
		"no notice wanted":        func(c *casefile.Case) { c.Notify, c.Petitioner.Email, c.Petitioner.Phone.Mobile = ptr(false), "", "" },
		"petition refused":        petitioned(func(p *casefile.Petition) { p.Form, p.Decision, p.Exhibit = "I-130", "denied", "visa-refusal" }),
		"visa for want of a date": attempted(func(a *casefile.Attempt) { a.Outcome, a.Ground = "no interview offered", "" }),
		"English language named":  func(c *casefile.Case) { c.Exhibits[0].Language = "English" },
		"inadmissible, no waiver": nour(func(b *casefile.Beneficiary) {
			b.Visa.Attempts[0].Ground, b.Visa.Waiver = "212(a)(9)(B)", "No waiver is open."
		}),
		"a child under two feet": nour(func(b *casefile.Beneficiary) { b.Biographic.Height = &casefile.Height{Feet: 1, Inches: 11} }),
		"a friend":               func(c *casefile.Case) { befriend(c) },
	}
	for name, mutate := range cases {
		t.Run(name, func(t *testing.T) {
			in := sample(t)
			mutate(in.Case)
			if name == "petition refused" {
				exhibit(in.Case, "visa-refusal").Proves = []string{"visa_refusal", "petition_decision"}
			}
			quiet(t, in)
		})
	}
}

// TestEachBasisCanBeReady gives each basis its facts and evidence.
func TestEachBasisCanBeReady(t *testing.T) {
	for _, b := range filing(t).Bases {
		if b.Code == medicalBasis {
			continue
		}
		t.Run(b.Code, func(t *testing.T) {
			in := sample(t)
			rests(b.Code, func(*casefile.Beneficiary) {})(in.Case)
			quiet(t, in)
		})
	}
}

// TestAffairsWithoutAFuneral comes to settle an estate: there is no funeral to give a day or a paper of.
func TestAffairsWithoutAFuneral(t *testing.T) {
	in := sample(t)
	rests("funeral", func(b *casefile.Beneficiary) {
		b.Funeral.Date, b.Funeral.Place, b.Funeral.Affairs = casefile.Date{}, "", "The estate's house must be sold in person."
	})(in.Case)
	without("basis", "funeral_arrangements")(in.Case)
	quiet(t, in)
}

// TestAListedPetitionTellsItsStatus asks a family for no second account of a petition that is listed.
func TestAListedPetitionTellsItsStatus(t *testing.T) {
	in := sample(t)
	rests("family_reunification", func(b *casefile.Beneficiary) {
		b.Reunification.PetitionStatus = ""
		b.Visa.PendingPetitions = []casefile.Petition{{Form: "I-129F", Receipt: "IOE0123456789", Filed: day("2026-05-01"), Petitioner: "Rima Haddad"}}
	})(in.Case)
	quiet(t, in)
}

// quiet wants no finding worse than a note.
func quiet(t *testing.T, in Input) {
	t.Helper()
	for _, f := range Check(in) {
		if f.Severity != finding.Note {
			t.Errorf("%s %s at %s: %s", f.Severity, f.Code, f.Place.Path, f.Summary)
		}
	}
}

func accredit(a *casefile.Attorney) {
	a.LicensingAuthority, a.BarNumber, a.Eligible, a.Restricted = "", "", nil, nil
	a.Accredited = &casefile.Accredited{Organization: "Legal Aid", AccreditedOn: day("2020-05-01")}
}

// befriend makes the petitioner a friend, with no proof of kinship.
func befriend(c *casefile.Case) {
	c.Beneficiaries[0].RelationshipToPetitioner = "friend"
	without("relationship", "relationship")(c)
}

// TestPatientAndCompanion rests a case on two bases, one a person.
func TestPatientAndCompanion(t *testing.T) {
	in := sample(t)
	companion(in.Case)
	quiet(t, in)

	in.Case.Beneficiaries[1].Caregiver = nil
	got := codes(Check(in))
	for _, want := range []string{
		"basis-facts-missing beneficiaries[0].caregiver", "basis-facts-missing beneficiaries[1].caregiver",
		"medical-home-physician-missing beneficiaries[1].medical.home_physician.name",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not among\n\t%s", want, strings.Join(got, "\n\t"))
		}
	}
}

// companion adds the patient's mother, who comes to care for her.
func companion(c *casefile.Case) {
	mother := c.Beneficiaries[0]
	mother.ID, mother.Name.Given, mother.Born.Date = "rima", "Rima", day("1990-01-05")
	mother.Medical, mother.Passport = nil, &casefile.Passport{Number: "LR7654321", Country: "Lebanon", Expires: day("2030-01-01")}
	mother.Caregiver = &casefile.Caregiver{
		Relative: "Nour Haddad", Relationship: "daughter", Physician: "Dr. Whitfield", Condition: "mitral stenosis", CareNeeded: "day and night", Duration: "the stay", WhyNoOther: "She is a child.", Exhibit: "home-physician",
	}
	c.Bases = append(c.Bases, "caregiver")
	c.Beneficiaries = append(c.Beneficiaries, mother)
	c.Supporters[0].Relationship["rima"] = "brother"
	for i := range c.Exhibits {
		c.Exhibits[i].For = nil
	}
	x := exhibit(c, "home-physician")
	x.Proves = append(x.Proves, "care_needs")
}

func TestExhibitForOneProvesNothingForAnother(t *testing.T) {
	in := sample(t)
	companion(in.Case)
	exhibit(in.Case, "beneficiary-id").For = []string{"nour"}
	got := Check(in)
	if !slices.ContainsFunc(got, func(f finding.Finding) bool {
		return f.Code == "beneficiary-identity-missing" && f.About == "rima"
	}) {
		t.Errorf("the passport of nour proves rima: %v", codes(got))
	}
}
