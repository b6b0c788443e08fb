package readiness

import (
	"fmt"
	"time"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/finding"
)

// freshnessRules judge the filing's data as of the day of the check: editions that the agency no
// longer takes, and facts that nobody has looked at for too long.
func freshnessRules() []rule {
	return []rule{
		{
			"edition-not-accepted", finding.Blocker,
			"The agency takes no edition of a form that is built in, as far as the filing's data know.",
			"Look at the form's page for the current edition and add it to the firm's folder.",
			"Form page alert; a mixed or outdated edition may be rejected", editionNotAccepted,
		},
		{
			"facts-old", finding.Warning,
			"A fee, address, edition or evidence list has not been checked for a long time.",
			"Look at the source, then put the filing's data with today's as_of into the firm's folder.",
			"Fees count by postmark; agency pages change often", factsOld,
		},
	}
}

func editionNotAccepted(c *check) {
	if c.Filing == nil {
		return
	}
	for _, form := range c.forms() {
		if !c.mapped(form) {
			continue
		}
		if !c.accepted(form) {
			c.say("filing", form, "%s", c.notTaken(form))
		}
	}
}

// notTaken says why the edition of a form that the packet would hold cannot be filed: it ended, it is not yet taken, or
// nothing is known of it.
func (c *check) notTaken(form string) string {
	edition := ""
	if c.Edition != nil {
		edition, _ = c.Edition(form)
	}
	span, ok := c.Filing.Listed(form, edition)
	name := span.Form + ", edition " + catalog.PrintedEdition(edition)
	switch {
	case ok && c.AsOf.Before(span.From):
		return fmt.Sprintf("The agency takes Form %s, from %s on.", name, span.From)
	case ok && !span.Until.IsZero() && span.Until.Before(c.AsOf):
		return fmt.Sprintf("Form %s, is superseded: the agency took it until %s%s.", name, span.Until, c.takenNow(form))
	}
	return fmt.Sprintf("The agency takes no edition of %s that is built in, as far as is known.", form)
}

// takenNow names the edition of a form that is taken on the day, where the filing's data know one.
func (c *check) takenNow(form string) string {
	a, ok := c.Filing.EditionOn(form, c.AsOf)
	if !ok {
		return ""
	}
	return " and now takes edition " + catalog.PrintedEdition(a.Edition)
}

// accepted reports whether the edition of a form that the packet holds is taken on the day.
func (c *check) accepted(form string) bool {
	if c.Edition == nil {
		_, ok := c.Filing.EditionOn(form, c.AsOf)
		return ok
	}
	edition, _ := c.Edition(form)
	_, ok := c.Filing.Accepted(form, edition, c.AsOf)
	return ok
}

func factsOld(c *check) {
	if c.Filing == nil || c.Filing.StaleAfterDays <= 0 {
		return
	}
	for _, f := range c.usedFacts() {
		if days := c.age(f.asOf); days > c.Filing.StaleAfterDays {
			c.sayDo("Check it against the agency's page, then set as_of to today in the firm's fields/filings/humanitarian-parole.yaml.",
				f.path, "", "%s was last checked %d days ago.", f.thing, days)
		}
	}
}

// age is how many days have passed since a fact was checked; the filing's own date stands in
// for one that has none.
func (c *check) age(asOf casefile.Date) int {
	if asOf.IsZero() {
		asOf = c.Filing.AsOf
	}
	return int(c.AsOf.Time().Sub(asOf.Time()) / (24 * time.Hour))
}

// A usedFact is one of the filing's facts that this case rests on, and the key that leads to it.
type usedFact struct {
	path, thing string
	asOf        casefile.Date
}

// usedFacts lists the fee, the address, the editions, the ways of paying and the evidence lists
// that the case rests on.
func (c *check) usedFacts() []usedFact {
	var list []usedFact
	if f, ok := c.Filing.Fee(c.Filing.Form, c.Case.FileBy); ok {
		list = append(list, usedFact{"file_by", "The fee of " + f.Form, f.AsOf})
	}
	if a, ok := c.Filing.Address(c.Case.FileBy); ok {
		list = append(list, usedFact{"file_by", "The filing address", a.AsOf})
	}
	for _, form := range c.forms() {
		if e, ok := c.Filing.EditionOn(form, c.AsOf); ok {
			list = append(list, usedFact{"filing", "The edition of " + form, e.AsOf})
		}
	}
	for _, p := range c.payments() {
		list = append(list, usedFact{"beneficiaries", "Payment with " + p.Form, p.AsOf})
	}
	for i, basis := range c.Case.Bases {
		if b, ok := c.Filing.Basis(basis); ok {
			list = append(list, usedFact{item("bases", i), "The evidence list of " + words(basis), b.AsOf})
		}
	}
	return list
}
