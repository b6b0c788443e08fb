package casefile

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A syntaxError is where a file stops being JSON.
type syntaxError struct {
	at         int
	code       Code
	found      string
	want       string
	suggestion string
}

// Error returns what was found; the reader turns it into a Problem.
func (e *syntaxError) Error() string { return e.found }

// A lexer walks over the bytes of one file. It reads JSON (RFC 8259) with the comments and
// trailing commas that editors allow in files people write by hand.
type lexer struct {
	data []byte
	pos  int
}

// peek returns the byte at hand, or 0 at the end.
func (l *lexer) peek() byte {
	if l.pos < len(l.data) {
		return l.data[l.pos]
	}
	return 0
}

// space skips white space and comments.
func (l *lexer) space() error {
	for l.pos < len(l.data) {
		switch l.data[l.pos] {
		case ' ', '\t', '\r', '\n':
			l.pos++
		case '/':
			if err := l.comment(); err != nil {
				return err
			}
		default:
			return nil
		}
	}
	return nil
}

// comment skips // to the end of the line, or /* to */.
func (l *lexer) comment() error {
	rest := l.data[l.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		if end := bytes.IndexAny(rest, "\r\n"); end >= 0 {
			l.pos += end
			return nil
		}
		l.pos = len(l.data)
		return nil
	case bytes.HasPrefix(rest, []byte("/*")):
		if end := bytes.Index(rest[2:], []byte("*/")); end >= 0 {
			l.pos += 2 + end + 2
			return nil
		}
		return &syntaxError{at: l.pos, code: BadSyntax, found: "a comment that never ends", suggestion: "close it with */"}
	}
	return &syntaxError{at: l.pos, code: BadSyntax, found: "a stray /", suggestion: "a comment starts with // or /*"}
}

// word reads the letters, digits and signs of a number, true, false or null.
func (l *lexer) word() string {
	start := l.pos
	for l.pos < len(l.data) && isWord(l.data[l.pos]) {
		l.pos++
	}
	return string(l.data[start:l.pos])
}

// isWord reports whether c can stand in a number or a bare word.
func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-' || c == '+' || c == '.'
}

// str reads a string from its opening quote and returns its text.
func (l *lexer) str() (string, error) {
	start := l.pos
	l.pos++
	var b strings.Builder
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch {
		case c == '"':
			l.pos++
			return b.String(), nil
		case c == '\\':
			if err := l.escape(&b); err != nil {
				return "", err
			}
		case c == '\n' || c == '\r':
			return "", &syntaxError{at: start, code: BadSyntax, found: "a string that does not end on its line", suggestion: `close it with ", or write a line break as \n`}
		case c < 0x20:
			return "", &syntaxError{at: l.pos, code: BadSyntax, found: "a control character in a string", suggestion: `write a tab as \t`}
		default:
			r, size := utf8.DecodeRune(l.data[l.pos:])
			b.WriteRune(r)
			l.pos += size
		}
	}
	return "", &syntaxError{at: start, code: BadSyntax, found: "a string that never ends", suggestion: `close it with "`}
}

// simpleEscapes are the escapes of one letter, RFC 8259 section 7.
const simpleEscapes, simpleMeanings = `"\/bfnrt`, "\"\\/\b\f\n\r\t"

// errEscape marks a backslash that starts nothing known.
var errEscape = errors.New("unknown escape")

// escape reads one escape from its backslash.
func (l *lexer) escape(b *strings.Builder) error {
	start := l.pos
	l.pos++
	c := l.peek()
	if i := strings.IndexByte(simpleEscapes, c); i >= 0 && c != 0 {
		l.pos++
		b.WriteByte(simpleMeanings[i])
		return nil
	}
	r, err := l.unicode()
	if err != nil {
		return &syntaxError{at: start, code: BadSyntax, found: "a backslash that starts no known escape", suggestion: `write a backslash as \\ and a path with /`}
	}
	if r == utf8.RuneError {
		return &syntaxError{at: start, code: BadSyntax, found: "half of a surrogate pair", suggestion: "write the character itself"}
	}
	b.WriteRune(r)
	return nil
}

// unicode reads uXXXX, and a second one where the first is half of a pair.
func (l *lexer) unicode() (rune, error) {
	r, err := l.hex4()
	if err != nil || !utf16.IsSurrogate(r) {
		return r, err
	}
	if l.peek() != '\\' {
		return utf8.RuneError, nil
	}
	l.pos++
	low, err := l.hex4()
	if err != nil {
		return 0, err
	}
	return utf16.DecodeRune(r, low), nil
}

// hex4 reads u and four hexadecimal digits.
func (l *lexer) hex4() (rune, error) {
	if l.pos+5 > len(l.data) || l.data[l.pos] != 'u' {
		return 0, errEscape
	}
	var r rune
	for _, c := range l.data[l.pos+1 : l.pos+5] {
		i := strings.IndexByte("0123456789abcdef", c|0x20)
		if i < 0 {
			return 0, errEscape
		}
		r = r<<4 | rune(i)
	}
	l.pos += 5
	return r, nil
}
