package plan

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"parolepack/internal/casefile"
	"parolepack/internal/layout"
	"parolepack/internal/near"
)

// TemplateExt ends the name of every template file.
const TemplateExt = ".md.tmpl"

// TemplateNames lists the templates of a folder by the names that a case uses, in name order.
func TemplateNames(fsys fs.FS) ([]string, error) {
	files, err := fs.Glob(fsys, "*"+TemplateExt)
	if err != nil {
		return nil, err
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), TemplateExt)
	}
	return files, nil
}

// render runs one template into Markdown. It is parsed once a case: a divider's is run for every exhibit, and all until page
// numbers and citations agree.
func (m *maker) render(name string, data any) (string, error) {
	t := m.parsed[name]
	if t == nil {
		source, err := fs.ReadFile(m.Templates, name+TemplateExt)
		if err != nil {
			return "", m.noTemplate(name)
		}
		if t, err = m.parse(name, string(source)); err != nil {
			return "", err
		}
		if m.parsed == nil {
			m.parsed = map[string]*template.Template{}
		}
		m.parsed[name] = t
	}
	return execute(t, data)
}

// noTemplate says which template was probably meant.
func (m *maker) noTemplate(name string) error {
	known, err := TemplateNames(m.Templates)
	if err != nil {
		return err
	}
	if s := near.Name(name, known); s != "" {
		return fmt.Errorf("there is no template %q; did you mean %q?", name, s)
	}
	return fmt.Errorf("there is no template %q; there are %s", name, andList(known))
}

// parse reads template text with the functions that templates share.
func (m *maker) parse(name, source string) (*template.Template, error) {
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{
		"exhibit": m.cite,
		"md":      layout.Escape,
		"blocks":  layout.EscapeBlocks,
		"list":    andList,
		"plural":  plural,
		"text":    m.paragraph,
	}).Parse(source)
	if err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	return t, nil
}

// execute runs a template into Markdown.
func execute(t *template.Template, data any) (string, error) {
	var out bytes.Buffer
	err := t.Execute(&out, data)
	var dangling *CitationError
	if errors.As(err, &dangling) {
		return "", dangling // the library's own words say where in Go it was met
	}
	if err != nil {
		return "", fmt.Errorf("template: %w", err)
	}
	return out.String(), nil
}

// A CitationError is a citation of an exhibit that the case does not have.
type CitationError struct {
	// ID is what is cited; Near is the exhibit that was probably meant, or empty.
	ID, Near string
}

// Error names the id and the one that was probably meant.
func (e *CitationError) Error() string {
	text := fmt.Sprintf("the letter or a template cites an exhibit %q, and there is none", e.ID)
	if e.Near != "" {
		text += fmt.Sprintf("; did you mean %q?", e.Near)
	}
	return text
}

// Hint is the way out.
func (e *CitationError) Hint() string {
	return "look at letter.paragraphs in the case file and at the firm's templates"
}

// paragraph runs a paragraph that the firm wrote itself, which may cite exhibits.
func (m *maker) paragraph(source string) (string, error) {
	t, err := m.parse("letter paragraph", source)
	if err != nil {
		return "", err
	}
	return execute(t, nil)
}

// cite turns an exhibit's id into its label and first page, linked (`Exhibit D, p. 52`). An id
// that no exhibit has is an error with a suggestion: a citation must not dangle.
func (m *maker) cite(id string) (string, error) {
	for i := range m.Case.Exhibits {
		if m.Case.Exhibits[i].ID != id {
			continue
		}
		label := exhibitLabel(m.labels(), i)
		target, ok := m.plan.Part(ExhibitID(id))
		if !ok {
			target, ok = m.plan.Part(DividerID(id))
		}
		if !ok {
			return "", fmt.Errorf("exhibit %q is not in the packet", id)
		}
		return fmt.Sprintf("[%s, p. %d](exhibit:%s)", unbroken(label), target.First, id), nil
	}
	return "", &CitationError{ID: id, Near: near.Name(id, exhibitIDs(m.Case))}
}

// unbroken keeps a label's words on one line.
func unbroken(label string) string { return strings.ReplaceAll(label, " ", "\u00a0") }

func exhibitIDs(c *casefile.Case) []string {
	ids := make([]string, len(c.Exhibits))
	for i := range c.Exhibits {
		ids[i] = c.Exhibits[i].ID
	}
	return ids
}

// andList writes a list as a sentence does: `a`, `a and b`, `a, b and c`.
func andList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// plural picks the word for a count.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
