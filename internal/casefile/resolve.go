package casefile

import "reflect"

// Filer returns the person who completes the I-131: the petitioner, or the one beneficiary of a
// self-petition.
func (c *Case) Filer() Person {
	if c.Petitioner.Self && len(c.Beneficiaries) > 0 {
		return c.Beneficiaries[0].Person
	}
	return c.Petitioner.Person
}

// Beneficiary returns the beneficiary with the id, or nil.
func (c *Case) Beneficiary(id string) *Beneficiary {
	for i := range c.Beneficiaries {
		if c.Beneficiaries[i].ID == id {
			return &c.Beneficiaries[i]
		}
	}
	return nil
}

// Supporter returns the supporter with the id, or nil.
func (c *Case) Supporter(id string) *Supporter {
	for i := range c.Supporters {
		if c.Supporters[i].ID == id {
			return &c.Supporters[i]
		}
	}
	return nil
}

// Exhibit returns the exhibit with the id, or nil.
func (c *Case) Exhibit(id string) *Exhibit {
	for i := range c.Exhibits {
		if c.Exhibits[i].ID == id {
			return &c.Exhibits[i]
		}
	}
	return nil
}

// SupporterPerson returns the person who signs the I-134: what the supporter gives, and for the
// rest the petitioner or the beneficiary where the supporter is one of them.
func (c *Case) SupporterPerson(s *Supporter) Person {
	switch s.Is {
	case "petitioner":
		return s.Person.over(c.Filer())
	case "beneficiary":
		if b := c.SupportingBeneficiary(s); b != nil {
			return s.Person.over(b.Person)
		}
	}
	return s.Person
}

// SupportingBeneficiary returns the beneficiary that a supporter is: the one with its id, or
// else the only one who names it; nil where there is none such.
func (c *Case) SupportingBeneficiary(s *Supporter) *Beneficiary {
	if b := c.Beneficiary(s.ID); b != nil {
		return b
	}
	var only *Beneficiary
	for i := range c.Beneficiaries {
		for _, id := range c.Beneficiaries[i].Supporters {
			if id == s.ID && only != nil {
				return nil
			}
			if id == s.ID {
				only = &c.Beneficiaries[i]
			}
		}
	}
	return only
}

// over returns p with what it leaves out taken from base. The two addresses go together, as one
// of them may say "same".
func (p Person) over(base Person) Person {
	if p.MailingAddress == nil && p.PhysicalAddress == nil {
		p.MailingAddress, p.PhysicalAddress = base.MailingAddress, base.PhysicalAddress
	}
	own, from := reflect.ValueOf(&p).Elem(), reflect.ValueOf(base)
	for i := range own.NumField() {
		if f := own.Field(i); f.IsZero() && f.Type() != reflect.TypeFor[*Address]() {
			f.Set(from.Field(i))
		}
	}
	return p
}
