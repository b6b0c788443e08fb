package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// A scenario is one kind of case and the forms that look different in it: a copy for the beneficiary and the supporter of those
// places, -1 for no supporter.
type scenario struct {
	name   string
	make   func(testing.TB) *casefile.Case
	copies []copyOf
}

type copyOf struct {
	form, edition          string
	beneficiary, supporter int
}

// latest is the edition that is current.
const latest = ""

func scenarios() []scenario {
	return []scenario{
		{"siblings", siblings, []copyOf{
			{"I-131", latest, 1, -1}, {"I-134", latest, 1, 0}, {"G-28", latest, 1, -1}, {"G-1145", latest, 1, -1}, {"G-1450", latest, 1, -1},
		}},
		{"backers", backers, []copyOf{{"I-134", latest, 0, 0}, {"I-134", latest, 0, 1}, {"G-28", latest, 0, -1}}},
		{"organization", organization, []copyOf{{"I-134", latest, 0, 0}, {"I-134", "2016-11-30", 0, 0}, {"G-28", latest, 0, -1}}},
		{"self-supporting", selfSupporting, []copyOf{
			{"I-131", latest, 0, -1}, {"I-134", latest, 0, 0}, {"I-134", "2016-11-30", 0, 0}, {"G-28", latest, 0, -1},
		}},
		{"mother-and-child", motherAndChild, []copyOf{{"I-134", latest, 1, 0}, {"I-134", latest, 0, 0}}},
		{"helpers", helpers, []copyOf{
			{"I-131", latest, 0, -1}, {"I-134", latest, 0, 0}, {"I-134", "2016-11-30", 0, 0}, {"I-912", latest, 0, -1},
		}},
		{"crowded", crowded, []copyOf{{"I-131", latest, 0, -1}, {"I-134", latest, 0, 0}, {"I-134", "2016-11-30", 0, 0}}},
		{"accredited", accredited, []copyOf{{"G-28", latest, 0, -1}}},
	}
}

// TestScenarioGoldens shows what each form says in each kind of case, for reading against the printed form.
func TestScenarioGoldens(t *testing.T) {
	c := load(t)
	for _, s := range scenarios() {
		for _, x := range s.copies {
			name := strings.ToLower(x.form)
			e, ok := c.Current(x.form)
			if x.edition != latest {
				e, ok = c.Edition(x.form, x.edition)
				name += "-" + x.edition[:4]
			}
			if !ok {
				t.Fatalf("no %s %s", x.form, x.edition)
			}
			if n := slices.IndexFunc(s.copies, func(y copyOf) bool { return y.form == x.form && y.edition == x.edition && y != x }); n >= 0 {
				name += fmt.Sprintf("-%d%d", x.beneficiary, x.supporter)
			}
			name += "." + s.name + ".golden"
			t.Run(strings.TrimSuffix(name, ".golden"), func(t *testing.T) {
				env := NewEnv(s.make(t), x.beneficiary, x.supporter)
				env.FeeUSD = 630
				golden(t, name, dump(t, e, env))
			})
		}
	}
}

// siblings are two persons of one petitioner, with one supporter for both; the second has names and numbers of their own.
func siblings(t testing.TB) *casefile.Case {
	c := medical(t)
	b := c.Beneficiaries[0]
	b.ID, b.Name, b.Sex, b.ANumber = "omar", casefile.Name{Family: "Haddad", Given: "Omar", Middle: "Elias"}, "male", "A87654321"
	b.Born.Date, b.RelationshipToPetitioner = casefile.Date{Year: 2017, Month: 2, Day: 3}, "nephew"
	b.Biographic = &casefile.Biographic{Ethnicity: "not_hispanic", Race: []string{"white"}, Height: &casefile.Height{Feet: 3, Inches: 11}, WeightLB: 48, Eyes: "green", Hair: "brown"}
	b.Request.Reasons = "Omar is his sister's donor."
	c.Beneficiaries = append(c.Beneficiaries, b)
	c.Supporters[0].Relationship = map[string]string{"nour": "uncle", "omar": "uncle"}
	return c
}

// stranger is a person whom nothing connects with anybody else of the case.
func stranger() casefile.Person {
	return casefile.Person{
		Name: casefile.Name{Family: "Quist", Given: "Bo", Middle: "Ib"}, OtherNames: []casefile.Name{{Family: "Kvist", Given: "Bo"}},
		Born: casefile.Birth{Date: casefile.Date{Year: 1970, Month: 1, Day: 2}, City: "Aarhus", Country: "Denmark"}, Status: "permanent_resident",
		ANumber: "A012345678", SSN: "987-65-4321", USCISAccount: "098765432109",
		MailingAddress:  &casefile.Address{CareOf: "Harbor Shelter", Street: "5 Pier Road", Unit: &casefile.Unit{Type: "ste", Number: "7"}, City: "Yonkers", State: "NY", ZIP: "10701", Country: "United States"},
		PhysicalAddress: &casefile.Address{Street: "9 Quay", Unit: &casefile.Unit{Type: "flr", Number: "8"}, City: "Hoboken", State: "NJ", ZIP: "07030", Country: "United States"},
		Phone:           casefile.Phone{Day: "(914) 555-0120", Mobile: "+1 914 555 0121"}, Email: "bo@example.org",
	}
}

// backers are two supporters of one person: the petitioner, and a stranger whom the attorney represents.
func backers(t testing.TB) *casefile.Case {
	c := medical(t)
	c.Supporters = append([]casefile.Supporter{{
		ID: "bo", Is: "other", Person: stranger(), Relationship: map[string]string{"nour": "family friend"},
		Employment: casefile.Employment{Status: "retired"}, AnnualIncomeUSD: 51000, ReadsEnglish: ptr(true),
		PeopleOnOtherSupportForms: ptr(2), Assets: []casefile.Asset{{Type: "real_estate", AmountUSD: 310000}},
	}}, c.Supporters...)
	c.Beneficiaries[0].Supporters = []string{"bo", "samir"}
	c.Attorney.Represents = "supporter"
	return c
}

// organization is an organization that supports, by the employee who signs for it; the attorney is the organization's.
func organization(t testing.TB) *casefile.Case {
	c := medical(t)
	c.Supporters = []casefile.Supporter{{
		ID: "shelter", Is: "organization", Organization: "Harbor Shelter Inc.", Title: "director", Person: stranger(),
		Relationship: map[string]string{"nour": "host"}, Employment: casefile.Employment{Status: "employed", Occupation: "director", Employer: "Harbor Shelter Inc."},
		AnnualIncomeUSD: 81000, Contributions: "A room for eight months.", ReadsEnglish: ptr(true),
	}}
	c.Beneficiaries[0].Supporters = []string{"shelter"}
	c.Attorney.Represents = "supporter"
	return c
}

// selfSupporting is a grown person who files for and supports themself, with an attorney who prepares.
func selfSupporting(t testing.TB) *casefile.Case {
	c := selfPetition(t)
	c.Attorney = medical(t).Attorney
	b := &c.Beneficiaries[0]
	b.Born.Date, b.MaritalStatus, b.OtherNames = casefile.Date{Year: 1990, Month: 6, Day: 30}, "married", []casefile.Name{{Family: "Khoury", Given: "Nour"}}
	b.SSN, b.ANumber, b.Status = "123-45-6789", "012345678", "none"
	b.Supporters = []string{"nour"}
	c.Supporters = []casefile.Supporter{{
		ID: "nour", Is: "beneficiary", Employment: casefile.Employment{Status: "self_employed", Occupation: "architect", Employer: "Atelier Nour"},
		AnnualIncomeUSD: 64000, Assets: []casefile.Asset{{Type: "savings", AmountUSD: 90000}}, ReadsEnglish: ptr(true),
	}}
	return c
}

// motherAndChild are two persons to be paroled of whom the first supports the other and herself.
func motherAndChild(t testing.TB) *casefile.Case {
	c := medical(t)
	mother := c.Beneficiaries[0]
	mother.ID, mother.Name.Given, mother.MaritalStatus, mother.Born.Date = "rima", "Rima", "married", casefile.Date{Year: 1988, Month: 4, Day: 5}
	mother.Supporters, c.Beneficiaries[0].Supporters = []string{"rima"}, []string{"rima"}
	c.Beneficiaries = append([]casefile.Beneficiary{mother}, c.Beneficiaries...)
	c.Supporters = []casefile.Supporter{{
		ID: "rima", Is: "beneficiary", Relationship: map[string]string{"nour": "mother"},
		Employment: casefile.Employment{Status: "employed", Occupation: "nurse", Employer: "Hôpital Islamique"}, AnnualIncomeUSD: 22000, ReadsEnglish: ptr(true),
	}}
	return c
}

// helpers is a case without an attorney: a preparer, an interpreter for the filer, another for the supporter, and a fee waiver.
func helpers(t testing.TB) *casefile.Case {
	c := hardUp(t)
	c.Attorney = nil
	c.Preparer.Address = &casefile.Address{Street: "191 Joralemon Street", Unit: &casefile.Unit{Type: "flr", Number: "2"}, City: "Brooklyn", State: "NY", ZIP: "11201", Country: "United States"}
	c.Preparer.Phone.Fax = "718-555-0159"
	c.Supporters[0].ReadsEnglish = ptr(false)
	c.Supporters[0].Interpreter = &casefile.Helper{
		Name: casefile.Name{Family: "Sarkis", Given: "Ani"}, Business: "Sarkis Translations", Language: "Armenian",
		Address: &casefile.Address{Street: "Rue Azmi 20", City: "Tripoli", Province: "North", PostalCode: "1300", Country: "Lebanon"},
		Phone:   casefile.Phone{Day: "+961 6 555 020", Mobile: "+961 71 555 021"}, Email: "ani@example.org",
	}
	return c
}

// crowded is a case with more of everything than the forms have rows for.
func crowded(t testing.TB) *casefile.Case {
	c := medical(t)
	for i := range 5 {
		n := casefile.Name{Family: "Haddad", Given: fmt.Sprintf("Name%d", i+2), Middle: "M"}
		c.Petitioner.OtherNames = append(c.Petitioner.OtherNames, n)
		c.Beneficiaries[0].OtherNames = append(c.Beneficiaries[0].OtherNames, n)
	}
	s := &c.Supporters[0]
	for i := range 9 {
		s.Dependents = append(s.Dependents, casefile.Dependent{
			Name: fmt.Sprintf("Child %d Haddad", i+1), Born: casefile.Date{Year: 2008 + i, Month: 1, Day: 1 + i}, Relationship: "child",
			ANumber: fmt.Sprintf("A01234560%d", i), ReceiptNumber: fmt.Sprintf("IOE090000000%d", i),
		})
	}
	for _, kind := range []string{"annuities", "stocks", "retirement", "real_estate", "personal_property", "other"} {
		s.Assets = append(s.Assets, casefile.Asset{Type: kind, AmountUSD: 1000 * len(s.Assets)})
	}
	return c
}

// accredited is a case whose representative is no attorney, with a law student, for the beneficiary.
func accredited(t testing.TB) *casefile.Case {
	c := medical(t)
	a := c.Attorney
	a.LicensingAuthority, a.BarNumber, a.Eligible, a.Restricted = "", "", nil, nil
	a.Accredited = &casefile.Accredited{Organization: "Catholic Charities", AccreditedOn: casefile.Date{Year: 2021, Month: 5, Day: 6}}
	a.AssociatedWith, a.LawStudent, a.Represents = "Ada Byron", "Tim Reyes", "beneficiary"
	a.Notices, a.IdentityDocuments, a.I94 = ptr(false), ptr(false), ptr(false)
	a.USCISAccount, a.Phone.Mobile = "111122223333", "212-555-0112"
	a.Address.Unit = &casefile.Unit{Type: "apt", Number: "3"}
	return c
}
