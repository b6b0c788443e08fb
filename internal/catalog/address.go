package catalog

import (
	"reflect"
	"strings"

	"parolepack/internal/casefile"
)

// lives returns where a person lives, for an item that asks it of everybody (I-131 Part 2 item 25):
// the physical address, or the mailing address where that is the same.
func lives(p casefile.Person) casefile.Address {
	if elsewhere(&p) {
		return *p.PhysicalAddress
	}
	return *p.MailingAddress
}

// livesElsewhere returns where a person lives for an item that is only for another address than
// the mailing address (I-131 Part 2 item 4): an empty one where it is the same.
func livesElsewhere(p casefile.Person) casefile.Address {
	if elsewhere(&p) {
		return *p.PhysicalAddress
	}
	return casefile.Address{Unit: &casefile.Unit{}}
}

// elsewhere reports whether the person gives another physical than mailing address.
func elsewhere(p *casefile.Person) bool {
	return given(p.PhysicalAddress) && !p.PhysicalAddress.Same &&
		!reflect.DeepEqual(p.PhysicalAddress, p.MailingAddress)
}

// unitIs reports whether the address has a unit of that type: apt, ste or flr.
func unitIs(a casefile.Address, kind string) bool { return a.Unit != nil && a.Unit.Type == kind }

// usState returns the state of an address in the United States; nothing abroad, where the forms'
// lists have no entry.
func usState(a casefile.Address) string {
	if abroad(a) {
		return ""
	}
	return a.State
}

// abroad reports whether the address names a country other than the United States.
func abroad(a casefile.Address) bool {
	switch strings.ToLower(strings.ReplaceAll(a.Country, ".", "")) {
	case "", "us", "usa", "united states", "united states of america":
		return false
	}
	return true
}
