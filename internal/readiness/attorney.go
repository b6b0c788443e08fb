package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// attorneyRules ask for what G-28 wants where the filer is represented.
func attorneyRules() []rule {
	return slices.Concat(appearanceRules(), []rule{
		attorneyGap("attorney-name-missing", "a name", "name", "G-28 Part 1 item 2",
			"Give the attorney's family and given name.",
			func(a *casefile.Attorney) bool { return blank(a.Name.Family) || blank(a.Name.Given) }),
		attorneyGap("attorney-address-missing", "a business address", "address", "G-28 Part 1 item 3",
			"Give the business address.",
			func(a *casefile.Attorney) bool { return a.Address == nil || *a.Address == casefile.Address{} }),
		attorneyGap("attorney-phone-missing", "a daytime telephone number", "phone.day", "G-28 Part 1 item 4",
			"Give phone.day.",
			func(a *casefile.Attorney) bool { return blank(a.Phone.Day) }),
		{
			"attorney-prepares-unanswered", finding.Warning,
			"It is not said whether the attorney prepared the forms, and no other preparer is named.",
			"Write prepares_forms: true or false.", "I-131 Part 12", preparesUnanswered,
		},
		{
			"preparer-twice", finding.Warning,
			"The attorney is said to have prepared the forms, and another preparer is named, whom no form has room for.",
			"Write prepares_forms: false, or take the preparer out.", "I-131 Part 12; I-134 Part 7", preparerTwice,
		},
		{
			"attorney-notices-unanswered", finding.Warning,
			"It is not said where notices go.",
			"Write notices, identity_documents and i94: true or false each.", "G-28 Part 4 item 1", noticesUnanswered,
		},
	})
}

// appearanceRules are about the right to appear, G-28 Part 2.
func appearanceRules() []rule {
	return []rule{
		attorneyGap("attorney-license-missing", "a license or an accreditation", "licensing_authority", "G-28 Part 2 items 1.a-1.b and 2; 8 CFR 292.1",
			"Give licensing_authority and bar_number, or accredited with its organization and date.",
			func(a *casefile.Attorney) bool { return !licensed(a) && !accredited(a) }),
		attorneyGap("attorney-not-eligible", "the statement that the attorney is eligible and in good standing", "eligible", "G-28 Part 2 item 1.a; 8 CFR 1.2",
			"Write eligible: true, or let an eligible attorney or representative appear.",
			func(a *casefile.Attorney) bool { return !accredited(a) && (a.Eligible == nil || !*a.Eligible) }),
		attorneyGap("attorney-restriction-unanswered", "the answer on orders that restrict practice", "restricted", "G-28 Part 2 item 1.c",
			"Write restricted: true or false.",
			func(a *casefile.Attorney) bool { return !accredited(a) && a.Restricted == nil }),
		attorneyGap("attorney-restriction-unexplained", "an explanation of the order that restricts practice", "restriction_explanation", "G-28 Part 2 item 1.c and Part 6",
			"Explain the order in restriction_explanation.",
			func(a *casefile.Attorney) bool {
				return a.Restricted != nil && *a.Restricted && blank(a.RestrictionExplanation)
			}),
	}
}

// attorneyGap makes a blocker for one thing that the G-28 lacks.
func attorneyGap(code, thing, key, law, do string, lacks func(*casefile.Attorney) bool) rule {
	return rule{code, finding.Blocker, "The attorney or representative lacks " + thing + ".", do, law, func(c *check) {
		if a := c.Case.Attorney; a != nil && lacks(a) {
			c.say("attorney."+key, "attorney", "The case lacks %s of the attorney or representative.", thing)
		}
	}}
}

func licensed(a *casefile.Attorney) bool {
	return !blank(a.LicensingAuthority) && !blank(a.BarNumber)
}

func accredited(a *casefile.Attorney) bool {
	return a.Accredited != nil && !blank(a.Accredited.Organization) && !a.Accredited.AccreditedOn.IsZero()
}

func preparesUnanswered(c *check) {
	if a := c.Case.Attorney; a != nil && a.PreparesForms == nil && c.Case.Preparer == nil {
		c.say("attorney.prepares_forms", "attorney", "The case does not say whether the attorney prepared the forms.")
	}
}

func preparerTwice(c *check) {
	if a := c.Case.Attorney; a != nil && a.PreparesForms != nil && *a.PreparesForms && c.Case.Preparer != nil {
		c.say("preparer", "preparer", "The forms name the attorney as preparer, so the preparer of the case stands on none of them.")
	}
}

func noticesUnanswered(c *check) {
	a := c.Case.Attorney
	if a != nil && (a.Notices == nil || a.IdentityDocuments == nil || a.I94 == nil) {
		c.say("attorney.notices", "attorney", "The case does not say where notices and documents are sent.")
	}
}
