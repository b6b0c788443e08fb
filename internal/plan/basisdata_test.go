package plan

import (
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// letterOf is the words of the letter of the medical case after a change.
func letterOf(t *testing.T, change func(*casefile.Case)) string {
	t.Helper()
	p := mustMake(t, medical(t, change))
	letter, _ := p.Part(LetterID)
	var all strings.Builder
	for _, page := range letter.Text.Pages {
		all.WriteString(page.Text())
	}
	return strings.Join(strings.Fields(all.String()), " ")
}

// TestBasesInTheLetter gives a person the facts of other bases: each is said once, with what the
// exhibits are said to prove for that person.
func TestBasesInTheLetter(t *testing.T) {
	rest := func(c *casefile.Case) *casefile.Beneficiary {
		c.Beneficiaries[0].Medical = nil
		return &c.Beneficiaries[0]
	}
	for _, row := range []struct {
		name       string
		change     func(*casefile.Case)
		want, none string
	}{
		{"a relationship that an exhibit proves", func(c *casefile.Case) {
			c.Bases = []string{"caregiver"}
			rest(c).Caregiver = &casefile.Caregiver{Relative: "Leila Haddad", Relationship: "aunt", Exhibit: "us-physician"}
		}, "Relative: Leila Haddad, aunt of Nour Haddad (Exhibit H, p. ", "Why nobody else"},
		{"the exhibit that the facts cite", func(c *casefile.Case) {
			c.Bases = []string{"caregiver"}
			rest(c).Caregiver = &casefile.Caregiver{Condition: "a stroke", Exhibit: "us-physician"}
		}, "Illness: a stroke (Exhibit D, p. ", "Exhibit H"},
		{"an exhibit for somebody else", func(c *casefile.Case) {
			c.Bases = []string{"caregiver"}
			rest(c).Caregiver = &casefile.Caregiver{Relative: "Leila Haddad", Relationship: "aunt"}
			c.Exhibit("relationship").For = []string{"lina"}
		}, "aunt of Nour Haddad", "aunt of Nour Haddad ("},
		{"a basis that the case does not list", func(c *casefile.Case) {
			c.Beneficiaries[0].Court = &casefile.Court{Parties: "Haddad v. Rossi"}
		}, "Medical need", "Proceeding"},
		{"medical treatment beside another basis", func(c *casefile.Case) {
			c.Bases = append(c.Bases, "civil_court")
			c.Beneficiaries[0].Court = &casefile.Court{Hearing: casefile.Date{Year: 2027, Month: 2, Day: 1}}
		}, "Dates: hearing on February 1, 2027", "Medical need"},
		{"what a donation costs", func(c *casefile.Case) {
			c.Bases = []string{"organ_donation"}
			rest(c).OrganDonation = &casefile.Donation{CostUSD: 52000, PaidBy: "the recipient’s insurance"}
		}, "Cost and payment: $52,000, paid by the recipient’s insurance (Exhibit E, p. ", "Recipient:"},
		{"a pending petition is disclosed", func(c *casefile.Case) {
			c.Beneficiaries[0].Visa.PendingPetitions = []casefile.Petition{{Form: "I-130", Petitioner: "Rami Haddad"}}
		}, "Form I-130 of Rami Haddad: pending Support", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			text := letterOf(t, row.change)
			if !strings.Contains(text, row.want) || row.none != "" && strings.Contains(text, row.none) {
				t.Errorf("the letter says\n%s\nwant %q, not %q", text, row.want, row.none)
			}
		})
	}
}
