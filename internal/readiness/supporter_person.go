package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// supporterPersonRules asks for what I-134 Part 2 items 1-10 want of a supporter. Where the
// supporter is the petitioner or a beneficiary, most of it is asked for there.
func supporterPersonRules() []rule {
	return slices.Concat(strangerRules(), []rule{
		{
			"supporter-status-missing", finding.Blocker,
			"The immigration status of a supporter is not given.",
			"Write status, as in us_citizen; none where they hold none in the United States; where it is other, say which in status_other.",
			"I-134 Part 2 item 10", supporterStatusMissing,
		},
		{
			"supporter-organization-incomplete", finding.Blocker,
			"An organization that supports lacks its name or the signer's title.",
			"Give organization and title; an authorized employee signs the I-134.",
			"I-134 instructions, organizations", organizationIncomplete,
		},
	})
}

// strangerRules are about supporters who stand nowhere else in the case.
func strangerRules() []rule {
	return gaps((*check).strangers,
		gap{
			"supporter-family-name-missing", finding.Blocker, "the family name", "name.family",
			"Write the supporter's family name, or that of the employee who signs.", "I-134 Part 2 item 1",
			func(p *casefile.Person) bool { return blank(p.Name.Family) },
		},
		gap{
			"supporter-birth-date-missing", finding.Blocker, "the date of birth", "born.date",
			"Write born.date as year-month-day, as in 1980-05-31.", "I-134 Part 2 item 6",
			func(p *casefile.Person) bool { return p.Born.Date.IsZero() },
		},
		gap{
			"supporter-birth-country-missing", finding.Blocker, "the country of birth", "born.country",
			"Write born.country in English.", "I-134 Part 2 item 7",
			func(p *casefile.Person) bool { return blank(p.Born.Country) },
		},
		gap{
			"supporter-mailing-address-missing", finding.Blocker, "the mailing address", "mailing_address",
			"Give mailing_address.", "I-134 Part 2 item 3", noMail,
		},
		gap{
			"supporter-physical-address-missing", finding.Blocker, "the physical address", "physical_address",
			`Give physical_address, or write "same".`, "I-134 Part 2 items 4-5", nowhere,
		},
		gap{
			"supporter-phone-missing", finding.Blocker, "the daytime telephone number", "phone.day",
			"Give phone.day.", "I-134 Part 5 item 3",
			func(p *casefile.Person) bool { return blank(p.Phone.Day) },
		},
	)
}

func supporterStatusMissing(c *check) {
	for _, s := range c.backers() {
		p := c.behind(s)
		switch {
		case s.Is == "organization":
		case blank(p.Status):
			c.say(p.key("status"), s.ID, "The case does not give the immigration status of %s.", s.ID)
		case p.Status == "other" && blank(p.StatusOther):
			c.say(p.key("status_other"), s.ID, "The case does not say what the immigration status of %s is.", s.ID)
		}
	}
}

func organizationIncomplete(c *check) {
	for _, s := range c.backers() {
		if s.Is != "organization" {
			continue
		}
		if blank(s.Organization) || blank(s.Title) {
			c.say(s.path, s.ID, "The organization %s lacks its name or the signer's title.", s.ID)
		}
	}
}
