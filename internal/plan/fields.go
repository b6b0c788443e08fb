package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/finding"
	"parolepack/internal/font"
)

// fields evaluates one edition's map for one person and sets every value; fields that show
// nothing are left out. What the form has no room for comes back as answers for continuation sheets.
func (m *maker) fields(ed *catalog.Edition, env *catalog.Env, part string) ([]Field, []Answer) {
	var list []Field
	over := overflow{m: m, ed: ed, env: env, part: part}
	for i := range ed.Fields {
		f := &ed.Fields[i]
		field, err := m.field(f, env)
		if err == nil && field.Kind == TextField {
			field, err = over.take(f, field)
		}
		if err != nil && m.refused(field.From) {
			continue
		}
		if long, ok := errors.AsType[*tooLongError](err); ok {
			m.tooLong(part, ed, f, field, long)
			continue
		}
		if err != nil {
			m.fail("%s: Form %s item %s (%s): %w", part, ed.Form, f.Item, f.Label, err)
			continue
		}
		if field.Value != "" {
			list = append(list, field)
		}
	}
	more, rest := over.deliver()
	return m.inOrder(ed, append(list, more...)), rest
}

// refused reports whether the readiness rules already block the case for one of the keys, or for the object that holds
// it: the finding says where the answer is wrong and what to do, so the box of the DRAFT stays empty.
func (m *maker) refused(keys []string) bool {
	return slices.ContainsFunc(m.Findings, func(f finding.Finding) bool {
		return f.Severity == finding.Blocker && slices.ContainsFunc(keys, func(key string) bool {
			object := key[:max(strings.LastIndexByte(key, '.'), 0)]
			return f.Place.Path != "" && (f.Place.Path == key || f.Place.Path == object)
		})
	})
}

// inOrder sorts fields as the inventory does.
func (m *maker) inOrder(ed *catalog.Edition, list []Field) []Field {
	at := make(map[string]int, len(ed.Fields))
	for i := range ed.Fields {
		at[ed.Fields[i].Name] = i
	}
	slices.SortStableFunc(list, func(a, b Field) int { return at[a.Name] - at[b.Name] })
	return list
}

// field evaluates one field's expression; the zero Value means that it shows nothing.
func (m *maker) field(f *catalog.Field, env *catalog.Env) (Field, error) {
	field := Field{
		Name: f.Name, Item: f.Item, Page: f.Page, Rect: f.Rect,
		Map: fmt.Sprintf("%s:%d", f.File, f.Line), From: keysOf(f.Expr, env),
	}
	switch f.Kind {
	case catalog.KindCheckbox:
		on, err := f.Check(env)
		if on {
			field.Kind, field.Value = CheckField, boxes.State(f)
		}
		return field, err
	case catalog.KindChoice:
		value, err := f.Choose(env)
		if err != nil || value == "" {
			return field, err
		}
		return m.choice(f, field, value)
	case catalog.KindText:
		text, err := f.Text(env)
		field.Kind = TextField
		field.Value = tidy(text)
		return field, err
	}
	return field, nil
}

// keysOf are the case keys that an expression's value is made of; a nil expression has none.
func keysOf(x *catalog.Expr, env *catalog.Env) []string {
	if x == nil {
		return nil
	}
	list := make([]string, len(x.From))
	for i, source := range x.From {
		list[i] = env.Key(source)
	}
	return slices.Compact(list)
}

// choice finds the option; an answer that the form does not offer is an error that names it.
func (m *maker) choice(f *catalog.Field, field Field, value string) (Field, error) {
	i, ok := f.Option(value)
	if !ok {
		return field, fmt.Errorf("%q is not one of the form's choices", value)
	}
	field.Kind, field.Value, field.Index = ChoiceField, value, i
	set, ok := m.single(f, f.Options[i][1])
	if !ok {
		return field, fmt.Errorf("%q is wider than its box", value)
	}
	field.Lines, field.Face, field.Size, field.Align = set.Lines, set.Face, set.Size, set.Align
	return field, nil
}

// faceOf is our face with the widths of the one that the form names (ISO 32000-1 12.7.3.3); the
// official blanks ask for Courier New Bold.
func faceOf(name string) font.ID {
	bold := strings.Contains(name, "Bold")
	switch {
	case strings.Contains(name, "Helv"), strings.Contains(name, "Arial"):
		return pick(bold, font.SansBold, font.Sans)
	case strings.Contains(name, "Times"):
		return pick(bold, font.SerifBold, font.Serif)
	}
	return pick(bold, font.MonoBold, font.Mono)
}

func pick(first bool, a, b font.ID) font.ID {
	if first {
		return a
	}
	return b
}
