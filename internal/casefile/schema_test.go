package casefile

import (
	"bytes"
	"os"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"
)

// readSample reads the sample case.
func readSample(t *testing.T) *File {
	t.Helper()
	data, err := os.ReadFile("../../samples/medical/case.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read("case.json", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// compile returns the validator of a schema.
func compile(t *testing.T, schema []byte, err error) *validator.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := validator.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("case.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("case.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate holds a document against a schema.
func validate(t *testing.T, s *validator.Schema, data string) error {
	t.Helper()
	doc, err := validator.UnmarshalJSON(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestSchemaTakesTheSample(t *testing.T) {
	schema, err := Schema()
	s := compile(t, schema, err)
	sample, err := os.ReadFile("../../samples/medical/case.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := validate(t, s, string(sample)); err != nil {
		t.Error(err)
	}
}

// TestSchemaAgreesWithRead holds that editors and the program refuse the same shapes.
func TestSchemaAgreesWithRead(t *testing.T) {
	schema, err := Schema()
	s := compile(t, schema, err)
	tests := []struct {
		old, new string
		ok       bool
	}{
		{`"request": {}`, `"request": {}`, true},
		{`"request": {}`, `"request": {}, "sex": "", "status": null, "passport": null, "born_at": 1`, false},
		{`"request": {}`, `"request": {}, "sex": "", "status": null, "passport": null`, true},
		{`"request": {}`, `"request": {"reasons": {"fiel": "a"}}`, false},
		{`"request": {}`, `"request": {"reasons": {"file": "../a.md"}}`, false},
		{`"request": {}`, `"request": {"stay": {"from": "", "until": null}}`, true},
		{`"request": {}`, `"request": {"stay": {"from": "soon"}}`, false},
		{`"request": {}`, `"request": null`, false},
		{`"request": {}, `, ``, false},
		{`"request": {}`, `"request": {}, "biographic": {"height": {"feet": 5, "inches": 12}}`, false},
		{`"request": {}`, `"request": {}, "mailing_address": {"street": "x"}, "physical_address": "same"`, true},
		{`"request": {}`, `"request": {}, "mailing_address": "same"`, false},
		{`"request": {}`, `"request": {}, "in_united_states": "no"`, false},
		{`"date": "2015-06-30"`, `"city": "Tripoli"`, false},
		{`"mail"`, `"pigeon"`, false},
		{`["funeral"]`, `[]`, false},
		{`["funeral"]`, `["holiday"]`, false},
		{`["funeral"]`, `["funeral", "funeral"]`, false},
		{`"2026-1"`, `""`, false},
		{`"2026-1"`, `"a\nb"`, false},
		{`"death"`, `"Death Certificate"`, false},
		{`"a.pdf"`, `"/a.pdf"`, false},
		{`"a.pdf"`, `"a\\..\\b.pdf"`, false},
		{`"a.pdf"`, `"a.pdf#1-4"`, true},
		{`"files"`, `"pages": "1-3, 7", "files"`, true},
		{`"files"`, `"pages": "all", "files"`, false},
		{`"files"`, `"rotate": 90, "files"`, true},
		{`"files"`, `"rotate": 45, "files"`, false},
		{`"files"`, `"redact": [{"page": 1, "rect": [1, 2, 3]}], "files"`, false},
		{`{"name": {"family": "Haddad", "given": "Samir"}}`, `{"self": true}`, true},
		{`{"name": {"family": "Haddad", "given": "Samir"}}`, `{"self": false}`, false},
		{`"is": "petitioner"`, `"is": "other"`, false},
		{`"is": "petitioner"`, `"is": "organization", "organization": "Fund"`, true},
		{`"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": "1"`, false},
		{`"is": "petitioner"`, `"is": "petitioner", "annual_income_usd": 1.5`, false},
		{`"is": "petitioner"`, `"is": "petitioner", "relationship": {"nour": 1}`, false},
	}
	for _, tt := range tests {
		data := replaceLast(t, small, tt.old, tt.new)
		_, readErr := Read("case.json", []byte(data), Options{})
		schemaErr := validate(t, s, data)
		if (readErr == nil) != tt.ok || (schemaErr == nil) != tt.ok {
			t.Errorf("%s: want ok %v; Read says %v; the schema says %v", tt.new, tt.ok, readErr, schemaErr)
		}
	}
}

func TestFirmSchema(t *testing.T) {
	schema, err := FirmSchema()
	s := compile(t, schema, err)
	if err := validate(t, s, firmJSON); err != nil {
		t.Error(err)
	}
	if validate(t, s, `{"case_number": "1"}`) == nil {
		t.Error("a firm with a case number passes")
	}
}

// TestSchemaSaysWhatKeysMean holds that every key has its sentence.
func TestSchemaSaysWhatKeysMean(t *testing.T) {
	var walk func(path string, doc any)
	walk = func(path string, doc any) {
		object, ok := doc.(map[string]any)
		if !ok {
			return
		}
		for key, property := range asObject(object["properties"]) {
			if asObject(property)["description"] == nil {
				t.Errorf("%s.%s has no description", path, key)
			}
		}
		for key, value := range object {
			walk(path+"."+key, value)
		}
	}
	schema, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := validator.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	for name, def := range asObject(asObject(doc)["$defs"]) {
		walk(name, def)
	}
}

// asObject returns a JSON object, or none.
func asObject(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}
