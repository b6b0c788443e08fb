package blank

import (
	"regexp"
	"strings"

	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
)

// A Foot is what a form's page prints at its foot (docs/facts.md 2.16): form and edition, as in I-131 and 01/20/25.
type Foot struct{ Form, Printed string }

// footPattern reads a line without its spaces: `FormI-131Edition01/20/25Page1of14`, `FormG-114509/26/14YPage1of1`.
var footPattern = regexp.MustCompile(`Form([A-Z]{1,3}-\d{1,4}?[A-Z]{0,2})(?:Edition)?(\d\d/\d\d/\d\d)`)

// formPattern is a form's number.
var formPattern = regexp.MustCompile(`^(?i)[A-Z]{1,3}-\d{1,4}[A-Z]{0,2}$`)

// IsForm reports whether a word may be a form's number, as I-131. No other names a folder.
func IsForm(word string) bool { return formPattern.MatchString(word) }

// Told is what a form's barcode, or else the foot of its first page, says of form and edition; false where neither tells.
func Told(doc *pdf.Document, fields []pdf.Field) (Foot, bool) {
	if text, ok := barcode(fields); ok {
		form, rest, _ := strings.Cut(text, "|")
		printed, _, _ := strings.Cut(rest, "|")
		return Foot{Form: form, Printed: printed}, IsForm(form)
	}
	return footOf(doc, 1)
}

// footOf reads the foot of a page, 1-based; false where it prints none, or cannot be read.
func footOf(doc *pdf.Document, page int) (Foot, bool) {
	runs, err := pagetext.Runs(doc, page)
	if err != nil {
		return Foot{}, false
	}
	lines := pagetext.Lines(runs)
	for i := len(lines) - 1; i >= 0; i-- {
		text := strings.Join(strings.Fields(lines[i].Text), "")
		if m := footPattern.FindStringSubmatch(text); m != nil {
			return Foot{Form: m[1], Printed: m[2]}, true
		}
	}
	return Foot{}, false
}

// waits reports whether the first page is the notice that stands before a form which only Adobe's reader draws.
func waits(doc *pdf.Document) bool {
	runs, err := pagetext.Runs(doc, 1)
	if err != nil {
		return false
	}
	var all strings.Builder
	for _, r := range runs {
		all.WriteString(r.Text)
	}
	return strings.Contains(strings.Join(strings.Fields(all.String()), ""), "Pleasewait")
}
