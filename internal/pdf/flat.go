package pdf

// flat is an object spelled out for a new file without its values ever being
// built: its tokens as they stand, a mark for each reference.
type flat struct {
	out    []byte    // tokens; each reference is one mark
	refs   []flatRef // the references, in order
	keys   [][]byte  // the keys of the dictionaries under way
	length span      // the /Length entry of the outermost dictionary
	traits traits

	sweep bool    // leave out what never draws
	named bool    // the next dictionary's keys are given names
	swept []Swept // what was left out
	names []int   // objects that are dictionaries of given names
}

// mark stands for a reference in flat.out; it is regular, as a reference is.
const mark = 'R'

// flatRef is a reference at a place in flat.out.
type flatRef struct {
	pos int
	ref Ref
	to  Ref // what it becomes in the new file
}

// span is an entry of a dictionary: the bytes from:to and its value where that
// is a number or a reference.
type span struct {
	from, to int
	value    Object
}

// traits are what the outermost dictionary tells about an object's role.
type traits struct {
	kind                  Name // /Type
	kids, count, mediaBox bool
	crypt                 bool // /Crypt stands somewhere in it
	duty                  duty
	file                  Object // /F, or a value that stands for it where it is direct
}

// rootless tells whether the traits are those of a page, a node of the page
// tree, a catalog, or of the file's own machinery, none of which is imported.
func (t traits) rootless() bool {
	switch t.kind {
	case "Page", "Pages", "Catalog", "ObjStm", "XRef":
		return true
	case "":
		return t.kids && t.count || t.mediaBox
	}
	return false
}

// apart tells whether an object is more than its value: a layer can be shown
// where another of the same name is hidden (ISO 32000-1, 8.11.2), and so it is
// with annotations and the elements of structure.
func (t traits) apart() bool {
	return t.kind == "OCG" || t.kind == "Annot" || t.kind == "StructElem"
}

// rootless tells the same of a dictionary.
func rootless(d Dict) bool {
	t := traits{}
	t.kind, _ = d["Type"].(Name)
	_, t.kids = d["Kids"]
	_, t.count = d["Count"]
	_, t.mediaBox = d["MediaBox"]
	return t.rootless()
}

// reset empties f for the next object.
func (f *flat) reset() {
	f.out, f.refs, f.keys, f.length, f.traits = f.out[:0], f.refs[:0], f.keys[:0], span{}, traits{}
	f.swept, f.names = nil, f.names[:0]
}

// read spells out the next value of p.
func (f *flat) read(p *parser) error {
	f.reset()
	t, err := p.next()
	if err != nil {
		return err
	}
	if t.kind != tokDictOpen {
		f.named = false
		return f.value(p, t)
	}
	return f.nested(p, func() error { return f.dict(p, true) })
}

// value spells out the value that begins with t.
func (f *flat) value(p *parser, t token) error {
	if err := p.another(); err != nil {
		return err
	}
	switch t.kind {
	case tokInteger:
		return f.integer(p, t)
	case tokReal:
		return f.number(p, t, Real(t.real))
	case tokName:
		f.name(p.text(t))
	case tokString, tokHex:
		if p.broken {
			return errBuild
		}
		if p.decrypt == nil {
			f.put(p.text(t))
			break
		}
		f.out = appendString(f.out, p.decrypt(stringOf(t.kind, p.text(t))))
	case tokArrayOpen:
		return f.nested(p, func() error { return f.array(p) })
	case tokDictOpen:
		return f.nested(p, func() error { return f.dict(p, false) })
	case tokKeyword:
		f.keyword(p, t)
	case tokEnd:
		return p.errorf("end of file inside an object")
	default:
		return p.errorf("unexpected %q", p.text(t))
	}
	return nil
}

// nested runs read one level deeper.
func (f *flat) nested(p *parser, read func() error) error {
	if p.depth <= 0 {
		return p.errorf("values nested too deep")
	}
	p.depth--
	err := read()
	p.depth++
	return err
}

// dict spells out a dictionary after its opening, skipping what is no key.
// top says that it is the outermost, whose traits count.
func (f *flat) dict(p *parser, top bool) error {
	at := f.here()
	var own duty
	named := f.named
	f.named = false
	f.out = append(f.out, "<<"...)
	outer := len(f.keys)
	defer func() { f.keys = f.keys[:outer] }()
	for {
		t, err := p.next()
		if err != nil {
			return err
		}
		if t.kind == tokDictClose {
			f.out = append(f.out, ">>"...)
			f.judge(at, own, top)
			return twice(f.keys[outer:])
		}
		if p.ends(t) {
			return p.errorf("dictionary without an end")
		}
		if t.kind != tokName {
			continue
		}
		f.keys = append(f.keys, p.text(t))
		done, err := f.entry(p, p.text(t), top, named, &own)
		if err != nil {
			return err
		}
		if done {
			f.judge(at, own, top)
			return twice(f.keys[outer:])
		}
	}
}

// entry spells out one entry; done says that the dictionary ended after its
// key. named says that the keys are given names; own gathers what the
// dictionary is.
func (f *flat) entry(p *parser, key []byte, top, named bool, own *duty) (done bool, err error) {
	at := f.here()
	from, refs := at.out, at.refs
	f.name(key)
	spelled := key
	t, err := p.next()
	if err != nil {
		return false, err
	}
	if t.kind == tokDictClose {
		f.out = append(f.out, " null>>"...) // apart from its name
		return true, nil
	}
	if f.sweep && !named {
		key = f.expect(p, plainKey(key), t, own)
	}
	if err := f.value(p, t); err != nil {
		return false, err
	}
	if f.sweep && !named && f.sieve(key, t, at) || !top {
		return false, nil
	}
	f.note(p, string(spelled), t, span{from: from, to: len(f.out)}, refs)
	return false, nil
}

// note keeps what an entry of the outermost dictionary tells. refs is how many
// references came before it.
func (f *flat) note(p *parser, key string, t token, s span, refs int) {
	switch key {
	case "/Type":
		if t.kind == tokName {
			f.traits.kind = nameOf(p.text(t))
		}
	case "/Kids":
		f.traits.kids = true
	case "/Count":
		f.traits.count = true
	case "/MediaBox":
		f.traits.mediaBox = true
	case "/F":
		switch {
		case len(f.refs) > refs:
			f.traits.file = f.refs[refs].ref
		case t.kind == tokString, t.kind == tokHex:
			f.traits.file = String("")
		}
		if t.kind == tokDictOpen {
			f.traits.file = Dict{}
		}
	case "/Length":
		switch {
		case len(f.refs) > refs:
			s.value = f.refs[refs].ref
		case t.kind == tokInteger:
			s.value = Integer(t.num)
		}
		f.length = s
	}
}
