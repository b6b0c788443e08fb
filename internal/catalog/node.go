package catalog

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A reader decodes one YAML file into Go values and collects what is wrong with it, so that the
// writer of a map sees every mistake at once. Only mappings, lists and scalars are read: anchors
// and tags would hide from a reader what a field holds.
type reader struct {
	file string
	errs []error
}

// readYAML decodes data into v, a pointer to a struct. Keys follow the struct's yaml tags; an
// unknown or repeated key is an error. A struct field named Line receives the line its mapping
// starts on, 1-based.
func readYAML(file string, data []byte, v any) error {
	var tree yaml.Node
	if err := yaml.Load(data, &tree); err != nil {
		return syntaxError(file, err)
	}
	r := &reader{file: file}
	r.decode(tree.Content[0], reflect.ValueOf(v).Elem())
	return errors.Join(r.errs...)
}

// syntaxError turns the YAML library's error into file:line and its message. It gives no line where there is not one
// document.
func syntaxError(file string, err error) error {
	var at *yaml.LoadError
	if errors.As(err, &at) && at.Mark.Line > 0 {
		return atLine(file, at.Mark.Line, "%s; correct the YAML", at.Message)
	}
	return atLine(file, 1, "want one YAML document; keep one in each file")
}

func (r *reader) fail(line int, format string, args ...any) {
	r.errs = append(r.errs, atLine(r.file, line, format, args...))
}

// atLine is an error at a place in a file of the fields folder.
func atLine(file string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...))
}

func (r *reader) decode(n *yaml.Node, v reflect.Value) {
	if _, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		r.scalar(n, v)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		r.mapping(n, v)
	case reflect.Slice:
		r.list(n, v)
	default:
		r.scalar(n, v)
	}
}

func (r *reader) mapping(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode || hides(n) {
		r.fail(n.Line, "want keys and values here")
		return
	}
	if line := v.FieldByName("Line"); line.IsValid() && len(n.Content) > 0 {
		line.SetInt(int64(n.Content[0].Line))
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		field, known := byTag(v, key)
		switch {
		case !known:
			r.fail(n.Content[i].Line, "unknown key %q%s", key, suggest(key, tagsOf(v.Type())))
		case seen[key]:
			r.fail(n.Content[i].Line, "key %q stands twice; keep one", key)
		default:
			r.decode(n.Content[i+1], field)
		}
		seen[key] = true
	}
}

// hides tells whether a node is given a name or a type, so that what it holds cannot be told from itself.
func hides(n *yaml.Node) bool { return n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 }

func (r *reader) list(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode || hides(n) {
		r.fail(n.Line, "want a list here")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		r.decode(item, out.Index(i))
	}
	v.Set(out)
}

func (r *reader) scalar(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.ScalarNode || hides(n) {
		r.fail(n.Line, "want a single value here")
		return
	}
	if err := setScalar(v, scalarText(n)); err != nil {
		r.fail(n.Line, "%s", err)
	}
}

// scalarText returns a scalar as it is written, so that item 2.10 stays 2.10.
func scalarText(n *yaml.Node) string {
	switch {
	case n.Tag == "!!null":
		return ""
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return strings.TrimSuffix(n.Value, "\n")
	}
	return n.Value
}

func setScalar(v reflect.Value, text string) (err error) {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text))
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		var n int64
		if n, err = strconv.ParseInt(text, 10, 0); err != nil {
			return fmt.Errorf("%q is not a whole number", text)
		}
		v.SetInt(n)
	case reflect.Float64:
		var x float64
		if x, err = strconv.ParseFloat(text, 64); err != nil {
			return fmt.Errorf("%q is not a number", text)
		}
		v.SetFloat(x)
	}
	return nil
}

func byTag(v reflect.Value, key string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("yaml") == key {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

func tagsOf(t reflect.Type) []string {
	var tags []string
	for i := range t.NumField() {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}
