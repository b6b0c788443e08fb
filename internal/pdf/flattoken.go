package pdf

import (
	"bytes"
	"slices"
)

// put appends a token, apart from the one before it.
func (f *flat) put(text []byte) {
	if n := len(f.out); n > 0 && class(f.out[n-1]) == regular && class(text[0]) == regular {
		f.out = append(f.out, ' ')
	}
	f.out = append(f.out, text...)
}

// integer spells out an integer, or marks the reference that begins with it.
func (f *flat) integer(p *parser, t token) error {
	r, ok, err := p.reference(t)
	if err != nil {
		return err
	}
	if !ok {
		return f.number(p, t, Integer(t.num))
	}
	f.put([]byte{mark})
	f.refs = append(f.refs, flatRef{pos: len(f.out) - 1, ref: r})
	return nil
}

// number spells out a number, as it stands where that is allowed.
func (f *flat) number(p *parser, t token, v Object) error {
	if t.clean {
		f.put(p.text(t))
		return nil
	}
	var buf [32]byte
	text, err := AppendObject(buf[:0], v)
	if err == nil {
		f.put(text)
	}
	return err
}

// name spells out a name. The empty one needs a space after it.
func (f *flat) name(text []byte) {
	if bytes.IndexByte(text, '#') >= 0 { // some writers do not mean a code by it
		f.put(appendName(nil, nameOf(text)))
	} else {
		f.put(text)
	}
	f.traits.crypt = f.traits.crypt || string(text) == "/Crypt"
	if len(text) == 1 {
		f.out = append(f.out, ' ')
	}
}

// keyword spells out a keyword's value.
func (f *flat) keyword(p *parser, t token) {
	switch p.keyword(t) {
	case true:
		f.put([]byte("true"))
	case false:
		f.put([]byte("false"))
	default:
		f.put([]byte("null"))
	}
}

// array spells out an array after its bracket.
func (f *flat) array(p *parser) error {
	f.out = append(f.out, '[')
	for {
		t, err := p.next()
		if err != nil {
			return err
		}
		if t.kind == tokArrayClose {
			f.out = append(f.out, ']')
			return nil
		}
		if p.ends(t) {
			return p.errorf("array without an end")
		}
		if err := f.value(p, t); err != nil {
			return err
		}
	}
}

// twice says that an object has to be built where a dictionary holds a key
// twice: of those only the last holds. It may reorder keys.
func twice(keys [][]byte) error {
	if len(keys) > 16 {
		slices.SortFunc(keys, bytes.Compare)
	}
	for i, a := range keys {
		rest := keys[i+1:]
		if len(keys) > 16 {
			rest = rest[:min(1, len(rest))] // equal keys are neighbours
		}
		for _, b := range rest {
			if bytes.Equal(a, b) {
				return errBuild
			}
		}
	}
	return nil
}
