package packet

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/layered"
)

// olderHouse is the house of a firm whose filing data say that the agency takes the I-134 of 11/30/16 and no later one.
func olderHouse(t testing.TB) *House {
	t.Helper()
	const name = "filings/humanitarian-parole.yaml"
	builtIn := os.DirFS("../../fields")
	data, err := fs.ReadFile(builtIn, name)
	if err != nil {
		t.Fatal(err)
	}
	const current, older = "edition: 2025-01-20\n    from: 2025-01-20\n    until: \"\"\n    source: Form page updated", "until: 2022-12-19"
	text := string(data)
	if !strings.Contains(text, current) || !strings.Contains(text, older) {
		t.Fatal("the filing's data changed; change this test")
	}
	text = strings.Replace(text, current, strings.Replace(current, `""`, "2025-01-21", 1), 1)
	text = strings.Replace(text, older, `until: ""`, 1)
	c, err := catalog.Load(layered.New(fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}}, builtIn))
	if err != nil {
		t.Fatal(err)
	}
	return NewHouse(c, os.DirFS("../../templates"), nil, nil)
}

// sponsored is the medical sample with two supporters: the petitioner, and an organization whose signer shares nothing with
// anybody, a resident helped by an interpreter. Between them they fill every box of the I-134 of 11/30/16 that the case can.
func sponsored(t testing.TB) Job {
	job := medical(t)
	c := job.Case.Case
	b := &c.Beneficiaries[0]
	b.ANumber, b.Name.Middle = "098765432", "Rima"
	b.MaritalStatus, b.MaritalStatusOther = "other", "civil union"
	b.PhysicalAddress = &casefile.Address{Street: "12 Mill Lane", Unit: &casefile.Unit{Type: "flr", Number: "2"}, City: "Leeds", State: "AE", ZIP: "09421", Province: "Yorkshire", PostalCode: "LS1 4DY", Country: "England"}
	b.Supporters = []string{"samir", "shelter"}
	s := casefile.Supporter{
		ID: "shelter", Is: "organization", Organization: "Harbor Shelter Inc.", Title: "director",
		Relationship: map[string]string{b.ID: "host"},
		Person: casefile.Person{
			Name:       casefile.Name{Family: "Quist", Given: "Bo", Middle: "Ib"},
			OtherNames: []casefile.Name{{Family: "Kvist", Given: "Bo", Middle: "I"}, {Family: "Qvist", Given: "Bo"}},
			Born:       casefile.Birth{Date: casefile.Date{Year: 1970, Month: 1, Day: 2}, City: "Aarhus", Country: "Denmark"},
			Status:     "permanent_resident", ANumber: "A012345678", SSN: "987-65-4321", USCISAccount: "012345678912",
			MailingAddress:  &casefile.Address{CareOf: "Harbor Shelter", Street: "5 Pier Road", Unit: &casefile.Unit{Type: "ste", Number: "7"}, City: "Oslo", State: "NY", ZIP: "10001", Province: "Oslo", PostalCode: "0150", Country: "Norway"},
			PhysicalAddress: &casefile.Address{Street: "9 Quay", Unit: &casefile.Unit{Type: "apt", Number: "8"}, City: "Bergen", State: "NJ", ZIP: "07302", Province: "Vestland", PostalCode: "5003", Country: "Norway"},
			Phone:           casefile.Phone{Day: "212-555-0120", Mobile: "212-555-0121"}, Email: "bo@example.org",
		},
		Employment: casefile.Employment{Status: "self_employed", Occupation: "mediator", Employer: "Quist ApS"},
		Dependents: []casefile.Dependent{
			{Name: "Bo Ib Quist", Relationship: "self"},
			{Name: "Ida Quist", Born: casefile.Date{Year: 2010, Month: 3, Day: 4}, Relationship: "daughter"},
			{Name: "Ulf Quist", Born: casefile.Date{Year: 2012, Month: 5, Day: 6}, Relationship: "son"},
			{Name: "Eva Quist", Born: casefile.Date{Year: 1944, Month: 7, Day: 8}, Relationship: "mother"},
			{Name: "Per Quist", Born: casefile.Date{Year: 1941, Month: 9, Day: 10}, Relationship: "father"},
		},
		AnnualIncomeUSD: 81000,
		Assets: []casefile.Asset{
			{Type: "checking", AmountUSD: 1000}, {Type: "savings", AmountUSD: 2000}, {Type: "stocks", AmountUSD: 3000},
			{Type: "personal_property", AmountUSD: 4000}, {Type: "real_estate", AmountUSD: 250000}, {Type: "retirement", AmountUSD: 6000}, {Type: "other", AmountUSD: 7000},
		},
		Contributions: "A room and board for eight months.",
		Interpreter:   interpreter(),
	}
	c.Supporters = append(c.Supporters, s)
	return job
}

// TestASupersededEditionIsFilled wants a firm whose filing data take the I-134 of 11/30/16 to get it filled, each answer in
// its own box, on the official blank where it is at hand; and the built-in data to file the current one all the same.
func TestASupersededEditionIsFilled(t *testing.T) {
	job := sponsored(t)
	job.Practice = true
	for _, row := range []struct {
		house   *House
		edition string
	}{{house(t), "2025-01-20"}, {olderHouse(t), "2016-11-30"}} {
		desk := row.house.Desk()
		defer desk.Close()
		p, err := desk.Plan(t.Context(), job)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"i-134/nour/samir", "i-134/nour/shelter"} {
			if part, ok := p.Part(id); !ok || part.Form.Edition != row.edition {
				t.Errorf("%s: %+v, want edition %s", id, part, row.edition)
			}
		}
		for _, f := range p.Findings {
			if f.Code == "edition-not-accepted" {
				t.Errorf("with %s: %s", row.edition, f.Summary)
			}
		}
	}
	t.Run("on the blank", func(t *testing.T) { fieldByFieldIn(t, olderHouse(t), sponsored(t), 339+97+5+27+2*252) })
}
