package casefile

import (
	"strings"

	"parolepack/internal/near"
)

// didYouMean returns the suggestion for a word, or "" where no word of the list is near.
func didYouMean(word string, list []string) string {
	if n := near.Name(word, list); n != "" {
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
