package catalog

import (
	"testing"

	"parolepack/internal/casefile"
)

// TestFunctions runs every function as a map would.
func TestFunctions(t *testing.T) {
	tests := []struct{ source, want string }{
		{`date(filer.born.date)`, "02/11/1984"},
		{`date(attorney.accredited.accredited_on)`, ""},
		{`phone(beneficiary.phone.day)`, "+9616555014"},
		{`phone("718-555-0142")`, "7185550142"},
		{`phone("+1 718 555 0142")`, "7185550142"},
		{`phone("(718) 555-0142")`, "7185550142"},
		{`phone("1-718-555-0142")`, "7185550142"},
		{`phone("+44 20 7946 0018")`, "+442079460018"},
		{`phone("718-555-0142 x12")`, "718-555-0142 x12"},
		{`phone("")`, ""},
		{`digits("123-45-6789")`, "123456789"},
		{`anumber("A012345678")`, "012345678"},
		{`anumber("A 12 345 678")`, "012345678"},
		{`anumber("012-345-678")`, "012345678"},
		{`anumber("")`, ""},
		{`digit(68, 1) + digit(68, 2) + digit(68, 3)`, "068"},
		{`digit(205, 1)`, "2"},
		{`digit(0, 1)`, ""},
		{`digit(1000, 1)`, ""},
		{`digit(68, 4)`, ""},
		{`usd(96000)`, "96,000"},
		{`usd(148)`, "148"},
		{`usd(1234567)`, "1,234,567"},
		{`usd(0)`, ""},
		{`number(supporter.people_on_other_support_forms)`, "0"},
		{`number(7)`, "7"},
		{`usd(fee_waiver.income.own_usd)`, ""},
		{`usd(income_total(fee_waiver.income))`, ""},
		{`usd(asset_total(fee_waiver.hardship.assets))`, ""},
		{`nth_asset(fee_waiver.hardship.assets, 1).type`, ""},
		{`nth_benefit(fee_waiver.benefits, 1).agency`, ""},
		{`benefits_from(fee_waiver.benefits, 1) + assets_from(fee_waiver.hardship.assets, 1)`, ""},
		{`status_words("tps", "") + ", " + status_words("asylee", "") + ", " + status_words("other", "V-1") + status_words("", "x")`, "Temporary Protected Status, Asylee, V-1"},
		{`usd(asset_total(supporter.assets))`, "39,700"},
		{`asset_kind(nth_asset(supporter.assets, 2).type)`, "Savings - Bank Account"},
		{`asset_kind(nth_asset(supporter.assets, 3).type)`, ""},
		{`nth_dependent(supporter.dependents, 2).name`, "Maya Haddad"},
		{`nth_dependent(supporter.dependents, 3).name`, ""},
		{`full_name(filer.name)`, "Samir Elias Haddad"},
		{`full_name(beneficiary.name)`, "Nour Haddad"},
		{`full_name(preparer.name)`, "Ana Reyes"},
		{`nth_name(filer.other_names, 1).family`, "El-Haddad"},
		{`nth_name(filer.other_names, 9).family`, ""},
		{`nth_name(filer.other_names, 0).family`, ""},
		{`names_from(filer.other_names, 3)`, "Haddad, Sam; Haddad, Samir Elie"},
		{`names_from(beneficiary.other_names, 2)`, "Hadad, Nour R"},
		{`names_from(beneficiary.other_names, 4)`, ""},
		{`lives(filer).street`, "9 Shore Road"},
		{`lives(petitioner).street`, "9 Shore Road"},
		{`lives(beneficiary).street`, "Rue Mar Elias 3"},
		{`lives(supporter).street`, "9 Shore Road"},
		{`lives_elsewhere(filer).unit.number`, "2"},
		{`lives_elsewhere(client).city`, "Brooklyn"},
		{`state(filer.mailing_address)`, "NY"},
		{`state(lives(filer))`, "NY"},
		{`state(beneficiary.mailing_address)`, ""},
		{`abroad(beneficiary.mailing_address) ? "abroad" : "home"`, "abroad"},
		{`abroad(lives(filer)) ? "abroad" : "home"`, "home"},
		{`unit_is(filer.mailing_address, "apt") ? "apt" : ""`, "apt"},
		{`unit_is(lives(filer), "apt") ? "apt" : "flr"`, "flr"},
		{`unit_is(beneficiary.mailing_address, "apt") ? "apt" : ""`, ""},
		{`has(beneficiary.biographic.race, "asian") ? "x" : ""`, "x"},
		{`has(beneficiary.biographic.race, "white") ? "x" : ""`, ""},
		{`number(count(filer.other_names))`, "4"},
		{`join(beneficiary.biographic.race, ", ")`, "asian, pacific_islander"},
		{`upper("expedite")`, "EXPEDITE"},
		{`city_country(beneficiary.request.consulate)`, "Beirut, Lebanon"},
		{`stay_length(beneficiary.request.stay)`, "45 days"},
		{`yes(filer.refugee_status) ? "yes" : "not"`, "yes"},
		{`no(filer.refugee_status) ? "no" : "not"`, "not"},
		{`yes(beneficiary.refugee_status) || no(beneficiary.refugee_status) ? "answered" : ""`, ""},
		{`answered(beneficiary.refugee_status) ? "answered" : ""`, ""},
		{`answered(filer.refugee_status) ? "answered" : ""`, "answered"},
		{`given(attorney.accredited) ? "given" : "none"`, "none"},
		{`given(beneficiary.history.advance_parole_document) ? "given" : "none"`, "given"},
		{`given(filer.refugee_status) ? "given" : "none"`, "given"},
		{`given(beneficiary.refugee_status) ? "given" : "none"`, "none"},
		{`given(supporter.annual_income_usd) ? "given" : "none"`, "given"},
		{`given(beneficiary.name.middle) ? "given" : "none"`, "none"},
		{`given(beneficiary.visa.pending_petitions) ? "given" : "none"`, "none"},
		{`supporter.relationship[beneficiary.id]`, "uncle"},
		{`supporter.relationship["nobody"]`, ""},
	}
	c := newCompiler()
	env := NewEnv(awkward(t), 0, 0)
	for _, tt := range tests {
		t.Run(tt.source, func(t *testing.T) {
			e, err := c.compile(tt.source, outcomeText)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := e.string(env); got != tt.want || err != nil {
				t.Errorf("got %q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func TestStayLength(t *testing.T) {
	tests := []struct{ from, until, want string }{
		{"2027-01-10", "2027-09-10", "8 months"},
		{"2027-01-10", "2027-02-10", "1 month"},
		{"2027-01-10", "2027-02-09", "1 month"},
		{"2027-01-10", "2027-02-24", "45 days"},
		{"2027-01-01", "2027-12-31", "12 months"},
		{"2027-01-10", "2028-01-10", "12 months"},
		{"2027-01-31", "2027-02-28", "1 month"},
		{"2027-01-31", "2027-03-31", "2 months"},
		{"2028-02-29", "2029-02-28", "12 months"},
		{"2027-01-10", "2027-01-11", "1 day"},
		{"2027-01-10", "2027-01-10", "1 day"},
		{"2027-02-28", "2027-03-01", "1 day"},
		{"2027-01-10", "2027-01-09", ""},
		{"", "2027-01-09", ""},
		{"2027-01-10", "", ""},
	}
	for _, tt := range tests {
		var s casefile.Stay
		if err := s.From.UnmarshalText([]byte(tt.from)); err != nil {
			t.Fatal(err)
		}
		if err := s.Until.UnmarshalText([]byte(tt.until)); err != nil {
			t.Fatal(err)
		}
		if got := StayLength(s); got != tt.want {
			t.Errorf("%s to %s: %q, want %q", tt.from, tt.until, got, tt.want)
		}
	}
}

func TestAssetKinds(t *testing.T) {
	e, ok := load(t).Edition("I-134", "2025-01-20")
	if !ok {
		t.Skip("no map of the I-134")
	}
	f, _ := e.Field("form1[0].P3[0].Pt3Line1Cell1_TypeofAssetDropDownList[0]")
	for _, kind := range []string{"checking", "savings", "annuities", "stocks", "retirement", "real_estate", "personal_property"} {
		if _, ok := f.Option(assetKind(kind)); !ok {
			t.Errorf("%s is %q, which the form does not offer", kind, assetKind(kind))
		}
	}
}

func TestCityCountry(t *testing.T) {
	if got := CityCountry(casefile.CityPost{Country: "Lebanon"}); got != "Lebanon" {
		t.Errorf("got %q", got)
	}
}

// TestNames wants every function named once.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range functions() {
		if seen[f.Name] {
			t.Errorf("%s stands twice", f.Name)
		}
		seen[f.Name] = true
	}
}

func TestArguments(t *testing.T) {
	if _, err := argument[casefile.Name]("full_name", 7); err == nil {
		t.Error("a number is no name")
	}
	if _, err := argument[casefile.Name]("full_name", (*casefile.Name)(nil)); err == nil {
		t.Error("nothing is no name")
	}
	if _, err := count("abc"); err == nil {
		t.Error("a text has no elements")
	}
}
