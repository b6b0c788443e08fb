package catalog

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// everyCase are all the kinds of case that the goldens show, by name.
func everyCase() map[string]func(testing.TB) *casefile.Case {
	list := map[string]func(testing.TB) *casefile.Case{
		"medical": medical, "self": selfPetition, "awkward": awkward, "hard up": hardUp, "guardian": grown, "parent": parent,
	}
	for _, s := range scenarios() {
		list[s.name] = s.make
	}
	return list
}

// saying calls f with each field of each form that shows something, for every beneficiary and supporter of a case.
func saying(t *testing.T, c *Catalog, k *casefile.Case, f func(e *Edition, env *Env, field *Field, value string)) {
	t.Helper()
	for b := range k.Beneficiaries {
		for s := -1; s < len(k.Supporters); s++ {
			env := NewEnv(k, b, s)
			for _, e := range c.Editions() {
				if (e.Form == "I-134") != (s >= 0) {
					continue
				}
				for i := range e.Fields {
					if v := shown(t, &e.Fields[i], env); v != "" {
						f(e, env, &e.Fields[i], v)
					}
				}
			}
		}
	}
}

// TestWhatParoleFromAbroadLeavesBlank holds the I-131 of every kind of case to what the form says of item 7: no second person in
// a self-petition, Part 4 up to 3.c, nothing in Parts 5 to 7 and 9 (docs/facts.md 2.3, 2.6 and 2.8).
func TestWhatParoleFromAbroadLeavesBlank(t *testing.T) {
	c := load(t)
	for name, make := range everyCase() {
		k, them, biographic := make(t), 0, 0
		saying(t, c, k, func(e *Edition, env *Env, f *Field, value string) {
			if e.Form != "I-131" {
				return
			}
			number, err := strconv.Atoi(strings.TrimRight(strings.SplitN(f.ItemNumber(), ".", 2)[0], "ABCDEFGHIJKLM"))
			if err != nil && f.Item != "" {
				t.Fatalf("item %q", f.Item)
			}
			switch part := f.Part(); {
			case part == "1" && number != 7 && number != 13,
				part == "2" && number >= 12 && number <= 15,
				part == "2" && number > 25,
				part == "4" && number > 3,
				slices.Contains([]string{"5", "6", "7", "9"}, part):
				t.Errorf("%s: item %s (%s) says %s", name, f.Item, f.Label, value)
			case part == "2" && number >= 16:
				them++
			case part == "3":
				biographic++
				for _, from := range f.Expr.From {
					if key := env.Key(from); !strings.HasPrefix(key, env.keys.beneficiaryKey()+".biographic") {
						t.Errorf("%s: item %s describes %s", name, f.Item, key)
					}
				}
			}
		})
		if (them > 0) == k.Petitioner.Self || biographic == 0 {
			t.Errorf("%s: self %v, %d boxes of Part 2 items 16 to 27, %d of Part 3", name, k.Petitioner.Self, them, biographic)
		}
	}
}

// TestNoCardDataOnThePaymentForm leaves every box about the card, its holder and its billing address to a hand, whatever the case.
func TestNoCardDataOnThePaymentForm(t *testing.T) {
	e, _ := load(t).Current("G-1450")
	card := 0
	for i := range e.Fields {
		f := &e.Fields[i]
		if !strings.Contains(f.Name, "Credit") && !strings.Contains(f.Name, "CCHolder") && !strings.Contains(f.Name, "Expiration") {
			continue
		}
		card++
		if f.Blank != ByHand || f.Expr != nil {
			t.Errorf("%s (%s) is %q", f.Name, f.Label, f.Blank)
		}
	}
	if card != 16 {
		t.Errorf("%d boxes about a card, want 16", card)
	}
}

// TestOnePersonIsWrittenOneWay wants the names and numbers of one key of the case to read the same in every box of every form,
// since the agency compares them (docs/facts.md 7.8).
func TestOnePersonIsWrittenOneWay(t *testing.T) {
	c := load(t)
	alike := []string{".name.family", ".name.given", ".name.middle", ".a_number", ".ssn", ".uscis_account", ".born.date", ".born.country", ".citizenship", ".email", ".day", ".mobile", ".street", ".city", ".zip"}
	for name, make := range everyCase() {
		seen, where := map[string]string{}, map[string]int{}
		saying(t, c, make(t), func(e *Edition, env *Env, f *Field, value string) {
			if f.Kind != KindText || len(f.Expr.From) != 1 {
				return
			}
			key := env.Key(f.Expr.From[0])
			if !slices.ContainsFunc(alike, func(s string) bool { return strings.HasSuffix(key, s) }) {
				return
			}
			if first, ok := seen[key]; ok && first != value {
				t.Errorf("%s: %s is %q and, on %s item %s, %q", name, key, first, e.Form, f.Item, value)
			}
			seen[key], where[key] = value, where[key]+1
		})
		if filer := where["petitioner.name.family"] + where["beneficiaries[0].name.family"]; filer < 4 {
			t.Errorf("%s: the filer's name stands in %d boxes", name, filer)
		}
	}
}

// TestHelpersLandInTheirParts wants who prepares and who interprets in the parts for them: the attorney who prepares, or else the
// preparer; the filer's interpreter on the I-131 and I-912, the supporter's on the I-134 (docs/facts.md 2.9 and 2.12).
func TestHelpersLandInTheirParts(t *testing.T) {
	c := load(t)
	for _, row := range []struct {
		name                         string
		make                         func(testing.TB) *casefile.Case
		preparer, filers, supporters string
	}{
		{"the attorney prepares", medical, "Okafor", "", ""},
		{"a preparer who is not the attorney", awkward, "Reyes", "Mansour", ""},
		{"no attorney at all", helpers, "Reyes", "Mansour", "Sarkis"},
		{"the attorney and an interpreter", hardUp, "Okafor", "Mansour", ""},
		{"nobody", selfPetition, "", "", ""},
	} {
		got := map[string]string{}
		saying(t, c, row.make(t), func(e *Edition, _ *Env, f *Field, value string) {
			if f.Label == "Family name" {
				got[e.Form+" "+e.Edition[:4]+" "+f.Part()] = value
			}
		})
		for part, want := range map[string]string{
			"I-131 2025 12": row.preparer, "I-131 2025 11": row.filers, "I-134 2025 7": row.preparer, "I-134 2025 6": row.supporters,
			"I-134 2016 6": row.preparer, "I-134 2016 5": row.supporters, "I-912 2025 9": row.preparer, "I-912 2025 8": row.filers,
		} {
			if got[part] != want {
				t.Errorf("%s: %s has %q, want %q", row.name, part, got[part], want)
			}
		}
	}
}
