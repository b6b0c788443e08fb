package catalog

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"parolepack/internal/casefile"
)

// formDate writes a date as the forms want it, mm/dd/yyyy; nothing for none.
func formDate(d casefile.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Month, d.Day, d.Year)
}

// phone writes a telephone number as the forms want it: a U.S. number as its ten digits without
// the country code; one abroad as a plus and its digits, since ten of them alone would read as a
// U.S. number. One with words beside the
// number, as an extension, stays as it is written: its digits run together are nobody's number.
func phone(s string) string {
	if strings.ContainsFunc(s, unicode.IsLetter) {
		return strings.TrimSpace(s)
	}
	d := digits(s)
	switch {
	case len(d) == 11 && d[0] == '1':
		return d[1:]
	case strings.HasPrefix(strings.TrimSpace(s), "+") && d != "":
		return "+" + d
	}
	return d
}

// digits keeps the digits of s.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// ANumber writes an A-Number as nine digits. An older one of seven or eight is filled with zeros
// in front, as the agency's instructions say.
func ANumber(s string) string {
	d := digits(s)
	if d == "" || len(d) >= 9 {
		return d
	}
	return strings.Repeat("0", 9-len(d)) + d
}

// number writes a whole number in digits; nothing where it is not given.
func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// digit returns the digit at place i, counted from 1, of n written with three digits: 068 for a
// weight of 68 pounds. It returns nothing for a weight not given.
func digit(n, i int) string {
	if n < 1 || n > 999 || i < 1 || i > 3 {
		return ""
	}
	return fmt.Sprintf("%03d", n)[i-1 : i]
}

// USD writes whole dollars with thousands apart, as in 96,000; nothing for zero, which in the
// case file is a sum not given.
func USD(n int) string {
	if n <= 0 {
		return ""
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// assetTotal adds up the values of a supporter's assets.
func assetTotal(list []casefile.Asset) int {
	total := 0
	for _, a := range list {
		total += a.AmountUSD
	}
	return total
}

// assetKind returns a kind of asset as the list of I-134 Part 2 item 17 has it; nothing for one
// that the list lacks.
func assetKind(kind string) string {
	switch kind {
	case "checking":
		return "Checking - Bank Account"
	case "savings":
		return "Savings - Bank Account"
	case "annuities":
		return "Annuities"
	case "stocks":
		return "Stocks, Bonds, Certificates of Deposit"
	case "retirement":
		return "Retirement or Educational Account"
	case "real_estate":
		return "Real Estate Holdings"
	case "personal_property":
		return "Personal Property (net value)"
	}
	return ""
}

// namesFrom writes the names from place i on, counted from 1, for which a form has no row.
func namesFrom(list []casefile.Name, i int) string {
	var out []string
	for _, n := range list[min(max(i-1, 0), len(list)):] {
		given := strings.TrimSpace(n.Given + " " + n.Middle)
		out = append(out, strings.Trim(n.Family+", "+given, ", "))
	}
	return strings.Join(out, "; ")
}

// FullName writes a name in the order given, middle, family.
func FullName(n casefile.Name) string {
	return strings.Join(strings.Fields(n.Given+" "+n.Middle+" "+n.Family), " ")
}

// CityCountry writes a post as city and country.
func CityCountry(p casefile.CityPost) string {
	if p.City == "" || p.Country == "" {
		return p.City + p.Country
	}
	return p.City + ", " + p.Country
}

// StayLength writes how long a stay is: whole months where it ends on the same day of a later
// month or the day before it, or else days. It returns nothing where an end is missing or early.
func StayLength(s casefile.Stay) string {
	if s.From.IsZero() || s.Until.IsZero() || s.Until.Before(s.From) {
		return ""
	}
	if n, ok := wholeMonths(s); ok {
		return plural(n, "month")
	}
	days := int(s.Until.Time().Sub(s.From.Time()) / (24 * time.Hour))
	return plural(max(days, 1), "day")
}

// wholeMonths counts months where the stay has no days beside them.
func wholeMonths(s casefile.Stay) (int, bool) {
	span := (s.Until.Year-s.From.Year)*12 + int(s.Until.Month-s.From.Month)
	for _, n := range []int{span, span + 1} {
		end := addMonths(s.From, n)
		before := casefile.DateOf(end.Time().AddDate(0, 0, -1))
		if n > 0 && (s.Until == end || s.Until == before) {
			return n, true
		}
	}
	return 0, false
}

// addMonths returns the same day n months on, or the last day of a month that is shorter.
func addMonths(d casefile.Date, n int) casefile.Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return casefile.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}
