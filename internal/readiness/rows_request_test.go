package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
)

func requestCases() []row {
	b := "beneficiaries[0]."
	return []row{
		{code: "in-united-states", path: b + "in_united_states", mutate: nour(func(b *casefile.Beneficiary) { b.InUnitedStates = ptr(true) })},
		{code: "in-united-states-unanswered", path: b + "in_united_states", mutate: nour(func(b *casefile.Beneficiary) { b.InUnitedStates = nil })},
		{code: "lives-in-united-states", path: b + "physical_address.country", mutate: func(c *casefile.Case) {
			c.Beneficiaries[0].PhysicalAddress = ptr(*c.Petitioner.MailingAddress)
		}},
		{
			code: "no-beneficiary", path: "beneficiaries", mutate: func(c *casefile.Case) { c.Beneficiaries = nil },
			also: []string{"supporter-unused supporters[0]"}, gone: []string{"parental-consent-absent exhibits"},
		},
		{
			code: "self-petition-of-many", path: "petitioner.self",
			mutate: func(c *casefile.Case) {
				alone(func(*casefile.Beneficiary) {})(c)
				twin := c.Beneficiaries[0]
				twin.ID, twin.Name.Given, twin.Passport = "lina", "Lina", nil
				c.Beneficiaries = append(c.Beneficiaries, twin)
				c.Supporters[0].Relationship["lina"] = "aunt"
				for i := range c.Exhibits {
					c.Exhibits[i].For = nil
				}
			},
			also: []string{"passport-absent beneficiaries[1].passport"}, gone: []string{"parental-consent-absent exhibits"},
		},
		{code: "ground-missing", path: "ground", mutate: func(c *casefile.Case) { c.Ground = "" }},
		{code: "basis-missing", path: "bases", mutate: func(c *casefile.Case) { c.Bases = nil }},
		{code: "basis-against-ground", path: "bases", mutate: func(c *casefile.Case) { c.Ground = "significant_public_benefit" }},
		{code: "why-no-visa-missing", path: b + "visa.why_unavailable", mutate: nour(func(b *casefile.Beneficiary) { b.Visa.WhyUnavailable = " " })},
		{code: "visa-not-attempted", path: b + "visa.attempts", mutate: nour(func(b *casefile.Beneficiary) { b.Visa.Attempts = nil })},
		{code: "visa-attempt-date-missing", path: b + "visa.attempts[0].date", mutate: attempted(func(a *casefile.Attempt) { a.Date = casefile.Date{} })},
		{code: "visa-attempt-outcome-missing", path: b + "visa.attempts[0].outcome", mutate: attempted(func(a *casefile.Attempt) { a.Outcome = "" })},
		{code: "visa-attempt-incomplete", path: b + "visa.attempts[0]", mutate: attempted(func(a *casefile.Attempt) { a.Class = "" })},
		{code: "visa-attempt-incomplete", path: b + "visa.attempts[0]", mutate: attempted(func(a *casefile.Attempt) { a.Post = "" })},
		{code: "visa-attempt-in-future", path: b + "visa.attempts[0].date", mutate: attempted(func(a *casefile.Attempt) { a.Date = day("2026-11-25") })},
		{code: "visa-attempt-unproven", path: b + "visa.attempts[0].exhibit", mutate: attempted(func(a *casefile.Attempt) { a.Exhibit = "" })},
		{code: "visa-refusal-unproven", path: b + "visa.attempts[0].exhibit", mutate: without("visa-refusal", "visa_refusal")},
		{code: "inadmissibility-unexplained", path: b + "visa.attempts[0].ground", mutate: attempted(func(a *casefile.Attempt) { a.Ground = "INA 212 (a)(9)(B)" })},
		{code: "petition-receipt-missing", path: b + "visa.pending_petitions[0].receipt", mutate: petitioned(func(p *casefile.Petition) { p.Receipt = "" })},
		{code: "petition-decision-unproven", path: b + "visa.pending_petitions[0].exhibit", mutate: petitioned(func(p *casefile.Petition) { p.Decision = "approved" })},
		{code: "immigrant-petition-pending", path: b + "visa.pending_petitions[0].form", mutate: petitioned(func(p *casefile.Petition) { p.Form = "I-130" })},
		{code: "reasons-missing", path: b + "request.reasons", mutate: nour(func(b *casefile.Beneficiary) { b.Request.Reasons = "" })},
		{code: "reasons-short", path: b + "request.reasons", mutate: nour(func(b *casefile.Beneficiary) { b.Request.Reasons = "She is ill." })},
		{code: "stay-missing", path: b + "request.stay", mutate: nour(func(b *casefile.Beneficiary) { b.Request.Stay = nil })},
		{code: "stay-missing", path: b + "request.stay.from", mutate: stayed(func(s *casefile.Stay) { s.From = casefile.Date{} })},
		{code: "stay-missing", path: b + "request.stay.until", mutate: stayed(func(s *casefile.Stay) { s.Until = casefile.Date{} })},
		{code: "stay-reversed", path: b + "request.stay.until", mutate: stayed(func(s *casefile.Stay) { s.Until = s.From })},
		{code: "stay-in-past", path: b + "request.stay.from", mutate: stayed(func(s *casefile.Stay) { s.From = day("2026-11-23") })},
		{code: "stay-too-long", path: b + "request.stay.until", mutate: stayed(func(s *casefile.Stay) { s.Until = day("2028-01-11") })},
		{code: "stay-over-a-year", path: b + "request.longer_than_a_year", mutate: nour(func(b *casefile.Beneficiary) {
			b.Request.Stay.Until, b.Request.LongerThanAYear = day("2028-01-11"), "Two operations, fourteen months apart."
		})},
		{code: "consulate-missing", path: b + "request.consulate", mutate: nour(func(b *casefile.Beneficiary) { b.Request.Consulate = nil })},
		{code: "consulate-missing", path: b + "request.consulate", mutate: nour(func(b *casefile.Beneficiary) { b.Request.Consulate.City = "" })},
	}
}

// attempted changes the sample's one visa attempt.
func attempted(change func(*casefile.Attempt)) func(*casefile.Case) {
	return nour(func(b *casefile.Beneficiary) { change(&b.Visa.Attempts[0]) })
}

// petitioned adds a nonimmigrant petition and changes it.
func petitioned(change func(*casefile.Petition)) func(*casefile.Case) {
	return nour(func(b *casefile.Beneficiary) {
		p := casefile.Petition{Form: "I-129", Receipt: "IOE0123456789", Filed: day("2026-02-01"), Petitioner: "Rima Haddad"}
		change(&p)
		b.Visa.PendingPetitions = []casefile.Petition{p}
	})
}

// stayed changes the sample's stay.
func stayed(change func(*casefile.Stay)) func(*casefile.Case) {
	return nour(func(b *casefile.Beneficiary) { change(b.Request.Stay) })
}

func paperCases() []row {
	file := func(path string, f evidence.File) func(*Input) {
		return func(in *Input) { in.Facts.Files[path] = f }
	}
	return []row{
		{code: "beneficiary-identity-missing", path: "exhibits", mutate: without("beneficiary-id", "beneficiary_identity")},
		{code: "passport-absent", path: "beneficiaries[0].passport", mutate: nour(func(b *casefile.Beneficiary) { b.Passport = nil })},
		{code: "passport-incomplete", path: "beneficiaries[0].passport", mutate: nour(func(b *casefile.Beneficiary) { b.Passport.Number = "" })},
		{code: "passport-expires", path: "beneficiaries[0].passport.expires", mutate: nour(func(b *casefile.Beneficiary) { b.Passport.Expires = day("2027-09-09") })},
		{
			code: "petitioner-identity-missing", path: "exhibits", mutate: func(c *casefile.Case) {
				exhibit(c, "petitioner-id").Proves = []string{"petitioner_status", "supporter_identity", "supporter_status"}
			},
		},
		{code: "petitioner-status-missing", path: "exhibits", mutate: without("petitioner-id", "petitioner_status")},
		{code: "supporter-identity-missing", path: "exhibits", mutate: func(c *casefile.Case) {
			stranger(func(*casefile.Supporter) {})(c)
			without("petitioner-id", "supporter_identity")(c)
		}},
		{code: "supporter-status-unproven", path: "exhibits", mutate: func(c *casefile.Case) {
			stranger(func(*casefile.Supporter) {})(c)
			without("petitioner-id", "supporter_status")(c)
		}},
		{code: "supporter-income-unproven", path: "exhibits", mutate: without("supporter-finances", "supporter_income")},
		{code: "relationship-unproven", path: "exhibits", mutate: without("relationship", "relationship")},
		{
			code: "exhibit-file-unusable", path: "exhibits[4].files[0]", mutate: none,
			input: file("exhibits/pledge.pdf", evidence.File{Problem: &evidence.Problem{Summary: "needs a password", Do: `Give it as "password" in the exhibit.`}}),
		},
		{
			code: "exhibit-file-unusable", path: "exhibits[2].translation.certificate", mutate: none,
			input: func(in *Input) { delete(in.Facts.Files, "exhibits/saad-certificate.pdf") },
		},
		{
			code: "exhibit-repaired-by-tool", path: "exhibits[4].files[0]", mutate: none,
			input: file("exhibits/pledge.pdf", evidence.File{Kind: evidence.PDF, Pages: 9, MendedBy: "qpdf 11.3.0"}),
		},
		{
			code: "exhibit-repaired", path: "exhibits[4].files[0]", mutate: none,
			input: file("exhibits/pledge.pdf", evidence.File{Kind: evidence.PDF, Pages: 9, Repairs: []evidence.Repair{
				{Kind: "stream-length", Count: 1, What: "a stream of the wrong length"},
				{Kind: "stream-cut", Count: 2, What: "a stream that breaks off", Lossy: true},
			}}),
		},
		{
			code: "exhibit-mended", path: "exhibits[4].files[0]", mutate: none,
			input: file("exhibits/pledge.pdf", evidence.File{Kind: evidence.PDF, Pages: 9, Repairs: []evidence.Repair{{Kind: "stream-length", Count: 1, What: "a stream of the wrong length"}}}),
		},
		{
			code: "exhibit-pages-beyond", path: "exhibits[6].files[0]", mutate: none,
			input: file("exhibits/tax-2025.pdf", evidence.File{Pages: 3}),
		},
		{code: "exhibit-pages-beyond", path: "exhibits[0].files[0]", mutate: func(c *casefile.Case) { c.Exhibits[0].Pages = "1-2,10-" }},
		{code: "exhibit-empty", path: "exhibits[0].files", mutate: func(c *casefile.Case) { c.Exhibits[0].Files = nil }},
		{code: "exhibit-untitled", path: "exhibits[0].title", mutate: func(c *casefile.Case) { c.Exhibits[0].Title = "" }},
		{code: "redaction-undone", path: "exhibits[0].redact", mutate: func(c *casefile.Case) {
			c.Exhibits[0].Redact = []casefile.Redaction{{Page: 1, Rect: [4]float64{10, 10, 20, 20}}}
		}},
		{code: "exhibits-stand-once", path: "settings.repeat_exhibits", mutate: func(c *casefile.Case) {
			second := c.Beneficiaries[0]
			second.ID, second.Name.Given, second.Passport = "rami", "Rami", &casefile.Passport{Number: "X1", Country: "Lebanon", Expires: day("2030-01-01")}
			c.Beneficiaries = append(c.Beneficiaries, second)
			c.Supporters[0].Relationship = map[string]string{"nour": "uncle", "rami": "uncle"}
			c.Settings = &casefile.Settings{RepeatExhibits: true}
			for i := range c.Exhibits {
				c.Exhibits[i].For = nil
			}
		}, also: []string{"parental-consent-absent exhibits"}},
		{code: "exhibit-proves-nothing", path: "exhibits[8].proves", mutate: func(c *casefile.Case) {
			c.Exhibits = append(c.Exhibits, casefile.Exhibit{ID: "extra", Title: "Extra", Files: []string{"exhibits/lease.pdf"}})
		}},
		{code: "exhibit-for-another", path: "beneficiaries[0].support.housing.exhibit", mutate: nour(func(b *casefile.Beneficiary) { b.Support.Housing.Exhibit = "extra" }),
			input: func(in *Input) {
				in.Case.Exhibits = append(in.Case.Exhibits, casefile.Exhibit{
					ID: "extra", Title: "Lease", Files: []string{"exhibits/lease.pdf"}, Proves: []string{"housing"}, For: []string{"somebody"},
				})
			}},
		{code: "translation-missing", path: "exhibits[0].translation", mutate: func(c *casefile.Case) { c.Exhibits[0].Language = "Arabic" }},
		{code: "translation-missing", path: "exhibits[2].translation.file", mutate: func(c *casefile.Case) { c.Exhibits[2].Translation.File = "" }},
		{code: "translation-certificate-missing", path: "exhibits[2].translation.certificate", mutate: func(c *casefile.Case) { c.Exhibits[2].Translation.Certificate = "" }},
		{code: "translation-translator-missing", path: "exhibits[2].translation.translator", mutate: func(c *casefile.Case) { c.Exhibits[2].Translation.Translator = "" }},
		{code: "translation-by-party", path: "exhibits[2].translation.translator", mutate: func(c *casefile.Case) { c.Exhibits[2].Translation.Translator = "samir  HADDAD" }},
	}
}
