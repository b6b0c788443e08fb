package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

const needLaw = "Medical minimum (c): how and by whom care, housing, transportation and subsistence are met; I-134"

// needRules is rule S7.c: each of the four needs, by whom and how.
func needRules() []rule {
	return []rule{
		need("support-medical-care-missing", "medical care", "medical_care", func(s casefile.Support) *casefile.Need { return s.MedicalCare }),
		need("support-housing-missing", "housing", "housing", func(s casefile.Support) *casefile.Need { return s.Housing }),
		need("support-transportation-missing", "transportation", "transportation", func(s casefile.Support) *casefile.Need { return s.Transportation }),
		need("support-subsistence-missing", "food, clothing and other subsistence", "subsistence", func(s casefile.Support) *casefile.Need { return s.Subsistence }),
		{
			"support-unproven", finding.Warning,
			"A need is met by somebody, and no exhibit is cited for it.",
			"Add the pledge, lease or bank statement as an exhibit and cite it under the need.",
			needLaw, needUnproven,
		},
	}
}

// need makes a blocker for one need that is not met by anybody, or nobody says how.
func need(code, thing, key string, of func(casefile.Support) *casefile.Need) rule {
	return rule{
		code, finding.Blocker, "It is not said by whom and how " + thing + " is met.",
		"Say who provides it under by, and how under how.", needLaw,
		func(c *check) {
			for _, b := range c.treated() {
				lacksNeed(c, b, thing, b.key("support."+key), of(b.Support))
			}
		},
	}
}

// lacksNeed names the nearest key that is empty.
func lacksNeed(c *check, b parolee, thing, path string, n *casefile.Need) {
	switch {
	case n == nil:
		c.say(path, b.ID, "The case does not say by whom and how %s of %s is met.", thing, b.ID)
	case blank(n.By):
		c.say(path+".by", b.ID, "The case does not say by whom %s of %s is met.", thing, b.ID)
	case blank(n.How):
		c.say(path+".how", b.ID, "The case does not say how %s of %s is met.", thing, b.ID)
	}
}

func needUnproven(c *check) {
	for _, b := range c.treated() {
		for _, n := range needs(b) {
			if !blank(n.By) && !blank(n.How) && blank(n.Exhibit) {
				c.say(n.path+".exhibit", b.ID, "No exhibit shows how %s of %s is met.", n.thing, b.ID)
			}
		}
	}
}

// A givenNeed is a need that the case speaks of, and its key.
type givenNeed struct {
	path, thing string
	*casefile.Need
}

// needs lists the needs that the case speaks of.
func needs(b parolee) []givenNeed {
	s := b.Support
	all := []givenNeed{
		{b.key("support.medical_care"), "medical care", s.MedicalCare},
		{b.key("support.housing"), "housing", s.Housing},
		{b.key("support.transportation"), "transportation", s.Transportation},
		{b.key("support.subsistence"), "subsistence", s.Subsistence},
	}
	var list []givenNeed
	for _, n := range all {
		if n.Need != nil {
			list = append(list, n)
		}
	}
	return list
}
