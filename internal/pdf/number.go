package pdf

import (
	"math"
	"strconv"
)

// number reads a number. A spelling that ISO 32000-1, 7.3.3 does not allow
// but readers accept (`--5`, `1.2.3`, `-`) is read as they read it and is not
// clean, so that it is never copied as it stands.
func (l *lexer) number(t token) (token, error) {
	i := l.pos
	for i < len(l.buf) && numeric(l.buf[i]) {
		i++
	}
	if i == len(l.buf) && !l.final {
		return t, errShort
	}
	t.end, l.pos = i, i
	parseNumber(&t, l.buf[t.start:i])
	return t, nil
}

// numeric tells whether c may stand in a number.
func numeric(c byte) bool {
	return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+'
}

// parseNumber sets the value of a number token.
func parseNumber(t *token, s []byte) {
	sign, digits := signOf(s)
	whole, rest := leadingInt(digits)
	t.clean = len(s)-len(digits) <= 1 && len(digits) > 0
	if len(rest) == 0 && whole >= 0 {
		t.kind, t.num = tokInteger, sign*whole
		return
	}
	if len(rest) > 0 && rest[0] != '.' && whole >= 0 { // 12-34 reads as 12
		t.kind, t.num, t.clean = tokInteger, sign*whole, false
		return
	}
	t.kind = tokReal
	end := realEnd(digits)
	t.clean = t.clean && end == len(digits) && end > 1 && len(rest) > 0 // else beyond 64 bits
	if v, ok := shortDecimal(digits[:end]); ok {
		t.real = float64(sign) * v
		return
	}
	v, err := strconv.ParseFloat(string(digits[:end]), 64)
	if err != nil || math.IsInf(v, 0) {
		v, t.clean = 0, false
	}
	t.real = float64(sign) * v
}

// shortDecimal reads digits with a point, so few that number and power of ten are exact and their quotient is rounded once.
func shortDecimal(s []byte) (float64, bool) {
	const most = 15
	if len(s) < 2 || len(s) > most+1 {
		return 0, false
	}
	whole, scale, after := 0.0, 1.0, false
	for _, c := range s {
		if c == '.' {
			after = true
			continue
		}
		whole = whole*10 + float64(c-'0')
		if after {
			scale *= 10
		}
	}
	return whole / scale, after
}

// signOf strips the signs before a number and returns their meaning.
func signOf(s []byte) (int64, []byte) {
	sign := int64(1)
	for len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	return sign, s
}

// leadingInt reads the digits at the front of s; the value is -1 where they do
// not fit.
func leadingInt(s []byte) (int64, []byte) {
	v := int64(0)
	for i, c := range s {
		if c < '0' || c > '9' {
			return v, s[i:]
		}
		if v > (math.MaxInt64-9)/10 {
			return -1, nil
		}
		v = v*10 + int64(c-'0')
	}
	return v, nil
}

// realEnd returns the length of the longest front of s that is digits with at
// most one point.
func realEnd(s []byte) int {
	points := 0
	for i, c := range s {
		if c == '.' {
			points++
		}
		if points > 1 || c == '-' || c == '+' {
			return i
		}
	}
	return len(s)
}
