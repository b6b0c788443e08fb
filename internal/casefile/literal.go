package casefile

import "strings"

// literal reads true, false, null or a number.
func (p *parser) literal(n *node) error {
	start := p.pos
	n.raw = p.word()
	switch {
	case n.raw == "true" || n.raw == "false":
		n.kind = boolNode
	case n.raw == "null":
		n.kind = nullNode
	case isNumber(n.raw):
		n.kind = numberNode
	default:
		p.pos = start
		return &syntaxError{at: start, code: BadSyntax, found: "a word or number that JSON does not know", suggestion: "put text in double quotes"}
	}
	return nil
}

// isNumber reports whether s is a JSON number, RFC 8259 section 6.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := leadingDigits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := leadingDigits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s == "" {
		return true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return false
	}
	s = s[1:]
	if strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") {
		s = s[1:]
	}
	return s != "" && leadingDigits(s) == len(s)
}

// leadingDigits counts the digits that s starts with.
func leadingDigits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}
