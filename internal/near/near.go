// Package near finds the name that a person probably meant.
package near

import "strings"

// longest bounds the names that are compared; nothing that a person misspelt is longer.
const longest = 64

// Name returns the known name nearest to name, or nothing where none is near: at most one edit
// for every three letters, one at least, counting a swap of neighbours as one. Case and what
// parts words (spaces, hyphens, underscores, dots) do not count. Among equals the first known wins.
func Name(name string, known []string) string {
	if len(name) > longest {
		return ""
	}
	best, at := "", max(1, len(name)/3)+1
	plain := flatten(name)
	for _, k := range known {
		if d := distance(plain, flatten(k), at); d < at && d < max(len(k), len(name)) && !opposed(string(plain), string(flatten(k))) {
			best, at = k, d
		}
	}
	return best
}

// opposed reports whether one word denies the other, as unmarried does married: no misspelling, and the worst suggestion.
func opposed(a, b string) bool {
	for _, no := range []string{"un", "non", "not", "no"} {
		if a == no+b || b == no+a {
			return true
		}
	}
	return false
}

func flatten(s string) []rune {
	return []rune(strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(s)))
}

// distance is the optimal string alignment distance, or limit where it is not below it.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
