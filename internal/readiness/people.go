package readiness

import (
	"slices"

	"parolepack/internal/casefile"
)

// A party is a person of the case and the key that holds them.
type party struct {
	path, about string
	*casefile.Person
}

// whom is what a sentence calls somebody: people by their id, the others by their role.
func whom(about string) string {
	switch about {
	case "petitioner", "attorney", "interpreter", "preparer":
		return "the " + about
	}
	return about
}

// key is the path of one of the party's keys.
func (p party) key(name string) string { return p.path + "." + name }

// A parolee is a beneficiary and the key that holds them.
type parolee struct {
	path string
	*casefile.Beneficiary
}

// key is the path of one of the beneficiary's keys.
func (p parolee) key(name string) string { return p.path + "." + name }

// party is the beneficiary as a person like any other.
func (p parolee) party() party { return party{p.path, p.ID, &p.Person} }

// A backer is a supporter and the key that holds them.
type backer struct {
	path string
	*casefile.Supporter
}

// key is the path of one of the supporter's keys.
func (b backer) key(name string) string { return b.path + "." + name }

// parolees lists the beneficiaries in the order of the case.
func (c *check) parolees() []parolee {
	list := make([]parolee, len(c.Case.Beneficiaries))
	for i := range list {
		list[i] = parolee{item("beneficiaries", i), &c.Case.Beneficiaries[i]}
	}
	return list
}

// backers lists the supporters in the order of the case.
func (c *check) backers() []backer {
	list := make([]backer, len(c.Case.Supporters))
	for i := range list {
		list[i] = backer{item("supporters", i), &c.Case.Supporters[i]}
	}
	return list
}

// filer is who signs the I-131: the petitioner, or the one beneficiary of a self-petition. It
// is empty where a self-petition has no beneficiary, which has a finding of its own.
func (c *check) filer() []party {
	if !c.Case.Petitioner.Self {
		return []party{{"petitioner", "petitioner", &c.Case.Petitioner.Person}}
	}
	return c.beneficiaryParties()[:min(1, len(c.Case.Beneficiaries))]
}

// them lists the beneficiaries for whom somebody else files: I-131 Part 2 items 16-27 stay
// empty in a self-petition.
func (c *check) them() []party {
	if c.Case.Petitioner.Self {
		return nil
	}
	return c.beneficiaryParties()
}

// beneficiaryParties lists every beneficiary as a person.
func (c *check) beneficiaryParties() []party {
	var list []party
	for _, b := range c.parolees() {
		list = append(list, b.party())
	}
	return list
}

// strangers lists the supporters who stand nowhere else in the case and so give their own particulars.
func (c *check) strangers() []party {
	var list []party
	for _, s := range c.backers() {
		if s.Is == "other" || s.Is == "organization" {
			list = append(list, party{s.path, s.ID, &s.Person})
		}
	}
	return list
}

// behind returns the person who signs a supporter's I-134, with what the supporter leaves out
// taken from the petitioner or beneficiary, and the key under which that person is described.
func (c *check) behind(s backer) party {
	person := c.Case.SupporterPerson(s.Supporter)
	p := party{s.path, s.ID, &person}
	switch s.Is {
	case "petitioner":
		for _, f := range c.filer() {
			p.path = f.path
		}
	case "beneficiary":
		for _, b := range c.backed(s.ID) {
			if b.Born == person.Born && b.Name == person.Name {
				p.path = b.path
			}
		}
	}
	return p
}

// backed lists the beneficiaries who name the supporter id.
func (c *check) backed(id string) []party {
	var list []party
	for _, b := range c.parolees() {
		if slices.Contains(b.Supporters, id) {
			list = append(list, b.party())
		}
	}
	return list
}

// everyone lists each person once, where the case gives their particulars.
func (c *check) everyone() []party {
	var list []party
	if !c.Case.Petitioner.Self {
		list = c.filer()
	}
	return slices.Concat(list, c.beneficiaryParties(), c.strangers())
}
