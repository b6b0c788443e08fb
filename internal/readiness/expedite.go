package readiness

import "parolepack/internal/finding"

// expediteRules hold a request for expedited handling against what its reader needs (docs/facts.md 4.5).
func expediteRules() []rule {
	const law = "Agency page on humanitarian parole, requests to expedite"
	return []rule{
		{
			"expedite-reason-missing", finding.Blocker,
			"Expedited handling is asked for without a reason.",
			"Say in expedite.reason why the request cannot wait, or write expedite: null.", law, expediteReasonMissing,
		},
		{
			"expedite-unreachable", finding.Warning,
			"Expedited handling is asked for, and whoever is to be called has no telephone number or email address.",
			"Give the contact's telephone number and email address.", law, expediteUnreachable,
		},
		{
			"expedite-contact-absent", finding.Blocker,
			"The contact for expedited handling is the attorney, and the case has none.",
			"Write expedite.contact: petitioner, or add the attorney.", law, expediteContactAbsent,
		},
	}
}

func expediteReasonMissing(c *check) {
	if e := c.Case.Expedite; e != nil && blank(e.Reason) {
		c.say("expedite.reason", "", "The case asks for expedited handling and gives no reason.")
	}
}

func expediteContactAbsent(c *check) {
	if e := c.Case.Expedite; e != nil && e.Contact == "attorney" && c.Case.Attorney == nil {
		c.say("expedite.contact", "", "The case names an attorney to call but has none.")
	}
}

func expediteUnreachable(c *check) {
	e := c.Case.Expedite
	if e == nil {
		return
	}
	about := "petitioner"
	if e.Contact == "attorney" || e.Contact == "" && c.Case.Attorney != nil {
		about = "attorney"
	}
	for _, a := range c.contacts() {
		called := a.about == about || about == "petitioner" && c.Case.Petitioner.Self && a.path == "beneficiaries[0]"
		if called && (blank(a.email) || blank(a.phone.Day) && blank(a.phone.Mobile)) {
			c.say("expedite", a.about, "Whoever is to be called about expedited handling cannot be reached by telephone and email.")
		}
	}
}
