package readiness

import (
	"unicode/utf8"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// shortReasons is the length in characters under which reasons cannot be the detailed
// explanation that the agency asks for; two plain sentences are longer.
const shortReasons = 200

// requestRules is rules S5 and S6: for each person the reasons in detail and the length of
// parole, which is at most a year as a rule.
func requestRules() []rule {
	return []rule{
		{
			"reasons-missing", finding.Blocker,
			"The reasons for one person are missing.",
			"Explain in request.reasons the emergent reason in detail, for this person.",
			"I-131 Part 8 item 1", reasonsMissing,
		},
		{
			"reasons-short", finding.Warning,
			"The reasons are too short to be a detailed explanation.",
			"Say what the emergency is, why it is urgent, why only in the United States and why the person will leave.",
			"I-131 Part 8 item 1", reasonsShort,
		},
		{
			"stay-missing", finding.Blocker,
			"The length of parole is not given.",
			"Give request.stay.from and request.stay.until.",
			"I-131 Part 8 items 2 and 3.a", stayMissing,
		},
		{
			"stay-reversed", finding.Blocker,
			"The stay ends before it begins.",
			"Correct request.stay.from or request.stay.until.",
			"I-131 Part 8 items 2 and 3.a", stayReversed,
		},
		{
			"stay-in-past", finding.Blocker,
			"The intended arrival has passed.",
			"Give an arrival that is still to come, or judge the case as of an earlier day with --as-of.",
			"I-131 Part 8 item 3.a", stayInPast,
		},
		{
			"stay-too-long", finding.Blocker,
			"The stay is longer than a year and nothing says why.",
			"Shorten the stay, or give the reason in request.longer_than_a_year.",
			"8 CFR 212.5; parole is generally for at most one year", stayTooLong,
		},
		{
			"stay-over-a-year", finding.Warning,
			"The stay is longer than a year, with a reason given.",
			"Consider a year and a later request for re-parole, or accept this under waivers.",
			"8 CFR 212.5; parole is generally for at most one year", stayOverAYear,
		},
		{
			"consulate-missing", finding.Blocker,
			"The embassy, consulate or office to notify is not given.",
			"Give request.consulate with its city and country.",
			"I-131 Part 8 item 3.b", consulateMissing,
		},
	}
}

func reasonsMissing(c *check) {
	for _, b := range c.parolees() {
		if blank(b.Request.Reasons) {
			c.say(b.key("request.reasons"), b.ID, "The request for %s gives no reasons.", b.ID)
		}
	}
}

func reasonsShort(c *check) {
	for _, b := range c.parolees() {
		if n := utf8.RuneCountInString(b.Request.Reasons); !blank(b.Request.Reasons) && n < shortReasons {
			c.say(b.key("request.reasons"), b.ID, "The reasons for %s are only %d characters long.", b.ID, n)
		}
	}
}

func stayMissing(c *check) {
	for _, b := range c.parolees() {
		switch s := b.Request.Stay; {
		case s == nil:
			c.say(b.key("request.stay"), b.ID, "The request does not say how long %s is to stay.", b.ID)
		case s.From.IsZero():
			c.say(b.key("request.stay.from"), b.ID, "The stay of %s has no first day.", b.ID)
		case s.Until.IsZero():
			c.say(b.key("request.stay.until"), b.ID, "The stay of %s has no last day.", b.ID)
		}
	}
}

func stayReversed(c *check) {
	for _, b := range c.stays() {
		if !b.Request.Stay.From.Before(b.Request.Stay.Until) {
			c.say(b.key("request.stay.until"), b.ID, "The stay of %s does not end after it begins.", b.ID)
		}
	}
}

func stayInPast(c *check) {
	for _, b := range c.stays() {
		if b.Request.Stay.From.Before(c.AsOf) {
			c.say(b.key("request.stay.from"), b.ID, "The arrival intended for %s has passed.", b.ID)
		}
	}
}

func stayTooLong(c *check) {
	for _, b := range c.stays() {
		if c.long(b.Request.Stay) && blank(b.Request.LongerThanAYear) {
			c.say(b.key("request.stay.until"), b.ID, "The stay of %s is longer than %d months and the case does not say why.", b.ID, c.longestStay())
		}
	}
}

func stayOverAYear(c *check) {
	for _, b := range c.stays() {
		if c.long(b.Request.Stay) && !blank(b.Request.LongerThanAYear) {
			c.say(b.key("request.longer_than_a_year"), b.ID, "The stay of %s is longer than %d months.", b.ID, c.longestStay())
		}
	}
}

func consulateMissing(c *check) {
	for _, b := range c.parolees() {
		if p := b.Request.Consulate; p == nil || blank(p.City) || blank(p.Country) {
			c.say(b.key("request.consulate"), b.ID, "The request does not name the city and country of the consulate to notify for %s.", b.ID)
		}
	}
}

// stays lists the beneficiaries whose stay has both days.
func (c *check) stays() []parolee {
	var list []parolee
	for _, b := range c.parolees() {
		if s := b.Request.Stay; s != nil && !s.From.IsZero() && !s.Until.IsZero() {
			list = append(list, b)
		}
	}
	return list
}

// long reports whether a stay is over the longest the filing allows without a reason. Twelve
// months from 10 January end on 10 January.
func (c *check) long(s *casefile.Stay) bool {
	last := casefile.DateOf(s.From.Time().AddDate(0, c.longestStay(), 0))
	return last.Before(s.Until)
}
