package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// AppendObject appends the spelling of o (ISO 32000-1, 7.3), with the keys of
// dictionaries in order so that equal values have equal spellings. A *Stream
// cannot stand inside another value, nor can a number that is not finite.
func AppendObject(dst []byte, o Object) ([]byte, error) { return appendValue(dst, o, maxWriteDepth) }

// maxWriteDepth bounds how deep a value that is written may nest.
const maxWriteDepth = 1024

// appendValue appends o, which may nest depth levels.
func appendValue(dst []byte, o Object, depth int) ([]byte, error) {
	if depth == 0 {
		return dst, fmt.Errorf("values nested deeper than %d", maxWriteDepth)
	}
	switch v := o.(type) {
	case nil:
		return append(dst, "null"...), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case Integer:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case Real:
		return appendReal(dst, float64(v))
	case Name:
		return appendName(dst, v), nil
	case String:
		return appendString(dst, v), nil
	case Ref:
		return appendRef(dst, v), nil
	case Array:
		return appendArray(dst, v, depth)
	case Dict:
		return appendDict(dst, v, depth)
	case Spelled:
		return append(dst, v...), nil
	}
	return dst, fmt.Errorf("value of type %T cannot be written", o)
}

// appendArray appends the elements between brackets.
func appendArray(dst []byte, a Array, depth int) ([]byte, error) {
	dst = append(dst, '[')
	var err error
	for i, o := range a {
		if i > 0 {
			dst = append(dst, ' ')
		}
		if dst, err = appendValue(dst, o, depth-1); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
}

// appendDict appends the entries that are not null, in the order of keys.
func appendDict(dst []byte, d Dict, depth int) ([]byte, error) {
	keys := make([]Name, 0, len(d))
	for k, v := range d {
		if v != nil {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	dst = append(dst, "<<"...)
	var err error
	for _, k := range keys {
		dst = append(appendName(dst, k), ' ')
		if dst, err = appendValue(dst, d[k], depth-1); err != nil {
			return dst, fmt.Errorf("/%s: %w", k, err)
		}
	}
	return append(dst, ">>"...), nil
}

// appendRef appends a reference.
func appendRef(dst []byte, r Ref) []byte {
	dst = strconv.AppendInt(dst, int64(r.Num), 10)
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, int64(r.Gen), 10)
	return append(dst, " R"...)
}

// appendReal appends a number without an exponent; what is below the ninth
// decimal is zero on any page.
func appendReal(dst []byte, v float64) ([]byte, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return dst, fmt.Errorf("number %g cannot be written", v)
	}
	if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
		return strconv.AppendInt(dst, int64(v), 10), nil
	}
	if math.Abs(v) >= 1<<53 {
		return strconv.AppendFloat(dst, v, 'f', 1, 64), nil // a real, as it may fit no integer
	}
	short := strconv.AppendFloat(dst, v, 'f', -1, 64)
	if len(short)-len(dst) <= 12 {
		return short, nil
	}
	start := len(dst)
	dst = bytes.TrimRight(strconv.AppendFloat(dst, v, 'f', 9, 64), "0")
	dst = bytes.TrimSuffix(dst, []byte("."))
	if string(dst[start:]) == "-0" {
		dst = append(dst[:start], '0')
	}
	return dst, nil
}

const hexDigits = "0123456789ABCDEF"

// appendName appends a name with its slash.
func appendName(dst []byte, n Name) []byte {
	dst = append(dst, '/')
	for i := range len(n) {
		c := n[i]
		if c <= ' ' || c >= 0x7F || c == '#' || class(c) != regular {
			dst = append(dst, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

// appendString appends a string: literal where it is mostly text, hexadecimal
// where it is not.
func appendString(dst []byte, s String) []byte {
	odd := 0
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			odd++
		}
	}
	if odd*3 > len(s) {
		dst = append(dst, '<')
		for i := range len(s) {
			dst = append(dst, hexDigits[s[i]>>4], hexDigits[s[i]&15])
		}
		return append(dst, '>')
	}
	dst = append(dst, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			dst = append(dst, '\\', c)
		case '\r':
			dst = append(dst, `\r`...)
		case '\n':
			dst = append(dst, `\n`...)
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, ')')
}

// sortedKeys returns the keys of d in order.
func sortedKeys(d Dict) []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
