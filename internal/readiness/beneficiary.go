package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// beneficiaryRules asks for what I-131 Part 2 items 16-27 want of the person to be paroled,
// where somebody else files, and what I-134 Part 3 wants of every one.
func beneficiaryRules() []rule {
	return slices.Concat(themRules(), eachRules(), []rule{{
		"given-name-missing", finding.Warning,
		"A person has no given name.",
		"Write it as in the passport; where the passport has none, accept this under waivers.",
		"I-131 Part 2 items 1 and 16", givenNameMissing,
	}})
}

// themRules are about people for whom somebody else files.
func themRules() []rule {
	return gaps((*check).them,
		gap{
			"beneficiary-family-name-missing", finding.Blocker, "the family name", "name.family",
			"Write the family name as in the passport; a person with one name has it here.", "I-131 Part 2 item 16",
			func(p *casefile.Person) bool { return blank(p.Name.Family) },
		},
		gap{
			"beneficiary-birth-date-missing", finding.Blocker, "the date of birth", "born.date",
			"Write born.date as year-month-day, as in 1980-05-31.", "I-131 Part 2 item 18",
			func(p *casefile.Person) bool { return p.Born.Date.IsZero() },
		},
		gap{
			"beneficiary-birth-country-missing", finding.Blocker, "the country of birth", "born.country",
			"Write born.country in English.", "I-131 Part 2 item 19; I-134 Part 3",
			func(p *casefile.Person) bool { return blank(p.Born.Country) },
		},
		gap{
			"beneficiary-citizenship-missing", finding.Blocker, "the country of citizenship or nationality", "citizenship",
			"Write citizenship in English; a stateless person writes Stateless.", "I-131 Part 2 item 20; I-134 Part 3",
			func(p *casefile.Person) bool { return blank(p.Citizenship) },
		},
		gap{
			"beneficiary-phone-missing", finding.Warning, "a daytime telephone number", "phone.day",
			"Give phone.day, with the country code.", "I-131 Part 2 item 21",
			func(p *casefile.Person) bool { return blank(p.Phone.Day) },
		},
		gap{
			"beneficiary-mailing-address-missing", finding.Blocker, "the mailing address", "mailing_address",
			"Give mailing_address.", "I-131 Part 2 item 24", noMail,
		},
		gap{
			"beneficiary-physical-address-missing", finding.Blocker, "the physical address", "physical_address",
			`Give physical_address, or write "same".`, "I-131 Part 2 item 25", nowhere,
		},
		gap{
			"beneficiary-sex-missing", finding.Blocker, "the sex", "sex",
			"Write sex: male or female, as in the passport.", "I-134 Part 3 item 4",
			func(p *casefile.Person) bool { return blank(p.Sex) },
		},
	)
}

// eachRules are about every person to be paroled.
func eachRules() []rule {
	list := gaps((*check).beneficiaryParties, gap{
		"birth-city-missing", finding.Warning, "the city or town of birth", "born.city",
		"Write born.city.", "I-134 Part 3, place of birth",
		func(p *casefile.Person) bool { return blank(p.Born.City) },
	})
	return append(list, rule{
		"marital-status-missing", finding.Blocker,
		"The marital status of a person to be paroled is not given.",
		"Write marital_status; where it is other, say which in marital_status_other.",
		"I-134 Part 3 item 8", maritalStatusMissing,
	})
}

func maritalStatusMissing(c *check) {
	for _, b := range c.parolees() {
		switch {
		case blank(b.MaritalStatus):
			c.say(b.key("marital_status"), b.ID, "The case does not give the marital status of %s.", b.ID)
		case b.MaritalStatus == "other" && blank(b.MaritalStatusOther):
			c.say(b.key("marital_status_other"), b.ID, "The case does not say what the marital status of %s is.", b.ID)
		}
	}
}

func givenNameMissing(c *check) {
	for _, p := range c.everyone() {
		if blank(p.Name.Given) && !blank(p.Name.Family) {
			c.say(p.key("name.given"), p.about, "The case gives no given name of %s.", whom(p.about))
		}
	}
}
