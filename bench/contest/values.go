package contest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"

	"parolepack/internal/plan"
)

// forms spells a planned form's values as FDF (ISO 32000-1, 12.7.7), each field under its full name.
func forms(part *plan.Part) []byte {
	var b bytes.Buffer
	b.WriteString("%FDF-1.2\n1 0 obj\n<</FDF<</Fields[\n")
	for _, f := range part.Form.Fields {
		value := text(f.Value)
		if f.Kind == plan.CheckField {
			value = name(f.Value)
		}
		fmt.Fprintf(&b, "<</T%s/V%s>>\n", text(f.Name), value)
	}
	b.WriteString("]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
	return b.Bytes()
}

// text spells a text string in UTF-16 (7.9.2.2).
func text(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}

// name spells a name (7.3.5); on-states may hold spaces.
func name(s string) string {
	var b strings.Builder
	b.WriteByte('/')
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("#()<>[]{}/%", c) >= 0 {
			fmt.Fprintf(&b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// answer sets a planned form's values in a form that pdfcpu exported as JSON, and unlocks what is answered.
func answer(exported []byte, part *plan.Part) ([]byte, error) {
	var whole map[string]any
	if err := json.Unmarshal(exported, &whole); err != nil {
		return nil, err
	}
	answers := map[string]*plan.Field{}
	for i := range part.Form.Fields {
		answers[part.Form.Fields[i].Name] = &part.Form.Fields[i]
	}
	list, _ := whole["forms"].([]any)
	for _, form := range list {
		kinds, _ := form.(map[string]any)
		for _, fields := range kinds {
			each, _ := fields.([]any)
			for _, field := range each {
				set(field, answers)
			}
		}
	}
	return json.Marshal(whole)
}

// set answers one field of the JSON form.
func set(field any, answers map[string]*plan.Field) {
	entry, _ := field.(map[string]any)
	full, _ := entry["name"].(string)
	f := answers[full]
	if f == nil {
		return
	}
	entry["locked"] = false
	if f.Kind == plan.CheckField {
		entry["value"] = true
		return
	}
	entry["value"] = f.Value
}
