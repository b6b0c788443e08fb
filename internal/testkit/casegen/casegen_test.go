package casegen

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

// whole is how many cases the forms are held against in full.
const whole = 300

func generated(t *testing.T) []Case {
	t.Helper()
	cases, err := Cases(whole, "e.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestCasesAreRead(t *testing.T) {
	for _, c := range generated(t) {
		if _, err := casefile.Read(c.Name, c.JSON, casefile.Options{}); err != nil {
			t.Errorf("%s (%s): %v", c.Name, c.Switches, err)
		}
	}
}

func TestCasesAreTheSameEachTime(t *testing.T) {
	a, b := generated(t), generated(t)
	few, err := Cases(12, "e.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for i := range a {
		if !bytes.Equal(a[i].JSON, b[i].JSON) || i < len(few) && !bytes.Equal(a[i].JSON, few[i].JSON) {
			t.Fatalf("%s differs from run to run", a[i].Name)
		}
	}
}

func TestEveryTwoPositionsMeet(t *testing.T) {
	cases := generated(t)
	if list := Unmet(cases); len(list) > 0 {
		t.Errorf("never together: %s", strings.Join(list, "; "))
	}
	if list := Unmet(cases[:1]); len(list) == 0 {
		t.Error("one case alone seems to bring all together")
	}
}

// TestEveryWordAndEveryAbsence holds the cases against the case file's types: each word of each enum is said somewhere,
// each key that may be left out is left out somewhere and given somewhere.
func TestEveryWordAndEveryAbsence(t *testing.T) {
	s := seen{words: map[string]bool{}, given: map[string]bool{}, absent: map[string]bool{}}
	for _, c := range generated(t) {
		file, err := casefile.Read(c.Name, c.JSON, casefile.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s.look(reflect.ValueOf(file.Case).Elem())
	}
	s.expect(reflect.TypeFor[casefile.Case](), map[reflect.Type]bool{})
	// No form and no letter shows these, or they cannot be made up without a file that suits them.
	idle := []string{"Case.$schema is never given", "Exhibit.password is never given", "Exhibit.redact is never given", "Letter.template is never given"}
	// A beneficiary may lack neither, see alsoRequired in casefile.
	idle = append(idle, "Beneficiary.name is never left out", "Beneficiary.born is never left out")
	for _, miss := range s.missing {
		if !slices.Contains(idle, miss) && !strings.HasPrefix(miss, "Redaction.") {
			t.Error(miss)
		}
	}
	if len(s.words) < 100 || len(s.given) < 150 {
		t.Errorf("%d words and %d keys seen: the test looks at nothing", len(s.words), len(s.given))
	}
}

// seen gathers what cases say, by type and key.
type seen struct {
	words, given, absent map[string]bool
	missing              []string
}

func (s *seen) look(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			s.look(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.look(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[casefile.Date]() {
			return
		}
		for _, f := range reflect.VisibleFields(v.Type()) {
			if key := keyOf(v.Type(), f); key != "" {
				s.key(v.FieldByIndex(f.Index), key, f.Tag.Get("enum"))
			}
		}
	}
}

func (s *seen) key(v reflect.Value, key, enum string) {
	if v.IsZero() {
		s.absent[key] = true
		return
	}
	s.given[key] = true
	if enum == "" {
		s.look(v)
		return
	}
	for _, word := range strings.Split(enum, "|") {
		if spoken(v, word) {
			s.words[key+" "+word] = true
		}
	}
}

// spoken reports whether a value is a word or a list that holds it.
func spoken(v reflect.Value, word string) bool {
	switch list := v.Interface().(type) {
	case string:
		return list == word
	case []string:
		return slices.Contains(list, word)
	case int:
		return word == strconv.Itoa(list)
	}
	return false
}

// keyOf is type and key of a field, empty for what is no key.
func keyOf(t reflect.Type, f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if f.Anonymous || key == "" || key == "-" {
		return ""
	}
	return t.Name() + "." + key
}

// expect walks the types and notes what was never seen.
func (s *seen) expect(t reflect.Type, been map[reflect.Type]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || been[t] || t == reflect.TypeFor[casefile.Date]() {
		return
	}
	been[t] = true
	for _, f := range reflect.VisibleFields(t) {
		key := keyOf(t, f)
		if key == "" {
			continue
		}
		_, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		s.note(s.given[key], key+" is never given")
		s.note(options == "" || s.absent[key], key+" is never left out")
		for _, word := range strings.Split(f.Tag.Get("enum"), "|") {
			s.note(word == "" || word == "0" || s.words[key+" "+word], key+" is never "+word)
		}
		s.expect(f.Type, been)
	}
}

func (s *seen) note(ok bool, miss string) {
	if !ok {
		s.missing = append(s.missing, miss)
	}
}
