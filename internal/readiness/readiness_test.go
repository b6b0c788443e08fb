package readiness

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

func TestSampleIsReady(t *testing.T) {
	for _, f := range Check(sample(t)) {
		if f.Severity != finding.Note {
			t.Errorf("%s %s at %s: %s", f.Severity, f.Code, f.Place.Path, f.Summary)
		}
	}
}

// TestEachRule breaks the sample in one way at a time and wants that one finding and no other.
func TestEachRule(t *testing.T) {
	base := codes(Check(sample(t)))
	for _, r := range rows() {
		t.Run(r.code+" "+r.path, func(t *testing.T) {
			in := sample(t)
			r.mutate(in.Case)
			if r.input != nil {
				r.input(&in)
			}
			got := Check(in)
			want := append(slices.Clone(r.also), r.code+" "+r.path)
			for _, c := range base {
				if !slices.Contains(r.gone, c) {
					want = append(want, c)
				}
			}
			slices.Sort(want)
			if have := codes(got); !slices.Equal(have, want) {
				t.Errorf("findings\n\t%s\nwant\n\t%s", strings.Join(have, "\n\t"), strings.Join(want, "\n\t"))
			}
			wellSaid(t, in.Case, got)
		})
	}
}

// codes lists code and path of each finding, sorted.
func codes(l finding.List) []string {
	var list []string
	for _, f := range l {
		list = append(list, f.Code+" "+f.Place.Path)
	}
	slices.Sort(list)
	return list
}

// wellSaid holds findings to one sentence, a way out, a rule, a place, and no private value.
func wellSaid(t *testing.T, c *casefile.Case, l finding.List) {
	t.Helper()
	secrets := private(reflect.ValueOf(c).Elem(), false)
	for _, f := range l {
		if !strings.HasSuffix(f.Summary, ".") || f.Summary == "." {
			t.Errorf("%s: the summary %q is no sentence", f.Code, f.Summary)
		}
		if f.Do == "" && f.Severity != finding.Note || f.Rule == "" || f.Place.Path == "" {
			t.Errorf("%s: do %q, rule %q, path %q; all must be given", f.Code, f.Do, f.Rule, f.Place.Path)
		}
		if f.Place.Line == 0 || f.Place.File != "case.json" {
			t.Errorf("%s: %s has no line in the file", f.Code, f.Place.Path)
		}
		for _, s := range secrets {
			if strings.Contains(f.Summary+f.Do, s) {
				t.Errorf("%s: the finding repeats the private value %q", f.Code, s)
			}
		}
	}
}

// private collects the values that no finding may repeat: those whose key is tagged private, and
// dates of birth.
func private(v reflect.Value, secret bool) []string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return private(v.Elem(), secret)
	case reflect.Slice:
		var list []string
		for i := range v.Len() {
			list = append(list, private(v.Index(i), secret)...)
		}
		return list
	case reflect.String:
		if secret && len(v.String()) > 3 {
			return []string{v.String()}
		}
	case reflect.Struct:
		if d, ok := v.Interface().(casefile.Date); ok {
			if secret && !d.IsZero() {
				return []string{d.String(), fmt.Sprintf("%02d/%02d/%04d", d.Month, d.Day, d.Year)}
			}
			return nil
		}
		var list []string
		for i := range v.NumField() {
			f := v.Type().Field(i)
			hidden := strings.Contains(f.Tag.Get("case"), "private") || strings.HasPrefix(f.Tag.Get("json"), "born") && f.Type == reflect.TypeFor[casefile.Date]() ||
				v.Type() == reflect.TypeFor[casefile.Birth]() && f.Name == "Date"
			list = append(list, private(v.Field(i), hidden)...)
		}
		return list
	}
	return nil
}

// TestEveryRuleHasARow fails where a rule could be taken out and no test would notice.
func TestEveryRuleHasARow(t *testing.T) {
	tested := map[string]bool{}
	for _, r := range rows() {
		tested[r.code] = true
	}
	seen := map[string]bool{}
	for _, r := range rules() {
		if !tested[r.code] {
			t.Errorf("no row breaks the sample so that %s is found", r.code)
		}
		if seen[r.code] {
			t.Errorf("%s stands in the table twice", r.code)
		}
		seen[r.code] = true
	}
	for code := range tested {
		if !seen[code] {
			t.Errorf("a row wants %s, which no rule finds", code)
		}
	}
}

func TestCheckIsPure(t *testing.T) {
	in, twin := sample(t), sample(t)
	in.Case.Beneficiaries[0].Medical, twin.Case.Beneficiaries[0].Medical = nil, nil
	first := Check(in)
	if !reflect.DeepEqual(in.Case, twin.Case) {
		t.Error("Check changed the case")
	}
	if second := Check(in); !reflect.DeepEqual(first, second) {
		t.Errorf("two runs differ:\n%v\n%v", first, second)
	}
}

func TestCheckOfLittle(t *testing.T) {
	if l := Check(Input{}); l != nil {
		t.Errorf("no case gives %v", l)
	}
	for _, c := range []*casefile.Case{
		{},
		{Petitioner: casefile.Petitioner{Self: true}},
		{Petitioner: casefile.Petitioner{Self: true}, Supporters: []casefile.Supporter{{ID: "a", Is: "petitioner"}, {ID: "b", Is: "beneficiary"}}},
		{Beneficiaries: []casefile.Beneficiary{{ID: "a", Supporters: []string{"b"}}}, Bases: []string{"medical_treatment", "funeral"}},
	} {
		if l := Check(Input{Case: c, AsOf: asOf}); !l.Blocked() {
			t.Errorf("a case of nothing is ready: %v", codes(l))
		}
	}
}

// TestWorstFirst holds the list to the order of the file within each severity.
func TestWorstFirst(t *testing.T) {
	in := sample(t)
	in.Case.Beneficiaries[0].Request.Reasons = ""
	in.Case.Petitioner.Sex = ""
	in.Case.Petitioner.Email = "nobody"
	got := Check(in)
	var order []string
	for _, f := range got {
		if f.Severity != finding.Note {
			order = append(order, f.Code)
		}
	}
	if want := []string{"filer-sex-missing", "reasons-missing", "email-shape"}; !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}

// TestSupersededEditionNamesItsEnd wants the day on which an edition ended, and what is taken instead.
func TestSupersededEditionNamesItsEnd(t *testing.T) {
	in := sample(t)
	in.Edition = func(form string) (string, bool) {
		if form == "I-134" {
			return "2016-11-30", true
		}
		return builtIn(form)
	}
	want := "Form I-134, edition 11/30/16, is superseded: the agency took it until 2022-12-19 and now takes edition 01/20/25."
	if got := summaryOf(Check(in), "edition-not-accepted"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	in.AsOf = day("2010-05-05")
	if got := summaryOf(Check(in), "edition-not-accepted"); got != "The agency takes Form G-1145, edition 09/26/14, from 2014-09-26 on." {
		t.Errorf("%q", got)
	}
}

// summaryOf is the summary of the first finding of a code.
func summaryOf(list finding.List, code string) string {
	for _, f := range list {
		if f.Code == code {
			return f.Summary
		}
	}
	return ""
}
