package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// The heights and weights that I-131 Part 3 has room for. Its list begins at 2 feet; the height of a smaller child
// stands on the additional-information page.
const (
	mostFeet   = 8
	mostPounds = 999
)

// biographicRules asks for I-131 Part 3, which describes the person to be paroled and nobody else.
func biographicRules() []rule {
	const form = "I-131 Part 3 item "
	return []rule{
		trait("ethnicity-missing", "the ethnicity", "ethnicity", form+"1", func(b *casefile.Biographic) bool { return blank(b.Ethnicity) }),
		trait("race-missing", "the race", "race", form+"2", func(b *casefile.Biographic) bool { return len(b.Race) == 0 }),
		trait("height-missing", "the height", "height", form+"3", func(b *casefile.Biographic) bool {
			return b.Height == nil || *b.Height == casefile.Height{}
		}),
		trait("weight-missing", "the weight", "weight_lb", form+"4", func(b *casefile.Biographic) bool { return b.WeightLB == 0 }),
		trait("eyes-missing", "the eye colour", "eyes", form+"5", func(b *casefile.Biographic) bool { return blank(b.Eyes) }),
		trait("hair-missing", "the hair colour", "hair", form+"6", func(b *casefile.Biographic) bool { return blank(b.Hair) }),
		{
			"height-out-of-range", finding.Blocker,
			"The height is one that the form cannot show.",
			"Give feet from 0 to 8 and inches from 0 to 11.",
			form + "3", heightOutOfRange,
		},
		{
			"weight-out-of-range", finding.Blocker,
			"The weight does not fit the form's three digits.",
			"Give whole pounds from 1 to 999.", form + "4", weightOutOfRange,
		},
	}
}

// trait makes a blocker for one item of Part 3.
func trait(code, thing, key, law string, missing func(*casefile.Biographic) bool) rule {
	return rule{
		code, finding.Blocker, "The case does not give " + thing + " of a person to be paroled.",
		"Write biographic." + key + ".", law,
		func(c *check) {
			for _, b := range c.parolees() {
				if b.Biographic == nil || missing(b.Biographic) {
					c.say(b.key("biographic."+key), b.ID, "The case does not give %s of %s.", thing, b.ID)
				}
			}
		},
	}
}

func heightOutOfRange(c *check) {
	for _, b := range c.parolees() {
		if b.Biographic == nil || b.Biographic.Height == nil || (*b.Biographic.Height == casefile.Height{}) {
			continue
		}
		if h := b.Biographic.Height; h.Feet < 0 || h.Feet > mostFeet || h.Inches < 0 || h.Inches > 11 {
			c.say(b.key("biographic.height"), b.ID, "The height of %s is not one that the form can show.", b.ID)
		}
	}
}

func weightOutOfRange(c *check) {
	for _, b := range c.parolees() {
		if b.Biographic != nil && (b.Biographic.WeightLB < 0 || b.Biographic.WeightLB > mostPounds) {
			c.say(b.key("biographic.weight_lb"), b.ID, "The weight of %s is not one that the form can show.", b.ID)
		}
	}
}
