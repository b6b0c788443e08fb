package casefile

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// str decodes a string of any kind: a word of a list, an id, a file, a text.
func (d *decoder) str(n *node, v reflect.Value, path string, f field) {
	if f.text && n.kind == objectNode {
		d.textFile(n, v, path)
		return
	}
	if n.kind != stringNode {
		d.spoil(f)
		d.wrong(n, path, wantString(f), quoteIt(n, f))
		return
	}
	if f.optional && strings.TrimSpace(n.raw) == "" {
		return
	}
	if p, bad := checkString(n.raw, f); bad {
		d.spoil(f)
		d.report(n, path, p)
		return
	}
	v.SetString(n.raw)
	d.mention(n, path, f)
}

// wantString says what a string key wants, for messages about other types.
func wantString(f field) string {
	switch {
	case f.enum != nil:
		return oneOf(f.enum)
	case f.text:
		return `text in quotes or {"file": "statement.md"}`
	}
	return "text in quotes"
}

// quoteIt suggests the quotes that a number or word lacks; a private number is not repeated.
func quoteIt(n *node, f field) string {
	switch {
	case n.kind != numberNode && n.kind != boolNode:
		return ""
	case f.private || f.enum != nil:
		return "put it in double quotes"
	}
	return `write "` + shorten(n.raw) + `"`
}

// nothingThere is the problem of a required key that is there and says nothing.
func nothingThere() Problem { return Problem{Code: MissingKey, Found: "nothing", Want: "a value"} }

// checkString holds a string against its tags.
func checkString(s string, f field) (p Problem, bad bool) {
	switch {
	case strings.TrimSpace(s) == "" && !f.blank:
		return nothingThere(), true
	case hasControl(s):
		return Problem{Code: WrongShape, Found: "a control character", Want: "plain text"}, true
	case f.enum != nil && !slices.Contains(f.enum, s):
		return Problem{Code: WrongWord, Found: quoted(s), Want: oneOf(f.enum), Suggestion: didYouMean(s, f.enum)}, true
	case f.id != "" && !isID(s):
		return Problem{Code: WrongShape, Found: quoted(s), Want: "a short word of a-z, 0-9, - and _", Suggestion: suggestID(s)}, true
	case f.line && strings.ContainsAny(s, "\r\n\u2028\u2029"):
		return Problem{Code: WrongShape, Found: "more than one line", Want: "one line"}, true
	case f.file:
		_, err := ParseFile(s)
		return fileProblem(s, err), err != nil
	case f.pages:
		_, err := ParsePages(s)
		return fileProblem(s, err), err != nil
	}
	return Problem{}, false
}

// hasControl reports whether s holds control characters that no form or letter can show.
func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\t\r\n", r) })
}

// maxID bounds an id, which stands in file names and page labels.
const maxID = 64

// isID reports whether s is a short word that can stand in links and file names.
func isID(s string) bool {
	ok := func(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_' }
	return s != "" && len(s) <= maxID && !strings.ContainsFunc(s, func(r rune) bool { return !ok(r) })
}

// suggestID suggests the id that s is most likely meant to be.
func suggestID(s string) string {
	id := strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' || r == '/' {
			return '-'
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
	if id = strings.Trim(id, "-"); !isID(id) {
		return ""
	}
	return `write "` + id + `"`
}

// firstYear and lastYear bound the dates of people alive and of their papers.
const firstYear, lastYear = 1850, 2199

// date decodes an ISO date.
func (d *decoder) date(n *node, v reflect.Value, path string, f field) {
	const want = "a date such as 2026-11-20"
	if n.kind != stringNode {
		d.wrong(n, path, want+" in quotes", "")
		return
	}
	if n.raw == "" && f.optional {
		return
	}
	date, err := ParseDate(n.raw)
	if err != nil || date.Year < firstYear || date.Year > lastYear {
		p := Problem{Code: WrongDate, Found: quoted(n.raw), Want: want, Suggestion: suggestDate(n.raw)}
		d.report(n, path, p)
		return
	}
	v.Set(reflect.ValueOf(date))
}

// suggestDate suggests how to mend a date. What 03/04/2026 means is not guessed.
func suggestDate(s string) string {
	var y, m, day int
	if n, _ := fmt.Sscanf(s, "%d-%d-%d", &y, &m, &day); n != 3 {
		return "write year-month-day"
	}
	switch iso := fmt.Sprintf("%04d-%02d-%02d", y, m, day); {
	case !isDate(iso):
		return "the calendar has no such day"
	case y < firstYear || y > lastYear:
		return fmt.Sprintf("the year must be between %d and %d", firstYear, lastYear)
	default:
		return `write "` + iso + `"`
	}
}

// isDate reports whether s is a date of the calendar in ISO form.
func isDate(s string) bool {
	_, err := ParseDate(s)
	return err == nil
}
