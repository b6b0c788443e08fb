package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// The laws of the medical minimum, rule S7.
const (
	homeLaw = "Medical minimum (a): the person's own doctor; I-131 instructions, evidence for medical treatment"
	usLaw   = "Medical minimum (b): the U.S. physician, cost and payment; I-131 instructions, evidence for medical treatment"
)

// medicalRules is rules S7.a and S7.b, which hold where medical treatment is a basis.
func medicalRules() []rule {
	return []rule{
		medical("medical-home-physician-missing", "the person's own doctor", "home_physician.name", homeLaw,
			"Name the doctor at home under medical.home_physician.", noHomePhysician),
		medical("medical-diagnosis-missing", "a diagnosis", "home_physician.diagnosis", homeLaw,
			"Copy the diagnosis from the home physician's letter.", home(func(h *casefile.HomePhysician) bool { return blank(h.Diagnosis) })),
		medical("medical-prognosis-missing", "a prognosis", "home_physician.prognosis", homeLaw,
			"Copy the prognosis from the home physician's letter.", home(func(h *casefile.HomePhysician) bool { return blank(h.Prognosis) })),
		medical("medical-not-at-home-missing", "the reason why the treatment cannot be had at home", "home_physician.why_not_treatable_at_home", homeLaw,
			"Say why it cannot be treated in the person's country, as the home physician's letter does.", home(func(h *casefile.HomePhysician) bool { return blank(h.WhyNotTreatableAtHome) })),
		medical("medical-not-nearby-missing", "the reason why the treatment cannot be had in a neighbouring country", "home_physician.why_not_treatable_nearby", homeLaw,
			"Say why it cannot be treated in a neighbouring country, as the home physician's letter does.", home(func(h *casefile.HomePhysician) bool { return blank(h.WhyNotTreatableNearby) })),
		medical("medical-home-letter-missing", "an exhibit with the home physician's letter that is said to prove it", "home_physician.exhibit", homeLaw,
			"Cite an exhibit that proves home_physician_letter and is for this person.", noHomeLetter),
		medical("medical-us-physician-missing", "a U.S. physician who agreed to treat", "us_physician.name", usLaw,
			"Name the physician under medical.us_physician.", noUSPhysician),
		medical("medical-treatment-missing", "the treatment that the U.S. physician agreed to", "us_physician.treatment", usLaw,
			"Copy the treatment from the U.S. physician's letter.", us(func(u *casefile.USPhysician) bool { return blank(u.Treatment) })),
		medical("medical-cost-missing", "the cost of treatment", "us_physician.cost_usd", usLaw,
			"Give the estimate in whole dollars, also where a fund or the hospital bears it.", us(func(u *casefile.USPhysician) bool { return u.CostUSD <= 0 })),
		medical("medical-payer-missing", "who pays for the treatment", "us_physician.paid_by", usLaw,
			"Say who pays.", us(func(u *casefile.USPhysician) bool { return blank(u.PaidBy) })),
		medical("medical-us-letter-missing", "an exhibit with the U.S. physician's letter that is said to prove it", "us_physician.exhibit", usLaw,
			"Cite an exhibit that proves us_physician_letter and is for this person.", noUSLetter),
		medical("medical-funding-missing", "an exhibit that is said to prove the money for the treatment", "us_physician.payment_exhibit", usLaw,
			"Cite an exhibit that proves treatment_funding and is for this person.", noFunding),
	}
}

// medical makes a blocker for one thing that the medical minimum lacks; key lies under the
// person's `medical`.
func medical(code, thing, key, law, do string, lacks func(*check, parolee) bool) rule {
	return rule{code, finding.Blocker, "The medical minimum lacks " + thing + ".", do, law, func(c *check) {
		for _, b := range c.treated() {
			if lacks(c, b) {
				c.say(b.key("medical."+key), b.ID, "The medical part of the case for %s lacks %s.", b.ID, thing)
			}
		}
	}}
}

// treated lists the beneficiaries who come for treatment: all of them where the basis is
// medical, save a companion whose own facts rest on another basis.
func (c *check) treated() []parolee {
	if !slices.Contains(c.Case.Bases, medicalBasis) {
		return nil
	}
	return slices.DeleteFunc(c.parolees(), func(b parolee) bool { return b.Medical == nil && c.restsElsewhere(b) })
}

// restsElsewhere reports whether the facts of a basis of the case other than treatment are
// given for the person.
func (c *check) restsElsewhere(b parolee) bool {
	return slices.ContainsFunc(c.Case.Bases, func(basis string) bool {
		f, ok := factsOf(b, basis)
		return ok && f.given
	})
}

// home asks of the home physician only where there is one, so that a case without one has one
// finding and not five.
func home(lacks func(*casefile.HomePhysician) bool) func(*check, parolee) bool {
	return func(c *check, b parolee) bool { return !noHomePhysician(c, b) && lacks(b.Medical.HomePhysician) }
}

// us asks of the U.S. physician only where there is one.
func us(lacks func(*casefile.USPhysician) bool) func(*check, parolee) bool {
	return func(c *check, b parolee) bool { return !noUSPhysician(c, b) && lacks(b.Medical.USPhysician) }
}

func noHomePhysician(_ *check, b parolee) bool {
	return b.Medical == nil || b.Medical.HomePhysician == nil || blank(b.Medical.HomePhysician.Name)
}

func noUSPhysician(_ *check, b parolee) bool {
	return b.Medical == nil || b.Medical.USPhysician == nil || blank(b.Medical.USPhysician.Name)
}

func noHomeLetter(c *check, b parolee) bool {
	return b.Medical == nil || b.Medical.HomePhysician == nil ||
		!c.shows(b.Medical.HomePhysician.Exhibit, "home_physician_letter", b.ID)
}

func noUSLetter(c *check, b parolee) bool {
	return b.Medical == nil || b.Medical.USPhysician == nil ||
		!c.shows(b.Medical.USPhysician.Exhibit, "us_physician_letter", b.ID)
}

func noFunding(c *check, b parolee) bool {
	return b.Medical == nil || b.Medical.USPhysician == nil ||
		!c.shows(b.Medical.USPhysician.PaymentExhibit, "treatment_funding", b.ID)
}
