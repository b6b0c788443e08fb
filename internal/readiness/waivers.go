package readiness

import (
	"slices"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// waiverRules look at the warnings that a firm accepts.
func waiverRules() []rule {
	const law = "A warning may be accepted with a reason; a blocker keeps the packet a draft"
	return []rule{
		{
			"waiver-of-blocker", finding.Warning,
			"A waiver names a blocker, which cannot be accepted.",
			"Mend what the blocker says, and take the waiver out.", law, waiverOfBlocker,
		},
		{
			"waiver-unknown", finding.Warning,
			"A waiver names a code that no finding has.",
			"Copy the code from the findings, or take the waiver out.", law, waiverUnknown,
		},
		{
			"waiver-without-reason", finding.Warning,
			"A waiver gives no reason, so the warning stands.",
			"Say in reason why the firm accepts the warning.", law, waiverWithoutReason,
		},
	}
}

func waiverOfBlocker(c *check) {
	for i, w := range c.Case.Waivers {
		if r, ok := known(w.Code); ok && r.severity == finding.Blocker {
			c.say(item("waivers", i)+".code", "", "The waiver of %q has no effect, since a blocker cannot be accepted.", w.Code)
		}
	}
}

func waiverUnknown(c *check) {
	for i, w := range c.Case.Waivers {
		if _, ok := known(w.Code); !ok && !slices.Contains(c.Codes, w.Code) {
			c.say(item("waivers", i)+".code", "", "The waiver of %q has no effect, since no finding has that code.", w.Code)
		}
	}
}

func waiverWithoutReason(c *check) {
	for i, w := range c.Case.Waivers {
		if blank(w.Reason) {
			c.say(item("waivers", i)+".reason", "", "The waiver of %q gives no reason.", w.Code)
		}
	}
}

// Accept returns list with every warning that a waiver with a reason names turned into a note
// that carries the reason. Blockers, notes and the order stay as they are; list itself is not
// changed. Check does so for its own findings; it is for findings of other makers.
func Accept(list finding.List, waivers []casefile.Waiver) finding.List {
	out := slices.Clone(list)
	for i, f := range out {
		j := slices.IndexFunc(waivers, func(w casefile.Waiver) bool { return w.Code == f.Code && !blank(w.Reason) })
		if f.Severity == finding.Warning && j >= 0 {
			out[i].Severity = finding.Note
			out[i].Summary = f.Summary + " Accepted: " + waivers[j].Reason
			out[i].Do = ""
		}
	}
	return out
}
