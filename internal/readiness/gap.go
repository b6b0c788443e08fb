package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// A gap is one value that a form asks of a person and that a paralegal could leave blank by
// accident.
type gap struct {
	code     string
	severity finding.Severity
	// thing names the value in a sentence; key is its key under the person.
	thing, key string
	do, law    string
	missing    func(p *casefile.Person) bool
}

// rule asks for the value of everybody in who.
func (g gap) rule(who func(*check) []party) rule {
	return rule{
		g.code, g.severity, "The case does not give " + g.thing + ", which the form asks for.", g.do, g.law,
		func(c *check) {
			for _, p := range who(c) {
				if g.missing(p.Person) {
					c.say(p.key(g.key), p.about, "The case does not give %s of %s.", g.thing, whom(p.about))
				}
			}
		},
	}
}

// gaps turns a list of gaps into rules about the same people.
func gaps(who func(*check) []party, list ...gap) []rule {
	var out []rule
	for _, g := range list {
		out = append(out, g.rule(who))
	}
	return out
}

// nowhere reports whether a person's physical address is not given, neither as an address nor as "same".
func nowhere(p *casefile.Person) bool {
	a := p.PhysicalAddress
	return a == nil || *a == casefile.Address{}
}

// noMail reports whether a person's mailing address is not given at all.
func noMail(p *casefile.Person) bool {
	a := p.MailingAddress
	return a == nil || *a == casefile.Address{}
}
