package pdf

import "bytes"

// parser builds values from tokens.
type parser struct {
	lexer
	depth   int                 // how many more levels may open
	decrypt func(String) String // nil where strings are not encrypted
	values  int                 // read so far
	pairs   []pair              // of the dictionaries under way
}

// object reads one value (ISO 32000-1, 7.3). A keyword that names no value
// reads as null; one that ends an object is left for the caller.
func (p *parser) object() (Object, error) {
	t, err := p.next()
	if err != nil {
		return nil, err
	}
	return p.value(t)
}

// value reads the value that begins with t.
func (p *parser) value(t token) (Object, error) {
	if err := p.another(); err != nil {
		return nil, err
	}
	switch t.kind {
	case tokInteger:
		return p.integer(t)
	case tokReal:
		return Real(t.real), nil
	case tokName:
		return nameOf(p.text(t)), nil
	case tokString, tokHex:
		text := p.text(t)
		if t.cut {
			text = append(bytes.Clone(text), ')')
		}
		s := stringOf(t.kind, text)
		if p.decrypt != nil {
			s = p.decrypt(s)
		}
		return s, nil
	case tokArrayOpen:
		return p.nested(p.array)
	case tokDictOpen:
		return p.nested(p.dict)
	case tokKeyword:
		return p.keyword(t), nil
	case tokEnd:
		return nil, p.errorf("end of file inside an object")
	case tokDictClose:
		p.pos = t.start // the end of an array or entry around it is missing
	}
	p.broken = true
	return nil, nil
}

// another counts a value.
func (p *parser) another() error {
	if p.values++; p.values > maxValues {
		return p.errorf("object of more than %d values", maxValues)
	}
	return nil
}

// nested runs read one level deeper.
func (p *parser) nested(read func() (Object, error)) (Object, error) {
	if p.depth <= 0 {
		return nil, p.errorf("values nested too deep")
	}
	p.depth--
	o, err := read()
	p.depth++
	return o, err
}

// integer returns the integer t, or the reference that begins with it.
func (p *parser) integer(t token) (Object, error) {
	r, ok, err := p.reference(t)
	if err != nil {
		return nil, err
	}
	if ok {
		return r, nil
	}
	return Integer(t.num), nil
}

// reference reads `gen R` after the integer t; where it does not follow, the
// position stays.
func (l *lexer) reference(t token) (Ref, bool, error) {
	back := l.pos
	gen, err := l.next()
	if err != nil || gen.kind != tokInteger || t.num < 0 || gen.num < 0 {
		l.pos = back
		return Ref{}, false, shortOnly(err)
	}
	r, err := l.next()
	if err != nil || !l.is(r, "R") || t.num > maxNumber || gen.num > maxNumber {
		l.pos = back
		return Ref{}, false, shortOnly(err)
	}
	return Ref{Num: int(t.num), Gen: int(gen.num)}, true, nil
}

// maxNumber is beyond any object number that a file can hold.
const maxNumber = 1<<31 - 1

// shortOnly drops an error met while looking ahead, unless the look was cut
// short: what is wrong there is told when it is read.
func shortOnly(err error) error {
	if err == errShort {
		return err
	}
	return nil
}

// keyword returns the value of a keyword.
func (p *parser) keyword(t token) Object {
	switch string(p.text(t)) {
	case "true":
		return true
	case "false":
		return false
	}
	if p.ends(t) {
		p.pos = t.start
	}
	return nil
}

// array reads the elements of an array after its bracket.
func (p *parser) array() (Object, error) {
	out := Array{}
	for {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.kind == tokArrayClose {
			return out, nil
		}
		if p.ends(t) || t.kind == tokDictClose {
			p.pos, p.broken = t.start, true
			return out, nil
		}
		o, err := p.value(t)
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

// dict reads the entries of a dictionary after its opening. What is no key is
// skipped, as other readers do; the last of two equal keys holds.
func (p *parser) dict() (Object, error) {
	from := len(p.pairs)
	for {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.kind == tokDictClose {
			return p.closed(from), nil
		}
		if p.ends(t) {
			p.pos, p.broken = t.start, true
			return p.closed(from), nil
		}
		if t.kind != tokName {
			continue
		}
		if done, err := p.entry(nameOf(p.text(t))); done || err != nil {
			return p.closed(from), err
		}
	}
}

// pair is an entry of a dictionary under way; a null value takes the key away.
type pair struct {
	key   Name
	value Object
}

// closed makes the dictionary of the pairs from there on, with room for no more.
func (p *parser) closed(from int) Dict {
	pairs := p.pairs[from:]
	out := make(Dict, len(pairs))
	for i := range pairs {
		if pairs[i].value == nil {
			delete(out, pairs[i].key)
		} else {
			out[pairs[i].key] = pairs[i].value
		}
	}
	clear(pairs)
	p.pairs = p.pairs[:from]
	return out
}

// entry reads the value of key; done says that the dictionary ended instead.
func (p *parser) entry(key Name) (done bool, err error) {
	t, err := p.next()
	if err != nil {
		return false, err
	}
	if t.kind == tokDictClose {
		p.pairs = append(p.pairs, pair{key: key})
		return true, nil
	}
	if p.ends(t) {
		p.pos = t.start
		return false, nil
	}
	o, err := p.value(t)
	if err != nil {
		return false, err
	}
	p.pairs = append(p.pairs, pair{key, o})
	return false, nil
}

// ends tells whether t cannot stand inside an object, so that the end of an
// array or dictionary under way must be missing.
func (l *lexer) ends(t token) bool {
	if t.kind != tokKeyword {
		return t.kind == tokEnd
	}
	for _, word := range [...]string{"endobj", "endstream", "stream", "obj", "xref", "trailer", "startxref"} {
		if l.isLoosely(t, word) {
			return true
		}
	}
	return false
}

// header reads `num gen obj` and returns the two numbers.
func (l *lexer) header() (Ref, bool, error) {
	var n [2]token
	for i := range n {
		t, err := l.next()
		if err != nil || t.kind != tokInteger || t.num < 0 || t.num > maxNumber {
			return Ref{}, false, shortOnly(err)
		}
		n[i] = t
	}
	t, err := l.next()
	if err != nil {
		return Ref{}, false, shortOnly(err)
	}
	return Ref{int(n[0].num), int(n[1].num)}, l.isLoosely(t, "obj"), nil
}
