package casefile

import (
	"strings"
	"testing"
)

func TestTextsHaveTheirKeys(t *testing.T) {
	yes := true
	c := &Case{CaseNumber: "2026-1", Interpreter: &Helper{Business: "Words LLC"}, Notify: &yes}
	c.Petitioner.Name.Family = "Haddad"
	c.Petitioner.OtherNames = []Name{{}, {Given: "Samir"}}
	c.Beneficiaries = []Beneficiary{{ID: "nour"}}
	var got []string
	for key, text := range c.Texts() {
		got = append(got, key+"="+text)
	}
	all := strings.Join(got, " ")
	for _, want := range []string{
		"case_number=2026-1", "petitioner.name.family=Haddad", "petitioner.other_names[1].given=Samir", "interpreter.business=Words LLC", "beneficiaries[0].id=nour",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in %s", want, all)
		}
	}
	for range c.Texts() {
		break // a listener may stop
	}
}
