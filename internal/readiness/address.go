package readiness

import (
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// addressRules holds every address against the lines and lists of the forms.
func addressRules() []rule {
	const law = "I-131 Part 2 items 3, 4, 24 and 25; G-28 Part 1 item 3; I-134 Part 2 items 3 and 5; I-912 Parts 8 and 9 item 3"
	return []rule{
		{
			"address-incomplete", finding.Blocker,
			"An address lacks its street, city or country.",
			"Complete the address; the country is written in English.", law, addressIncomplete,
		},
		{
			"state-missing", finding.Blocker,
			"A U.S. address has no state that the form's list knows.",
			"Write the two letters of the state, as in NY.", law, stateMissing,
		},
		{
			"zip-missing", finding.Blocker,
			"A U.S. address has no ZIP Code of five digits.",
			"Write the five digits; the forms have no room for the four behind them.", law, zipMissing,
		},
		{
			"address-mixed", finding.Warning,
			"An address abroad has a U.S. state or ZIP Code.",
			"Use province and postal_code for an address abroad, or correct the country.", law, addressMixed,
		},
		{
			"unit-type-missing", finding.Warning,
			"An address has a unit number, and it is not said whether that is an apartment, a suite or a floor.",
			"Write unit.type: apt, ste or flr.", law, unitTypeMissing,
		},
	}
}

func addressIncomplete(c *check) {
	for _, a := range c.addresses() {
		for _, v := range []struct{ key, text string }{{"street", a.Street}, {"city", a.City}, {"country", a.Country}} {
			if blank(v.text) {
				c.say(a.path+"."+v.key, a.about, "An address of %s has no %s.", whom(a.about), v.key)
			}
		}
	}
}

func stateMissing(c *check) {
	for _, a := range c.addresses() {
		if inUSA(a.Country) && !slices.Contains(states(), strings.TrimSpace(a.State)) {
			c.say(a.path+".state", a.about, "A U.S. address of %s has no state that the forms know.", whom(a.about))
		}
	}
}

func zipMissing(c *check) {
	for _, a := range c.addresses() {
		z := strings.TrimSpace(a.ZIP)
		if inUSA(a.Country) && (len(z) != 5 || digits(z) != z) {
			c.say(a.path+".zip", a.about, "A U.S. address of %s has no ZIP Code of five digits.", whom(a.about))
		}
	}
}

func addressMixed(c *check) {
	for _, a := range c.addresses() {
		if blank(a.Country) || inUSA(a.Country) {
			continue
		}
		if !blank(a.State) || !blank(a.ZIP) {
			c.say(a.path, a.about, "An address of %s abroad has a U.S. state or ZIP Code.", whom(a.about))
		}
	}
}

func unitTypeMissing(c *check) {
	for _, a := range c.addresses() {
		if u := a.Unit; u != nil && !blank(u.Number) && blank(u.Type) {
			c.say(a.path+".unit.type", a.about, "An address of %s has a unit number of no kind.", whom(a.about))
		}
	}
}

// A location is an address, whose it is and the key that holds it.
type location struct {
	path, about string
	*casefile.Address
}

// addresses lists the addresses that the case spells out.
func (c *check) addresses() []location {
	var list []location
	for _, p := range c.everyone() {
		list = append(list,
			location{p.key("mailing_address"), p.about, p.MailingAddress},
			location{p.key("physical_address"), p.about, p.PhysicalAddress})
	}
	if a := c.Case.Attorney; a != nil {
		list = append(list, location{"attorney.address", "attorney", a.Address})
	}
	for _, h := range c.assistants() {
		list = append(list, location{h.path + ".address", h.about, h.Address})
	}
	return slices.DeleteFunc(list, func(l location) bool {
		return l.Address == nil || l.Same || *l.Address == casefile.Address{}
	})
}

// inUSA reports whether a country is the United States, in the spellings that people use.
func inUSA(country string) bool {
	switch strings.ToLower(strings.ReplaceAll(strings.TrimSpace(country), ".", "")) {
	case "us", "usa", "united states", "united states of america":
		return true
	}
	return false
}

// states are the codes in the lists of I-131 01/20/25: states, territories and military mail.
func states() []string {
	return strings.Fields(`AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME
		MH MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY`)
}
