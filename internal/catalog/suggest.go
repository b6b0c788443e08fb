package catalog

import (
	"fmt"
	"strings"
)

// suggest returns `; did you mean "near"?` for the name nearest to wrong, or the names to choose
// from where none is near and they are few.
func suggest(wrong string, names []string) string {
	best, distance := "", len(wrong)/2+2
	for _, name := range names {
		if d := editDistance(wrong, name); d < distance {
			best, distance = name, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("; did you mean %q?", best)
	case len(names) > 0 && len(names) <= 16:
		return "; it may be " + strings.Join(names, ", ")
	}
	return ""
}

// editDistance is the Levenshtein distance in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
