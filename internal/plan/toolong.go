package plan

import (
	"fmt"

	"parolepack/internal/catalog"
	"parolepack/internal/finding"
)

// tooLongRule is the row of docs/findings.md for a text that has no place.
func tooLongRule() Rule {
	return Rule{
		Code: "text-too-long", Severity: finding.Blocker,
		What: "A text does not fit its box, and the form has no other place for it; the box stays empty.",
		Do:   "Shorten the text in the case file, as the agency abbreviates it.",
		Law:  "8 CFR 103.2(a)(1): a form is filed as its instructions say; an answer that is cut is none",
	}
}

// tooLong blocks the packet for a text that has no place: it names the item and the lengths, and leaves the box empty.
func (m *maker) tooLong(part string, ed *catalog.Edition, f *catalog.Field, field Field, long *tooLongError) {
	rule := tooLongRule()
	path := ""
	if len(field.From) > 0 {
		path = field.From[0]
	}
	m.find(finding.Finding{
		Code: rule.Code, Severity: rule.Severity, About: part,
		Summary: fmt.Sprintf("Form %s item %s (%s): %s, and the form has no other place for them; the box stays empty.", ed.Form, f.Item, f.Label, long),
		Do:      rule.Do, Rule: rule.Law,
	}, path)
}
