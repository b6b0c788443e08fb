package near

import "testing"

func TestName(t *testing.T) {
	known := []string{"beneficiaries", "petitioner", "supporters", "born", "zip", "case_number"}
	for name, want := range map[string]string{
		"benificiaries": "beneficiaries", "petitoner": "petitioner", "Supporters": "supporters",
		"bron": "born", "zipp": "zip", "case-number": "case_number", "casenumber": "case_number",
		"attorney": "", "": "", "Case Number": "case_number", "caseNumber": "case_number", "x": "", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqq": "",
	} {
		if got := Name(name, known); got != want {
			t.Errorf("Name(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestNameNeverSuggestsTheOpposite(t *testing.T) {
	known := []string{"single", "married", "eligible"}
	for _, word := range []string{"unmarried", "un-married", "not eligible", "Unmarried"} {
		if got := Name(word, known); got != "" {
			t.Errorf("%q suggests %q", word, got)
		}
	}
	if got := Name("maried", known); got != "married" {
		t.Errorf("maried suggests %q", got)
	}
}
