package casefile

import (
	"slices"
	"strings"
	"testing"
)

// TestNoKeyForACard wants every key for what a card or an account says refused by that name, and no other key called one.
func TestNoKeyForACard(t *testing.T) {
	const said = `; it is written by hand on the payment form; take it out of this file`
	in := func(object, key string) string {
		return replaceLast(t, small, `"`+object+`": {`, `"`+object+`": {"`+key+`": "x", `)
	}
	for _, key := range []string{
		"card", "card_number", "cardNumber", "Card Number", "card_no", "credit_card", "creditCardNumber", "debit_card", "cvv", "CVV2", "cvc", "csc",
		"security_code", "card_expiry", "card_holder", "expiry", "expires", "expiration_date", "exp", "number", "account_number", "routing_number", "iban", "pan", "pin",
	} {
		got := problemsOf(t, in("payment", key), Options{})
		if len(got) != 1 || !strings.Contains(got[0], `a key for payment data, "`+key+`"`+said) {
			t.Errorf("payment.%s: %s", key, strings.Join(got, "\n"))
		}
	}
	for _, key := range []string{"card_number", "cvv", "security_code", "credit_card"} {
		for _, data := range []string{in("born", key), replaceLast(t, small, `"exhibits"`, `"`+key+`": 1, "exhibits"`)} {
			if got := problemsOf(t, data, Options{}); len(got) != 1 || !strings.Contains(got[0], said) {
				t.Errorf("%s elsewhere: %s", key, strings.Join(got, "\n"))
			}
		}
	}
	for _, key := range []string{"cardiologist", "cardinality", "panel", "discard"} {
		if got := problemsOf(t, in("payment", key), Options{}); len(got) != 1 || !strings.Contains(got[0], "an unknown key") {
			t.Errorf("payment.%s: %s", key, strings.Join(got, "\n"))
		}
	}
	passport := replaceLast(t, small, `"request": {}`, `"request": {}, "passport": {"expiry": "2030-01-01"}`)
	if got := problemsOf(t, passport, Options{}); len(got) != 1 || !strings.Contains(got[0], `an unknown key "expiry"; did you mean "expires"?`) {
		t.Errorf("a passport expires: %s", strings.Join(got, "\n"))
	}
}

// cards are numbers of the card industry's own tests.
var cards = []string{
	"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444", "2223003122003222", "378282246310005",
	"3782 822463 10005", "6011111111111117", "30569309025904", "4222222222222", "6304000000000000000", "4111\u00a01111\u00a01111\u00a01111",
}

// TestNoCardNumberInAnyText wants digits that a card could bear refused wherever a text may stand, and never repeated.
func TestNoCardNumberInAnyText(t *testing.T) {
	places := map[string][2]string{
		"case number":  {`"2026-1"`, `"%"`},
		"statement":    {`"request": {}`, `"request": {"reasons": "Charge % 12/28, code 123, for the fee."}`},
		"street":       {`"request": {}`, `"request": {}, "mailing_address": {"street": "%"}`},
		"account":      {`"request": {}`, `"request": {}, "uscis_account": "%"`},
		"unknown key":  {`"request": {}`, `"request": {}, "zebra": ["%"]`},
		"key":          {`"request": {}`, `"request": {}, "%": 1`},
		"id":           {`"id": "death"`, `"id": "%"`},
		"word":         {`"mail"`, `"%"`},
		"dangling id":  {`"request": {}`, `"request": {}, "supporters": ["%"]`},
		"relationship": {`"is": "petitioner"`, `"is": "petitioner", "relationship": {"%": "uncle"}`},
		"date":         {`"2015-06-30"`, `"%"`},
		"file":         {`"a.pdf"`, `"%.pdf"`},
		"sum in words": {`"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": "%"`},
	}
	for name, edit := range places {
		for _, card := range cards {
			got := problemsOf(t, replaceLast(t, small, edit[0], strings.ReplaceAll(edit[1], "%", card)), Options{})
			all := strings.Join(got, "\n")
			if !strings.Contains(all, " like those of a payment card; a card's number is written by hand on the payment form") {
				t.Errorf("%s: %s is not refused: %s", name, card, all)
			}
			if digits := bareWord(card); strings.Contains(all, card) || strings.Contains(bareWord(all), digits[:12]) {
				t.Errorf("%s: %s is repeated: %s", name, card, all)
			}
		}
	}
	number := replaceLast(t, small, `"2026-1"`, `4111111111111111`)
	if all := strings.Join(problemsOf(t, number, Options{}), "\n"); !strings.Contains(all, "like those of a payment card") || strings.Contains(all, "411111111111") {
		t.Errorf("a number: %s", all)
	}
	firm := &Source{Name: "firm.json", Data: []byte(`{"letterhead": {"name": "5555555555554444"}}`)}
	if got := problemsOf(t, replaceLast(t, small, `"exhibits"`, `"letterhead": {"name": "x"}, "exhibits"`), Options{Firm: firm}); len(got) != 1 || !strings.Contains(got[0], "firm.json:1:25: letterhead.name: digits like those") {
		t.Errorf("the firm's file: %q", got)
	}
	text := Options{Text: func(string) ([]byte, error) { return []byte("Charge 4111 1111 1111 1111."), nil }}
	if got := problemsOf(t, replaceLast(t, small, `"request": {}`, `"request": {"reasons": {"file": "why.md"}}`), text); len(got) != 1 || !strings.Contains(got[0], "digits like those of a payment card") || strings.Contains(got[0], "1111") {
		t.Errorf("a text of its own: %q", got)
	}
}

// TestOtherNumbersStay wants no other number of a case taken for a card's.
func TestOtherNumbersStay(t *testing.T) {
	for _, s := range []string{
		"4111111111111112",                            // its check digit is wrong
		"012345678912", "A012345678", "EAC2190012345", // account, A-Number, receipt
		"+49 1511 2345 6788", "+4915112345678", "718-555-0142 718-555-0199",
		"2026-11-20 2027-01-10", "from 2026-11-20 to 2026-11-27",
		"123456789012345678901234", "96,000.00", "1111 2222 3333 4444", "8120 Ridge Boulevard",
		"20261120093012", "scan-20261120093012.pdf", // a moment, whatever its check digit
		"4111/1111/1111/1111", // the way out for what is no card
	} {
		if holdsCard(s) || maskCards(s) != s {
			t.Errorf("%q is taken for a card's number", s)
		}
	}
	if got := maskCards("a 4111 1111 1111 1111 b"); got != "a (number) b" {
		t.Errorf("masked as %q", got)
	}
}

// FuzzHoldsCard wants what is masked to hold no card, whatever stands around it.
func FuzzHoldsCard(f *testing.F) {
	for _, s := range slices.Concat(cards, []string{"", "+", "4-", "4111 1111 1111 1111 123", "+4111111111111111"}) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if masked := maskCards(s); holdsCard(masked) {
			t.Errorf("%q is masked as %q", s, masked)
		}
	})
}
