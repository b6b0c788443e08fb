package casefile

import "fmt"

// checkCase tells what in a case contradicts itself, whatever the law asks for.
func (d *decoder) checkCase(root *node, c *Case) {
	d.checkSelf(root, c)
	d.checkSame(root, "petitioner", &c.Petitioner.Person)
	for i := range c.Beneficiaries {
		d.checkSame(root, at("beneficiaries", i), &c.Beneficiaries[i].Person)
	}
	for i := range c.Supporters {
		path := at("supporters", i)
		d.checkSame(root, path, &c.Supporters[i].Person)
		d.checkSupporter(root, path, c, &c.Supporters[i])
	}
	for i := range c.Exhibits {
		d.checkRedactions(root, at("exhibits", i), &c.Exhibits[i])
	}
}

// contradict reports a contradiction at the value of a path.
func (d *decoder) contradict(root *node, path string, p Problem) {
	p.Code = Contradiction
	in, offset, found := find(root, path)
	if found != nil {
		in, offset = found.in, found.at
	}
	d.problems.add(p.placed(in, offset, path))
}

// checkSelf holds a self-petition to one beneficiary, who is described in one place.
func (d *decoder) checkSelf(root *node, c *Case) {
	if !c.Petitioner.Self {
		return
	}
	if n := len(c.Beneficiaries); n > 1 {
		d.contradict(root, "petitioner.self", Problem{
			Found: fmt.Sprintf("true beside %d beneficiaries", n), Want: "one beneficiary, the petitioner",
			Suggestion: "give each person who files for themself a case of their own",
		})
	}
	petitioner, _ := root.member("petitioner")
	for _, m := range petitioner.value.members {
		if m.key != "self" && m.value.given() {
			p := Problem{Code: Contradiction, Found: "the petitioner described beside \"self\": true", Suggestion: "say it once, under the beneficiary"}
			d.problems.add(p.placed(m.in, m.at, join("petitioner", m.key)))
		}
	}
}

// checkSame holds "same" to an address that it can be the same as.
func (d *decoder) checkSame(root *node, path string, p *Person) {
	if p.PhysicalAddress == nil || !p.PhysicalAddress.Same || p.MailingAddress != nil {
		return
	}
	if _, _, found := find(root, path+".mailing_address"); found.given() {
		return // it was given and could not be read, which is told already
	}
	d.contradict(root, path+".physical_address", Problem{Found: `"same"`, Want: "a mailing_address to be the same as"})
}

// checkSupporter holds "is": "beneficiary" to one person.
func (d *decoder) checkSupporter(root *node, path string, c *Case, s *Supporter) {
	if s.Is == "beneficiary" && c.SupportingBeneficiary(s) == nil {
		d.contradict(root, path+".is", Problem{
			Found: `"beneficiary"`, Want: "one beneficiary who names this supporter",
			Suggestion: "give the supporter the id of the beneficiary it is",
		})
	}
}

// checkRedactions holds each rectangle to a left below its right and a bottom below its top.
func (d *decoder) checkRedactions(root *node, path string, e *Exhibit) {
	for i, r := range e.Redact {
		if r.Rect != [4]float64{} && (r.Rect[0] >= r.Rect[2] || r.Rect[1] >= r.Rect[3]) {
			d.contradict(root, at(path+".redact", i)+".rect", Problem{Found: "a rectangle without an inside", Want: "left, bottom, right, top in points"})
		}
	}
}
