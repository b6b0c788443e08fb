package assemble

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"parolepack/internal/plan"
)

// name is how an error begins that is about a part: `exhibit C`, `Form I-131, Nour Haddad`, `cover letter`.
func name(part *plan.Part) string {
	switch {
	case part.Exhibit != nil:
		return lower(part.Exhibit.Label)
	case part.Form != nil && part.Title == "":
		return "Form " + part.Form.Form
	case part.Form != nil:
		return part.Title
	case part.Title != "":
		return lower(part.Title)
	}
	return part.ID
}

// lower begins a text in lower case, unless its first word is all capitals.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	if len(word) > 1 && strings.ToUpper(word) == word {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// origin tells which file of an exhibit the sheet comes from and its page there.
func (s *sheet) origin() (path string, page int) {
	if s.part.Exhibit == nil {
		return "", 0
	}
	left := s.index
	for _, source := range s.part.Exhibit.Sources {
		if left < len(source.Pages) {
			return source.Path, source.Pages[left]
		}
		left -= len(source.Pages)
	}
	return "", 0
}

// named puts part, file and page before an error.
func (s *sheet) named(err error) error {
	if path, page := s.origin(); path != "" {
		return fmt.Errorf("%s: %q page %d: %w", name(s.part), path, page, err)
	}
	return fmt.Errorf("%s page %d: %w", name(s.part), s.index+1, err)
}

// inFile puts part and file before an error that is about the whole file.
func (s *sheet) inFile(err error) error {
	if path, _ := s.origin(); path != "" {
		return fmt.Errorf("%s: %q: %w", name(s.part), path, err)
	}
	return fmt.Errorf("%s: %w", name(s.part), err)
}
