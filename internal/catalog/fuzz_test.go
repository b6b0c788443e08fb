package catalog

import (
	"os"
	"testing"
)

// FuzzLoad reads whatever a firm's folder may hold: an error or a catalog, never a panic, and
// what loads can be evaluated.
func FuzzLoad(f *testing.F) {
	f.Add(smallMap, smallInventory)
	f.Add("form: X-1\n", "[]")
	f.Add("a: &a [*a]\n", "[")
	f.Add("fields:\n  - {name: x, text: \"a\", <<: {}}\n", `[{"name":"x","type":"text"}]`)
	env := NewEnv(medical(f), 0, 0)
	f.Fuzz(func(t *testing.T, m, inventory string) {
		c, err := Load(folder(m, inventory))
		if err != nil {
			return
		}
		for _, e := range c.Editions() {
			for i := range e.Fields {
				field := &e.Fields[i]
				_, _ = field.Text(env)
				_, _ = field.Check(env)
				_, _ = field.Choose(env)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(os.DirFS("../../fields")); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvaluate is all that the catalog adds to filling one I-131.
func BenchmarkEvaluate(b *testing.B) {
	e, _ := load(b).Current("I-131")
	c := medical(b)
	for b.Loop() {
		env := NewEnv(c, 0, -1)
		for i := range e.Fields {
			f := &e.Fields[i]
			if f.Kind == KindCheckbox {
				_, _ = f.Check(env)
			} else {
				_, _ = f.Text(env)
			}
		}
	}
}
