package readiness

import (
	"slices"
	"strings"

	"parolepack/internal/finding"
)

// visaRules is rule S3: other avenues are to be exhausted first, and parole may not be a way
// around the visa process.
func visaRules() []rule {
	const law = "Rule of exhausted avenues; I-131 instructions, why a visa cannot be obtained"
	const notAround = "INA 212(d)(5)(A): parole is no way around the visa process"
	return []rule{
		{
			"why-no-visa-missing", finding.Blocker,
			"It is not explained why a nonimmigrant visa cannot be obtained.",
			"Explain in visa.why_unavailable when and where a visa was tried, or why it was not.",
			law, whyNoVisaMissing,
		},
		{
			"visa-not-attempted", finding.Warning,
			"Nobody has tried for a visa, which is expected with rare exceptions.",
			"Add the attempt under visa.attempts, or accept this once why_unavailable says why none was made.",
			law, visaNotAttempted,
		},
		{
			"visa-attempt-date-missing", finding.Blocker,
			"A visa attempt has no date.", "Give the date of the decision.", law, attemptDateMissing,
		},
		{
			"visa-attempt-outcome-missing", finding.Blocker,
			"A visa attempt has no outcome.", "Say what came of it, as in refused.", law, attemptOutcomeMissing,
		},
		{
			"visa-attempt-incomplete", finding.Warning,
			"A visa attempt lacks its class or post.", "Give the visa class, as in B-2, and the consular post.", law, attemptIncomplete,
		},
		{
			"visa-attempt-in-future", finding.Blocker,
			"A visa attempt is dated in the future.", "Correct the date of the attempt.", law, attemptInFuture,
		},
		{
			"visa-attempt-unproven", finding.Warning,
			"A visa attempt cites no exhibit.", "Add the refusal or appointment record as an exhibit and cite it in the attempt.", law, attemptUnproven,
		},
		{
			"visa-refusal-unproven", finding.Warning,
			"The exhibit cited for a refused visa is not said to prove the refusal.",
			"Cite the refusal notice, or add visa_refusal to what the exhibit proves.", law, refusalUnproven,
		},
		{
			"inadmissibility-unexplained", finding.Warning,
			"A visa was refused for inadmissibility and nothing says why no waiver can be had.",
			"Explain in visa.waiver why no waiver of inadmissibility can be obtained.",
			"INA 212(a); I-131 instructions, waiver of inadmissibility", inadmissibilityUnexplained,
		},
		{
			"petition-receipt-missing", finding.Blocker,
			"A pending petition has no receipt number.", "Copy the receipt number from its Form I-797.",
			"I-131 instructions, petitions filed for the person", petitionReceiptMissing,
		},
		{
			"petition-decision-unproven", finding.Warning,
			"A petition was decided, yet no exhibit holds the decision.",
			"Add a copy of the decision as an exhibit that proves petition_decision and cite it.",
			"I-131 instructions, copies of decisions on petitions", petitionDecisionUnproven,
		},
		{
			"immigrant-petition-pending", finding.Warning,
			"An immigrant petition is open, so the request may look like a way around the visa queue.",
			"Explain in visa.why_unavailable or the reasons why parole does not stand in for the queue, then accept this under waivers.",
			notAround, immigrantPetitionPending,
		},
	}
}

func whyNoVisaMissing(c *check) {
	for _, b := range c.parolees() {
		if blank(b.Visa.WhyUnavailable) {
			c.say(b.key("visa.why_unavailable"), b.ID, "The case does not explain why %s cannot get a visa.", b.ID)
		}
	}
}

func visaNotAttempted(c *check) {
	for _, b := range c.parolees() {
		if len(b.Visa.Attempts) == 0 && !blank(b.Visa.WhyUnavailable) {
			c.say(b.key("visa.attempts"), b.ID, "Nobody has tried to get a visa for %s.", b.ID)
		}
	}
}

func attemptDateMissing(c *check) {
	for _, a := range c.attempts() {
		if a.Date.IsZero() {
			c.say(a.path+".date", a.about, "An attempt to get a visa for %s has no date.", a.about)
		}
	}
}

func attemptOutcomeMissing(c *check) {
	for _, a := range c.attempts() {
		if blank(a.Outcome) {
			c.say(a.path+".outcome", a.about, "An attempt to get a visa for %s has no outcome.", a.about)
		}
	}
}

func attemptIncomplete(c *check) {
	for _, a := range c.attempts() {
		if blank(a.Class) || blank(a.Post) {
			c.say(a.path, a.about, "An attempt to get a visa for %s lacks its class or its post.", a.about)
		}
	}
}

func attemptInFuture(c *check) {
	for _, a := range c.attempts() {
		if c.AsOf.Before(a.Date) {
			c.say(a.path+".date", a.about, "An attempt to get a visa for %s is dated in the future.", a.about)
		}
	}
}

func attemptUnproven(c *check) {
	for _, a := range c.attempts() {
		if blank(a.Exhibit) {
			c.say(a.path+".exhibit", a.about, "An attempt to get a visa for %s cites no exhibit.", a.about)
		}
	}
}

func refusalUnproven(c *check) {
	for _, a := range c.attempts() {
		if refused(a.Outcome) && c.cites(a.Exhibit) && !c.shows(a.Exhibit, "visa_refusal", a.about) {
			c.say(a.path+".exhibit", a.about, "Exhibit %s is cited for a refused visa but is not said to prove it for %s.", a.Exhibit, a.about)
		}
	}
}

func inadmissibilityUnexplained(c *check) {
	for _, b := range c.parolees() {
		for i, a := range b.Visa.Attempts {
			if strings.Contains(strings.ReplaceAll(a.Ground, " ", ""), "212(a)") && blank(b.Visa.Waiver) {
				c.say(item(b.key("visa.attempts"), i)+".ground", b.ID, "A visa for %s was refused for inadmissibility, and no waiver is spoken of.", b.ID)
			}
		}
	}
}

func petitionReceiptMissing(c *check) {
	for _, p := range c.petitions() {
		if blank(p.Receipt) {
			c.say(p.path+".receipt", p.about, "A petition filed for %s has no receipt number.", p.about)
		}
	}
}

func petitionDecisionUnproven(c *check) {
	for _, p := range c.petitions() {
		if !blank(p.Decision) && !c.shows(p.Exhibit, "petition_decision", p.about) {
			c.say(p.path+".exhibit", p.about, "A petition for %s was decided, yet no exhibit is said to prove the decision.", p.about)
		}
	}
}

func immigrantPetitionPending(c *check) {
	for _, p := range c.petitions() {
		if immigrantPetition(p.Form) && !refused(p.Decision) {
			c.say(p.path+".form", p.about, "An immigrant petition for %s is open, so parole may look like a way around the visa queue.", p.about)
		}
	}
}

// refused reports whether an outcome in the paralegal's words is a refusal.
func refused(outcome string) bool {
	o := strings.ToLower(outcome)
	return slices.ContainsFunc([]string{"refus", "denied", "denial", "reject", "revoke"}, func(w string) bool {
		return strings.Contains(o, w)
	})
}

// immigrantPetition reports whether a form asks for an immigrant visa for somebody.
func immigrantPetition(form string) bool {
	f := strings.ToUpper(strings.ReplaceAll(strings.TrimSpace(form), " ", ""))
	return slices.Contains([]string{"I-130", "I-140", "I-360", "I-526", "I-526E", "I-600", "I-800", "I-730"}, f)
}
