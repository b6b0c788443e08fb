package pdf

// place is how far a flat is, to come back to.
type place struct{ out, refs, swept int }

// here is how far f is.
func (f *flat) here() place { return place{len(f.out), len(f.refs), len(f.swept)} }

// back takes f back to a place, leaving what was spelled since, of which what tells.
func (f *flat) back(to place, what Name) {
	s := Swept{What: what}
	for _, r := range f.refs[to.refs:] {
		s.Refs = append(s.Refs, r.ref)
	}
	f.out, f.refs, f.swept = f.out[:to.out], f.refs[:to.refs], append(f.swept[:to.swept], s)
}

// expect prepares for the value that begins with t, under a key that is no
// given name, and returns the key.
func (f *flat) expect(p *parser, key []byte, t token, own *duty) []byte {
	switch {
	case t.kind == tokName:
		own.note(key, nameOf(p.text(t)))
	case t.kind == tokDictOpen:
		f.named = named(key)
	}
	return key
}

// sieve takes an entry back that never draws, and tells whether it did. at is
// where the entry began.
func (f *flat) sieve(key []byte, t token, at place) bool {
	if sweptKey(key) {
		f.back(at, Name(key))
		return true
	}
	if named(key) && t.kind == tokInteger && len(f.refs) > at.refs {
		f.names = append(f.names, f.refs[at.refs].ref.Num)
	}
	return false
}

// judge replaces a dictionary that began at a place by null where its duty is
// one that is left behind. Of the outermost the duty is kept.
func (f *flat) judge(at place, own duty, top bool) {
	if !f.sweep {
		return
	}
	if top {
		f.traits.duty = own
		return
	}
	if what := own.swept(); what != "" {
		f.back(at, what)
		f.out = append(f.out, "null"...)
	}
}
