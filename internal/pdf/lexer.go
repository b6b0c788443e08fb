package pdf

import (
	"bytes"
	"strings"
)

// tokenKind tells tokens apart.
type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokInteger
	tokReal
	tokName
	tokString
	tokHex
	tokArrayOpen
	tokArrayClose
	tokDictOpen
	tokDictClose
	tokKeyword
)

// token is one lexical token: the bytes start:end of the lexer's buffer.
type token struct {
	kind       tokenKind
	clean      bool // a number that may be copied as it is spelled
	cut        bool // a string without its last parenthesis
	start, end int
	num        int64   // of an integer
	real       float64 // of a real
}

// lexer cuts a buffer into tokens (ISO 32000-1, 7.2).
type lexer struct {
	buf   []byte
	pos   int
	base  int64 // file offset of buf[0], for messages
	final bool  // the buffer ends where the input ends

	broken bool // something had to be guessed
}

// character classes of ISO 32000-1, tables 1 and 2.
const (
	regular = iota
	white
	delimiter
)

// class returns the character class of c.
func class(c byte) int {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ':
		return white
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return delimiter
	}
	return regular
}

// skipSpace moves over white space and comments.
func (l *lexer) skipSpace() {
	for l.pos < len(l.buf) {
		switch c := l.buf[l.pos]; {
		case c == '%':
			l.skipLine()
		case class(c) != white:
			return
		default:
			l.pos++
		}
	}
}

// skipLine moves to the end of the current line.
func (l *lexer) skipLine() {
	n := bytes.IndexAny(l.buf[l.pos:], "\r\n")
	if n < 0 {
		l.pos = len(l.buf)
		return
	}
	l.pos += n
}

// next returns the next token. It returns errShort where the token may go on
// past a buffer that is not final.
func (l *lexer) next() (token, error) {
	l.skipSpace()
	t := token{start: l.pos, end: l.pos}
	if l.pos >= len(l.buf) {
		if !l.final {
			return t, errShort
		}
		return t, nil
	}
	switch c := l.buf[l.pos]; {
	case c >= '0' && c <= '9', c == '+', c == '-', c == '.':
		return l.number(t)
	case c == '/':
		return l.run(t, tokName)
	case c == '(':
		return l.literal(t)
	case c == '<' || c == '>':
		return l.angle(t)
	case c == '[':
		return l.single(t, tokArrayOpen), nil
	case c == ']':
		return l.single(t, tokArrayClose), nil
	case class(c) == delimiter:
		return l.single(t, tokKeyword), nil
	}
	return l.run(t, tokKeyword)
}

// single ends a token of one byte.
func (l *lexer) single(t token, k tokenKind) token {
	l.pos++
	t.kind, t.end = k, l.pos
	return t
}

// run ends a name or a keyword: all regular characters after its first byte.
func (l *lexer) run(t token, k tokenKind) (token, error) {
	i := l.pos + 1
	for i < len(l.buf) && class(l.buf[i]) == regular {
		i++
	}
	if i == len(l.buf) && !l.final {
		return t, errShort
	}
	l.pos, t.kind, t.end = i, k, i
	return t, nil
}

// angle reads what begins with an angle bracket: a dictionary's delimiter or
// a hexadecimal string.
func (l *lexer) angle(t token) (token, error) {
	c := l.buf[l.pos]
	if l.pos+1 >= len(l.buf) {
		if !l.final {
			return t, errShort
		}
		return l.single(t, tokKeyword), nil
	}
	if l.buf[l.pos+1] == c {
		l.pos += 2
		t.kind, t.end = tokDictOpen, l.pos
		if c == '>' {
			t.kind = tokDictClose
		}
		return t, nil
	}
	if c == '>' {
		return l.single(t, tokKeyword), nil
	}
	return l.hex(t)
}

// hex ends a hexadecimal string.
func (l *lexer) hex(t token) (token, error) {
	n := bytes.IndexByte(l.buf[l.pos:], '>')
	if n < 0 {
		return t, l.unfinished("hexadecimal string")
	}
	l.pos += n + 1
	t.kind, t.end = tokHex, l.pos
	return t, nil
}

// literal ends a literal string, minding balanced parentheses.
func (l *lexer) literal(t token) (token, error) {
	depth := 0
	for i := l.pos; i < len(l.buf); i++ {
		switch l.buf[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			l.pos, t.kind, t.end = i+1, tokString, i+1
			return t, nil
		}
	}
	if !l.final {
		return t, errShort
	}
	return l.cutString(t), nil
}

// cutString ends a string without an end where its object ends, or the file.
func (l *lexer) cutString(t token) token {
	end := bytes.Index(l.buf[l.pos:], []byte("endobj"))
	if end < 0 {
		end = len(l.buf) - l.pos
	}
	l.pos += end
	t.kind, t.end, t.cut, l.broken = tokString, l.pos, true, true
	return t
}

// unfinished says that the buffer ended inside a token.
func (l *lexer) unfinished(what string) error {
	if !l.final {
		return errShort
	}
	return l.errorf("%s without an end", what)
}

// errorf returns a MalformedError at the current position.
func (l *lexer) errorf(format string, args ...any) error {
	return malformed(l.base+int64(l.pos), format, args...)
}

// text returns the bytes of a token.
func (l *lexer) text(t token) []byte { return l.buf[t.start:t.end] }

// is tells whether t is the keyword word.
func (l *lexer) is(t token, word string) bool {
	return t.kind == tokKeyword && string(l.buf[t.start:t.end]) == word
}

// isLoosely tells whether t is the keyword word in whatever case.
func (l *lexer) isLoosely(t token, word string) bool {
	return t.kind == tokKeyword && strings.EqualFold(string(l.buf[t.start:t.end]), word)
}
