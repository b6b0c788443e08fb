package catalog

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/casefile"
)

var update = flag.Bool("update", false, "write the goldens again")

// TestGolden shows what each form says in each case, for reading against the printed form.
func TestGolden(t *testing.T) {
	cases := map[string]func(testing.TB) *casefile.Case{
		"medical": medical, "self": selfPetition, "awkward": awkward,
	}
	c := load(t)
	for name, make := range cases {
		for _, form := range []string{"I-131", "I-134", "G-28", "G-1145", "G-1450"} {
			e, ok := c.Current(form)
			if !ok {
				t.Errorf("no map of %s", form)
				continue
			}
			t.Run(form+"/"+name, func(t *testing.T) {
				supporter := -1
				if form == "I-134" {
					supporter = 0
				}
				env := NewEnv(make(t), 0, supporter)
				env.FeeUSD = 630
				golden(t, fmt.Sprintf("%s.%s.golden", strings.ToLower(form), name), dump(t, e, env))
			})
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and read the difference\ngot:\n%s", file, got)
	}
}

// dump lists what a form says: page, item, label, value, keys and field, one line a field.
func dump(t *testing.T, e *Edition, env *Env) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", e.Form, e.Edition)
	for i := range e.Fields {
		f := &e.Fields[i]
		if v := shown(t, f, env); v != "" {
			fmt.Fprintf(&b, "p%d | %s | %s | %s | %s | %s\n", f.Page, f.Item, f.Label, v, keysOf(f.Expr, env), leaf(f.Name))
		}
	}
	for i := range e.Also {
		a := &e.Also[i]
		v, err := a.Value(env)
		if err != nil {
			t.Error(err)
		}
		if v != "" {
			fmt.Fprintf(&b, "also | p%d part %s item %s | %s | %s\n", a.Page, a.Part(), a.ItemNumber(), v, keysOf(a.Text, env))
		}
	}
	for i := range e.Signatures {
		s := &e.Signatures[i]
		if signs, err := s.Signs(env); err != nil {
			t.Error(err)
		} else if signs {
			fmt.Fprintf(&b, "sign | p%d | %s | %s | %s\n", s.Page, s.Item, s.Who, leaf(s.Name))
		}
	}
	return b.String()
}

// shown is what a field shows: text, export value, or an x with the on-state.
func shown(t *testing.T, f *Field, env *Env) string {
	t.Helper()
	var value string
	var err error
	switch f.Kind {
	case KindCheckbox:
		var on bool
		if on, err = f.Check(env); on {
			value = fmt.Sprintf("[x] %q", f.On[0])
		}
	case KindChoice:
		value, err = f.Choose(env)
	default:
		value, err = f.Text(env)
	}
	if err != nil {
		t.Error(err)
	}
	return value
}

func keysOf(e *Expr, env *Env) string {
	var keys []string
	for _, from := range e.From {
		keys = append(keys, env.Key(from))
	}
	return strings.Join(keys, ", ")
}

func leaf(name string) string { return strings.TrimPrefix(name, "form1[0].") }
