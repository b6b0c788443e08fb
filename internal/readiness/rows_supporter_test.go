package readiness

import "parolepack/internal/casefile"

func supporterCases() []row {
	s := "supporters[0]."
	return []row{
		{
			code: "supporter-missing", path: "beneficiaries[0].supporters", mutate: func(c *casefile.Case) {
				c.Beneficiaries[0].Supporters, c.Supporters = nil, nil
			},
		},
		{code: "supporter-unused", path: "supporters[1]", mutate: func(c *casefile.Case) {
			second := c.Supporters[0]
			second.ID = "second"
			c.Supporters = append(c.Supporters, second)
		}},
		{code: "supporter-relationship-missing", path: s + "relationship.nour", mutate: samir(func(s *casefile.Supporter) { delete(s.Relationship, "nour") })},
		{code: "supporter-employment-missing", path: s + "employment.status", mutate: samir(func(s *casefile.Supporter) { s.Employment.Status = "" })},
		{code: "supporter-employment-missing", path: s + "employment.other", mutate: samir(func(s *casefile.Supporter) { s.Employment.Status = "other" })},
		{code: "supporter-employment-missing", path: s + "employment.occupation", mutate: samir(func(s *casefile.Supporter) { s.Employment.Occupation = "" })},
		{code: "supporter-employment-missing", path: s + "employment.employer", mutate: samir(func(s *casefile.Supporter) { s.Employment.Employer = "" })},
		{code: "supporter-other-forms-unanswered", path: s + "people_on_other_support_forms", mutate: samir(func(s *casefile.Supporter) { s.PeopleOnOtherSupportForms = nil })},
		{code: "supporter-dependents-missing", path: s + "dependents", mutate: samir(func(s *casefile.Supporter) { s.Dependents = nil })},
		{code: "supporter-self-missing", path: s + "dependents", mutate: samir(func(s *casefile.Supporter) { s.Dependents = s.Dependents[1:] })},
		{code: "dependent-incomplete", path: s + "dependents[1]", mutate: samir(func(s *casefile.Supporter) { s.Dependents[1].Relationship = "" })},
		{code: "supporter-income-missing", path: s + "annual_income_usd", mutate: samir(func(s *casefile.Supporter) { s.AnnualIncomeUSD = 0 })},
		{code: "supporter-income-missing", path: s + "annual_income_usd", mutate: samir(func(s *casefile.Supporter) {
			s.AnnualIncomeUSD, s.Employment.Status, s.Assets = 0, "retired", nil
		})},
		{code: "supporter-reads-english-unanswered", path: s + "reads_english", mutate: samir(func(s *casefile.Supporter) { s.ReadsEnglish = nil })},
		{code: "supporter-interpreter-missing", path: s + "interpreter", mutate: samir(func(s *casefile.Supporter) { s.ReadsEnglish = ptr(false) })},
		{code: "supporter-family-name-missing", path: s + "name.family", mutate: stranger(func(s *casefile.Supporter) { s.Name.Family = "" })},
		{code: "supporter-birth-date-missing", path: s + "born.date", mutate: stranger(func(s *casefile.Supporter) { s.Born.Date = casefile.Date{} })},
		{code: "supporter-birth-country-missing", path: s + "born.country", mutate: stranger(func(s *casefile.Supporter) { s.Born.Country = "" })},
		{code: "supporter-mailing-address-missing", path: s + "mailing_address", mutate: stranger(func(s *casefile.Supporter) { s.MailingAddress = nil })},
		{code: "supporter-physical-address-missing", path: s + "physical_address", mutate: stranger(func(s *casefile.Supporter) { s.PhysicalAddress = nil })},
		{code: "supporter-phone-missing", path: s + "phone.day", mutate: stranger(func(s *casefile.Supporter) { s.Phone.Day = "" })},
		{code: "supporter-status-missing", path: s + "status", mutate: stranger(func(s *casefile.Supporter) { s.Status = "" })},
		{code: "supporter-status-missing", path: s + "status_other", mutate: stranger(func(s *casefile.Supporter) { s.Status = "other" })},
		{code: "supporter-status-missing", path: "petitioner.status", mutate: func(c *casefile.Case) { c.Petitioner.Status = "" }},
		{code: "supporter-organization-incomplete", path: "supporters[0]", mutate: organized(func(s *casefile.Supporter) { s.Title = "" })},
	}
}

func paymentCases() []row {
	b := "beneficiaries[0].payment"
	paid := func(p casefile.Payment) func(*casefile.Case) {
		return nour(func(b *casefile.Beneficiary) { b.Payment = p })
	}
	online := func(p casefile.Payment) func(*casefile.Case) {
		return func(c *casefile.Case) { c.FileBy, c.Beneficiaries[0].Payment = "online", p }
	}
	unmapped := func(in *Input) {
		in.Edition = func(form string) (string, bool) {
			if form == "I-912" {
				return "", false
			}
			return builtIn(form)
		}
	}
	nothing := []string{"fee-waiver-facts-missing fee_waiver"}
	return []row{
		{code: "payment-missing", path: b, mutate: paid(casefile.Payment{Fee: "standard"})},
		{code: "payment-none", path: b + ".method", mutate: paid(casefile.Payment{Method: "none", Fee: "standard"})},
		{code: "payment-online", path: b + ".method", mutate: online(casefile.Payment{Method: "card", Fee: "standard"})},
		{code: "payment-not-due", path: b + ".method", mutate: paid(casefile.Payment{Method: "card", Fee: "waiver_requested"}), also: nothing},
		{code: "payment-form-unmapped", path: b + ".method", mutate: paid(casefile.Payment{Method: "bank", Fee: "standard"})},
		{code: "payment-form-unmapped", path: b + ".method", mutate: paid(casefile.Payment{Method: "paper_exempt", Fee: "standard"}), input: func(in *Input) { in.Edition = nil }},
		{code: "fee-waiver-online", path: b + ".fee", mutate: online(casefile.Payment{Method: "none", Fee: "waiver_requested"})},
		{code: "fee-waiver-form-unmapped", path: b + ".fee", mutate: paid(casefile.Payment{Method: "none", Fee: "waiver_requested"}), input: unmapped, also: nothing},
		{code: "fee-exemption-missing", path: b + ".exempt_because", mutate: paid(casefile.Payment{Method: "none", Fee: "exempt"})},
		{code: "fee-exemption-unknown", path: b + ".exempt_because", mutate: paid(casefile.Payment{Method: "none", Fee: "exempt", ExemptBecause: "poor"})},
		{code: "fee-unknown", path: "file_by", mutate: none, input: func(in *Input) { in.Filing.Fees = nil }},
		{code: "address-unknown", path: "file_by", mutate: none, input: func(in *Input) { in.Filing.Addresses = nil }},
	}
}

func attorneyCases() []row {
	counsel := func(change func(*casefile.Attorney)) func(*casefile.Case) {
		return func(c *casefile.Case) { change(c.Attorney) }
	}
	helper := func() *casefile.Helper {
		return &casefile.Helper{Name: casefile.Name{Family: "Mansour", Given: "Lena"}, Phone: casefile.Phone{Day: "718-555-0133"}, Language: "Arabic"}
	}
	return []row{
		{code: "attorney-name-missing", path: "attorney.name", mutate: counsel(func(a *casefile.Attorney) { a.Name.Given = "" })},
		{code: "attorney-address-missing", path: "attorney.address", mutate: counsel(func(a *casefile.Attorney) { a.Address = nil })},
		{code: "attorney-phone-missing", path: "attorney.phone.day", mutate: counsel(func(a *casefile.Attorney) { a.Phone.Day = "" }), also: []string{"expedite-unreachable expedite"}},
		{code: "preparer-twice", path: "preparer", mutate: func(c *casefile.Case) {
			c.Preparer = helper()
		}},
		{code: "supporter-evidence-shared", path: "exhibits", mutate: func(c *casefile.Case) {
			second := c.Supporters[0]
			second.ID, second.Is, second.Person = "ruth", "other", c.Petitioner.Person
			second.Name.Given, second.SSN, second.USCISAccount = "Ruth", "", ""
			c.Supporters = append(c.Supporters, second)
			c.Beneficiaries[0].Supporters = []string{"samir", "ruth"}
			x := exhibit(c, "petitioner-id")
			x.Proves = append(x.Proves, "supporter_identity")
		}},
		{code: "attorney-prepares-unanswered", path: "attorney.prepares_forms", mutate: counsel(func(a *casefile.Attorney) { a.PreparesForms = nil })},
		{code: "attorney-notices-unanswered", path: "attorney.notices", mutate: counsel(func(a *casefile.Attorney) { a.I94 = nil })},
		{code: "attorney-license-missing", path: "attorney.licensing_authority", mutate: counsel(func(a *casefile.Attorney) { a.BarNumber = "" })},
		{code: "attorney-license-missing", path: "attorney.licensing_authority", mutate: counsel(func(a *casefile.Attorney) {
			a.LicensingAuthority, a.Accredited = "", &casefile.Accredited{Organization: "Legal Aid"}
		})},
		{code: "attorney-not-eligible", path: "attorney.eligible", mutate: counsel(func(a *casefile.Attorney) { a.Eligible = ptr(false) })},
		{code: "attorney-restriction-unanswered", path: "attorney.restricted", mutate: counsel(func(a *casefile.Attorney) { a.Restricted = nil })},
		{code: "attorney-restriction-unexplained", path: "attorney.restriction_explanation", mutate: counsel(func(a *casefile.Attorney) { a.Restricted = ptr(true) })},
		{code: "assistant-incomplete", path: "preparer.name", mutate: func(c *casefile.Case) {
			c.Preparer, c.Attorney.PreparesForms = helper(), ptr(false)
			c.Preparer.Name.Family = ""
		}},
		{code: "assistant-incomplete", path: "interpreter.phone.day", mutate: func(c *casefile.Case) {
			c.Interpreter = helper()
			c.Interpreter.Phone.Day = ""
		}},
		{code: "interpreter-language-missing", path: "supporters[0].interpreter.language", mutate: samir(func(s *casefile.Supporter) {
			s.Interpreter = helper()
			s.Interpreter.Language = ""
		})},
		{code: "expedite-reason-missing", path: "expedite.reason", mutate: func(c *casefile.Case) { c.Expedite.Reason = "" }},
		{code: "expedite-contact-absent", path: "expedite.contact", mutate: func(c *casefile.Case) { c.Attorney = nil }},
		{code: "expedite-unreachable", path: "expedite", mutate: func(c *casefile.Case) { c.Attorney.Email = "" }},
		{code: "expedite-unreachable", path: "expedite", mutate: func(c *casefile.Case) { c.Expedite.Contact, c.Petitioner.Email = "petitioner", "" }},
	}
}

func dataCases() []row {
	waive := func(code, reason string) func(*casefile.Case) {
		return func(c *casefile.Case) { c.Waivers = []casefile.Waiver{{Code: code, Reason: reason}} }
	}
	return []row{
		{code: "edition-not-accepted", path: "filing", mutate: none, input: func(in *Input) {
			in.Edition = func(form string) (string, bool) {
				if form == "G-1145" {
					return "2010-01-01", true
				}
				return builtIn(form)
			}
		}},
		{code: "edition-not-accepted", path: "filing", mutate: none, input: func(in *Input) {
			for i, a := range in.Filing.Editions {
				if a.Form == "I-134" && a.Until.IsZero() {
					in.Filing.Editions[i].Until = day("2026-11-23")
				}
			}
		}},
		{code: "facts-old", path: "file_by", mutate: none, input: func(in *Input) { in.Filing.Fees[0].AsOf = day("2026-09-24") }},
		{code: "facts-old", path: "bases[0]", mutate: none, input: func(in *Input) { in.Filing.Bases[0].AsOf = day("2025-01-01") }},
		{code: "facts-old", path: "beneficiaries", mutate: none, input: func(in *Input) { in.Filing.Payments[0].AsOf = day("2025-01-01") }},
		{code: "waiver-of-blocker", path: "waivers[0].code", mutate: waive("reasons-missing", "We know.")},
		{code: "waiver-unknown", path: "waivers[0].code", mutate: waive("resons-short", "We know.")},
		{code: "waiver-without-reason", path: "waivers[0].reason", mutate: waive("reasons-short", " ")},
	}
}
