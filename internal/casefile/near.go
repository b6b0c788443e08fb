package casefile

import "strings"

// near returns the word of the list that the writer most likely meant, or "". Case, spaces,
// hyphens and underscores do not count; otherwise a third of the letters may differ.
func near(word string, list []string) string {
	best, least := "", 1+max(1, min(len(word), 24)/3)
	if len(word) > 64 {
		return ""
	}
	for _, candidate := range list {
		if d := distance(plain(word), plain(candidate)); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// plain folds what two spellings of one key differ in.
func plain(s string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(s))
}

// distance counts the letters to insert, drop, replace or swap with their neighbour to turn a
// into b (optimal string alignment).
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

// didYouMean returns the suggestion for a word, or "" where no word of the list is near.
func didYouMean(word string, list []string) string {
	if n := near(word, list); n != "" {
		return `did you mean "` + n + `"?`
	}
	return ""
}

// oneOf returns words as a message lists them: mail, courier or online.
func oneOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
