package readiness

import (
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
)

// yearInMonths is the longest stay that a filing without data allows, rule S6.
const yearInMonths = 12

// longestStay is the longest stay in months that needs no reason.
func (c *check) longestStay() int {
	if c.Filing == nil || c.Filing.LongestStayMonths <= 0 {
		return yearInMonths
	}
	return c.Filing.LongestStayMonths
}

// evidence lists what exhibits must prove for a basis, as the filing's data say.
func (c *check) evidence(basis string) []string {
	if c.Filing == nil {
		return nil
	}
	b, _ := c.Filing.Basis(basis)
	return b.Evidence
}

// exemptions is the way out that names the fee exemptions of the filing's data.
func (c *check) exemptions() string {
	var codes []string
	for _, e := range c.Filing.Exemptions {
		codes = append(codes, e.Code)
	}
	return "Use one of " + strings.Join(codes, ", ") + "; it turns on the person to be paroled."
}

// mapped reports whether the packet can hold a form: it has a field map, or, where nobody says
// which forms have one, the filing's data accept an edition of it.
func (c *check) mapped(form string) bool {
	if c.Edition != nil {
		_, ok := c.Edition(form)
		return ok
	}
	_, ok := c.Filing.EditionOn(form, c.AsOf)
	return ok
}

// forms lists the forms that go into the packet as files, in no particular order of filing.
func (c *check) forms() []string {
	list := []string{c.Filing.Form, "I-134"}
	if c.Case.Attorney != nil {
		list = append(list, "G-28")
	}
	if !c.online() && (c.Case.Notify == nil || *c.Case.Notify) {
		list = append(list, "G-1145")
	}
	if c.waives() {
		list = append(list, casefile.WaiverForm)
	}
	for _, p := range c.payments() {
		list = append(list, p.Form)
	}
	return list
}

// payments lists the ways of paying that the case uses on paper, each once.
func (c *check) payments() []catalog.Payment {
	var list []catalog.Payment
	seen := map[string]bool{}
	for _, b := range c.parolees() {
		p, ok := c.Filing.Payment(b.Payment.Method)
		if ok && !c.online() && !seen[p.Method] {
			list = append(list, p)
		}
		seen[p.Method] = true
	}
	return list
}
