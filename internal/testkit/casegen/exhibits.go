package casegen

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"parolepack/internal/casefile"
)

// exhibits makes some exhibits of the one file; a full case has one for everything that can be proven.
func (g *generator) exhibits() {
	field, _ := reflect.TypeFor[casefile.Exhibit]().FieldByName("Proves")
	all := strings.Split(field.Tag.Get("enum"), "|")
	g.c.Exhibits = []casefile.Exhibit{}
	for i := range 1 + g.rng.IntN(3) {
		var e casefile.Exhibit
		g.fill(&e, "exhibit")
		e.ID, e.Files = "e"+strconv.Itoa(i+1), []string{g.exhibit}
		if e.Proves = g.words("Exhibit.proves", all); g.at["presence"] == "full" {
			e.Proves = slices.Clone(all)
		}
		if e.For = nil; g.present("Exhibit.for") {
			e.For = []string{g.c.Beneficiaries[g.rng.IntN(len(g.c.Beneficiaries))].ID}
		}
		g.c.Exhibits = append(g.c.Exhibits, e)
	}
	g.c.Waivers = nil
	if g.present("Case.waivers") {
		g.c.Waivers = []casefile.Waiver{{Code: "relationship-unproven", Reason: g.phrase(20)}}
	}
}

// citations puts the id of an exhibit wherever the case cites one.
func (g *generator) citations(c *casefile.Case) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Field(i); v.Type().Field(i).Tag.Get("ref") == "exhibits" && f.String() != "" {
					f.SetString(c.Exhibits[g.rng.IntN(len(c.Exhibits))].ID)
				} else {
					walk(f)
				}
			}
		}
	}
	walk(reflect.ValueOf(c))
}
