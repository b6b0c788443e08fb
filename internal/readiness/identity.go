package readiness

import (
	"slices"
	"strings"

	"parolepack/internal/finding"
)

// identityRules asks for the papers that show who everybody is, what status they hold and how
// they are related (docs/facts.md 5).
func identityRules() []rule {
	return slices.Concat(passportRules(), partyPaperRules(), []rule{{
		"relationship-unproven", finding.Warning,
		"A relationship is relied on, and no exhibit shows it.",
		"Add birth or marriage certificates as an exhibit that proves relationship.",
		"I-131 instructions, proof of relationship", relationshipUnproven,
	}})
}

// partyPaperRules are about petitioner and supporters.
func partyPaperRules() []rule {
	return []rule{
		{
			"petitioner-identity-missing", finding.Blocker,
			"No exhibit shows who the petitioner is.",
			"Add the petitioner's photo identification as an exhibit that proves petitioner_identity.",
			"I-131 instructions, identity of the petitioner", petitionerIdentityMissing,
		},
		{
			"petitioner-status-missing", finding.Blocker,
			"No exhibit shows the petitioner's citizenship or immigration status.",
			"Add the passport, certificate or card as an exhibit that proves petitioner_status.",
			"I-131 instructions, status of the petitioner", petitionerStatusMissing,
		},
		{
			"supporter-identity-missing", finding.Blocker,
			"No exhibit shows who a supporter is.",
			"Add the supporter's photo identification as an exhibit that proves supporter_identity.",
			"I-134 instructions, evidence of identity", supporterIdentityMissing,
		},
		{
			"supporter-status-unproven", finding.Blocker,
			"No exhibit shows a supporter's citizenship or immigration status.",
			"Add the passport, certificate or card as an exhibit that proves supporter_status.",
			"I-134 instructions, evidence of status", supporterStatusUnproven,
		},
		{
			"supporter-income-unproven", finding.Blocker,
			"No exhibit shows a supporter's income or assets.",
			"Add the tax return, pay stubs, employer's letter or bank statements as an exhibit that proves supporter_income or supporter_assets.",
			"I-134 instructions, evidence of income and assets", supporterIncomeUnproven,
		},
		{
			"supporter-evidence-shared", finding.Warning,
			"More supporters than exhibits: one exhibit is to show the identity, status or means of several.",
			"Add an exhibit for each supporter, or accept this under waivers where one document is about both, as a joint tax return is.",
			"I-134 instructions: each supporter's own evidence", supporterEvidenceShared,
		},
	}
}

func petitionerIdentityMissing(c *check) {
	if !c.Case.Petitioner.Self && !c.proven("", "petitioner_identity") {
		c.say("exhibits", "petitioner", "No exhibit shows who the petitioner is.")
	}
}

// petitionerStatusMissing leaves out a petitioner who holds no status in the United States, as
// one abroad may: nobody can prove that.
func petitionerStatusMissing(c *check) {
	p := c.Case.Petitioner
	if !p.Self && p.Status != "none" && !c.proven("", "petitioner_status") {
		c.say("exhibits", "petitioner", "No exhibit shows the citizenship or immigration status of the petitioner.")
	}
}

func supporterIdentityMissing(c *check) {
	for _, s := range c.pledging() {
		if !c.provenFor(s, "supporter_identity", "petitioner_identity", "beneficiary_identity") {
			c.say("exhibits", s.ID, "No exhibit shows who the supporter %s is.", s.ID)
		}
	}
}

func supporterStatusUnproven(c *check) {
	for _, s := range c.pledging() {
		if p := c.behind(s); p.Status != "none" && s.Is != "organization" &&
			!c.provenFor(s, "supporter_status", "petitioner_status", "") {
			c.say("exhibits", s.ID, "No exhibit shows the citizenship or immigration status of the supporter %s.", s.ID)
		}
	}
}

func supporterIncomeUnproven(c *check) {
	for _, s := range c.pledging() {
		if !c.proven("", "supporter_income", "supporter_assets") {
			c.say("exhibits", s.ID, "No exhibit shows the income or assets of the supporter %s.", s.ID)
		}
	}
}

// supporterEvidenceShared counts, since no key says which supporter an exhibit is about.
func supporterEvidenceShared(c *check) {
	var strangers, members int
	for _, s := range c.pledging() {
		members++
		if s.Is == "other" || s.Is == "organization" {
			strangers++
		}
	}
	for _, e := range []struct {
		thing string
		words []string
		want  int
	}{
		{"who the supporters are", []string{"supporter_identity"}, strangers},
		{"the income or assets of the supporters", []string{"supporter_income", "supporter_assets"}, members},
	} {
		if n := c.exhibitsOf(e.words...); n > 0 && n < e.want {
			c.say("exhibits", "", "Exhibits that show %s: %d, for %d people.", e.thing, n, e.want)
		}
	}
}

// exhibitsOf counts the exhibits that are said to prove one of the words.
func (c *check) exhibitsOf(words ...string) int {
	n := 0
	for _, x := range c.Case.Exhibits {
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(x.Proves, w) }) {
			n++
		}
	}
	return n
}

// pledging lists the supporters who support somebody.
func (c *check) pledging() []backer {
	return slices.DeleteFunc(c.backers(), func(s backer) bool { return len(c.backed(s.ID)) == 0 })
}

// provenFor reports whether an exhibit proves own, or what stands in for it where the supporter
// is the petitioner or a beneficiary: one passport proves a person in both roles.
func (c *check) provenFor(s backer, own, petitioner, beneficiary string) bool {
	switch {
	case c.proven("", own):
		return true
	case s.Is == "petitioner" && c.Case.Petitioner.Self, s.Is == "beneficiary":
		return beneficiary != "" && c.proven("", beneficiary)
	case s.Is == "petitioner":
		return c.proven("", petitioner)
	}
	return false
}

func relationshipUnproven(c *check) {
	for _, b := range c.parolees() {
		if kin(b.RelationshipToPetitioner) && !c.Case.Petitioner.Self && !c.proven(b.ID, "relationship") {
			c.say("exhibits", b.ID, "%s is said to be the petitioner's %s, and no exhibit shows it.", b.ID, b.RelationshipToPetitioner)
		}
	}
}

// kin reports whether words for a relationship claim family.
func kin(relationship string) bool {
	r := strings.ToLower(strings.TrimSpace(relationship))
	return r != "" && !slices.Contains([]string{"none", "friend", "client", "patient", "employee", "colleague", "self", "other"}, r)
}
