package catalog

import (
	"slices"
	"strings"

	"parolepack/internal/casefile"
)

// assetsOf returns the assets of the kinds named, with spaces between, in the order of the case.
func assetsOf(list []casefile.Asset, kinds string) []casefile.Asset {
	wanted := strings.Fields(kinds)
	var out []casefile.Asset
	for _, a := range list {
		if slices.Contains(wanted, a.Type) {
			out = append(out, a)
		}
	}
	return out
}

// holdingsFrom writes a supporter's assets from place i on, counted from 1, for which the form has no row.
func holdingsFrom(list []casefile.Asset, i int) string {
	var out []string
	for _, a := range list[min(max(i-1, 0), len(list)):] {
		kind := assetKind(a.Type)
		if kind == "" {
			kind = "Other"
		}
		out = append(out, strings.TrimSuffix(kind+", $"+USD(a.AmountUSD), ", $"))
	}
	return strings.Join(out, "; ")
}

// butSelf returns who depends on a supporter beside the supporter, whom the edition of 01/20/25 wants in the list and
// that of 11/30/16 does not.
func butSelf(list []casefile.Dependent) []casefile.Dependent {
	var out []casefile.Dependent
	for _, d := range list {
		if !strings.EqualFold(strings.TrimSpace(d.Relationship), "self") {
			out = append(out, d)
		}
	}
	return out
}

// dependentsFrom writes the dependents from place i on, counted from 1, for whom the form has no row: name, birth,
// relationship, A-Number, receipt number.
func dependentsFrom(list []casefile.Dependent, i int) string {
	var out []string
	for _, d := range list[min(max(i-1, 0), len(list)):] {
		cells := []string{d.Name}
		if !d.Born.IsZero() {
			cells = append(cells, "born "+formDate(d.Born))
		}
		if d.Relationship != "" {
			cells = append(cells, d.Relationship)
		}
		if d.ANumber != "" {
			cells = append(cells, "A-"+ANumber(d.ANumber))
		}
		if d.ReceiptNumber != "" {
			cells = append(cells, d.ReceiptNumber)
		}
		out = append(out, strings.Join(cells, ", "))
	}
	return strings.Join(out, "; ")
}
