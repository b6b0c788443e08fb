package contest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/plan"
)

func planned() *plan.Part {
	return &plan.Part{Form: &plan.FormPart{Fields: []plan.Field{
		{Name: "form.Name[0]", Kind: plan.TextField, Value: "José Haddad-Meyers, short"},
		{Name: "form.Number[0]", Kind: plan.TextField, Value: "123456789", Comb: 9},
		{Name: "form.Box[1]", Kind: plan.CheckField, Value: " APT "},
	}}}
}

func TestValuesAreLongWords(t *testing.T) {
	if got, want := Values(planned()), []string{"Haddad", "Meyers"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestForms(t *testing.T) {
	got := string(forms(planned()))
	for _, want := range []string{"/V<FEFF004A006F007300E9", "/V/#20APT#20>>", "/T" + text("form.Box[1]")} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestAnswer(t *testing.T) {
	exported := `{"forms":[{"textfield":[{"name":"form.Name[0]","value":"","locked":true},{"name":"other","value":"x","locked":true}],
		"checkbox":[{"name":"form.Box[1]","value":false}]}]}`
	got, err := answer([]byte(exported), planned())
	if err != nil {
		t.Fatal(err)
	}
	var whole struct {
		Forms []struct {
			Textfield []struct {
				Value  string
				Locked bool
			}
			Checkbox []struct{ Value bool }
		}
	}
	if err := json.Unmarshal(got, &whole); err != nil {
		t.Fatal(err)
	}
	texts, boxes := whole.Forms[0].Textfield, whole.Forms[0].Checkbox
	if texts[0].Value != "José Haddad-Meyers, short" || texts[0].Locked || !boxes[0].Value {
		t.Errorf("not answered: %s", got)
	}
	if texts[1].Value != "x" || !texts[1].Locked {
		t.Errorf("a field without an answer was changed: %s", got)
	}
}
