package readiness

import (
	"slices"

	"parolepack/internal/finding"
)

// paymentRules hold how each I-131 is paid for against its fee and the way it is filed (docs/facts.md 3).
func paymentRules() []rule {
	return slices.Concat(feeRules(), []rule{
		{
			"payment-missing", finding.Blocker,
			"It is not said how the fee is paid.",
			"Give payment.method and payment.fee.", "Form G-1055; I-131 instructions, filing fee", paymentMissing,
		},
		{
			"payment-none", finding.Blocker,
			"A paper filing owes the standard fee, and no payment goes with it.",
			"Write method: card for a G-1450, or say which fee applies.", "Form G-1055; I-131 instructions, filing fee", paymentNone,
		},
		{
			"payment-online", finding.Warning,
			"A payment form is asked for, though the online account takes the payment itself.",
			"Write method: none for an online filing.", "I-131 page, filing online", paymentOnline,
		},
		{
			"payment-not-due", finding.Warning,
			"A payment form goes with a request for which no fee is paid.",
			"Write method: none, or fee: standard.", "Form G-1055; I-131 instructions, filing fee", paymentNotDue,
		},
		{
			"payment-form-unmapped", finding.Blocker,
			"The way of paying wants a form that has no field map here.",
			"Pay by card (G-1450), or add the form and its map to the firm's folder; until then put the form on top by hand.",
			"G-1650, G-1651: one payment form a request, on top of it", paymentFormUnmapped,
		},
	})
}

func paymentMissing(c *check) {
	for _, b := range c.parolees() {
		if blank(b.Payment.Method) || blank(b.Payment.Fee) {
			c.say(b.key("payment"), b.ID, "The case does not say how the fee for %s is paid.", b.ID)
		}
	}
}

func paymentNone(c *check) {
	for _, b := range c.parolees() {
		if !c.online() && b.Payment.Method == "none" && b.Payment.Fee == "standard" {
			c.say(b.key("payment.method"), b.ID, "The fee for %s is due, and no payment goes with the request.", b.ID)
		}
	}
}

func paymentOnline(c *check) {
	for _, b := range c.parolees() {
		if c.online() && b.pays() {
			c.say(b.key("payment.method"), b.ID, "A payment form is asked for %s in an online filing.", b.ID)
		}
	}
}

func paymentNotDue(c *check) {
	for _, b := range c.parolees() {
		free := b.Payment.RequestsWaiver() || b.Payment.Fee == "exempt"
		if !c.online() && free && b.pays() {
			c.say(b.key("payment.method"), b.ID, "A payment form goes with the request for %s, though no fee is paid.", b.ID)
		}
	}
}

func paymentFormUnmapped(c *check) {
	if c.Filing == nil || c.online() {
		return
	}
	for _, b := range c.parolees() {
		p, ok := c.Filing.Payment(b.Payment.Method)
		if ok && !c.mapped(p.Form) {
			c.say(b.key("payment.method"), b.ID, "Form %s for %s has no field map here, so it is not in the packet.", p.Form, b.ID)
		}
	}
}

// online reports whether the request is filed in an online account.
func (c *check) online() bool { return c.Case.FileBy == "online" }

// pays reports whether a payment form goes with a beneficiary's request.
func (p parolee) pays() bool { return p.Payment.Method != "" && p.Payment.Method != "none" }
