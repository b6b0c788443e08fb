package casefile

import (
	"fmt"
	"reflect"
	"slices"
)

// A decoder fills Go values from a tree, following the tags, and collects every problem on its
// way instead of stopping at the first.
type decoder struct {
	problems *Problems
	readText func(path string) ([]byte, error)
	fields   map[reflect.Type][]field
	ids      map[string][]mention // by list: the ids that its entries give
	refs     []mention            // ids that something cites
	spoiled  map[string]bool      // lists whose ids are not all known
}

// A mention is an id where it is given or cited.
type mention struct {
	list string
	id   string
	node *node
	path string
}

// newDecoder returns a decoder that adds to problems.
func newDecoder(problems *Problems, readText func(string) ([]byte, error)) *decoder {
	return &decoder{
		problems: problems, readText: readText,
		fields: map[reflect.Type][]field{}, ids: map[string][]mention{}, spoiled: map[string]bool{},
	}
}

// report adds a problem at a value.
func (d *decoder) report(n *node, path string, p Problem) {
	d.problems.add(p.placed(n.in, n.at, path))
}

// wrong reports a value of another type than the key wants.
func (d *decoder) wrong(n *node, path, want, suggestion string) {
	d.report(n, path, Problem{Code: WrongType, Found: n.kind.String(), Want: want, Suggestion: suggestion})
}

// dateType and addressType are the structs that are not plain objects.
var dateType, addressType = reflect.TypeFor[Date](), reflect.TypeFor[Address]()

// value decodes n into v.
func (d *decoder) value(n *node, v reflect.Value, path string, f field) {
	if n.kind == nullNode && f.optional {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		d.pointer(n, v, path, f)
	case reflect.Struct:
		d.structure(n, v, path, f)
	case reflect.Slice:
		d.list(n, v, path, f)
	case reflect.Array:
		d.array(n, v, path, f)
	case reflect.Map:
		d.words(n, v, path, f)
	case reflect.String:
		d.str(n, v, path, f)
	case reflect.Int:
		d.integer(n, v, path, f)
	case reflect.Float64:
		d.number(n, v, path)
	case reflect.Bool:
		d.boolean(n, v, path)
	}
}

// pointer decodes into a new value; null, where it is allowed, leaves nil.
func (d *decoder) pointer(n *node, v reflect.Value, path string, f field) {
	target := reflect.New(v.Type().Elem())
	f.optional = false // an empty object is still something said: only null is nothing
	d.value(n, target.Elem(), path, f)
	v.Set(target)
}

// structure decodes an object, a date or an address.
func (d *decoder) structure(n *node, v reflect.Value, path string, f field) {
	switch {
	case v.Type() == dateType:
		d.date(n, v, path, f)
	case v.Type() == addressType && f.same && n.kind == stringNode:
		d.same(n, v, path)
	case n.kind != objectNode:
		d.wrong(n, path, "an object in { }", "")
	default:
		d.object(n, v, path, f.optional && !n.given())
	}
}

// same decodes the one word that an address may be.
func (d *decoder) same(n *node, v reflect.Value, path string) {
	if n.raw == "same" {
		v.FieldByName("Same").SetBool(true)
		return
	}
	d.report(n, path, Problem{
		Code: WrongWord, Found: quoted(n.raw), Want: `an address in { } or the word "same"`,
		Suggestion: didYouMean(n.raw, []string{"same"}),
	})
}

// object decodes each key of an object, then tells the keys that it lacks. An empty one, as a
// template holds where nothing is to be said, lacks none.
func (d *decoder) object(n *node, v reflect.Value, path string, empty bool) {
	fields := d.fieldsOf(v.Type())
	if empty {
		fields = allOptional(fields)
	}
	seen := map[string]member{}
	for _, m := range n.members {
		d.key(m, v, path, fields, seen)
	}
	if n.partial {
		return
	}
	for _, f := range fields {
		if _, ok := seen[f.key]; !ok && !f.optional {
			d.missing(n, path, f)
		}
	}
	if c, ok := v.Addr().Interface().(conditional); ok {
		d.alsoRequired(n, path, c)
	}
}

// key decodes one member, or tells why it cannot stand where it does.
func (d *decoder) key(m member, v reflect.Value, path string, fields []field, seen map[string]member) {
	here := join(path, m.key)
	i := slices.IndexFunc(fields, func(f field) bool { return f.key == m.key })
	if i < 0 && isCardKey(here, m.key) {
		d.problems.add(cardDataKey(m.key).placed(m.in, m.at, here))
		return
	}
	if i < 0 {
		p := Problem{Code: UnknownKey, Found: "an unknown key " + quoted(m.key), Suggestion: didYouMean(m.key, keysOf(fields))}
		d.problems.add(p.placed(m.in, m.at, here))
		return
	}
	if first, ok := seen[m.key]; ok {
		line, _ := first.in.place(first.at)
		p := Problem{Code: DuplicateKey, Found: "the key " + quoted(m.key) + " a second time", Suggestion: fmt.Sprintf("the first is on line %d of %s", line, first.in.name)}
		d.problems.add(p.placed(m.in, m.at, here))
		return
	}
	seen[m.key] = m
	d.value(m.value, v.FieldByIndex(fields[i].index), here, fields[i])
}

// missing tells a required key that an object lacks.
func (d *decoder) missing(n *node, path string, f field) {
	if f.id != "" {
		d.spoiled[f.id] = true
	}
	d.report(n, join(path, f.key), Problem{Code: MissingKey, Want: `the key "` + f.key + `"`})
}

// fieldsOf returns the keys of a type, read once a file.
func (d *decoder) fieldsOf(t reflect.Type) []field {
	fields, ok := d.fields[t]
	if !ok {
		fields = fieldsOf(t)
		d.fields[t] = fields
	}
	return fields
}
