package pagetext

import (
	"bytes"
	"strconv"
	"strings"

	"parolepack/internal/pdf"
)

// scanner parts a content stream into words (ISO 32000-1, 7.2 and 7.8.2); strings keep their delimiters.
type scanner struct {
	data []byte
	at   int
}

// white tells the white-space characters of table 1.
func white(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0
}

// ends tells what ends a name, number or operator.
func ends(c byte) bool { return white(c) || strings.IndexByte("()<>[]{}/%", c) >= 0 }

// next returns the next word; false at the end.
func (s *scanner) next() (string, bool) {
	s.skip()
	if s.at >= len(s.data) {
		return "", false
	}
	start := s.at
	switch s.data[start] {
	case '(':
		s.literal()
	case '<', '>':
		s.angle()
	case '[', ']', '{', '}', ')':
		s.at++
	default:
		s.at++
		for s.at < len(s.data) && !ends(s.data[s.at]) {
			s.at++
		}
	}
	return string(s.data[start:s.at]), true
}

// skip moves over white space and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case white(c):
			s.at++
		case c == '%':
			n := bytes.IndexAny(s.data[s.at:], "\r\n")
			if n < 0 {
				n = len(s.data) - s.at
			}
			s.at += n
		default:
			return
		}
	}
}

// literal takes a string in parentheses.
func (s *scanner) literal() {
	depth := 0
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return
			}
		}
	}
	s.at = min(s.at, len(s.data))
}

// angle takes a hexadecimal string, or one of << and >>.
func (s *scanner) angle() {
	rest := s.data[s.at:]
	if len(rest) > 1 && rest[0] == rest[1] {
		s.at += 2
		return
	}
	if end := bytes.IndexByte(rest, '>'); end >= 0 {
		s.at += end + 1
		return
	}
	s.at = len(s.data)
}

// skipImage moves behind the data of an inline image, which begin after ID (8.9.7).
func (s *scanner) skipImage() {
	for from := s.at; ; {
		n := bytes.Index(s.data[from:], []byte("EI"))
		if n < 0 {
			s.at = len(s.data)
			return
		}
		at := from + n
		after := at + 2
		if at > s.at && white(s.data[at-1]) && (after == len(s.data) || white(s.data[after])) {
			s.at = after
			return
		}
		from = after
	}
}

// isOperand reports whether a word is a number, name, string or bracket rather than an operator.
func isOperand(word string) bool {
	switch c := word[0]; {
	case strings.IndexByte("<>(/[]", c) >= 0:
		return true
	case c >= '0' && c <= '9', c == '-', c == '+', c == '.':
		_, err := strconv.ParseFloat(word, 64)
		return err == nil
	}
	return false
}

// nameOf is the name that a word spells (7.3.5).
func nameOf(word string) pdf.Name {
	raw := strings.TrimPrefix(word, "/")
	if !strings.Contains(raw, "#") {
		return pdf.Name(raw)
	}
	var b []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(raw[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, raw[i])
	}
	return pdf.Name(b)
}

// stringBytes decodes a literal or hexadecimal string (7.3.4).
func stringBytes(word string) []byte {
	if word[0] == '(' {
		return literalBytes(strings.TrimSuffix(word[1:], ")"))
	}
	var b []byte
	half, high := false, byte(0)
	for i := range len(word) {
		v, err := strconv.ParseUint(word[i:i+1], 16, 8)
		if err != nil {
			continue
		}
		if half = !half; half {
			high = byte(v) << 4
			continue
		}
		b = append(b, high|byte(v))
	}
	if half {
		b = append(b, high)
	}
	return b
}

func literalBytes(s string) []byte {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		if at := strings.IndexByte("nrtbf", s[i]); at >= 0 {
			b = append(b, "\n\r\t\b\f"[at])
			continue
		}
		if n := octal(s[i:]); n > 0 {
			v, _ := strconv.ParseUint(s[i:i+n], 8, 16)
			b = append(b, byte(v))
			i += n - 1
			continue
		}
		if s[i] != '\n' && s[i] != '\r' { // a line that goes on
			b = append(b, s[i])
		}
	}
	return b
}

// octal counts the octal digits, at most three, that s begins with.
func octal(s string) int {
	n := 0
	for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
		n++
	}
	return n
}
