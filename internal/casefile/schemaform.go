package casefile

import (
	"encoding/json"
	"strconv"

	"github.com/invopop/jsonschema"
)

// number returns n as the schema's bounds want it.
func number(n int) json.Number { return json.Number(strconv.Itoa(n)) }

// orNothing widens a key's schema to the other forms that it may take: a text in a file of its
// own, the word "same", and null or "" where the key may be left out.
func orNothing(s *jsonschema.Schema, f field) *jsonschema.Schema {
	forms := []*jsonschema.Schema{s}
	if f.text {
		forms = append(forms, textFileSchema())
	}
	if f.same {
		forms = append(forms, &jsonschema.Schema{Const: "same"})
	}
	switch {
	case !f.optional:
		return anyOf(forms)
	case s.Enum != nil:
		s.Enum = append(s.Enum, nothing(s).Enum...)
		s.Type = ""
		return s
	case s.Pattern != "" || s.Not != nil || s.Type == "" || len(forms) > 1:
		return anyOf(append(forms, nothing(s)))
	}
	s.Extras = map[string]any{"type": []string{s.Type, "null"}}
	s.Type = ""
	return s
}

// nothing is what stands for a value that is not given, beside one that has a fixed form.
func nothing(s *jsonschema.Schema) *jsonschema.Schema {
	if s.Type == "string" {
		return &jsonschema.Schema{Enum: []any{"", nil}}
	}
	return &jsonschema.Schema{Enum: []any{nil}}
}

// anyOf joins alternatives; one alone stays as it is.
func anyOf(forms []*jsonschema.Schema) *jsonschema.Schema {
	if len(forms) == 1 {
		return forms[0]
	}
	return &jsonschema.Schema{AnyOf: forms}
}

// textFileSchema is {"file": "statement.md"}.
func textFileSchema() *jsonschema.Schema {
	properties := jsonschema.NewProperties()
	properties.Set("file", &jsonschema.Schema{
		Type: "string", MinLength: count(1), Not: &jsonschema.Schema{Pattern: outsidePath},
		Description: "A text file inside the case's folder.",
	})
	return &jsonschema.Schema{
		Type: "object", Properties: properties, Required: []string{"file"}, AdditionalProperties: jsonschema.FalseSchema,
	}
}

// conditions returns what a struct wants of its keys, given what its other keys say.
func conditions(c conditional) []*jsonschema.Schema {
	switch c.(type) {
	case *Petitioner:
		return []*jsonschema.Schema{{If: when("self", true), Else: &jsonschema.Schema{Required: []string{"name"}}}}
	case *Beneficiary:
		born := jsonschema.NewProperties()
		born.Set("born", &jsonschema.Schema{Required: []string{"date"}})
		return []*jsonschema.Schema{{Required: []string{"name", "born"}, Properties: born}}
	case *Supporter:
		return []*jsonschema.Schema{
			{If: when("is", "other"), Then: &jsonschema.Schema{Required: []string{"name"}}},
			{If: when("is", "organization"), Then: &jsonschema.Schema{Required: []string{"organization"}}},
		}
	}
	return nil
}

// when matches objects that give a key one value.
func when(key string, value any) *jsonschema.Schema {
	properties := jsonschema.NewProperties()
	properties.Set(key, &jsonschema.Schema{Const: value})
	return &jsonschema.Schema{Properties: properties, Required: []string{key}}
}
