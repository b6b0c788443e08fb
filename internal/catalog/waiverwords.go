package catalog

import (
	"strings"

	"parolepack/internal/casefile"
)

// usdAnswer writes an optional sum: zero is an answer there, and nothing where none is given.
func usdAnswer(n *int) string {
	switch {
	case n == nil:
		return ""
	case *n == 0:
		return "0"
	}
	return USD(*n)
}

// incomeTotal adds the requestor's and the family's income (I-912 Part 5 item 8); nil where either is not given.
func incomeTotal(i casefile.Income) *int {
	if i.OwnUSD == nil || i.FamilyUSD == nil {
		return nil
	}
	total := *i.OwnUSD + *i.FamilyUSD
	return &total
}

// cashTotal adds up what is quickly turned into cash (I-912 Part 6 item 2).
func cashTotal(list []casefile.CashAsset) int {
	total := 0
	for _, a := range list {
		total += a.AmountUSD
	}
	return total
}

// assetsFrom writes the assets from place i on, counted from 1, for which the form has no row.
func assetsFrom(list []casefile.CashAsset, i int) string {
	var out []string
	for _, a := range list[min(max(i-1, 0), len(list)):] {
		out = append(out, strings.TrimSuffix(a.Type+", $"+USD(a.AmountUSD), ", $"))
	}
	return strings.Join(out, "; ")
}

// benefitsFrom writes the benefits from place i on, counted from 1, one a line as the columns of the form's table have
// them: recipient, relationship, agency, type, dates.
func benefitsFrom(list []casefile.Benefit, i int) string {
	var out []string
	for _, b := range list[min(max(i-1, 0), len(list)):] {
		cells := []string{b.Recipient, b.Relationship, b.Agency, b.Type}
		if !b.Awarded.IsZero() {
			cells = append(cells, "awarded "+formDate(b.Awarded))
		}
		if !b.Expires.IsZero() {
			cells = append(cells, "expires "+formDate(b.Expires))
		}
		out = append(out, strings.Join(cells, ", "))
	}
	return strings.Join(out, "\n")
}

// statusWords writes an immigration status in words, for a box that has no list of its own.
func statusWords(status, other string) string {
	switch status {
	case "us_citizen":
		return "U.S. citizen"
	case "us_national":
		return "U.S. national"
	case "permanent_resident":
		return "Lawful permanent resident"
	case "tps":
		return "Temporary Protected Status"
	case "deferred_action":
		return "Deferred action"
	case "other":
		return other
	case "":
		return ""
	}
	return strings.ToUpper(status[:1]) + status[1:] // nonimmigrant, asylee, refugee, parolee, none
}
