package ink

import (
	"bytes"
	"math"
	"strconv"
)

// number appends v with at most the given decimal places, in the shortest form that PDF allows
// (ISO 32000-1, 7.3.3): no exponent, no trailing zeros, no negative zero. What is not a
// number is written as 0.
func number(to []byte, v float64, places int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(to, '0')
	}
	start := len(to)
	to = strconv.AppendFloat(to, v, 'f', places, 64)
	if bytes.IndexByte(to[start:], '.') >= 0 {
		to = bytes.TrimRight(to, "0")
		to = bytes.TrimSuffix(to, []byte("."))
	}
	if string(to[start:]) == "-0" {
		to = append(to[:start], '0')
	}
	return to
}
