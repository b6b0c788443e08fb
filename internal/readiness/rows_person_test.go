package readiness

import "parolepack/internal/casefile"

func personCases() []row {
	p, b := "petitioner.", "beneficiaries[0]."
	filer := func(change func(*casefile.Person)) func(*casefile.Case) {
		return func(c *casefile.Case) { change(&c.Petitioner.Person) }
	}
	return []row{
		{code: "filer-family-name-missing", path: p + "name.family", mutate: filer(func(p *casefile.Person) { p.Name.Family = "" })},
		{code: "filer-sex-missing", path: p + "sex", mutate: filer(func(p *casefile.Person) { p.Sex = "" })},
		{code: "filer-birth-date-missing", path: p + "born.date", mutate: filer(func(p *casefile.Person) { p.Born.Date = casefile.Date{} })},
		{code: "filer-birth-country-missing", path: p + "born.country", mutate: filer(func(p *casefile.Person) { p.Born.Country = "" })},
		{code: "filer-citizenship-missing", path: p + "citizenship", mutate: filer(func(p *casefile.Person) { p.Citizenship = "" })},
		{code: "filer-mailing-address-missing", path: p + "mailing_address", mutate: filer(func(p *casefile.Person) { p.MailingAddress = nil })},
		{code: "filer-physical-address-missing", path: p + "physical_address", mutate: filer(func(p *casefile.Person) { p.PhysicalAddress = nil })},
		{code: "filer-phone-missing", path: p + "phone.day", mutate: filer(func(p *casefile.Person) { p.Phone.Day = "" })},
		{code: "refugee-status-unanswered", path: p + "refugee_status", mutate: filer(func(p *casefile.Person) { p.RefugeeStatus = nil })},
		{
			code: "refugee-status-unanswered", path: b + "refugee_status", mutate: alone(func(b *casefile.Beneficiary) { b.RefugeeStatus = nil }),
			gone: []string{"parental-consent-absent exhibits"},
		},
		{code: "notice-unreachable", path: p + "email", mutate: filer(func(p *casefile.Person) { p.Email, p.Phone.Mobile = "", "" })},
		{code: "given-name-missing", path: p + "name.given", mutate: filer(func(p *casefile.Person) { p.Name.Given = "" })},
		{code: "beneficiary-family-name-missing", path: b + "name.family", mutate: nour(func(b *casefile.Beneficiary) { b.Name.Family = "" })},
		{
			code: "beneficiary-birth-date-missing", path: b + "born.date", mutate: nour(func(b *casefile.Beneficiary) { b.Born.Date = casefile.Date{} }),
			gone: []string{"parental-consent-absent exhibits"},
		},
		{code: "beneficiary-birth-country-missing", path: b + "born.country", mutate: nour(func(b *casefile.Beneficiary) { b.Born.Country = "" })},
		{code: "beneficiary-citizenship-missing", path: b + "citizenship", mutate: nour(func(b *casefile.Beneficiary) { b.Citizenship = "" })},
		{code: "beneficiary-phone-missing", path: b + "phone.day", mutate: nour(func(b *casefile.Beneficiary) { b.Phone.Day = "" })},
		{code: "beneficiary-mailing-address-missing", path: b + "mailing_address", mutate: nour(func(b *casefile.Beneficiary) { b.MailingAddress = nil })},
		{code: "beneficiary-physical-address-missing", path: b + "physical_address", mutate: nour(func(b *casefile.Beneficiary) { b.PhysicalAddress = nil })},
		{code: "beneficiary-sex-missing", path: b + "sex", mutate: nour(func(b *casefile.Beneficiary) { b.Sex = "" })},
		{code: "birth-city-missing", path: b + "born.city", mutate: nour(func(b *casefile.Beneficiary) { b.Born.City = "" })},
		{code: "marital-status-missing", path: b + "marital_status", mutate: nour(func(b *casefile.Beneficiary) { b.MaritalStatus = "" })},
		{code: "marital-status-missing", path: b + "marital_status_other", mutate: nour(func(b *casefile.Beneficiary) { b.MaritalStatus = "other" })},
		{code: "ethnicity-missing", path: b + "biographic.ethnicity", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Ethnicity = "" })},
		{code: "race-missing", path: b + "biographic.race", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Race = nil })},
		{code: "height-missing", path: b + "biographic.height", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Height = nil })},
		{code: "weight-missing", path: b + "biographic.weight_lb", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.WeightLB = 0 })},
		{code: "eyes-missing", path: b + "biographic.eyes", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Eyes = "" })},
		{code: "hair-missing", path: b + "biographic.hair", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Hair = "" })},
		{
			code: "hair-missing", path: b + "biographic.hair", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic = nil }),
			also: []string{
				"ethnicity-missing " + b + "biographic.ethnicity", "race-missing " + b + "biographic.race", "height-missing " + b + "biographic.height",
				"weight-missing " + b + "biographic.weight_lb", "eyes-missing " + b + "biographic.eyes",
			},
		},
		{code: "height-out-of-range", path: b + "biographic.height", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Height.Feet = 9 })},
		{code: "height-out-of-range", path: b + "biographic.height", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.Height.Inches = 12 })},
		{code: "weight-out-of-range", path: b + "biographic.weight_lb", mutate: nour(func(b *casefile.Beneficiary) { b.Biographic.WeightLB = 1000 })},
		{code: "removal-unanswered", path: b + "history.removal_proceedings", mutate: nour(func(b *casefile.Beneficiary) { b.History.RemovalProceedings = nil })},
		{
			code: "removal-details-missing", path: b + "history.removal_details", mutate: removedBefore("", "removal_record"),
			also: []string{"removal-referral " + b + "history.removal_proceedings"},
		},
		{
			code: "removal-unproven", path: "exhibits", mutate: removedBefore("Order of 2011, left in time.", "other"),
			also: []string{"removal-referral " + b + "history.removal_proceedings"},
		},
		{code: "removal-referral", path: b + "history.removal_proceedings", mutate: removedBefore("Order of 2011, left in time.", "removal_record")},
		{code: "travel-document-incomplete", path: b + "history.reentry_or_refugee_travel_document", mutate: nour(func(b *casefile.Beneficiary) {
			b.History.ReentryOrRefugeeTravelDocument = &casefile.TravelDocument{Issued: day("2019-03-04")}
		})},
		{code: "travel-document-incomplete", path: b + "history.advance_parole_document", mutate: nour(func(b *casefile.Beneficiary) {
			b.History.AdvanceParoleDocument = &casefile.TravelDocument{Disposition: "expired"}
		})},
		{
			code: "child-signature-missing", path: b + "signed_by", mutate: alone(func(b *casefile.Beneficiary) { b.Born.Date = day("2012-11-25") }),
			gone: []string{"parental-consent-absent exhibits"}, also: []string{"supporter-self-differs supporters[0].dependents[0].born"},
		},
		{
			code: "parent-signs-for-grown", path: b + "signed_by.who", gone: []string{"parental-consent-absent exhibits"},
			mutate: alone(func(b *casefile.Beneficiary) { b.SignedBy = &casefile.SignedBy{Who: "parent", Name: "Rima Haddad"} }),
		},
	}
}

// removedBefore gives the person removal proceedings, with details and an exhibit that proves what is named.
func removedBefore(details, proves string) func(*casefile.Case) {
	return func(c *casefile.Case) {
		h := &c.Beneficiaries[0].History
		h.RemovalProceedings, h.RemovalDetails = ptr(true), details
		c.Exhibits = append(c.Exhibits, casefile.Exhibit{ID: "record", Title: "Record", Files: []string{"exhibits/lease.pdf"}, Proves: []string{proves}})
	}
}

func valueCases() []row {
	p, b := "petitioner.", "beneficiaries[0]."
	address := func(change func(*casefile.Address)) func(*casefile.Case) {
		return func(c *casefile.Case) { change(c.Petitioner.MailingAddress) }
	}
	return []row{
		{code: "a-number-shape", path: b + "a_number", mutate: nour(func(b *casefile.Beneficiary) { b.ANumber = "A01234567890" })},
		{code: "a-number-shape", path: "supporters[0].dependents[1].a_number", mutate: samir(func(s *casefile.Supporter) { s.Dependents[1].ANumber = "123456" })},
		{code: "ssn-shape", path: p + "ssn", mutate: func(c *casefile.Case) { c.Petitioner.SSN = "123-45-678" }},
		{code: "uscis-account-shape", path: p + "uscis_account", mutate: func(c *casefile.Case) { c.Petitioner.USCISAccount = "01234567891" }},
		{code: "phone-shape", path: p + "phone.mobile", mutate: func(c *casefile.Case) { c.Petitioner.Phone.Mobile = "718-555-019" }},
		{code: "phone-shape", path: "attorney.phone.fax", mutate: func(c *casefile.Case) { c.Attorney.Phone.Fax = "212-555-0111 ext. 4" }},
		{code: "phone-shape", path: b + "phone.day", mutate: nour(func(b *casefile.Beneficiary) { b.Phone.Day = "06 555 014" })},
		{code: "email-shape", path: b + "email", mutate: nour(func(b *casefile.Beneficiary) { b.Email = "rima.haddad@example" })},
		{
			code: "birth-date-impossible", path: b + "born.date", mutate: nour(func(b *casefile.Beneficiary) { b.Born.Date = day("2026-12-30") }),
		},
		{code: "birth-date-impossible", path: "supporters[0].dependents[1].born", mutate: samir(func(s *casefile.Supporter) { s.Dependents[1].Born = day("1887-09-02") })},
		{code: "address-incomplete", path: p + "mailing_address.street", mutate: address(func(a *casefile.Address) { a.Street = "" })},
		{code: "address-incomplete", path: p + "mailing_address.city", mutate: address(func(a *casefile.Address) { a.City = "" })},
		{code: "address-incomplete", path: p + "mailing_address.country", mutate: address(func(a *casefile.Address) { a.Country = "" })},
		{code: "state-missing", path: p + "mailing_address.state", mutate: address(func(a *casefile.Address) { a.State = "New York" })},
		{code: "zip-missing", path: p + "mailing_address.zip", mutate: address(func(a *casefile.Address) { a.ZIP = "11209-1234" })},
		{code: "address-mixed", path: b + "mailing_address", mutate: nour(func(b *casefile.Beneficiary) { b.MailingAddress.ZIP = "11209" })},
		{code: "unit-type-missing", path: p + "mailing_address.unit.type", mutate: address(func(a *casefile.Address) { a.Unit.Type = "" })},
		{code: "name-not-latin", path: b + "name", mutate: nour(func(b *casefile.Beneficiary) { b.Name.Given = "نور" })},
		{code: "name-not-latin", path: p + "name", mutate: func(c *casefile.Case) { c.Petitioner.OtherNames[0].Family = "Хаддад" }},
		{code: "number-shared", path: b + "ssn", mutate: func(c *casefile.Case) { c.Beneficiaries[0].SSN = "123456789" }},
		{code: "person-twice", path: b + "name", mutate: func(c *casefile.Case) {
			c.Beneficiaries[0].Name, c.Beneficiaries[0].Born.Date = c.Petitioner.Name, c.Petitioner.Born.Date
		}, gone: []string{"parental-consent-absent exhibits"}},
		{code: "supporter-self-differs", path: "supporters[0].dependents[0].born", mutate: samir(func(s *casefile.Supporter) { s.Dependents[0].Born = day("1984-11-02") })},
	}
}
