package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// filerRules asks for what I-131 Part 1 item 13, Part 2 items 1-11 and Part 10 want of whoever
// files. In a self-petition the values stand under the one beneficiary.
func filerRules() []rule {
	list := gaps((*check).filer,
		gap{
			"filer-family-name-missing", finding.Blocker, "the family name", "name.family",
			"Write the family name as in the passport; a person with one name has it here.", "I-131 Part 2 item 1",
			func(p *casefile.Person) bool { return blank(p.Name.Family) },
		},
		gap{
			"filer-sex-missing", finding.Blocker, "the sex", "sex",
			"Write sex: male or female, as in the passport.", "I-131 Part 2 item 8",
			func(p *casefile.Person) bool { return blank(p.Sex) },
		},
		gap{
			"filer-birth-date-missing", finding.Blocker, "the date of birth", "born.date",
			"Write born.date as year-month-day, as in 1980-05-31.", "I-131 Part 2 item 9",
			func(p *casefile.Person) bool { return p.Born.Date.IsZero() },
		},
		gap{
			"filer-birth-country-missing", finding.Blocker, "the country of birth", "born.country",
			"Write born.country in English.", "I-131 Part 2 item 6",
			func(p *casefile.Person) bool { return blank(p.Born.Country) },
		},
		gap{
			"filer-citizenship-missing", finding.Blocker, "the country of citizenship or nationality", "citizenship",
			"Write citizenship in English; a stateless person writes Stateless.", "I-131 Part 2 item 7",
			func(p *casefile.Person) bool { return blank(p.Citizenship) },
		},
		gap{
			"filer-mailing-address-missing", finding.Blocker, "the mailing address", "mailing_address",
			"Give mailing_address; receipts and notices go there.", "I-131 Part 2 item 3", noMail,
		},
		gap{
			"filer-physical-address-missing", finding.Blocker, "the physical address", "physical_address",
			`Give physical_address, or write "same".`, "I-131 Part 2 item 4", nowhere,
		},
		gap{
			"filer-phone-missing", finding.Blocker, "the daytime telephone number", "phone.day",
			"Give phone.day.", "I-131 Part 10 item 1",
			func(p *casefile.Person) bool { return blank(p.Phone.Day) },
		},
		gap{
			"refugee-status-unanswered", finding.Blocker, "the answer on refugee status", "refugee_status",
			"Write refugee_status: true or false.", "I-131 Part 1 item 13",
			func(p *casefile.Person) bool { return p.RefugeeStatus == nil },
		},
	)
	return append(list, rule{
		"notice-unreachable", finding.Warning,
		"A G-1145 goes with the form, and it has neither an email address nor a mobile number to notify.",
		"Give an email address or a mobile number, or write notify: false.",
		"G-1145", noticeUnreachable,
	})
}

func noticeUnreachable(c *check) {
	if c.Case.FileBy == "online" || c.Case.Notify != nil && !*c.Case.Notify {
		return
	}
	for _, p := range c.filer() {
		if blank(p.Email) && blank(p.Phone.Mobile) {
			c.say(p.key("email"), p.about, "The G-1145 would carry neither an email address nor a mobile number of %s.", whom(p.about))
		}
	}
}
