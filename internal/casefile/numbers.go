package casefile

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// integer decodes a whole number within its bounds.
func (d *decoder) integer(n *node, v reflect.Value, path string, f field) {
	const want = "a whole number"
	if n.kind != numberNode {
		suggestion := ""
		if bare := strings.NewReplacer(",", "", "$", "", " ", "").Replace(n.raw); n.kind == stringNode && isNumber(bare) && !f.private {
			suggestion = "write " + shorten(bare) + " without quotes"
		}
		d.wrong(n, path, want, suggestion)
		return
	}
	i, err := strconv.Atoi(n.raw)
	switch {
	case err != nil && strings.ContainsAny(n.raw, ".eE"):
		d.report(n, path, Problem{Code: WrongType, Found: shorten(n.raw), Want: want, Suggestion: "write it without a fraction or exponent"})
	case f.enum != nil && !slices.Contains(f.enum, strconv.Itoa(i)):
		d.report(n, path, Problem{Code: WrongWord, Found: shorten(n.raw), Want: oneOf(f.enum)})
	case err != nil || i < f.low || i > f.high:
		d.report(n, path, Problem{Code: OutOfRange, Found: shorten(n.raw), Want: fmt.Sprintf("a whole number from %d to %d", f.low, f.high)})
	default:
		v.SetInt(int64(i))
	}
}

// maxPoints bounds a coordinate on a page, ISO 32000-1 Annex C.
const maxPoints = 14400

// number decodes a coordinate in points.
func (d *decoder) number(n *node, v reflect.Value, path string) {
	if n.kind != numberNode {
		d.wrong(n, path, "a number", "")
		return
	}
	x, err := strconv.ParseFloat(n.raw, 64)
	if err != nil || math.Abs(x) > maxPoints {
		d.report(n, path, Problem{Code: OutOfRange, Found: shorten(n.raw), Want: fmt.Sprintf("a number of points up to %d", maxPoints)})
		return
	}
	v.SetFloat(x)
}

// boolean decodes true or false.
func (d *decoder) boolean(n *node, v reflect.Value, path string) {
	if n.kind == boolNode {
		v.SetBool(n.raw == "true")
		return
	}
	suggestion := ""
	if n.kind == stringNode && (n.raw == "true" || n.raw == "false") {
		suggestion = "write " + n.raw + " without quotes"
	}
	d.wrong(n, path, "true or false", suggestion)
}
