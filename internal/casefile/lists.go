package casefile

import (
	"fmt"
	"reflect"
	"slices"
)

// list decodes each item; an item that cannot be read keeps its zero value, so that indexes stay
// those of the file.
func (d *decoder) list(n *node, v reflect.Value, path string, f field) {
	if n.kind != arrayNode {
		d.spoil(f)
		d.wrong(n, path, "a list in [ ]", bracketIt(n))
		return
	}
	if len(n.items) < f.min && !n.partial {
		d.report(n, path, Problem{Code: MissingKey, Want: "at least one entry"})
	}
	items := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		d.value(item, items.Index(i), at(path, i), f.item())
	}
	v.Set(items)
	if f.enum != nil || f.ref != "" {
		d.twice(n, path)
	}
}

// bracketIt suggests the brackets that a single entry lacks.
func bracketIt(n *node) string {
	if n.kind == stringNode || n.kind == objectNode {
		return "put [ ] around it"
	}
	return ""
}

// twice tells words that a list holds more than once.
func (d *decoder) twice(n *node, path string) {
	var seen []string
	for i, item := range n.items {
		if item.kind != stringNode || item.raw == "" {
			continue
		}
		if slices.Contains(seen, item.raw) {
			d.report(item, at(path, i), Problem{Code: WrongShape, Found: quoted(item.raw) + " a second time", Suggestion: "name each once"})
			continue
		}
		seen = append(seen, item.raw)
	}
}

// array decodes a list of a fixed length, as a rectangle is.
func (d *decoder) array(n *node, v reflect.Value, path string, f field) {
	if n.kind != arrayNode || len(n.items) != v.Len() {
		d.wrong(n, path, fmt.Sprintf("a list of %d numbers", v.Len()), "")
		return
	}
	for i, item := range n.items {
		d.value(item, v.Index(i), at(path, i), f.item())
	}
}

// words decodes an object whose keys are ids and whose values are words.
func (d *decoder) words(n *node, v reflect.Value, path string, f field) {
	if n.kind != objectNode {
		d.wrong(n, path, "an object in { }", "")
		return
	}
	words := map[string]string{}
	for _, m := range n.members {
		here := join(path, m.key)
		key := &node{kind: stringNode, in: m.in, at: m.at, raw: m.key}
		if _, ok := words[m.key]; ok {
			d.report(key, here, Problem{Code: DuplicateKey, Found: "the key " + quoted(m.key) + " a second time"})
			continue
		}
		words[m.key] = ""
		d.mention(key, here, f)
		if m.value.kind != stringNode {
			d.wrong(m.value, here, "text in quotes", quoteIt(m.value, f))
			continue
		}
		words[m.key] = m.value.raw
	}
	v.Set(reflect.ValueOf(words))
}
