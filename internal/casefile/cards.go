package casefile

import (
	"regexp"
	"slices"
	"strings"
)

// No case file may hold what a payment card says: its number, security code and expiry are written by hand on the payment
// form (docs/facts.md 3.6). A key for them is refused by name, and digits that a card could bear are refused wherever they
// stand; no message repeats them.

// byHand is the way out.
const byHand = "it is written by hand on the payment form; take it out of this file"

// cardDataKey is the problem of a key for what a payment card or a bank account says.
func cardDataKey(key string) Problem {
	return Problem{Code: CardData, Found: "a key for payment data, " + quoted(key), Suggestion: byHand}
}

// cardWords are keys, without case and punctuation, that name a card's data wherever they stand; accountWords do so only
// where a payment is spoken of, since passports expire and exhibits have numbers too.
var (
	cardWords    = []string{"card", "creditcard", "debitcard", "paymentcard", "pan", "cvv", "cvv2", "cvc", "cvc2", "csc", "securitycode", "verificationcode", "expmonth", "expyear", "routingnumber", "accountnumber", "iban"}
	accountWords = []string{"number", "account", "routing", "code", "pin", "exp", "expiry", "expires", "expiration", "expirationdate", "expirydate", "validuntil", "validthru"}
)

// ofCard finds what a card has, in a word: a cardiologist is none.
var ofCard = regexp.MustCompile(`card(no|num|exp|valid|cv|csc|code|sec|ver|pin|holder|name|type|brand|last)`)

// isCardKey reports whether an unknown key at a path is one for a card's or an account's data.
func isCardKey(path, key string) bool {
	word := bareWord(key)
	return slices.Contains(cardWords, word) || slices.Contains(accountWords, word) && strings.Contains(path, "payment") ||
		ofCard.MatchString(word)
}

// bareWord is a key in lower case without anything but letters and digits.
func bareWord(key string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(key))
}

// checkCards reports every text, number and key below n that holds digits which a card could bear.
func (d *decoder) checkCards(n *node, path string) {
	switch n.kind {
	case stringNode, numberNode:
		if holdsCard(n.raw) {
			d.report(n, path, cardNumber("digits"))
		}
	case arrayNode:
		for i, item := range n.items {
			d.checkCards(item, at(path, i))
		}
	case objectNode:
		for _, m := range n.members {
			if holdsCard(m.key) {
				d.problems.add(cardNumber("a key").placed(m.in, m.at, path))
			}
			d.checkCards(m.value, join(path, m.key))
		}
	}
}

func cardNumber(what string) Problem {
	return Problem{
		Code: CardData, Found: what + " like those of a payment card",
		Suggestion: "a card's number is written by hand on the payment form; where it is another number, put / between its parts",
	}
}

// cardDigits finds groups of digits with one space, hyphen or dot between them; a plus in front tells a telephone.
var cardDigits = regexp.MustCompile(`\+?[0-9]+(?:[ \x{00a0}.\x{2010}-\x{2013}-][0-9]+)*`)

// cardGroups are the ways in which cards print their digits, beside one unbroken group.
var cardGroups = [][]int{{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}, {4, 4, 4, 1}}

// holdsCard reports whether s holds digits that a card could bear: 13 to 19 of them, those of ISO/IEC 7812-1, grouped as cards
// group them, with first digits that cards have and a check digit that is right.
func holdsCard(s string) bool {
	return slices.ContainsFunc(cardDigits.FindAllString(s, -1), holdsCardRun)
}

// holdsCardRun reports whether one run of groups holds a card's digits. A telephone with its plus has at most 15 (E.164).
func holdsCardRun(run string) bool {
	groups := strings.FieldsFunc(run, func(r rune) bool { return r < '0' || r > '9' })
	if run[0] == '+' && len(strings.Join(groups, "")) <= 15 {
		return false
	}
	for i := range groups {
		if isCard(groups[i]) {
			return true
		}
		for _, lengths := range cardGroups {
			if fits(groups[i:], lengths) && isCard(strings.Join(groups[i:i+len(lengths)], "")) {
				return true
			}
		}
	}
	return false
}

// fits reports whether groups begin with those lengths.
func fits(groups []string, lengths []int) bool {
	if len(groups) < len(lengths) {
		return false
	}
	for i, n := range lengths {
		if len(groups[i]) != n {
			return false
		}
	}
	return true
}

func isCard(digits string) bool {
	return len(digits) >= 13 && len(digits) <= 19 && issued(digits) && luhn(digits)
}

// issued reports whether a card's number may begin so. Those that begin with 2 are few, and days do: 20261120093015.
func issued(digits string) bool {
	if digits[0] == '2' {
		return len(digits) == 16 && digits[:4] >= "2221" && digits[:4] <= "2720"
	}
	return digits[0] >= '3' && digits[0] <= '6'
}

// luhn reports whether the last of the digits is the check digit of the others (ISO/IEC 7812-1, annex B).
func luhn(digits string) bool {
	sum := 0
	for i := range digits {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			n = 2*n/10 + 2*n%10
		}
		sum += n
	}
	return sum%10 == 0
}

// maskCards returns s with every such number blotted out, for messages.
func maskCards(s string) string {
	return cardDigits.ReplaceAllStringFunc(s, func(run string) string {
		if holdsCardRun(run) {
			return "(number)"
		}
		return run
	})
}
