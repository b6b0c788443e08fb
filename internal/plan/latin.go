package plan

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"parolepack/internal/finding"
	"parolepack/internal/font"
)

// transliterationRule is the row of docs/findings.md for an answer in another script.
func transliterationRule() Rule {
	return Rule{
		Code: "answer-transliteration", Severity: finding.Warning,
		What: "An answer on a form is in the letters of another script. They are drawn, but the agency's forms are answered in English.",
		Do:   "Write it in English, and names in Latin letters as in the machine-readable lines of the passport; the original script belongs in an exhibit with its translation.",
		Law:  "8 CFR 103.2(a)(1): by the form's instructions; 103.2(b)(3): foreign words with their English translation",
	}
}

// unreadableRule is the row for an answer of which something cannot be drawn.
func unreadableRule() Rule {
	return Rule{
		Code: "answer-unreadable", Severity: finding.Blocker,
		What: "An answer on a form holds characters that no font has; each is drawn as a box, which the agency cannot read.",
		Do:   "Write it in Latin letters; where the characters were lost on their way into the file, type them again.",
		Law:  "8 CFR 103.2(a)(1): by the form's instructions; an answer that cannot be read is none",
	}
}

// boxRule is the row for pages of ours of which something cannot be drawn.
func boxRule() Rule {
	return Rule{
		Code: "text-unreadable", Severity: finding.Warning,
		What: "A page that we write, as the letter or the index, holds characters that no font has; each is drawn as a box.",
		Do:   "Write the text in Latin letters; where the characters were lost on their way into the file, type them again.",
		Law:  "What is drawn as a box is not read",
	}
}

// A spot is where an answer stands on a form.
type spot struct {
	part, words string
	from        []string
}

// latin finds the answers that the forms show in other scripts, or with characters that no font has: a finding an answer of the case,
// whatever number of boxes it stands in.
func (m *maker) latin() {
	spots := m.foreignSpots()
	if len(spots) == 0 {
		return
	}
	told := m.namesTold()
	for key, text := range m.Case.Texts() {
		if !foreign(text) {
			continue
		}
		where := slices.DeleteFunc(slices.Clone(spots), func(s spot) bool { return !slices.ContainsFunc(s.from, holds(key)) })
		if len(where) == 0 {
			continue
		}
		if lost := m.lost(text); len(lost) > 0 {
			m.tell(unreadableRule(), key, where[0].part, "%s holds characters that no font has: %s.", named(where), codes(lost))
		}
		if scripts := scriptsOf(text); len(scripts) > 0 && !slices.ContainsFunc(told, holds(key)) {
			m.tell(transliterationRule(), key, where[0].part, "%s holds %s letters, and the form is answered in English.", named(where), andList(scripts))
		}
	}
}

// tell adds a finding of a rule.
func (m *maker) tell(rule Rule, key, about, summary string, args ...any) {
	m.find(finding.Finding{
		Code: rule.Code, Severity: rule.Severity, About: about, Summary: fmt.Sprintf(summary, args...), Do: rule.Do, Rule: rule.Law,
	}, key)
}

// holds returns a test for the keys that key is, or is a part of.
func holds(key string) func(string) bool {
	return func(object string) bool {
		rest, ok := strings.CutPrefix(key, object)
		return ok && object != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
	}
}

// named is the first place of an answer in words, and how many more there are.
func named(where []spot) string {
	switch n := len(where) - 1; n {
	case 0:
		return where[0].words
	case 1:
		return where[0].words + " (and one more box)"
	default:
		return fmt.Sprintf("%s (and %d more boxes)", where[0].words, n)
	}
}

// foreignSpots are the boxes and the answers on continuation sheets that show anything but Latin letters.
func (m *maker) foreignSpots() []spot {
	var out []spot
	for i := range m.plan.Parts {
		p := &m.plan.Parts[i]
		if p.Form != nil {
			for k := range p.Form.Fields {
				if f := &p.Form.Fields[k]; f.Kind != CheckField && foreign(f.Value) {
					out = append(out, spot{p.ID, fmt.Sprintf("Form %s item %s", p.Form.Form, f.Item), f.From})
				}
			}
		}
		if p.Sheets != nil {
			for _, a := range p.Sheets.Answers {
				if foreign(a.Text) {
					out = append(out, spot{p.Under, fmt.Sprintf("Form %s item %s.%s", p.Sheets.Form, a.Part, a.Item), a.From})
				}
			}
		}
	}
	return out
}

// namesTold are the keys of the names that the readiness rules already tell not to be in Latin letters.
func (m *maker) namesTold() []string {
	var out []string
	for _, f := range m.plan.Findings {
		if f.Code == "name-not-latin" {
			out = append(out, f.Place.Path)
		}
	}
	return out
}

// foreign reports whether a text may hold anything but Latin letters and the signs that go with them.
func foreign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x370 && !unicode.Is(unicode.Latin, r) && (r < 0x2010 || r > 0x2122)
	})
}

// lost are the characters of a text that no font has.
func (m *maker) lost(text string) []rune {
	lost, err := m.Fonts.Missing(font.Sans, strings.ReplaceAll(tidy(text), "\n", " "))
	if err != nil {
		return nil // the face itself is missing, which setting the text tells
	}
	return lost
}

// codes are characters by their numbers, since a text must not stand in a log.
func codes(lost []rune) string {
	const most = 6
	var out []string
	for _, r := range lost[:min(len(lost), most)] {
		out = append(out, fmt.Sprintf("U+%04X%s", r, ofScript(r)))
	}
	if more := len(lost) - most; more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	return andList(out)
}

// ofScript is a character's script in brackets, where it has one.
func ofScript(r rune) string {
	switch name := scriptName(r); {
	case name != "":
		return " (" + name + ")"
	case r == unicode.ReplacementChar:
		return " (a character that was lost)"
	case unicode.Is(unicode.Co, r):
		return " (private use)"
	}
	return ""
}

// scriptsOf are the scripts of a text's words, in alphabetical order. A single Greek letter is a sign, as in β-blocker.
func scriptsOf(text string) []string {
	found := map[string]bool{}
	last := ""
	for _, r := range text {
		name := ""
		if r >= 0x370 && unicode.IsLetter(r) {
			name = scriptName(r)
		}
		if name != "" && (name != "Greek" || last == "Greek") {
			found[name] = true
		}
		last = name
	}
	return slices.Sorted(maps.Keys(found))
}

// scriptName is what a character's script is called; nothing for Latin and what belongs to all.
func scriptName(r rune) string {
	if unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited) {
		return ""
	}
	switch {
	case unicode.Is(unicode.Han, r):
		return "Chinese"
	case unicode.Is(unicode.Hangul, r):
		return "Korean"
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "Japanese"
	}
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// boxes finds what the pages that we write show as boxes.
func (m *maker) boxes() {
	lost := map[rune]string{} // where each stands first
	for i := range m.plan.Parts {
		p := &m.plan.Parts[i]
		if p.Text == nil {
			continue
		}
		for _, page := range p.Text.Pages {
			for _, run := range page.Runs {
				runes, err := m.Fonts.Missing(run.Face, run.Text)
				for _, r := range runes {
					if _, known := lost[r]; !known && err == nil {
						lost[r] = p.ID
					}
				}
			}
		}
	}
	if len(lost) > 0 {
		m.boxed(lost)
	}
}

// boxed places the characters at the texts of the case that hold them; what no text of the case holds is the template's.
func (m *maker) boxed(lost map[rune]string) {
	told := map[string]bool{}
	for _, f := range m.plan.Findings {
		if f.Code == unreadableRule().Code {
			told[f.Place.Path] = true
		}
	}
	rest := maps.Clone(lost)
	for key, text := range m.Case.Texts() {
		here := slices.DeleteFunc(m.lost(text), func(r rune) bool { return lost[r] == "" })
		if len(here) == 0 {
			continue
		}
		for _, r := range here {
			delete(rest, r)
		}
		if !told[key] {
			m.tell(boxRule(), key, lost[here[0]], "The packet's own pages show characters that no font has: %s.", codes(here))
		}
	}
	if len(rest) > 0 {
		runes := slices.Sorted(maps.Keys(rest))
		m.tell(boxRule(), "", rest[runes[0]], "The packet's own pages show characters that no font has: %s.", codes(runes))
	}
}
