package readiness

import "parolepack/internal/finding"

// passportRules are about the person to be paroled.
func passportRules() []rule {
	return []rule{
		{
			"beneficiary-identity-missing", finding.Blocker,
			"No exhibit shows who a person to be paroled is.",
			"Add the passport's biographic page, or another government document, as an exhibit that proves beneficiary_identity.",
			"I-131 instructions, identity of the beneficiary", beneficiaryIdentityMissing,
		},
		{
			"passport-absent", finding.Warning,
			"A person has no passport, which the agency wants explained.",
			"Give the passport, or say in the reasons why there is none and accept this under waivers.",
			"I-131 instructions, identity of the beneficiary", passportAbsent,
		},
		{
			"passport-incomplete", finding.Warning,
			"A passport lacks its number, country or date of expiry.",
			"Complete it from the biographic page.", "I-131 instructions, identity of the beneficiary", passportIncomplete,
		},
		{
			"passport-expires", finding.Warning,
			"A passport expires before the stay ends.",
			"Renew the passport, or say in the reasons how the person will travel home.",
			"INA 212(d)(5)(A): parole ends and the person must be able to leave", passportExpires,
		},
	}
}

func beneficiaryIdentityMissing(c *check) {
	for _, b := range c.parolees() {
		if !c.proven(b.ID, "beneficiary_identity") {
			c.say("exhibits", b.ID, "No exhibit shows who %s is.", b.ID)
		}
	}
}

func passportAbsent(c *check) {
	for _, b := range c.parolees() {
		if b.Passport == nil && c.proven(b.ID, "beneficiary_identity") {
			c.say(b.key("passport"), b.ID, "%s has no passport.", b.ID)
		}
	}
}

func passportIncomplete(c *check) {
	for _, b := range c.parolees() {
		if p := b.Passport; p != nil && (blank(p.Number) || blank(p.Country) || p.Expires.IsZero()) {
			c.say(b.key("passport"), b.ID, "The passport of %s lacks its number, country or date of expiry.", b.ID)
		}
	}
}

func passportExpires(c *check) {
	for _, b := range c.parolees() {
		if b.Passport == nil || b.Passport.Expires.IsZero() {
			continue
		}
		last := c.AsOf
		if s := b.Request.Stay; s != nil && !s.Until.IsZero() {
			last = s.Until
		}
		if b.Passport.Expires.Before(last) {
			c.say(b.key("passport.expires"), b.ID, "The passport of %s expires before the stay ends.", b.ID)
		}
	}
}
