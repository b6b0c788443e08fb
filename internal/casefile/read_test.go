package casefile

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// small is the least case that reads; tests break it line by line.
const small = `{
  "case_number": "2026-1",
  "filing": "humanitarian-parole",
  "prepared_on": "2026-11-20",
  "file_by": "mail",
  "ground": "urgent_humanitarian_reasons",
  "bases": ["funeral"],
  "petitioner": {"name": {"family": "Haddad", "given": "Samir"}},
  "beneficiaries": [
    {"id": "nour", "name": {"family": "Haddad", "given": "Nour"}, "born": {"date": "2015-06-30"},
     "request": {}, "payment": {"method": "card", "fee": "standard"}}
  ],
  "supporters": [{"id": "samir", "is": "petitioner"}],
  "exhibits": [{"id": "death", "title": "Certificate", "files": ["a.pdf"], "proves": []}]
}
`

// problemsOf reads a case that must not read and returns its problems without the file's name.
func problemsOf(t *testing.T, data string, o Options) []string {
	t.Helper()
	_, err := Read("case.json", []byte(data), o)
	var problems *Problems
	if !errors.As(err, &problems) {
		t.Fatalf("Read returned %v, not *Problems", err)
	}
	var lines []string
	for _, p := range problems.List {
		lines = append(lines, strings.TrimPrefix(p.String(), "case.json:"))
	}
	return lines
}

func TestReadSample(t *testing.T) {
	data, err := os.ReadFile("../../samples/medical/case.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read("medical/case.json", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := f.Case.Beneficiaries[0]
	checks := map[string]bool{
		"name":       f.Case.Petitioner.Name.Middle == "Elias",
		"date":       b.Born.Date == Date{2015, 6, 30},
		"same":       b.PhysicalAddress.Same,
		"null":       b.History.AdvanceParoleDocument == nil && f.Case.Interpreter == nil,
		"false":      b.InUnitedStates != nil && !*b.InUnitedStates,
		"zero":       f.Case.Supporters[0].PeopleOnOtherSupportForms != nil,
		"left out":   f.Case.Notify == nil,
		"map":        f.Case.Supporters[0].Relationship["nour"] == "uncle",
		"accent":     b.Medical.HomePhysician.Hospital == "Hôpital Islamique de Tripoli",
		"integer":    b.Medical.USPhysician.CostUSD == 148000,
		"page range": f.Case.Exhibits[6].Files[0] == "exhibits/tax-2025.pdf#1-4",
	}
	for name, ok := range checks {
		if !ok {
			t.Errorf("%s was read wrongly", name)
		}
	}
}

func TestReadProblems(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", `"file_by"`, `"file_bye"`, `5:3: file_bye: an unknown key "file_bye"; did you mean "file_by"?`},
		{"unknown key in camel case", `"case_number"`, `"caseNumber"`, `2:3: caseNumber: an unknown key "caseNumber"; did you mean "case_number"?`},
		{"unknown key far from all", `"request": {}`, `"request": {"zebra": 1}`, `11:18: beneficiaries[0].request.zebra: an unknown key "zebra"`},
		{"odd key", `"request": {}`, `"request": {"a b": 1}`, `11:18: beneficiaries[0].request["a b"]: an unknown key "a b"`},
		{"duplicate key", `"ground": `, `"ground": "significant_public_benefit", "ground": `, `6:43: ground: the key "ground" a second time; the first is on line 6 of case.json`},
		{"missing key", `, "fee": "standard"`, ``, `11:32: beneficiaries[0].payment.fee: missing, wants the key "fee"`},
		{"empty required", `"2026-1"`, `" "`, `2:18: case_number: found nothing, wants a value`},
		{"petitioner without a name", `{"name": {"family": "Haddad", "given": "Samir"}}`, `{}`, `8:17: petitioner.name: missing, wants the key "name"`},
		{"petitioner with an empty name", `{"family": "Haddad", "given": "Samir"}`, `{"family": ""}`, `8:26: petitioner.name: found nothing, wants a value`},
		{"beneficiary without a birth", `, "born": {"date": "2015-06-30"}`, ``, `10:5: beneficiaries[0].born: missing, wants the key "born"`},
		{"beneficiary without a date of birth", `"date": "2015-06-30"`, `"city": "Tripoli"`, `10:75: beneficiaries[0].born.date: missing, wants the key "date"`},
		{"other supporter without a name", `"is": "petitioner"`, `"is": "other"`, `13:18: supporters[0].name: missing, wants the key "name"`},
		{"unknown basis of a fee waiver", `"exhibits": [`, `"fee_waiver": {"bases": ["low-income"]}, "exhibits": [`, `14:28: fee_waiver.bases[0]: found "low-income", wants means_tested_benefit, low_income or financial_hardship; did you mean "low_income"?`},
		{"unknown key of a fee waiver", `"exhibits": [`, `"fee_waiver": {"hardship": {"monthly_expenses": 9}}, "exhibits": [`, `14:31: fee_waiver.hardship.monthly_expenses: an unknown key "monthly_expenses"; did you mean "monthly_expenses_usd"?`},
		{"income in words", `"exhibits": [`, `"fee_waiver": {"income": {"own_usd": "none"}}, "exhibits": [`, `14:40: fee_waiver.income.own_usd: found a string, wants a whole number`},
		{"no basis", `["funeral"]`, `[]`, `7:12: bases: missing, wants at least one entry`},
		{"a basis twice", `["funeral"]`, `["funeral", "funeral"]`, `7:24: bases[1]: "funeral" a second time; name each once`},
		{"string for a list", `["a.pdf"]`, `"a.pdf"`, `14:65: exhibits[0].files: found a string, wants a list in [ ]; put [ ] around it`},
		{"string for an object", `"request": {}`, `"request": "soon"`, `11:17: beneficiaries[0].request: found a string, wants an object in { }`},
		{"null for an object", `"request": {}`, `"request": null`, `11:17: beneficiaries[0].request: found null, wants an object in { }`},
		{"number for a string", `"2026-1"`, `2026`, `2:18: case_number: found a number, wants text in quotes; write "2026"`},
		{"string for a number", `"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": "96000"`, `13:75: supporters[0].annual_income_usd: found a string, wants a whole number; write 96000 without quotes`},
		{"fraction", `"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": 96000.5`, `13:75: supporters[0].annual_income_usd: found 96000.5, wants a whole number; write it without a fraction or exponent`},
		{"negative", `"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": -1`, `13:75: supporters[0].annual_income_usd: found -1, wants a whole number from 0 to 999999999`},
		{"huge", `"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": 99999999999999999999`, `13:75: supporters[0].annual_income_usd: found 99999999999999999999, wants a whole number from 0 to 999999999`},
		{"inches", `"request": {}`, `"request": {}, "biographic": {"height": {"feet": 5, "inches": 12}}`, `11:68: beneficiaries[0].biographic.height.inches: found 12, wants a whole number from 0 to 11`},
		{"string for true", `"request": {}`, `"request": {}, "in_united_states": "false"`, `11:41: beneficiaries[0].in_united_states: found a string, wants true or false; write false without quotes`},
		{"word of no list", `"mail"`, `"Fedex"`, `5:14: file_by: found "Fedex", wants mail, courier or online`},
		{"near word", `"mail"`, `"mial"`, `5:14: file_by: found "mial", wants mail, courier or online; did you mean "mail"?`},
		{"near word of a long list", `["funeral"]`, `["medical treatment"]`, `7:13: bases[0]: found "medical treatment"; did you mean "medical_treatment"?`},
		{"number of no list", `"files"`, `"rotate": 45, "files"`, `14:66: exhibits[0].rotate: found 45, wants 0, 90, 180 or 270`},
		{"impossible date", `2026-11-20`, `2026-02-30`, `4:18: prepared_on: found "2026-02-30", wants a date such as 2026-11-20; the calendar has no such day`},
		{"short date", `2015-06-30`, `2015-6-3`, `10:84: beneficiaries[0].born.date: found "2015-6-3", wants a date such as 2026-11-20; write "2015-06-03"`},
		{"American date", `2026-11-20`, `11/20/2026`, `4:18: prepared_on: found "11/20/2026", wants a date such as 2026-11-20; write year-month-day`},
		{"ancient date", `2015-06-30`, `0015-06-30`, `10:84: beneficiaries[0].born.date: found "0015-06-30", wants a date such as 2026-11-20; the year must be between 1850 and 2199`},
		{"number for a date", `"2026-11-20"`, `20261120`, `4:18: prepared_on: found a number, wants a date such as 2026-11-20 in quotes`},
		{"long id", `"id": "death"`, `"id": "Death certificate"`, `14:23: exhibits[0].id: found "Death certificate", wants a short word of a-z, 0-9, - and _; write "death-certificate"`},
		{"two lines", `"2026-1"`, `"2026\n1"`, `2:18: case_number: found more than one line, wants one line`},
		{"control character", `"Certificate"`, `"Cert\u0000"`, `14:41: exhibits[0].title: found a control character, wants plain text`},
		{"two exhibits of one id", `"exhibits": [`, `"exhibits": [{"id": "death", "title": "x", "files": [], "proves": []}, `, `14:81: exhibits[1].id: "death" a second time; the first is exhibits[0]`},
		{"dangling exhibit", `"request": {}`, `"request": {}, "funeral": {"exhibit": "deth"}`, `11:44: beneficiaries[0].funeral.exhibit: found "deth", wants the id of an entry in exhibits; did you mean "death"?`},
		{"dangling supporter", `"request": {}`, `"request": {}, "supporters": ["maya"]`, `11:36: beneficiaries[0].supporters[0]: found "maya", wants the id of an entry in supporters; there is samir`},
		{"dangling beneficiary", `"files"`, `"for": ["nuor"], "files"`, `14:64: exhibits[0].for[0]: found "nuor", wants the id of an entry in beneficiaries; did you mean "nour"?`},
		{"dangling relationship", `"is": "petitioner"`, `"is": "petitioner", "relationship": {"noor": "uncle"}`, `13:71: supporters[0].relationship.noor: found "noor", wants the id of an entry in beneficiaries; did you mean "nour"?`},
		{"self described twice", `{"name": {"family"`, `{"self": true, "name": {"family"`, `8:32: petitioner.name: the petitioner described beside "self": true; say it once, under the beneficiary`},
		{"same as nothing", `"request": {}`, `"request": {}, "physical_address": "same"`, `11:41: beneficiaries[0].physical_address: found "same", wants a mailing_address to be the same as`},
		{"address of another word", `"request": {}`, `"request": {}, "physical_address": "Same"`, `11:41: beneficiaries[0].physical_address: found "Same", wants an address in { } or the word "same"; did you mean "same"?`},
		{"mailing address same", `"request": {}`, `"request": {}, "mailing_address": "same"`, `11:40: beneficiaries[0].mailing_address: found a string, wants an object in { }`},
		{"supporter who is nobody", `"is": "petitioner"`, `"is": "beneficiary"`, `13:40: supporters[0].is: found "beneficiary", wants one beneficiary who names this supporter; give the supporter the id of the beneficiary it is`},
		{"path above the folder", `"a.pdf"`, `"exhibits/../../a.pdf"`, `14:66: exhibits[0].files[0]: found "exhibits/../../a.pdf", wants a file inside the case's folder; copy the file into the folder and leave out ".."`},
		{"redaction of nothing", `"files"`, `"redact": [{"page": 1, "rect": [9, 9, 9, 9]}], "files"`, `14:87: exhibits[0].redact[0].rect: found a rectangle without an inside, wants left, bottom, right, top in points`},
		{"redaction of three numbers", `"files"`, `"redact": [{"page": 1, "rect": [9, 9, 9]}], "files"`, `14:87: exhibits[0].redact[0].rect: found a list, wants a list of 4 numbers`},
		{"missing comma", `"mail",`, `"mail"`, `6:3: found a string, wants a comma before it, or }`},
		{"single quotes", `"mail"`, `'mail'`, `5:14: found a single quote, wants a value; JSON wants double quotes`},
		{"bare word", `"mail"`, `mail`, `5:14: a word or number that JSON does not know; put text in double quotes`},
		{"leading zero", `"2026-1"`, `007`, `2:18: a word or number that JSON does not know; put text in double quotes`},
		{"open string", `"mail"`, `"mail`, `5:14: a string that does not end on its line; close it with ", or write a line break as \n`},
		{"bad escape", `"a.pdf"`, `"exhibits\q.pdf"`, `14:75: a backslash that starts no known escape; write a backslash as \\ and a path with /`},
		{"half a pair", `"Nour"`, `"\ud83d"`, `10:59: half of a surrogate pair; write the character itself`},
		{"open comment", `"mail"`, `/* "mail"`, `5:14: a comment that never ends; close it with */`},
		{"trailing data", "}\n", "}\n{}", `16:1: more text after the end of the case; a file holds one { } and nothing behind it`},
		{"not UTF-8", `Samir`, "Sam\xefr", `8:60: a byte that is not UTF-8; save the file as UTF-8`},
		{"columns count runes", `"given": "Nour"}`, `"given": "نور", "x": 1}`, `10:65: beneficiaries[0].name.x: an unknown key "x"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			broken := replaceLast(t, small, tt.old, tt.new)
			got := problemsOf(t, broken, Options{})
			if !slices.Contains(got, tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), tt.want)
			}
		})
	}
}

// replaceLast replaces the last place that holds old.
func replaceLast(t *testing.T, s, old, with string) string {
	t.Helper()
	i := strings.LastIndex(s, old)
	if i < 0 {
		t.Fatalf("the case does not hold %q", old)
	}
	return s[:i] + with + s[i+len(old):]
}

// TestReadTellsNothingElse holds that one mistake makes one problem.
func TestReadTellsNothingElse(t *testing.T) {
	for _, edit := range [][2]string{
		{`"mail"`, `"mial"`}, {`"mail",`, `"mail"`}, {`{"date": "2015-06-30"}`, `{}`}, {`"id": "death"`, `"id": 7`},
		{`{"name": {"family": "Haddad", "given": "Samir"}}`, `{}`}, {"Samir", "S\xff"}, {`"samir"`, `"Samir!"`},
	} {
		broken := replaceLast(t, small, edit[0], edit[1])
		broken = replaceLast(t, broken, `"request": {}`, `"request": {}, "supporters": []`)
		if got := problemsOf(t, broken, Options{}); len(got) != 1 {
			t.Errorf("%s: %d problems:\n%s", edit[1], len(got), strings.Join(got, "\n"))
		}
	}
}

func TestReadKeepsPrivateNumbers(t *testing.T) {
	for _, edit := range []string{
		`"ssn": 123456789`, `"ssn": ["123-45-6789"]`, `"ssn": "123-45-6789\u0007"`, `"a_number": 123456789`,
		`"uscis_account": {"n": "123456789"}`, `"passport": {"number": 123456789}`, `"ssn": 123-45-6789`, `"ssn": "123-45-6789`,
	} {
		broken := replaceLast(t, small, `"request": {}`, `"request": {}, `+edit)
		if got := strings.Join(problemsOf(t, broken, Options{}), "\n"); strings.Contains(got, "6789") {
			t.Errorf("%s is repeated:\n%s", edit, got)
		}
	}
}

func TestReadForms(t *testing.T) {
	bomCase := bom + strings.ReplaceAll(small, "\n", "\r\n")
	forms := map[string]string{
		"byte-order mark and CRLF": bomCase,
		"comments":                 strings.Replace(small, `"filing"`, "// how\n /* and * what */ \"filing\"", 1),
		"trailing commas":          strings.NewReplacer(`["funeral"]`, `["funeral",]`, `"standard"}`, `"standard",}`).Replace(small),
		"nothing said":             strings.Replace(small, `"request": {}`, `"request": {}, "sex": "", "status": null, "passport": null, "phone": {"day": ""}, "signed_by": null`, 1),
		"one name":                 strings.Replace(small, `"given": "Nour"`, `"given": ""`, 1),
		"self":                     strings.Replace(small, `{"name": {"family": "Haddad", "given": "Samir"}}`, `{"self": true, "name": {"family": "", "given": ""}, "phone": {}}`, 1),
		"backslashes":              strings.Replace(small, `"a.pdf"`, `"exhibits\\a.pdf#2-"`, 1),
		"numbers":                  strings.Replace(small, `"files"`, `"redact": [{"page": 1, "rect": [0, -1.5, 1e2, 2E+1]}], "files"`, 1),
	}
	for name, data := range forms {
		if _, err := Read("case.json", []byte(data), Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := strings.Replace(bomCase, `{`, `{"zebra": 1,`, 1)
	if got := problemsOf(t, broken, Options{}); got[0] != `1:2: zebra: an unknown key "zebra"` {
		t.Errorf("behind a byte-order mark: %s", got[0])
	}
	broken = strings.Replace(bomCase, `"mail"`, `"mial"`, 1)
	if got := problemsOf(t, broken, Options{}); !strings.HasPrefix(got[0], `5:14: file_by`) {
		t.Errorf("with CRLF: %s", got[0])
	}
}

func TestReadBounds(t *testing.T) {
	tests := map[string]struct{ data, want string }{
		"empty":      {"", "1:1: found the end of the file, wants a value"},
		"only space": {" \n ", "2:2: found the end of the file, wants a value"},
		"list":       {"[]", "1:1: found a list, wants an object in { }"},
		"deep":       {strings.Repeat("[", 100_000), "1:33: more than 32 levels of { and [; no key of a case lies so deep"},
		"large":      {strings.Repeat(" ", maxSize+1), fmt.Sprintf("1:1: found %d bytes, wants at most %d", maxSize+1, maxSize)},
		"UTF-16":     {"\xff\xfe{\x00}\x00", "1:1: found UTF-16 text, wants UTF-8; save the file as UTF-8"},
	}
	for name, tt := range tests {
		if got := problemsOf(t, tt.data, Options{}); !slices.Contains(got, tt.want) {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
	many := `{` + strings.Repeat(`"zebra":1,`, 1000) + `}`
	got := problemsOf(t, many, Options{})
	if len(got) != maxProblems+1 || !slices.Contains(got, `1:2002: more problems from here on; mend these first`) {
		t.Errorf("%d problems, the last %s", len(got), got[len(got)-1])
	}
}

func TestReadGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/broken.json")
	if err != nil {
		t.Fatal(err)
	}
	firm, err := os.ReadFile("testdata/firm.json")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(problemsOf(t, string(data), Options{Firm: &Source{Name: "firm.json", Data: firm}}), "\n") + "\n"
	golden := filepath.Join("testdata", "broken.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("problems changed (run with -update if that is meant):\n%s", got)
	}
}

func TestPlace(t *testing.T) {
	f, err := Read("case.json", []byte(small), Options{})
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"":                                "1:1",
		"case_number":                     "2:3",
		"beneficiaries":                   "9:3",
		"beneficiaries[0]":                "10:5",
		"beneficiaries[0].born.date":      "10:76",
		"beneficiaries[0].born.city":      "10:75",
		"beneficiaries[0].medical.x.y[3]": "10:5",
		"beneficiaries[7].born":           "9:20",
		"exhibits[0].files[0]":            "14:66",
		"attorney.name":                   "1:1",
		"bases[x]":                        "7:12",
	}
	for path, want := range tests {
		p := f.Place(path)
		if got := fmt.Sprintf("%d:%d", p.Line, p.Column); got != want || p.Path != path || p.File != "case.json" {
			t.Errorf("%q: %s in %s, want %s", path, got, p.File, want)
		}
	}
}
