package casefile

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"
)

// Schema returns the JSON Schema (draft 2020-12) of the case file, made from the same types and
// tags that Read follows, for editors. It knows shapes; that ids are unique and that what cites them
// leads somewhere is for Read alone.
func Schema() ([]byte, error) {
	return schemaOf(reflect.TypeFor[Case](), "Case file", "One request for humanitarian parole: everything that one packet says.")
}

// FirmSchema returns the JSON Schema of firm.json.
func FirmSchema() ([]byte, error) {
	return schemaOf(reflect.TypeFor[Firm](), "Firm file", "What all of a firm's cases share.")
}

// schemaOf reflects a type and adds what the tags say beyond Go's own types.
func schemaOf(t reflect.Type, title, description string) ([]byte, error) {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: mapDate}
	root := r.ReflectFromType(t)
	root.Title, root.Description = title, description
	refine(root, t)
	for _, def := range structsIn(t) {
		if s, ok := root.Definitions[def.Name()]; ok {
			refine(s, def)
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(root)
	return out.Bytes(), err
}

// mapDate gives dates their string form.
func mapDate(t reflect.Type) *jsonschema.Schema {
	if t != dateType {
		return nil
	}
	return &jsonschema.Schema{Type: "string", Format: "date", Pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
}

// structsIn returns the struct types that a type reaches, each once, itself not among them.
func structsIn(root reflect.Type) []reflect.Type {
	seen := map[reflect.Type]bool{root: true, dateType: true}
	var found []reflect.Type
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || t != root && seen[t] {
			return
		}
		if t != root {
			seen[t] = true
			found = append(found, t)
		}
		for _, f := range reflect.VisibleFields(t) {
			if f.Type != root {
				visit(f.Type)
			}
		}
	}
	visit(root)
	return found
}

// refine adds to an object's schema what the tags of its type say.
func refine(s *jsonschema.Schema, t reflect.Type) {
	for _, f := range fieldsOf(t) {
		field := t.FieldByIndex(f.index)
		if property, ok := s.Properties.Get(f.key); ok {
			property = refineProperty(property, f)
			property.Description = field.Tag.Get("desc")
			s.Properties.Set(f.key, property)
		}
	}
	if c, ok := reflect.New(t).Interface().(conditional); ok {
		s.AllOf = conditions(c)
	}
}

// refineProperty adds to one key's schema what its tags say.
func refineProperty(s *jsonschema.Schema, f field) *jsonschema.Schema {
	switch s.Type {
	case "array":
		s.UniqueItems = f.enum != nil || f.ref != ""
		if f.min > 0 {
			s.MinItems = count(f.min)
		}
		if s.Items != nil && s.Items.Type == "string" {
			refineString(s.Items, f.item())
		}
	case "string":
		if s.Format != "date" {
			refineString(s, f)
		}
	case "integer":
		refineInteger(s, f)
	}
	return orNothing(s, f)
}

// count returns a number as the schema's length keywords want it.
func count(n int) *uint64 {
	u := uint64(max(n, 0))
	return &u
}

// outsidePath matches paths that leave the case's folder.
const outsidePath = `^[/\\]|^.:|://|(^|[/\\])\.\.([/\\]|#|$)`

// refineString adds patterns and word lists to a string.
func refineString(s *jsonschema.Schema, f field) {
	switch {
	case f.enum != nil:
		s.Enum = wordsOf(f.enum)
	case f.id != "":
		s.Pattern = `^[a-z0-9_-]{1,64}$`
	case f.line:
		s.Pattern = `^[^\r\n]*\S[^\r\n]*$`
	case f.file:
		s.Not = &jsonschema.Schema{Pattern: outsidePath}
	case f.pages:
		s.Pattern = `^\s*[0-9]+(-[0-9]*)?\s*(,\s*[0-9]+(-[0-9]*)?\s*)*$`
	}
	if !f.optional && !f.blank {
		s.MinLength = count(1)
	}
}

// refineInteger adds bounds or the numbers allowed.
func refineInteger(s *jsonschema.Schema, f field) {
	if f.enum != nil {
		for _, word := range f.enum {
			s.Enum = append(s.Enum, json.Number(word))
		}
		return
	}
	s.Minimum, s.Maximum = number(f.low), number(f.high)
}

// wordsOf returns words as enum values.
func wordsOf(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}
