package catalog

import (
	"strings"
	"testing"
	"testing/fstest"

	"parolepack/internal/casefile"
)

func day(t *testing.T, s string) casefile.Date {
	t.Helper()
	d, err := casefile.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHumanitarianParole(t *testing.T) {
	c := load(t)
	f, ok := c.Filing("humanitarian-parole")
	if !ok {
		t.Fatal("no data for humanitarian-parole")
	}
	if f.Form != "I-131" || f.Item != "Part 1, Item 7" || f.LongestStayMonths != 12 || f.StaleAfterDays == 0 || f.AsOf.IsZero() {
		t.Errorf("%+v", f)
	}
	for fileBy, want := range map[string]int{"mail": 630, "courier": 630, "online": 580} {
		if fee, ok := f.Fee("I-131", fileBy); !ok || fee.USD != want || fee.Source == "" || fee.AsOf.IsZero() {
			t.Errorf("I-131 by %s: %+v", fileBy, fee)
		}
		if fee, ok := f.Fee("I-134", fileBy); !ok || fee.USD != 0 {
			t.Errorf("I-134 by %s: %+v", fileBy, fee)
		}
	}
	for _, fileBy := range []string{"mail", "courier"} {
		if a, ok := f.Address(fileBy); !ok || len(a.Lines) < 3 || !strings.Contains(strings.Join(a.Lines, "\n"), "Attn: HP") {
			t.Errorf("address by %s: %+v", fileBy, a)
		}
	}
	if p, ok := f.Payment("card"); !ok || p.Form != "G-1450" {
		t.Errorf("card: %+v", p)
	}
	if _, ok := f.Exemption("nobody"); ok {
		t.Error("an exemption that nobody wrote")
	}
}

// TestFilingKnowsTheCaseFile wants words for every basis and ground that a case may name, and
// accepts every current edition that has a map.
func TestFilingKnowsTheCaseFile(t *testing.T) {
	c := load(t)
	f, ok := c.Filing("humanitarian-parole")
	if !ok {
		t.Fatal("no data for humanitarian-parole")
	}
	bases := "medical_treatment|organ_donation|caregiver|end_of_life|funeral|civil_court|targeted_harm|family_reunification|public_benefit|other"
	for _, code := range strings.Split(bases, "|") {
		if b, ok := f.Basis(code); !ok || b.Words == "" || b.Source == "" {
			t.Errorf("basis %s: %+v", code, b)
		}
	}
	for _, code := range []string{"urgent_humanitarian_reasons", "significant_public_benefit"} {
		if g, ok := f.Ground(code); !ok || g.Words == "" {
			t.Errorf("ground %s: %+v", code, g)
		}
	}
	for _, form := range []string{"I-131", "I-134", "G-28", "G-1145", "G-1450"} {
		e, _ := c.Current(form)
		a, ok := f.EditionOn(form, day(t, "2026-11-23"))
		if e == nil || !ok || a.Edition != e.Edition {
			t.Errorf("%s: the agency takes %q", form, a.Edition)
		}
	}
}

// TestTheEditionOfTheDay wants the edition that the agency takes on the day, and the newest where it takes none: the I-134 of 11/30/16
// is known, and never filed while its day is past.
func TestTheEditionOfTheDay(t *testing.T) {
	c := load(t)
	f, _ := c.Filing("humanitarian-parole")
	for on, want := range map[string]string{
		"2026-11-25": "2025-01-20", // today
		"2020-05-05": "2016-11-30",
		"2022-12-19": "2016-11-30", // its last day
		"2022-12-20": "2025-01-20", // an edition between them has no map
		"2010-01-01": "2025-01-20",
	} {
		if e, ok := c.For(f, "I-134", day(t, on)); !ok || e.Edition != want {
			t.Errorf("on %s: %v, want %s", on, e, want)
		}
	}
	if current, _ := c.Current("I-134"); current.Edition != "2025-01-20" {
		t.Errorf("the current I-134 is of %s", current.Edition)
	}
	if _, ok := c.For(f, "I-765", day(t, "2026-11-25")); ok {
		t.Error("a form that nobody wrote")
	}
	firm := *f
	firm.Editions = []Accepted{{Form: "I-134", Edition: "2016-11-30", From: day(t, "2016-11-30")}}
	if e, _ := c.For(&firm, "I-134", day(t, "2026-11-25")); e.Edition != "2016-11-30" {
		t.Errorf("a firm that takes 11/30/16 gets %s", e.Edition)
	}
}

const smallFiling = `filing: small
title: A small filing
form: X-1
item: Part 1
order: {first: [x-1], last: [exhibits]}
editions:
  - {form: X-1, edition: 2025-01-20, from: 2025-03-01, until: "", source: here, as_of: 2026-11-23}
  - {form: X-1, edition: 2024-01-20, from: 2024-01-20, until: 2025-02-28}
fees: [{form: X-1, file_by: [mail, courier], usd: 630}]
grounds: [{code: g, words: a ground}]
bases: [{code: b, words: a basis, evidence: [other]}]
longest_stay_months: 12
stale_after_days: 60
`

func TestAccepted(t *testing.T) {
	c, err := Load(fstest.MapFS{"filings/small.yaml": &fstest.MapFile{Data: []byte(smallFiling)}})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := c.Filing("small")
	tests := []struct{ on, want string }{
		{"2024-01-19", ""}, {"2024-01-20", "2024-01-20"}, {"2025-02-28", "2024-01-20"},
		{"2025-03-01", "2025-01-20"}, {"2030-01-01", "2025-01-20"},
	}
	for _, tt := range tests {
		if got, _ := f.EditionOn("X-1", day(t, tt.on)); got.Edition != tt.want {
			t.Errorf("on %s: %q, want %q", tt.on, got.Edition, tt.want)
		}
	}
	if _, ok := f.Accepted("X-1", "2024-01-20", day(t, "2026-01-01")); ok {
		t.Error("an edition after its last day")
	}
	if a, ok := f.Accepted("X-1", "2025-01-20", day(t, "2026-01-01")); !ok || a.Source != "here" {
		t.Errorf("%+v", a)
	}
	if _, ok := f.Fee("X-1", "online"); ok {
		t.Error("a fee for a way that has none")
	}
}

func TestBrokenFilings(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", "file_by", "filed_by", `filings/small.yaml:9: unknown key "filed_by"; did you mean "file_by"?`},
		{"no list", "[mail, courier]", "mail", `:9: want a list here`},
		{"bad date", "until: 2025-02-28", "until: 2025-02-30", `:8: "2025-02-30" is not a date`},
		{"other name", "filing: small", "filing: large", `:1: filing and file name differ`},
		{"head", "title: A small filing\n", "", `the head is not complete; give title, form and item`},
		{"order", "first: [x-1], ", "", `order is not given`},
		{"bases", "bases: [{code: b, words: a basis, evidence: [other]}]\n", "", `bases or grounds are missing`},
		{"months", "longest_stay_months: 12\n", "", `longest_stay_months is missing`},
		{"days", "stale_after_days: 60\n", "", `stale_after_days is missing`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := strings.Replace(smallFiling, tt.old, tt.new, 1)
			_, err := Load(fstest.MapFS{"filings/small.yaml": &fstest.MapFile{Data: []byte(data)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v\nwant %q", err, tt.want)
			}
		})
	}
}
