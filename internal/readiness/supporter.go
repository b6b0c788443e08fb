package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// supporterRules asks for an I-134 for each beneficiary and for what I-134 Part 2 items 11-17
// and Part 5 want of each supporter.
func supporterRules() []rule {
	return slices.Concat(pledgeRules(), meansRules(), languageRules())
}

// pledgeRules tie supporters and beneficiaries together.
func pledgeRules() []rule {
	return []rule{
		{
			"supporter-missing", finding.Blocker,
			"A person has no financial supporter, so no I-134 goes with the request.",
			"Add a supporter and name them in the beneficiary's supporters.",
			"I-131 instructions: Form I-134 for each beneficiary", supporterMissing,
		},
		{
			"supporter-unused", finding.Warning,
			"A supporter supports nobody, so no I-134 is made for them.",
			"Name the supporter in a beneficiary's supporters, or take them out.",
			"I-131 instructions: Form I-134 for each beneficiary", supporterUnused,
		},
		{
			"supporter-relationship-missing", finding.Blocker,
			"It is not said what a supporter is to a beneficiary.",
			"Add the beneficiary's id to the supporter's relationship, as in uncle, friend or self.",
			"I-134 Part 2 item 11", supporterRelationshipMissing,
		},
	}
}

// languageRules ask in which language a supporter read the form.
func languageRules() []rule {
	return []rule{
		{
			"supporter-reads-english-unanswered", finding.Blocker,
			"It is not said whether a supporter reads English.",
			"Write reads_english: true or false.", "I-134 Parts 4 and 5, item 1", readsEnglishUnanswered,
		},
		{
			"supporter-interpreter-missing", finding.Blocker,
			"A supporter does not read English, and no interpreter is named.",
			"Name the interpreter under the supporter.", "I-134 Part 6", interpreterMissing,
		},
	}
}

func supporterMissing(c *check) {
	for _, b := range c.parolees() {
		if len(b.Supporters) == 0 {
			c.say(b.key("supporters"), b.ID, "Nobody supports %s, so the packet holds no I-134 for %s.", b.ID, b.ID)
		}
	}
}

func supporterUnused(c *check) {
	for _, s := range c.backers() {
		if len(c.backed(s.ID)) == 0 {
			c.say(s.path, s.ID, "%s is listed as a supporter but supports nobody.", s.ID)
		}
	}
}

func supporterRelationshipMissing(c *check) {
	for _, s := range c.backers() {
		for _, b := range c.backed(s.ID) {
			if blank(s.Relationship[b.about]) {
				c.say(s.key("relationship."+b.about), s.ID, "The case does not say what %s is to %s.", s.ID, b.about)
			}
		}
	}
}

func readsEnglishUnanswered(c *check) {
	for _, s := range c.backers() {
		if s.ReadsEnglish == nil {
			c.say(s.key("reads_english"), s.ID, "The case does not say whether %s reads English.", s.ID)
		}
	}
}

func interpreterMissing(c *check) {
	for _, s := range c.backers() {
		if s.ReadsEnglish != nil && !*s.ReadsEnglish && s.Interpreter == nil {
			c.say(s.key("interpreter"), s.ID, "%s does not read English, and the case names no interpreter.", s.ID)
		}
	}
}
