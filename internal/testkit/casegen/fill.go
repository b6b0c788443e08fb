package casegen

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"parolepack/internal/casefile"
)

// elsewhere are the keys that are not filled by reflection: parties, exhibits and what hangs together with others are made
// by hand, and some say nothing that a form shows.
func elsewhere() []string {
	return []string{
		"Case.$schema", "Case.filing", "Case.petitioner", "Case.beneficiaries", "Case.supporters", "Case.attorney", "Case.preparer",
		"Case.interpreter", "Case.exhibits", "Case.expedite", "Case.fee_waiver", "Case.waivers", "Beneficiary.payment",
		"Supporter.interpreter", "Exhibit.redact", "Exhibit.password", "Letter.template",
	}
}

// fill fills a struct that v points to.
func (g *generator) fill(v any, key string) { g.structure(reflect.ValueOf(v).Elem(), key) }

// structure fills each key of a struct by its tags.
func (g *generator) structure(v reflect.Value, key string) {
	switch s := v.Addr().Interface().(type) {
	case *casefile.Date:
		*s = g.date(key)
		return
	case *casefile.Address:
		*s = g.address()
		return
	case *casefile.Name:
		*s = g.name()
		return
	case *casefile.Stay:
		*s = g.stay()
		return
	}
	for _, f := range reflect.VisibleFields(v.Type()) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		place := v.Type().Name() + "." + key
		if f.Anonymous || key == "" || key == "-" || slices.Contains(elsewhere(), place) {
			continue
		}
		if options == "" || g.present(place) {
			g.value(v.FieldByIndex(f.Index), key, place, f.Tag)
		}
	}
}

// present decides whether an optional key is there. Every key is left out at its first turn of mixed cases and there at its
// second, so that few cases see it both ways.
func (g *generator) present(key string) bool {
	switch g.at["presence"] {
	case "full":
		return true
	case "sparse":
		return g.chance(12)
	}
	g.turns["present "+key]++
	if n := g.turns["present "+key]; n <= 2 {
		return n == 2
	}
	if g.whose == "fee_waiver" {
		return g.chance(90) // few cases ask for one, and a form of its own shows it
	}
	return g.chance(60)
}

// value fills one key.
func (g *generator) value(v reflect.Value, key, place string, tag reflect.StructTag) {
	switch v.Kind() {
	case reflect.Pointer:
		target := reflect.New(v.Type().Elem())
		g.value(target.Elem(), key, place, tag)
		v.Set(target)
	case reflect.Struct:
		g.structure(v, key)
	case reflect.Slice:
		g.list(v, key, place, tag)
	case reflect.String:
		v.SetString(g.text(key, place, tag))
	case reflect.Int:
		v.SetInt(int64(g.number(place, tag)))
	case reflect.Bool:
		v.SetBool(g.chance(50))
	}
}

// list fills a list: words of an enum each once, anything else one to three times.
func (g *generator) list(v reflect.Value, key, place string, tag reflect.StructTag) {
	if enum := tag.Get("enum"); enum != "" {
		v.Set(reflect.ValueOf(g.words(place, strings.Split(enum, "|"))))
		return
	}
	if tag.Get("ref") != "" {
		return
	}
	n := 1 + g.rng.IntN(3)
	switch key {
	case "dependents", "assets":
		n, _ = strconv.Atoi(g.at[key])
	case "benefits":
		n = []int{1, 8, 4, 9}[g.rng.IntN(4)]
	case "other_names":
		n = 1 + g.rng.IntN(5)
	}
	items := reflect.MakeSlice(v.Type(), n, n)
	for i := range n {
		g.value(items.Index(i), key, place, tag)
	}
	v.Set(items)
}

// words are some words of an enum, the next in turn always among them.
func (g *generator) words(place string, enum []string) []string {
	list := []string{g.next(place, enum)}
	for _, w := range enum {
		if w != list[0] && g.chance(45) {
			list = append(list, w)
		}
	}
	return list
}

// number is a whole number within its range, or one of its few.
func (g *generator) number(place string, tag reflect.StructTag) int {
	if enum := tag.Get("enum"); enum != "" {
		n, _ := strconv.Atoi(g.next(place, strings.Split(enum, "|")))
		return n
	}
	if low, high, ok := strings.Cut(tag.Get("range"), "-"); ok {
		from, _ := strconv.Atoi(low)
		to, _ := strconv.Atoi(high)
		if n := g.turns[place]; n < 2 {
			g.turns[place]++
			return []int{from, to}[n]
		}
		return from + g.rng.IntN(min(to, 200)-from+1)
	}
	sums := []int{0, 1, 850, 41_000, 96_250, 1_234_567}
	return sums[g.rng.IntN(len(sums))]
}
