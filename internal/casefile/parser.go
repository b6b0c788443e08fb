package casefile

import "strings"

// maxDepth bounds nesting; the deepest key of a case lies six levels down.
const maxDepth = 32

// A parser builds the tree of one file and stops at the first syntax error.
type parser struct {
	lexer
	in    *text
	depth int
}

// parse returns the tree of a file. On a syntax error the tree holds what was read before it,
// with the containers that were open marked partial; it is nil where there was nothing.
func parse(in *text) (*node, *syntaxError) {
	p := parser{lexer: lexer{data: in.data, pos: in.lines[0]}, in: in}
	root, err := p.document()
	return root, err
}

// document reads the one value of the file and refuses anything behind it.
func (p *parser) document() (*node, *syntaxError) {
	root, err := p.value()
	if err != nil {
		return root, p.syntax(err)
	}
	if err := p.space(); err != nil {
		return root, p.syntax(err)
	}
	if p.pos < len(p.data) {
		return root, &syntaxError{at: p.pos, code: TrailingData, found: "more text after the end of the case", suggestion: "a file holds one { } and nothing behind it"}
	}
	return root, nil
}

// syntax returns err as a syntaxError.
func (p *parser) syntax(err error) *syntaxError {
	if s, ok := err.(*syntaxError); ok {
		return s
	}
	return &syntaxError{at: p.pos, code: BadSyntax, found: err.Error()}
}

// value reads any value after white space.
func (p *parser) value() (*node, error) {
	if err := p.space(); err != nil {
		return nil, err
	}
	n := &node{in: p.in, at: p.pos}
	if p.pos >= len(p.data) {
		return nil, p.unexpected("a value")
	}
	var err error
	switch c := p.data[p.pos]; {
	case c == '{':
		n.kind = objectNode
		return n, p.nested(n, p.object)
	case c == '[':
		n.kind = arrayNode
		return n, p.nested(n, p.array)
	case c == '"':
		n.kind = stringNode
		n.raw, err = p.str()
	case isWord(c):
		err = p.literal(n)
	default:
		err = p.unexpected("a value")
	}
	if err != nil {
		return nil, err
	}
	return n, nil
}

// nested reads a container one level deeper and marks it where the file breaks off inside it.
func (p *parser) nested(n *node, read func(*node) error) error {
	if p.depth++; p.depth > maxDepth {
		n.partial = true
		return &syntaxError{at: p.pos, code: TooDeep, found: "more than 32 levels of { and [", suggestion: "no key of a case lies so deep"}
	}
	p.pos++
	err := read(n)
	n.partial = err != nil
	p.depth--
	return err
}

// array reads the items behind [ up to ].
func (p *parser) array(n *node) error {
	for {
		if err := p.space(); err != nil {
			return err
		}
		if p.peek() == ']' {
			p.pos++
			return nil
		}
		item, err := p.value()
		if item != nil {
			n.items = append(n.items, item)
		}
		if err == nil {
			err = p.comma(']')
		}
		if err != nil {
			return err
		}
	}
}

// object reads the members behind { up to }.
func (p *parser) object(n *node) error {
	for {
		if err := p.space(); err != nil {
			return err
		}
		if p.peek() == '}' {
			p.pos++
			return nil
		}
		if err := p.member(n); err != nil {
			return err
		}
		if err := p.comma('}'); err != nil {
			return err
		}
	}
}

// member reads one key with its value.
func (p *parser) member(n *node) error {
	if p.peek() != '"' {
		return p.unexpected("a key in double quotes, or }")
	}
	m := member{at: p.pos, in: p.in}
	var err error
	if m.key, err = p.str(); err != nil {
		return err
	}
	if err := p.space(); err != nil {
		return err
	}
	if p.peek() != ':' {
		return p.unexpected("a colon after the key")
	}
	p.pos++
	m.value, err = p.value()
	if m.value != nil {
		n.members = append(n.members, m)
	}
	return err
}

// comma reads the comma between two entries; before the closing bracket it may be left out.
func (p *parser) comma(closing byte) error {
	if err := p.space(); err != nil {
		return err
	}
	switch p.peek() {
	case ',':
		p.pos++
		return nil
	case closing:
		return nil
	}
	return p.unexpected("a comma before it, or " + string(closing))
}

// unexpected tells what stands where want should; it never repeats a value.
func (p *parser) unexpected(want string) error {
	e := &syntaxError{at: p.pos, code: BadSyntax, want: want, found: "something else"}
	switch c := p.peek(); {
	case p.pos >= len(p.data):
		e.found = "the end of the file"
	case strings.IndexByte("{}[]:,", c) >= 0:
		e.found = string(c)
	case c == '"':
		e.found = "a string"
	case c == '\'':
		e.found, e.suggestion = "a single quote", "JSON wants double quotes"
	}
	return e
}
