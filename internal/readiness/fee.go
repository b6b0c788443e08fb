package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// feeRules are about waivers and exemptions.
func feeRules() []rule {
	return []rule{
		{
			"fee-waiver-online", finding.Blocker,
			"A fee waiver is asked for in an online filing.",
			"File by mail or courier, or pay the fee.", "I-131 page: not online with a fee waiver request", feeWaiverOnline,
		},
		{
			"fee-waiver-form-unmapped", finding.Blocker,
			"A fee waiver is asked for, and its form has no field map here.",
			"Pay the fee, or add Form I-912 and its map to the firm's folder; until then put the form into the application by hand.",
			"I-912: inside the application, never alone", feeWaiverFormUnmapped,
		},
		{
			"fee-exemption-missing", finding.Blocker,
			"A fee exemption is claimed without saying which.",
			"Write exempt_because.", "Form G-1055, I-131 fee exemptions", feeExemptionMissing,
		},
		{
			"fee-exemption-unknown", finding.Blocker,
			"The fee exemption is not one that the filing's data know.",
			"Use one of the words listed under exemptions in the filing's data; it turns on the person to be paroled.",
			"Form G-1055, I-131 fee exemptions", feeExemptionUnknown,
		},
		{
			"fee-unknown", finding.Blocker,
			"The filing's data hold no fee for this way of filing.",
			"Change file_by, or add the fee to the filing's data.", "Form G-1055", feeUnknown,
		},
		{
			"address-unknown", finding.Blocker,
			"The filing's data hold no address for this way of filing.",
			"Change file_by, or add the address to the filing's data.", "Agency page of filing addresses, I-131 item 7", addressUnknown,
		},
	}
}

func feeWaiverOnline(c *check) {
	for _, b := range c.parolees() {
		if c.online() && b.Payment.RequestsWaiver() {
			c.say(b.key("payment.fee"), b.ID, "A fee waiver for %s cannot be asked for online.", b.ID)
		}
	}
}

func feeWaiverFormUnmapped(c *check) {
	for _, b := range c.parolees() {
		if c.Filing != nil && !c.online() && b.Payment.RequestsWaiver() && !c.mapped(casefile.WaiverForm) {
			c.say(b.key("payment.fee"), b.ID, "Form %s for %s has no field map here, so it is not in the packet.", casefile.WaiverForm, b.ID)
		}
	}
}

func feeExemptionMissing(c *check) {
	for _, b := range c.parolees() {
		if b.Payment.Fee == "exempt" && blank(b.Payment.ExemptBecause) {
			c.say(b.key("payment.exempt_because"), b.ID, "The case does not say why no fee is due for %s.", b.ID)
		}
	}
}

func feeExemptionUnknown(c *check) {
	for _, b := range c.parolees() {
		if c.Filing == nil || b.Payment.Fee != "exempt" || blank(b.Payment.ExemptBecause) {
			continue
		}
		if _, ok := c.Filing.Exemption(b.Payment.ExemptBecause); !ok {
			c.sayDo(c.exemptions(), b.key("payment.exempt_because"), b.ID, "The fee exemption claimed for %s is not a known one.", b.ID)
		}
	}
}

func feeUnknown(c *check) {
	if c.Filing == nil || blank(c.Case.FileBy) {
		return
	}
	if _, ok := c.Filing.Fee(c.Filing.Form, c.Case.FileBy); !ok {
		c.say("file_by", "", "The filing's data hold no fee of %s for this way of filing.", c.Filing.Form)
	}
}

func addressUnknown(c *check) {
	if c.Filing == nil || c.online() || blank(c.Case.FileBy) {
		return
	}
	if _, ok := c.Filing.Address(c.Case.FileBy); !ok {
		c.say("file_by", "", "The filing's data hold no address for this way of filing.")
	}
}
