package readiness

import "strings"

// aNumber reports whether s is empty or an A-Number: older ones have seven or eight digits and
// are filled up with zeros on the form.
func aNumber(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return true
	}
	n := len(digits(s))
	return n >= 7 && n <= 9 && only(strings.TrimPrefix(strings.ToUpper(s), "A"), "0123456789- ")
}

// phone reports whether s is empty or a number that the forms can show: ten digits as dialled in
// the United States, or a country code after a plus (ITU-T E.164: at most fifteen digits).
func phone(s string) bool {
	s = strings.TrimSpace(s)
	n := len(digits(s))
	switch {
	case s == "":
		return true
	case !only(s, "+0123456789-.() /"):
		return false
	case strings.HasPrefix(s, "+1"):
		return n == 11
	case strings.HasPrefix(s, "+"):
		return n >= 7 && n <= 15
	}
	return n == 10 || n == 11 && digits(s)[0] == '1'
}

// email reports whether s is empty or has the parts of an address.
func email(s string) bool {
	s = strings.TrimSpace(s)
	local, domain, ok := strings.Cut(s, "@")
	dot := strings.LastIndex(domain, ".")
	return s == "" || ok && local != "" && dot > 0 && dot < len(domain)-1 && !strings.ContainsAny(s, " ,;<>\t\n") && !strings.Contains(domain, "@")
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

// only reports whether s holds no character beyond those of set.
func only(s, set string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune(set, r) }) < 0
}
