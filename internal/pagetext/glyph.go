package pagetext

import (
	"strconv"
	"strings"
)

// glyphText is the text of a glyph's name: one letter, uniXXXX, or a name of the digits and signs that edition dates and
// form numbers are made of (Adobe Glyph List).
func glyphText(name string) (string, bool) {
	if len(name) == 1 {
		return name, true
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) == 4 {
		if v, err := strconv.ParseUint(hex, 16, 16); err == nil {
			return string(rune(v)), true
		}
	}
	names := map[string]string{
		"space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
		"eight": "8", "nine": "9", "slash": "/", "hyphen": "-", "period": ".", "comma": ",", "colon": ":", "parenleft": "(",
		"parenright": ")", "quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "endash": "–", "emdash": "—",
		"ampersand": "&", "fi": "fi", "fl": "fl", "bullet": "•",
	}
	text, ok := names[name]
	return text, ok
}
