package catalog

import (
	"slices"

	"parolepack/internal/casefile"
)

// Accepted returns the entry that lets an edition of a form be filed on a day.
func (f *Filing) Accepted(form, edition string, on casefile.Date) (Accepted, bool) {
	return find(f.Editions, func(a Accepted) bool {
		return a.Form == form && a.Edition == edition && a.holds(on)
	})
}

// Listed returns the entry of an edition, whatever the day.
func (f *Filing) Listed(form, edition string) (Accepted, bool) {
	return find(f.Editions, func(a Accepted) bool { return a.Form == form && a.Edition == edition })
}

// EditionOn returns the newest edition of a form that the agency takes on a day.
func (f *Filing) EditionOn(form string, on casefile.Date) (Accepted, bool) {
	var best Accepted
	for _, a := range f.Editions {
		if a.Form == form && a.holds(on) && a.Edition > best.Edition {
			best = a
		}
	}
	return best, best.Form != ""
}

func (a Accepted) holds(on casefile.Date) bool {
	return !on.Before(a.From) && (a.Until.IsZero() || !a.Until.Before(on))
}

// Fee returns what a form costs when filed by mail, courier or online.
func (f *Filing) Fee(form, fileBy string) (Fee, bool) {
	return find(f.Fees, func(x Fee) bool { return x.Form == form && slices.Contains(x.FileBy, fileBy) })
}

// Address returns where a packet that travels by mail or courier goes.
func (f *Filing) Address(fileBy string) (Address, bool) {
	return find(f.Addresses, func(x Address) bool { return x.FileBy == fileBy })
}

// Payment returns the way to pay of that name: card, bank or paper_exempt.
func (f *Filing) Payment(method string) (Payment, bool) {
	return find(f.Payments, func(x Payment) bool { return x.Method == method })
}

// Basis returns the basis of that code, as in medical_treatment.
func (f *Filing) Basis(code string) (Basis, bool) {
	return find(f.Bases, func(x Basis) bool { return x.Code == code })
}

// Ground returns the statutory ground of that code.
func (f *Filing) Ground(code string) (Term, bool) {
	return find(f.Grounds, func(x Term) bool { return x.Code == code })
}

// Exemption returns the fee exemption of that code (docs/facts.md 3.2).
func (f *Filing) Exemption(code string) (Term, bool) {
	return find(f.Exemptions, func(x Term) bool { return x.Code == code })
}

func find[T any](list []T, match func(T) bool) (T, bool) {
	if i := slices.IndexFunc(list, match); i >= 0 {
		return list[i], true
	}
	var zero T
	return zero, false
}
