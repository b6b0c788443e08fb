package readiness

import (
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// twinRules notices what was copied from one person to another: forms that do not agree, or
// agree too well, draw questions.
func twinRules() []rule {
	return []rule{
		{
			"number-shared", finding.Warning,
			"Two people have the same A-Number, Social Security number, account or passport number.",
			"Check both people's papers and correct the one that was copied.",
			"The same name, date of birth and A-Number on every form of a person", numberShared,
		},
		{
			"person-twice", finding.Warning,
			"Two people have the same name and date of birth.",
			"Take one out, or correct the name or date of birth.",
			"One I-131 for each person", personTwice,
		},
		{
			"supporter-self-differs", finding.Warning,
			"The row of the supporter among the dependents has another date of birth than the supporter.",
			"Correct the row, or the supporter's date of birth.",
			"I-134 Part 2 items 6 and 15", supporterSelfDiffers,
		},
	}
}

func numberShared(c *check) {
	seen := map[string]string{}
	for _, n := range c.numbers() {
		if n.value == "" {
			continue
		}
		id := n.kind + " " + n.value
		if first, twice := seen[id]; twice {
			c.say(n.path, n.about, "The same %s is given for %s and %s.", n.kind, whom(first), whom(n.about))
		} else {
			seen[id] = n.about
		}
	}
}

// A number belongs to one person alone.
type number struct{ path, about, kind, value string }

// numbers lists the numbers that belong to one person alone, without their punctuation.
func (c *check) numbers() []number {
	var list []number
	for _, p := range c.everyone() {
		list = append(list,
			number{p.key("a_number"), p.about, "A-Number", strings.TrimLeft(digits(p.ANumber), "0")},
			number{p.key("ssn"), p.about, "Social Security number", digits(p.SSN)},
			number{p.key("uscis_account"), p.about, "USCIS online account number", digits(p.USCISAccount)})
	}
	for _, b := range c.parolees() {
		if p := b.Passport; p != nil && !blank(p.Number) {
			value := strings.ToUpper(strings.TrimSpace(p.Number) + "/" + strings.TrimSpace(p.Country))
			list = append(list, number{b.key("passport.number"), b.ID, "passport number", value})
		}
	}
	return list
}

func personTwice(c *check) {
	seen := map[casefile.Name]party{}
	for _, p := range c.everyone() {
		first, twice := seen[p.Name]
		switch {
		case blank(p.Name.Family) || p.Born.Date.IsZero():
		case twice && first.Born.Date == p.Born.Date:
			c.say(p.key("name"), p.about, "The same name and date of birth are given for %s and %s.", whom(first.about), whom(p.about))
		default:
			seen[p.Name] = p
		}
	}
}

func supporterSelfDiffers(c *check) {
	for _, s := range c.backers() {
		person := c.behind(s)
		for i, d := range s.Dependents {
			if isSelf(d) && !d.Born.IsZero() && !person.Born.Date.IsZero() && d.Born != person.Born.Date {
				c.say(item(s.key("dependents"), i)+".born", s.ID, "The row of %s among the dependents has another date of birth than %s.", s.ID, s.ID)
			}
		}
	}
}

// isSelf reports whether a row of the dependents is the supporter.
func isSelf(d casefile.Dependent) bool {
	return strings.EqualFold(strings.TrimSpace(d.Relationship), "self")
}
