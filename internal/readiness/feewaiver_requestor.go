package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// requestorRules ask for what Parts 1, 2, 7, 8 and 9 want.
func requestorRules() []rule {
	return []rule{
		{
			"fee-waiver-status-missing", finding.Blocker,
			"The immigration status of who requests the fee waiver is not given.",
			"Give the person's status, or write it in words in fee_waiver.immigration_status.",
			"I-912 Part 1 item 2", waiverStatusMissing,
		},
		{
			"fee-waiver-marital-status-missing", finding.Blocker,
			"The marital status of who requests the fee waiver is not given.",
			"Write fee_waiver.marital_status; where it is other, say which in marital_status_other.",
			"I-912 Part 2 item 8", waiverMaritalStatusMissing,
		},
		{
			"fee-waiver-language-unanswered", finding.Blocker,
			"It is not said whether who signs the fee waiver request reads English, and no interpreter is named.",
			"Write fee_waiver.reads_english, or name the interpreter.", "I-912 Part 7 item 1", waiverLanguageUnanswered,
		},
		{
			"fee-waiver-assistant-address-missing", finding.Blocker,
			"An interpreter or preparer of a fee waiver request has no mailing address.",
			"Give their address.", "I-912 Part 8 item 3 and Part 9 item 3", waiverAssistantAddress,
		},
	}
}

// filerRequests reports whether I-912 Part 2 is about who completes the I-131; it is about the person to be paroled
// where a parent or legal guardian files for them.
func (c *check) filerRequests() bool {
	return c.Case.Petitioner.Self || c.Case.FeeWaiver.Requestor != "beneficiary"
}

func waiverStatusMissing(c *check) {
	w := c.waiver()
	if w == nil || !blank(w.ImmigrationStatus) {
		return
	}
	for _, p := range c.requestors() {
		stated := !blank(p.Status) && (p.Status != "other" || !blank(p.StatusOther))
		if !stated && !c.outside(p) {
			c.say("fee_waiver.immigration_status", p.about, "The case does not say what the immigration status of %s is.", whom(p.about))
		}
	}
}

// requestors lists whom the fee waiver requests are about.
func (c *check) requestors() []party {
	if c.filerRequests() {
		return c.filer()
	}
	var list []party
	for _, b := range c.parolees() {
		if b.Payment.RequestsWaiver() {
			list = append(list, b.party())
		}
	}
	return list
}

// outside reports whether a party is a beneficiary who is said to be outside the United States.
func (c *check) outside(p party) bool {
	return slices.ContainsFunc(c.parolees(), func(b parolee) bool {
		return b.path == p.path && b.InUnitedStates != nil && !*b.InUnitedStates
	})
}

func waiverMaritalStatusMissing(c *check) {
	w := c.waiver()
	if w == nil || c.Case.Petitioner.Self || !c.filerRequests() {
		return // a beneficiary's is asked for by a rule of its own
	}
	switch {
	case blank(w.MaritalStatus):
		c.say("fee_waiver.marital_status", "petitioner", "The case does not give the marital status of the petitioner.")
	case w.MaritalStatus == "other" && blank(w.MaritalStatusOther):
		c.say("fee_waiver.marital_status_other", "petitioner", "The case does not say what the marital status of the petitioner is.")
	}
}

func waiverLanguageUnanswered(c *check) {
	w := c.waiver()
	if w == nil || c.Case.Interpreter != nil {
		return
	}
	reads := w.ReadsEnglish
	for _, s := range c.backers() {
		if reads == nil && (s.Is == "petitioner" || c.Case.Petitioner.Self && s.Is == "beneficiary") {
			reads = s.ReadsEnglish
		}
	}
	if reads == nil || !*reads {
		c.say("fee_waiver.reads_english", "", "The case does not say in which language the fee waiver request was read.")
	}
}

func waiverAssistantAddress(c *check) {
	if c.waiver() == nil {
		return
	}
	for _, a := range c.assistants() {
		if (a.path == "interpreter" || a.path == "preparer") && a.Address == nil {
			c.say(a.path+".address", a.about, "The %s of the fee waiver request has no mailing address.", a.role())
		}
	}
}
