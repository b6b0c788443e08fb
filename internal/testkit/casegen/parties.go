package casegen

import (
	"strconv"
	"strings"

	"parolepack/internal/casefile"
)

// parties makes petitioner, beneficiaries and supporters as the switches say.
func (g *generator) parties() {
	c := g.c
	if g.at["petitioner"] == "self" {
		c.Petitioner = casefile.Petitioner{Self: true}
	} else {
		g.abroad = g.chance(20)
		g.person(&c.Petitioner, "petitioner")
		c.Petitioner.Self = false
	}
	c.Supporters = g.supporters()
	persons, _ := strconv.Atoi(g.at["persons"])
	for i := range persons {
		c.Beneficiaries = append(c.Beneficiaries, g.beneficiary(i))
	}
	for i := range c.Supporters {
		s := &c.Supporters[i]
		for j := range c.Beneficiaries {
			if s.Is == "beneficiary" && j > 0 {
				break
			}
			b := &c.Beneficiaries[j]
			b.Supporters = append(b.Supporters, s.ID)
			if g.present("Supporter.relationship") {
				if s.Relationship == nil {
					s.Relationship = map[string]string{}
				}
				s.Relationship[b.ID] = g.line("Supporter.relationship")
			}
		}
	}
	c.FeeWaiver = nil
	if g.at["fee"] == "waiver" {
		c.FeeWaiver = &casefile.FeeWaiver{}
		g.whose = "fee_waiver"
		g.fill(c.FeeWaiver, "fee_waiver")
		g.whose = ""
	}
}

// person fills a party with a name, which none may lack, and addresses that agree.
func (g *generator) person(party any, key string) {
	g.whose = key
	defer func() { g.whose = "" }()
	g.fill(party, key)
	p := personOf(party)
	p.Name = g.name()
	if p.MailingAddress == nil && p.PhysicalAddress != nil && p.PhysicalAddress.Same {
		p.PhysicalAddress = nil
	}
	if p.MailingAddress != nil && g.chance(50) {
		p.PhysicalAddress = &casefile.Address{Same: true}
	}
}

func personOf(party any) *casefile.Person {
	switch p := party.(type) {
	case *casefile.Petitioner:
		return &p.Person
	case *casefile.Beneficiary:
		return &p.Person
	case *casefile.Supporter:
		return &p.Person
	}
	return nil
}

func (g *generator) beneficiary(i int) casefile.Beneficiary {
	g.abroad = !g.chance(10)
	var b casefile.Beneficiary
	g.person(&b, "beneficiary")
	if b.Born.Date.IsZero() {
		b.Born.Date = g.date("date")
	}
	b.ID, b.Supporters = "b"+strconv.Itoa(i+1), nil
	b.Payment = g.payment()
	return b
}

// payment is the fee of the switch; an exemption says on what it rests.
func (g *generator) payment() casefile.Payment {
	switch fee := g.at["fee"]; fee {
	case "waiver":
		return casefile.Payment{Method: "none", Fee: "waiver_requested"}
	case "exempt":
		p := casefile.Payment{Method: "none", Fee: "exempt"}
		if g.present("Payment.exempt_because") {
			p.ExemptBecause = g.line("Payment.exempt_because")
		}
		return p
	default:
		return casefile.Payment{Method: fee, Fee: "standard"}
	}
}

// supporters makes who supports. A beneficiary who supports themself is the first.
func (g *generator) supporters() []casefile.Supporter {
	kinds := map[string][]string{
		"petitioner": {"petitioner"}, "self": {"beneficiary"}, "other": {"other"}, "organization": {"organization"},
		"two": {"other", "organization"},
	}[g.at["supporters"]]
	if g.at["petitioner"] == "self" && g.at["supporters"] == "petitioner" {
		kinds = []string{"petitioner", "other"}
	}
	var list []casefile.Supporter
	for i, kind := range kinds {
		var s casefile.Supporter
		g.abroad = g.chance(15)
		if kind == "other" || kind == "organization" {
			g.person(&s, "supporter")
		} else {
			g.fill(&s, "supporter")
			s.Person = casefile.Person{}
		}
		s.ID, s.Is, s.Relationship = "s"+strconv.Itoa(i+1), kind, nil
		if kind == "organization" {
			s.Organization = g.line("Supporter.organization")
		} else {
			s.Organization, s.Title = "", ""
		}
		s.Interpreter = nil
		if g.has("interpreter") && g.chance(50) {
			s.Interpreter = g.helper()
		}
		list = append(list, s)
	}
	return list
}

// helpers makes the attorney, the preparer and the interpreter.
func (g *generator) helpers() {
	c := g.c
	c.Attorney, c.Preparer, c.Interpreter = g.attorney(), nil, nil
	if g.at["preparer"] == "helper" {
		c.Preparer = g.helper()
	}
	if g.has("interpreter") {
		c.Interpreter = g.helper()
	}
}

func (g *generator) attorney() *casefile.Attorney {
	kind := g.at["attorney"]
	if kind == "none" {
		return nil
	}
	g.abroad = g.chance(10)
	var a casefile.Attorney
	g.fill(&a, "attorney")
	prepares := g.at["preparer"] == "attorney"
	a.Represents = g.at["represents"]
	if a.PreparesForms = nil; prepares || g.chance(70) {
		a.PreparesForms = &prepares
	}
	if kind != "accredited" {
		a.Accredited = nil
	} else if a.Accredited == nil {
		a.Accredited = &casefile.Accredited{}
		g.fill(a.Accredited, "accredited")
	}
	a.AssociatedWith, a.LawStudent = "", ""
	switch kind {
	case "associated":
		a.AssociatedWith = g.line("Attorney.associated_with")
	case "student":
		a.LawStudent = g.line("Attorney.law_student")
	}
	return &a
}

func (g *generator) helper() *casefile.Helper {
	g.abroad = g.chance(30)
	var h casefile.Helper
	g.whose = g.at["fee"] // an I-912 asks for more of them than the other forms do
	g.fill(&h, "helper")
	g.whose = ""
	return &h
}

// name is a name of the switch's letters.
func (g *generator) name() casefile.Name {
	n := casefile.Name{Family: g.line("Name.family"), Given: g.line("Name.given")}
	if g.chance(6) {
		n.Given = "" // who bears one name alone has it as the family name
	}
	if g.present("Name.middle") {
		n.Middle = g.line("Name.middle")
	}
	return n
}

// address is one in the United States or abroad.
func (g *generator) address() casefile.Address {
	a := casefile.Address{Street: g.line("Address.street"), City: g.line("Address.city")}
	if g.present("Address.care_of") {
		a.CareOf = g.line("Address.care_of")
	}
	if g.present("Address.unit") {
		a.Unit = &casefile.Unit{}
		g.fill(a.Unit, "unit")
		if a.Unit.Number != "" {
			a.Unit.Number = g.digits(1 + g.rng.IntN(4))
		}
	}
	if g.abroad {
		a.Province, a.PostalCode = g.line("Address.province"), strings.ToUpper(g.digits(4)+g.next("postal", []string{"", " AB", "-7", "-70 1"}))
		a.Country = g.next("country", []string{"Lebanon", "Bosnia and Herzegovina", "Côte d'Ivoire", "Saint Vincent and the Grenadines", "Iran"})
		return a
	}
	a.State, a.ZIP, a.Country = g.next("state", states()), g.digits(5), "United States"
	return a
}

// states are the codes of the postal service.
func states() []string {
	return strings.Fields(`AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
		NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP FM MH PW`)
}
