package catalog

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
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
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return syntaxError(file, err)
	}
	r := &reader{file: file}
	switch {
	case len(tree.Docs) != 1 || tree.Docs[0].Body == nil:
		r.fail(1, "want one YAML document; keep one in each file")
	default:
		r.decode(tree.Docs[0].Body, reflect.ValueOf(v).Elem())
	}
	return errors.Join(r.errs...)
}

// syntaxError turns the YAML library's error into file:line and its message.
func syntaxError(file string, err error) error {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		return fmt.Errorf("%s:%d: %s; correct the YAML", file, at.GetToken().Position.Line, at.GetMessage())
	}
	return fmt.Errorf("%s: %w", file, err)
}

func (r *reader) fail(line int, format string, args ...any) {
	r.errs = append(r.errs, atLine(r.file, line, format, args...))
}

// atLine is an error at a place in a file of the fields folder.
func atLine(file string, line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...))
}

func lineOf(n ast.Node) int { return n.GetToken().Position.Line }

func (r *reader) decode(n ast.Node, v reflect.Value) {
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

func (r *reader) mapping(n ast.Node, v reflect.Value) {
	entries, ok := entriesOf(n)
	if !ok {
		r.fail(lineOf(n), "want keys and values here")
		return
	}
	if line := v.FieldByName("Line"); line.IsValid() && len(entries) > 0 {
		line.SetInt(int64(lineOf(entries[0].Key)))
	}
	seen := map[string]bool{}
	for _, e := range entries {
		key := e.Key.GetToken().Value
		field, known := byTag(v, key)
		switch {
		case !known:
			r.fail(lineOf(e.Key), "unknown key %q%s", key, suggest(key, tagsOf(v.Type())))
		case seen[key]:
			r.fail(lineOf(e.Key), "key %q stands twice; keep one", key)
		default:
			r.decode(e.Value, field)
		}
		seen[key] = true
	}
}

// entriesOf returns a mapping's entries; the library gives a mapping of one entry another type.
func entriesOf(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func (r *reader) list(n ast.Node, v reflect.Value) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(lineOf(n), "want a list here")
		return
	}
	out := reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values))
	for i, item := range seq.Values {
		r.decode(item, out.Index(i))
	}
	v.Set(out)
}

func (r *reader) scalar(n ast.Node, v reflect.Value) {
	text, ok := scalarText(n)
	if !ok {
		r.fail(lineOf(n), "want a single value here")
		return
	}
	if err := setScalar(v, text); err != nil {
		r.fail(lineOf(n), "%s", err)
	}
}

// scalarText returns a scalar as it is written, so that item 2.10 stays 2.10.
func scalarText(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSuffix(n.Value.Value, "\n"), true
	case *ast.NullNode:
		return "", true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
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
