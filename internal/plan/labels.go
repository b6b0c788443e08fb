package plan

import "strconv"

// Letters returns the n-th exhibit letter, 0-based: A … Z, AA … AZ, BA and so on, as courts and
// the EOIR practice manual count.
func Letters(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return Letters(n/26-1) + string(rune('A'+n%26))
}

// exhibitLabel names the n-th exhibit, 0-based, in the case's manner: letters (the default),
// numbers or tabs.
func exhibitLabel(manner string, n int) string {
	switch manner {
	case "numbers":
		return "Exhibit " + strconv.Itoa(n+1)
	case "tabs":
		return "Tab " + Letters(n)
	}
	return "Exhibit " + Letters(n)
}
