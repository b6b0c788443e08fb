package catalog

import (
	"slices"
	"strings"
	"unicode"

	"parolepack/internal/casefile"
)

// postalStreet shortens the street of a U.S. address as the Postal Service does (USPS Publication 28, appendices B and C):
// the last suffix, the directions around the name, the words for a unit. A name that is itself such a word stays whole.
// It returns nothing for an address abroad, whose words are its own.
func postalStreet(a casefile.Address) string {
	if abroad(a) {
		return ""
	}
	words := strings.Fields(a.Street)
	suffix := -1
	for i, w := range words {
		if _, ok := postalSuffix(w); ok {
			suffix = i
		}
	}
	for i, w := range words {
		short, ok := postalUnit(w)
		switch direction, is := postalDirection(w); {
		case i == suffix:
			short, ok = postalSuffix(w)
		case is && i != suffix-1 && (i == suffix+1 || i == firstWord(words)):
			short, ok = direction, true
		}
		if ok {
			words[i] = short + afterWord(w)
		}
	}
	return strings.Join(words, " ")
}

// postalCity shortens the first and the last word of a U.S. city as the Postal Service does; nothing for a city abroad.
func postalCity(a casefile.Address) string {
	words := strings.Fields(a.City)
	if abroad(a) || len(words) < 2 {
		return ""
	}
	last := len(words) - 1
	if short, ok := postalDirection(words[0]); ok {
		words[0] = short
	} else if short, ok := look(words[0], "fort Ft mount Mt saint St"); ok {
		words[0] = short
	}
	if short, ok := look(words[last], "beach Bch heights Hts junction Jct springs Spgs"); ok {
		words[last] = short
	}
	return strings.Join(words, " ")
}

// firstWord is the place of the first word behind the house number.
func firstWord(words []string) int {
	if len(words) > 0 && strings.ContainsFunc(words[0], unicode.IsDigit) {
		return 1
	}
	return 0
}

func postalSuffix(word string) (string, bool) {
	return look(word, "alley Aly avenue Ave boulevard Blvd causeway Cswy circle Cir court Ct crossing Xing drive Dr expressway Expy "+
		"freeway Fwy highway Hwy lane Ln parkway Pkwy place Pl plaza Plz road Rd square Sq street St terrace Ter trail Trl turnpike Tpke")
}

func postalDirection(word string) (string, bool) {
	return look(word, "north N south S east E west W northeast NE northwest NW southeast SE southwest SW")
}

func postalUnit(word string) (string, bool) {
	return look(word, "apartment Apt building Bldg department Dept floor Fl room Rm suite Ste")
}

// look finds a word, whatever its case and the comma behind it, in a list of words each before its abbreviation.
func look(word, list string) (string, bool) {
	pairs := strings.Fields(list)
	bare := strings.ToLower(strings.TrimSuffix(word, ","))
	for pair := range slices.Chunk(pairs, 2) {
		if pair[0] == bare {
			return pair[1], true
		}
	}
	return "", false
}

// afterWord is the comma behind a word, if there is one.
func afterWord(word string) string {
	if strings.HasSuffix(word, ",") {
		return ","
	}
	return ""
}
