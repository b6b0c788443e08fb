package readiness

import (
	"strings"
	"unicode"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// oldest is an age in years that nobody in a case has.
const oldest = 120

// shapeRules holds numbers and addresses against the boxes that they go into. No summary repeats a value.
func shapeRules() []rule {
	return []rule{
		{
			"a-number-shape", finding.Blocker,
			"An A-Number has not seven to nine digits.",
			"Copy the number from the person's papers: the letter A and up to nine digits.",
			"I-131 Part 2 items 5 and 23", aNumberShape,
		},
		{
			"ssn-shape", finding.Blocker,
			"A Social Security number has not nine digits.",
			"Copy the number from the card, or leave it out.",
			"I-131 Part 2 item 10", ssnShape,
		},
		{
			"uscis-account-shape", finding.Blocker,
			"A USCIS online account number has not twelve digits.",
			"Copy the number from the account's profile, or leave it out.",
			"I-131 Part 2 item 11; G-28 Part 1 item 1", accountShape,
		},
		{
			"phone-shape", finding.Warning,
			"A telephone number is neither ten U.S. digits nor written with + and a country code.",
			"Write 718-555-0142, or +961 6 555 014 for a number abroad; extensions have no box.",
			"I-131 Part 2 item 21 and Part 10 items 1-2", phoneShape,
		},
		{
			"email-shape", finding.Warning,
			"An email address does not look like one.",
			"Correct the address.", "I-131 Part 2 item 22 and Part 10 item 3", emailShape,
		},
		{
			"birth-date-impossible", finding.Blocker,
			"A date of birth is in the future or more than 120 years ago.",
			"Correct the date of birth.", "I-131 Part 2 items 9 and 18; I-134 Part 2 item 15", birthDateImpossible,
		},
		{
			"name-not-latin", finding.Warning,
			"A name is not written in Latin letters, and the agency's forms are answered in English.",
			"Write the name in Latin letters, as in the machine-readable lines of the passport.",
			"8 CFR 103.2(a)(1): by the form's instructions; I-131 Part 2 items 1 and 16", nameNotLatin,
		},
	}
}

func aNumberShape(c *check) {
	for _, p := range c.everyone() {
		if !aNumber(p.ANumber) {
			c.say(p.key("a_number"), p.about, "The A-Number of %s has not the digits of one.", whom(p.about))
		}
	}
	for _, d := range c.dependents() {
		if !aNumber(d.ANumber) {
			c.say(d.path+".a_number", d.about, "The A-Number of a dependent of %s has not the digits of one.", whom(d.about))
		}
	}
}

func ssnShape(c *check) {
	for _, p := range c.everyone() {
		if !blank(p.SSN) && (len(digits(p.SSN)) != 9 || !only(p.SSN, "0123456789- ")) {
			c.say(p.key("ssn"), p.about, "The Social Security number of %s has not nine digits.", whom(p.about))
		}
	}
}

func accountShape(c *check) {
	for _, a := range c.contacts() {
		if !blank(a.account) && (len(digits(a.account)) != 12 || !only(a.account, "0123456789- ")) {
			c.say(a.path+".uscis_account", a.about, "The USCIS online account number of %s has not twelve digits.", whom(a.about))
		}
	}
}

func phoneShape(c *check) {
	for _, a := range c.contacts() {
		for _, n := range []struct{ key, number string }{
			{"day", a.phone.Day}, {"mobile", a.phone.Mobile}, {"fax", a.phone.Fax},
		} {
			if !phone(n.number) {
				c.say(a.path+".phone."+n.key, a.about, "A telephone number of %s is not one that can be dialled.", whom(a.about))
			}
		}
	}
}

func emailShape(c *check) {
	for _, a := range c.contacts() {
		if !email(a.email) {
			c.say(a.path+".email", a.about, "The email address of %s does not look like one.", whom(a.about))
		}
	}
}

func nameNotLatin(c *check) {
	for _, p := range c.everyone() {
		for _, n := range append([]casefile.Name{p.Name}, p.OtherNames...) {
			if strings.ContainsFunc(n.Family+n.Given+n.Middle, notLatin) {
				c.say(p.key("name"), p.about, "A name of %s is not in Latin letters.", whom(p.about))
				break
			}
		}
	}
}

// notLatin reports letters of other scripts and symbols; accents, whether joined or combining, are Latin.
func notLatin(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Lm) || unicode.IsSymbol(r) && r > unicode.MaxASCII
}

func birthDateImpossible(c *check) {
	for _, p := range c.everyone() {
		if d := p.Born.Date; !d.IsZero() && (c.AsOf.Before(d) || d.AgeOn(c.AsOf) > oldest) {
			c.say(p.key("born.date"), p.about, "The date of birth of %s cannot be right.", whom(p.about))
		}
	}
	for _, p := range c.dependents() {
		if d := p.Born; !d.IsZero() && (c.AsOf.Before(d) || d.AgeOn(c.AsOf) > oldest) {
			c.say(p.path+".born", p.about, "The date of birth of a dependent of %s cannot be right.", whom(p.about))
		}
	}
}
