package readiness

import (
	"slices"
	"strings"

	"parolepack/internal/finding"
)

const (
	medicalBasis = "medical_treatment"
	basisLaw     = "I-131 instructions, evidence by basis"
)

// basisRules asks of every basis its facts and the evidence that the filing's data list for it.
func basisRules() []rule {
	return []rule{
		{
			"basis-facts-missing", finding.Blocker,
			"A basis is relied on, and the case gives no facts for it.",
			"Fill in the basis's own key under the beneficiary, or take the basis out of bases.",
			basisLaw, basisFactsMissing,
		},
		{
			"basis-facts-incomplete", finding.Blocker,
			"A fact that the basis turns on is left empty.",
			"Fill in the key.", basisLaw, basisFactsIncomplete,
		},
		{
			"basis-unlisted", finding.Warning,
			"The facts of a basis are given, and the case does not rely on it.",
			"Add the basis to bases, or take its facts out.",
			basisLaw, basisUnlisted,
		},
		{
			"basis-uncited", finding.Warning,
			"The facts of a basis cite no exhibit.",
			"Write the id of the exhibit that shows the facts under exhibit.",
			basisLaw, basisUncited,
		},
		{
			"basis-outside-stay", finding.Warning,
			"What the basis turns on happens before the stay begins or after it ends.",
			"Correct the day, or ask for a stay that holds it.",
			"8 CFR 212.5; parole is for the time that the purpose needs", basisOutsideStay,
		},
		{
			"basis-evidence-missing", finding.Blocker,
			"No exhibit is said to prove something that the basis asks for.",
			"Add the document to exhibits, with the word in its proves list and the person in its for list.",
			basisLaw, basisEvidenceMissing,
		},
		{
			"parental-consent-absent", finding.Note,
			"A child travels for a petitioner who is not said to be a parent, and no parent's consent is among the exhibits.",
			"Consider a parent's written consent as an exhibit that proves parental_consent.",
			"Practice for minors; I-131 instructions, evidence by basis", parentalConsentAbsent,
		},
	}
}

// basisFactsMissing asks for each basis at somebody, and for at least one basis at each person:
// where a case rests on two, a patient and a caregiver need not both have both.
func basisFactsMissing(c *check) {
	for i, b := range c.parolees() {
		for _, basis := range c.Case.Bases {
			f, ok := factsOf(b, basis)
			wanted := !c.anyFacts(b) || i == 0 && !c.factsAnywhere(basis)
			if ok && !f.given && wanted {
				c.say(b.key(f.key), b.ID, "The case relies on %s but says nothing of it for %s.", words(basis), b.ID)
			}
		}
	}
}

// anyFacts reports whether the person has the facts of at least one basis of the case.
func (c *check) anyFacts(b parolee) bool {
	return slices.Contains(c.Case.Bases, medicalBasis) && b.Medical != nil || c.restsElsewhere(b)
}

// factsAnywhere reports whether anybody has the facts of a basis.
func (c *check) factsAnywhere(basis string) bool {
	return slices.ContainsFunc(c.parolees(), func(b parolee) bool {
		f, _ := factsOf(b, basis)
		return f.given
	})
}

func basisFactsIncomplete(c *check) {
	for _, b := range c.parolees() {
		for _, basis := range c.Case.Bases {
			f, _ := factsOf(b, basis)
			for _, v := range f.values {
				if blank(v.text) {
					c.say(b.key(f.key)+"."+v.key, b.ID, "The facts of %s for %s lack %s.", words(basis), b.ID, v.thing)
				}
			}
		}
	}
}

func basisEvidenceMissing(c *check) {
	for _, b := range c.parolees() {
		for _, basis := range c.Case.Bases {
			if f, ok := factsOf(b, basis); ok && !f.given {
				continue
			}
			for _, word := range c.evidence(basis) {
				if !askedElsewhere(basis, word) && !needless(b, word) && !c.proven(b.ID, word) {
					c.say("exhibits", b.ID, "No exhibit for %s is said to prove %s, which %s asks for.", b.ID, words(word), words(basis))
				}
			}
		}
	}
}

// needless reports evidence that nothing in the person's facts calls for: who comes to settle
// affairs alone has no funeral to show.
func needless(b parolee, word string) bool {
	return word == "funeral_arrangements" && b.Funeral != nil && !attended(*b.Funeral) && !blank(b.Funeral.Affairs)
}

// askedElsewhere reports whether a rule of its own asks for the evidence, nearer to its key.
func askedElsewhere(basis, word string) bool {
	physicians := []string{"home_physician_letter", "us_physician_letter", "treatment_funding"}
	people := []string{
		"beneficiary_identity", "petitioner_identity", "petitioner_status",
		"supporter_identity", "supporter_status", "supporter_income",
	}
	return slices.Contains(people, word) || basis == medicalBasis && slices.Contains(physicians, word)
}

func parentalConsentAbsent(c *check) {
	for _, b := range c.them() {
		minor := !b.Born.Date.IsZero() && b.Born.Date.AgeOn(c.AsOf) < 18
		if minor && !c.byParent(b.about) && !c.proven(b.about, "parental_consent") {
			c.say("exhibits", b.about, "%s is under 18, and no exhibit holds a parent's consent.", b.about)
		}
	}
}

// byParent reports whether the petitioner is a parent of the person, by the words of the case.
func (c *check) byParent(about string) bool {
	for _, b := range c.parolees() {
		if b.ID == about {
			return slices.Contains([]string{"son", "daughter", "child"}, strings.ToLower(strings.TrimSpace(b.RelationshipToPetitioner)))
		}
	}
	return false
}

// words turns a word of the case file into plain English.
func words(s string) string { return strings.ReplaceAll(s, "_", " ") }
