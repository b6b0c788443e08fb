package casegen

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"parolepack/internal/casefile"
)

// letters are words of a kind of letters: common ones, accented ones of many languages, and the widest of proportional
// faces with the signs that stand in addresses.
func letters(kind string) []string {
	switch kind {
	case "accented":
		return []string{
			"Łuczak", "Đặng", "Ñúñez", "Ağaoğlu", "Žižek", "Çelik", "Ōkawa", "Şahin", "Håkon", "Győző", "Œuvré", "Ţepeş",
			"Þórðr", "Škoda", "Ålesund", "Île", "Müßig", "Ħamrun",
		}
	case "wide":
		return []string{"WWMW", "MMWM@", "WQ&MW", "WM%W", "MWMWMW", "Wm-MW", "MWWM's", "WWWWWWWW"}
	}
	return []string{
		"Haddad", "Nour", "ridge", "harbour", "seven", "cedar", "of", "Tripoli", "uncle", "structures", "and", "li", "il", "to",
		"north", "gypsy", "jigsaw", "quay", "fund",
	}
}

// phrase is words of about so many characters, cut at exactly that many where it is meant to fill a box.
func (g *generator) phrase(length int) string {
	words := letters(g.at["letters"])
	var out []string
	total := 0
	for total < length {
		w := words[g.rng.IntN(len(words))]
		out, total = append(out, w), total+len([]rune(w))+1
	}
	runes := []rune(strings.Join(out, " "))
	return strings.TrimSpace(string(runes[:min(length, len(runes))]))
}

// length is a number of characters for one line. Long ones are in turn what boxes take, from the narrow to the wide, so that
// each box is seen nearly full.
func (g *generator) length(place string) int {
	switch g.at["length"] {
	case "short":
		return 2 + g.rng.IntN(6)
	case "long":
		boxes := []int{13, 34, 20, 28, 16, 52, 24, 14, 38, 18, 30, 70, 22, 15, 44, 26, 19, 32, 84}
		place = "length " + g.whose + place
		g.turns[place]++
		return boxes[(len(place)+g.turns[place])%len(boxes)]
	}
	return 6 + g.rng.IntN(16)
}

// line is a line of text of the place's length.
func (g *generator) line(place string) string { return g.phrase(g.length(place)) }

// text is the value of a text key.
func (g *generator) text(key, place string, tag reflect.StructTag) string {
	if enum := tag.Get("enum"); enum != "" {
		return g.next(place, strings.Split(enum, "|"))
	}
	switch tag.Get("case") {
	case "text":
		return g.long()
	case "file":
		return g.exhibit
	case "pages":
		return "1"
	}
	if s, ok := g.shaped(key); ok {
		return s
	}
	return g.line(place)
}

// shaped is a text that has a form of its own: a number, a telephone, a code.
func (g *generator) shaped(key string) (string, bool) {
	switch key {
	case "a_number":
		return "A" + g.digits(9), true
	case "ssn":
		return g.digits(3) + "-" + g.digits(2) + "-" + g.digits(4), true
	case "uscis_account":
		return g.digits(12), true
	case "receipt", "receipt_number":
		return "IOE" + g.digits(10), true
	case "form":
		return g.next("form", []string{"I-130", "I-140", "I-360", "I-129F"}), true
	case "day", "mobile", "fax":
		return g.phone(), true
	case "email":
		return g.email(), true
	case "exhibit", "payment_exhibit":
		return g.exhibit, true // citations puts an id in its place
	}
	return "", false
}

// long is a text that may have pages: a sentence, a box full of lines, or more than any box holds.
func (g *generator) long() string {
	switch g.at["length"] {
	case "short":
		return g.phrase(40)
	case "long":
		return g.phrase(300+g.rng.IntN(400)) + ".\n" + g.phrase(300+g.rng.IntN(600)) + "."
	}
	return g.phrase(60+g.rng.IntN(200)) + "."
}

func (g *generator) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + g.rng.IntN(10)))
	}
	return b.String()
}

// phone is a telephone of the country that the person's mail goes to.
func (g *generator) phone() string {
	if g.abroad {
		return g.next("phone", []string{"+961 6 555 014", "+44 20 7946 0958", "00 213 21 55 01 23 ext. 4"})
	}
	return fmt.Sprintf("%d%s-555-01%s", 2+g.rng.IntN(8), g.digits(2), g.digits(2))
}

func (g *generator) email() string {
	n := 4 + g.rng.IntN(8)
	if g.at["length"] == "long" {
		n = 10 + g.rng.IntN(60)
	}
	name := strings.Repeat("wmaid-lo.", 1+n/9)[:n]
	return strings.Trim(name, ".-") + "@example.com"
}

// date is a day that suits the key; the places of dates of the packet's own year are the stay's and the letter's.
func (g *generator) date(key string) casefile.Date {
	switch key {
	case "prepared_on":
		return casefile.Date{Year: 2026, Month: time.November, Day: 1 + g.rng.IntN(24)}
	case "expires":
		return casefile.Date{Year: 2028 + g.rng.IntN(8), Month: g.month(), Day: 1 + g.rng.IntN(28)}
	}
	return casefile.Date{Year: 1931 + g.rng.IntN(94), Month: g.month(), Day: 1 + g.rng.IntN(28)}
}

func (g *generator) month() time.Month { return time.Month(1 + g.rng.IntN(12)) }

// stay is a time of some days or months, now and then of more than a year.
func (g *generator) stay() casefile.Stay {
	from := casefile.Date{Year: 2027, Month: time.Month(1 + g.rng.IntN(6)), Day: 1 + g.rng.IntN(28)}
	until := casefile.DateOf(from.Time().AddDate(0, g.rng.IntN(12), 1+g.rng.IntN(28)))
	if g.chance(10) {
		until.Year++
	}
	s := casefile.Stay{From: from, Until: until}
	if !g.present("Stay.from") {
		s.From = casefile.Date{}
	}
	if !g.present("Stay.until") {
		s.Until = casefile.Date{}
	}
	return s
}
