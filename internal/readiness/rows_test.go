package readiness

import (
	"slices"

	"parolepack/internal/casefile"
)

// A row breaks the sample in one way and names the finding that it wants.
type row struct {
	code, path string
	mutate     func(*casefile.Case)
	// input changes what is beside the case; nil for nothing.
	input func(*Input)
	// also are findings that cannot but come along, gone those of the sample that go.
	also, gone []string
}

func rows() []row {
	return slices.Concat(requestCases(), medicalCases(), basisCases(), personCases(), valueCases(),
		supporterCases(), paperCases(), paymentCases(), waiverCases(), attorneyCases(), dataCases())
}

// nour is a mutation of the sample's one beneficiary.
func nour(change func(b *casefile.Beneficiary)) func(*casefile.Case) {
	return func(c *casefile.Case) { change(&c.Beneficiaries[0]) }
}

// samir is a mutation of the sample's one supporter.
func samir(change func(s *casefile.Supporter)) func(*casefile.Case) {
	return func(c *casefile.Case) { change(&c.Supporters[0]) }
}

// stranger makes the supporter somebody who stands nowhere else in the case, then changes them.
func stranger(change func(s *casefile.Supporter)) func(*casefile.Case) {
	return func(c *casefile.Case) {
		s := &c.Supporters[0]
		s.ID, s.Is, s.Person = "ruth", "other", c.Petitioner.Person
		s.Name.Given, s.SSN, s.USCISAccount = "Ruth", "", ""
		c.Beneficiaries[0].Supporters = []string{"ruth"}
		exhibit(c, "petitioner-id").Proves = []string{"petitioner_identity", "petitioner_status", "supporter_identity", "supporter_status"}
		change(s)
	}
}

// organized makes the supporter an organization, then changes it.
func organized(change func(s *casefile.Supporter)) func(*casefile.Case) {
	return stranger(func(s *casefile.Supporter) {
		s.Is, s.Organization, s.Title = "organization", "Gift of Life", "Director"
		s.Employment, s.Dependents = casefile.Employment{}, nil
		change(s)
	})
}

// alone makes the case a self-petition of an adult, then changes the person.
func alone(change func(b *casefile.Beneficiary)) func(*casefile.Case) {
	return func(c *casefile.Case) {
		b := &c.Beneficiaries[0]
		b.RefugeeStatus, b.Born.Date = ptr(false), day("1990-06-30")
		c.Petitioner = casefile.Petitioner{Self: true}
		s := &c.Supporters[0]
		s.Is, s.Dependents[0].Born, b.Status = "petitioner", b.Born.Date, "none"
		change(b)
	}
}

// exhibit finds an exhibit of the sample.
func exhibit(c *casefile.Case, id string) *casefile.Exhibit {
	x := c.Exhibit(id)
	if x == nil {
		panic("the sample has no exhibit " + id)
	}
	return x
}

// without takes a word out of what an exhibit proves, and leaves another so that it proves something.
func without(id, word string) func(*casefile.Case) {
	return func(c *casefile.Case) {
		x := exhibit(c, id)
		x.Proves = slices.DeleteFunc(x.Proves, func(w string) bool { return w == word })
		x.Proves = append(x.Proves, "other")
	}
}

// none is the mutation that changes nothing.
func none(*casefile.Case) {}
