package contest

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"unicode"

	"parolepack/bench/measure"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// Kept is what a file holds of a form's values and of bookmarks.
type Kept struct {
	// Fields counts the live fields that have a value, Bookmarks the items of the outline.
	Fields, Bookmarks int
	// Words counts those words of the form's values that a reader shows; -1 where no reader is installed.
	Words int
}

// Values are the words of a form's answers that are long enough to be told from the form's own print.
func Values(form *plan.Part) []string {
	seen, list := map[string]bool{}, []string(nil)
	for _, f := range form.Form.Fields {
		if f.Kind != plan.TextField || f.Comb > 0 {
			continue
		}
		for _, w := range split(f.Value) {
			if len(w) >= 6 && !seen[w] {
				seen[w] = true
				list = append(list, w)
			}
		}
	}
	return list
}

// split parts a text at all that is neither letter nor digit.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// lookPages is how many pages are read for the values: the form stands first, or after letter and index.
const lookPages = 40

// Look reads a file back. The words are those of Values.
func Look(ctx context.Context, path string, words []string) (Kept, error) {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return Kept{}, fmt.Errorf("reading back: %w", err)
	}
	defer d.Close()
	fields, err := d.Fields()
	if err != nil {
		return Kept{}, fmt.Errorf("reading back: %w", err)
	}
	marks, err := d.Outline()
	if err != nil {
		return Kept{}, fmt.Errorf("reading back: %w", err)
	}
	k := Kept{Bookmarks: len(marks), Words: -1}
	for i := range fields {
		if hasValue(d, &fields[i]) {
			k.Fields++
		}
	}
	if text, ok := shown(ctx, path); ok {
		k.Words = 0
		for _, w := range words {
			if text[w] {
				k.Words++
			}
		}
	}
	return k, nil
}

// hasValue tells whether a field holds an answer (ISO 32000-1, 12.7.3, /V).
func hasValue(d *pdf.Document, f *pdf.Field) bool {
	v, err := d.Resolve(f.Dict["V"])
	if err != nil {
		return false
	}
	switch v := v.(type) {
	case pdf.String:
		return strings.TrimSpace(v.Text()) != ""
	case pdf.Name:
		return v != "Off"
	}
	return false
}

// shown gives the words that a reader shows on the first pages; false where none is installed.
func shown(ctx context.Context, path string) (map[string]bool, bool) {
	tool, err := exec.LookPath("mutool")
	if err != nil {
		return nil, false
	}
	text, err := measure.Output(ctx, tool, "draw", "-q", "-F", "txt", path, fmt.Sprintf("1-%d", lookPages))
	if err != nil && text == "" {
		return nil, false
	}
	words := map[string]bool{}
	for _, w := range split(text) {
		words[w] = true
	}
	return words, true
}
