package casefile

import (
	"encoding/json"
	"reflect"
	"testing"
)

// resolveCase is a petitioner with a telephone and two beneficiaries.
func resolveCase() *Case {
	home := &Address{Street: "Rue Azmi 14"}
	return &Case{
		Petitioner: Petitioner{Person: Person{
			Name: Name{Family: "Haddad", Given: "Samir"}, Phone: Phone{Day: "1"},
			MailingAddress: home, PhysicalAddress: &Address{Same: true},
		}},
		Beneficiaries: []Beneficiary{
			{ID: "nour", Person: Person{Name: Name{Given: "Nour"}}, Supporters: []string{"fund"}},
			{ID: "rima", Person: Person{Name: Name{Given: "Rima"}}, Supporters: []string{"fund", "mother"}},
		},
	}
}

func TestSupporterPerson(t *testing.T) {
	own := Person{Phone: Phone{Day: "2"}}
	tests := []struct {
		name        string
		s           Supporter
		given, call string
	}{
		{"petitioner", Supporter{ID: "samir", Is: "petitioner", Person: own}, "Samir", "2"},
		{"petitioner in full", Supporter{ID: "samir", Is: "petitioner"}, "Samir", "1"},
		{"beneficiary by id", Supporter{ID: "nour", Is: "beneficiary"}, "Nour", ""},
		{"beneficiary who names it", Supporter{ID: "mother", Is: "beneficiary"}, "Rima", ""},
		{"beneficiary unknown", Supporter{ID: "fund", Is: "beneficiary"}, "", ""},
		{"other", Supporter{ID: "x", Is: "other", Person: own}, "", "2"},
	}
	for _, tt := range tests {
		p := resolveCase().SupporterPerson(&tt.s)
		if p.Name.Given != tt.given || p.Phone.Day != tt.call {
			t.Errorf("%s: got %q, telephone %q", tt.name, p.Name.Given, p.Phone.Day)
		}
	}
}

func TestSupporterAddressesGoTogether(t *testing.T) {
	moved := Person{MailingAddress: &Address{Street: "Elsewhere"}}
	p := resolveCase().SupporterPerson(&Supporter{Is: "petitioner", Person: moved})
	if p.MailingAddress.Street != "Elsewhere" || p.PhysicalAddress != nil {
		t.Errorf("got %+v and %+v", p.MailingAddress, p.PhysicalAddress)
	}
}

func TestFiler(t *testing.T) {
	c := resolveCase()
	if c.Filer().Name.Given != "Samir" {
		t.Error("the petitioner does not file")
	}
	c.Petitioner = Petitioner{Self: true}
	if c.Filer().Name.Given != "Nour" {
		t.Error("the beneficiary does not file for themself")
	}
	s := Supporter{Is: "petitioner"}
	if c.SupporterPerson(&s).Name.Given != "Nour" {
		t.Error("a self-petitioner does not support themself")
	}
}

func TestLookups(t *testing.T) {
	c := resolveCase()
	c.Supporters = []Supporter{{ID: "fund"}}
	c.Exhibits = []Exhibit{{ID: "lease"}}
	if c.Beneficiary("rima") != &c.Beneficiaries[1] || c.Supporter("fund") == nil || c.Exhibit("lease") == nil {
		t.Error("an id is not found")
	}
	if c.Beneficiary("x") != nil || c.Supporter("x") != nil || c.Exhibit("x") != nil {
		t.Error("an unknown id is found")
	}
}

// TestWrittenCaseReadsBack holds that the types say all that the file says.
func TestWrittenCaseReadsBack(t *testing.T) {
	first := readSample(t).Case
	data, err := json.Marshal(first)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Read("case.json", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(second.Case)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(data, again) {
		t.Errorf("written again:\n%s\nfirst:\n%s", again, data)
	}
}

func TestDates(t *testing.T) {
	born := Date{2012, 2, 29}
	tests := []struct {
		on  Date
		age int
	}{{Date{2026, 2, 28}, 13}, {Date{2026, 3, 1}, 14}, {Date{2028, 2, 29}, 16}}
	for _, tt := range tests {
		if got := born.AgeOn(tt.on); got != tt.age {
			t.Errorf("on %s: %d years, want %d", tt.on, got, tt.age)
		}
	}
	if got := born.AddYears(1); got != (Date{2013, 3, 1}) {
		t.Errorf("a year on: %s", got)
	}
	if !born.Before(Date{2012, 3, 1}) || born.Before(born) || !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Error("dates compare wrongly")
	}
	var d Date
	if err := d.UnmarshalText([]byte("2026-13-01")); err == nil {
		t.Error("month 13 was read")
	}
}
