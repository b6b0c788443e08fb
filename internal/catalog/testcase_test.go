package catalog

import (
	"os"
	"testing"

	"parolepack/internal/casefile"
)

// load reads the built-in fields folder.
func load(t testing.TB) *Catalog {
	t.Helper()
	c, err := Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// medical is the contract's own example: a petitioner files for his niece.
func medical(t testing.TB) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile("testdata/medical.json")
	if err != nil {
		t.Fatal(err)
	}
	file, err := casefile.Read("medical.json", data, casefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file.Case
}

// selfPetition is the same niece, grown up and filing for herself without attorney.
func selfPetition(t testing.TB) *casefile.Case {
	c := medical(t)
	c.Petitioner = casefile.Petitioner{Self: true}
	c.Attorney = nil
	b := &c.Beneficiaries[0]
	b.RefugeeStatus = ptr(false)
	b.USCISAccount = "012345678912"
	b.Phone = casefile.Phone{Day: "+961 6 555 014", Mobile: "+961 71 555 014"}
	return c
}

// awkward fills what the medical case leaves out: every yes, every further row, every helper.
func awkward(t testing.TB) *casefile.Case {
	c := medical(t)
	for _, given := range []string{"Samy", "Sam", "Samir Elie"} {
		c.Petitioner.OtherNames = append(c.Petitioner.OtherNames, casefile.Name{Family: "Haddad", Given: given})
	}
	c.Petitioner.ANumber = "A12345678"
	c.Petitioner.RefugeeStatus = ptr(true)
	c.Petitioner.PhysicalAddress = &casefile.Address{
		Street: "9 Shore Road", Unit: &casefile.Unit{Type: "flr", Number: "2"},
		City: "Brooklyn", State: "NY", ZIP: "11209", Country: "U.S.A.",
	}
	b := &c.Beneficiaries[0]
	b.ANumber = "098765432"
	b.OtherNames = []casefile.Name{{Family: "Haddad", Given: "Noor"}, {Family: "Hadad", Given: "Nour", Middle: "R"}}
	b.PhysicalAddress = &casefile.Address{Street: "Rue Mar Elias 3", City: "Beirut", PostalCode: "1100", Country: "Lebanon"}
	b.Biographic = &casefile.Biographic{
		Ethnicity: "hispanic", Race: []string{"asian", "pacific_islander"},
		Height: &casefile.Height{Feet: 6, Inches: 0}, WeightLB: 205, Eyes: "maroon", Hair: "bald",
	}
	b.History = casefile.History{
		RemovalProceedings:             ptr(true),
		RemovalDetails:                 "Removed from El Paso on 3 May 2019.",
		ReentryOrRefugeeTravelDocument: &casefile.TravelDocument{Issued: casefile.Date{Year: 2019, Month: 3, Day: 4}, Disposition: "expired"},
		AdvanceParoleDocument:          &casefile.TravelDocument{Issued: casefile.Date{Year: 2020, Month: 11, Day: 30}, Disposition: "lost"},
	}
	b.Request.Stay.Until = casefile.Date{Year: 2027, Month: 2, Day: 24}
	b.Request.LongerThanAYear = "Rehabilitation takes fourteen months."
	c.Attorney.PreparesForms = ptr(false)
	c.Attorney.Represents = "supporter"
	c.Preparer = &casefile.Helper{Name: casefile.Name{Family: "Reyes", Given: "Ana"}, Business: "Catholic Charities", Phone: casefile.Phone{Day: "(718) 555-0150", Mobile: "+1 718 555 0151"}, Email: "ana@example.org"}
	c.Interpreter = &casefile.Helper{Name: casefile.Name{Family: "Mansour", Given: "Lena"}, Phone: casefile.Phone{Day: "718.555.0160"}, Email: "lena@example.org", Language: "Arabic"}
	return c
}

func ptr[T any](v T) *T { return &v }
