package casefile

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A field is what the tags say about one key.
type field struct {
	key      string
	index    []int // for reflect.Value.FieldByIndex: the fields of an embedded Person are the struct's own
	optional bool
	enum     []string
	text     bool // a long text, which may stand in a file of its own
	same     bool // an address that may be the word "same"
	private  bool // a number that no message repeats
	line     bool // one line of text
	blank    bool // required, but may be ""
	file     bool // a file in the case's folder
	pages    bool // a page range
	id       string
	ref      string
	low      int
	high     int
	min      int
}

// maxInt bounds every whole number: dollars, counts and measures are far below it.
const maxInt = 999_999_999

// fieldsOf returns the keys of a struct type in their order, an embedded struct's among them.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for _, f := range reflect.VisibleFields(t) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || key == "" || key == "-" {
			continue
		}
		fields = append(fields, newField(key, options, f))
	}
	return fields
}

// newField reads the tags of one key.
func newField(key, options string, f reflect.StructField) field {
	out := field{key: key, index: f.Index, optional: options != "", high: maxInt, id: f.Tag.Get("id"), ref: f.Tag.Get("ref")}
	if words := f.Tag.Get("enum"); words != "" {
		out.enum = strings.Split(words, "|")
	}
	switch f.Tag.Get("case") {
	case "text":
		out.text = true
	case "same":
		out.same = true
	case "private":
		out.private = true
	case "line":
		out.line = true
	case "blank":
		out.blank = true
	case "file":
		out.file = true
	case "pages":
		out.pages = true
	}
	if low, high, ok := strings.Cut(f.Tag.Get("range"), "-"); ok {
		out.low, _ = strconv.Atoi(low)
		out.high, _ = strconv.Atoi(high)
	}
	out.min, _ = strconv.Atoi(f.Tag.Get("min"))
	return out
}

// item returns what holds for each entry of a list: all but the list's own length and key.
func (f field) item() field {
	f.min, f.optional = 0, false
	return f
}

// keysOf returns the keys of fields.
func keysOf(fields []field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// allOptional returns the fields with none required.
func allOptional(fields []field) []field {
	out := slices.Clone(fields)
	for i := range out {
		out[i].optional = true
	}
	return out
}
