package pdf

import (
	"bytes"
	"errors"
	"maps"
	"slices"
)

// Carry copies objects of d under their own numbers into a file that holds nothing yet: all that the roots lead to,
// but for own and all that only own leads to. The objects of own are the caller's to write, under their numbers too; one
// that is not reads as null, as does whatever was not carried. Object streams that are carried whole go
// as they are, deciphered and never inflated anew, so that a copy of a form costs little more than its bytes.
func (w *Writer) Carry(d *Document, own []Ref, roots ...Object) error {
	if len(w.entries) != 1 {
		return errors.New("objects are carried into a file that holds some already")
	}
	d.mu.Lock()
	top := d.xref.top
	d.mu.Unlock()
	c := carrier{w: w, d: d, imp: w.Importer(d), packs: map[int][]int{}, met: make([]int, 0, top)}
	c.imp.nums = make(map[int]int, top)
	if all, ok := w.out.w.(*bytes.Buffer); ok {
		all.Grow(int(d.src.size))
	}
	w.entries = make([]entry, max(1, top), top+256)
	c.state = make([]carriage, max(1, top))
	for _, r := range own {
		if c.unseen(r.Num) {
			c.state[r.Num] = owned
			c.imp.nums[r.Num] = r.Num
		}
	}
	c.imp.carry = &c
	defer func() { c.imp.carry = nil }()
	for _, o := range roots {
		c.value(o)
	}
	if err := c.follow(); err != nil {
		return err
	}
	return c.copy()
}

// carriage is what is done with an object.
type carriage uint8

const (
	unseen  carriage = iota
	owned            // the caller writes it
	carried          // it is copied
)

// carrier is a Carry under way.
type carrier struct {
	w     *Writer
	d     *Document
	imp   *Importer
	state []carriage
	met   []int         // the objects that are carried
	packs map[int][]int // the carried members of each object stream
	odd   []int         // object streams with a reference to a generation, which have to be spelled anew
	refs  []Ref         // scratch
}

// unseen tells whether an object exists and was not met yet.
func (c *carrier) unseen(num int) bool {
	return num > 0 && num < len(c.state) && c.state[num] == unseen && used(c.d.entry(num).kind)
}

// meet notes that an object is carried.
func (c *carrier) meet(num int) {
	if c.unseen(num) {
		c.state[num] = carried
		c.met = append(c.met, num)
		c.imp.nums[num] = num
	}
}

// value meets all that a value refers to, the entries of a dictionary by the order of their keys: what is met is written in
// that order, and the same copy has the same bytes.
func (c *carrier) value(o Object) {
	switch v := o.(type) {
	case Ref:
		c.meet(v.Num)
	case Array:
		for _, e := range v {
			c.value(e)
		}
	case Dict:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			c.value(v[key])
		}
	case *Stream:
		c.value(v.Dict)
	}
}

// follow meets all that the carried objects refer to, and copies those that stand in the file by themselves.
func (c *carrier) follow() error {
	for i := 0; i < len(c.met); i++ {
		num := c.met[i]
		e := c.d.entry(num)
		if e.kind == inFile {
			if c.imp.take(num); c.imp.err != nil {
				return c.imp.err
			}
			continue
		}
		err := c.scan(num, e)
		if errors.Is(err, errBuild) || damaged(err) {
			var o Object
			if o, err = c.d.Load(Ref{Num: num}); err == nil {
				c.value(o)
			}
			c.odd = append(c.odd, int(e.off))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// scan meets what a member of an object stream refers to, by its text alone.
func (c *carrier) scan(num int, e entry) error {
	p, err := c.d.pack(int(e.off), 0)
	if err != nil {
		return err
	}
	c.packs[p.num] = append(c.packs[p.num], num)
	if text, ok := p.alone(num, int(e.gen)); ok {
		refs, ok := plainReferences(text, c.refs[:0])
		if c.refs = refs; ok {
			for _, r := range refs {
				c.meet(r.Num)
			}
			return nil
		}
	}
	text, err := c.d.locate(p, num, int(e.gen), 0)
	if err != nil {
		return err
	}
	if text == nil {
		return errBuild
	}
	return c.references(&lexer{buf: text, final: true}, num, p.num)
}

// references meets what the value of object num at l refers to; pack is the object stream that it stands in. A page or
// a catalog that the caller does not own is not carried, since it would drag its document along.
func (c *carrier) references(l *lexer, num, pack int) error {
	refs, is, err := l.references(c.refs[:0])
	c.refs = refs
	if err != nil {
		return err
	}
	if is.rootless() {
		c.state[num], c.imp.nums[num] = owned, 0
		return nil
	}
	for _, r := range refs {
		c.meet(r.Num)
		if r.Gen != 0 {
			c.odd = append(c.odd, pack)
		}
	}
	return nil
}

// references adds to refs what the next value refers to, and tells what its own keys say of its role.
func (l *lexer) references(refs []Ref) ([]Ref, traits, error) {
	var is traits
	typed := false
	for depth := 0; ; {
		t, err := l.next()
		if err != nil {
			return refs, is, err
		}
		switch t.kind {
		case tokEnd:
			return refs, is, errBuild
		case tokArrayOpen, tokDictOpen:
			depth++
		case tokArrayClose, tokDictClose:
			depth--
		case tokName:
			if depth == 1 {
				typed = is.hear(l.text(t), typed)
			}
		case tokInteger:
			r, ok, err := l.reference(t)
			if err != nil {
				return refs, is, err
			}
			if ok {
				refs = append(refs, r)
			}
		}
		if depth <= 0 {
			return refs, is, nil
		}
	}
}

// alone returns the text of object num up to the next, where the table of contents is in order.
func (p *pack) alone(num, index int) ([]byte, bool) {
	if index >= len(p.nums) || int(p.nums[index]) != num {
		return nil, false
	}
	from, to := p.first+int(p.offs[index]), len(p.data)
	if index+1 < len(p.offs) {
		to = p.first + int(p.offs[index+1])
	}
	if from > to || to > len(p.data) {
		return nil, false
	}
	return p.data[from:to], true
}

// plainReferences adds to refs whatever in an object's text reads like a reference, which takes a tenth of the time that
// cutting it into tokens does; one in a string is one too many and no harm. ok is false where only the tokens tell: text with
// comments, generations, pages and catalogs.
func plainReferences(text []byte, refs []Ref) (out []Ref, ok bool) {
	if bytes.IndexByte(text, '%') >= 0 || bytes.Contains(text, []byte("MediaBox")) || bytes.Contains(text, []byte("/Page")) ||
		bytes.Contains(text, []byte("/Kids")) || bytes.Contains(text, []byte("/Catalog")) {
		return refs, false
	}
	for at := 0; ; at++ {
		i := bytes.IndexByte(text[at:], 'R')
		if i < 0 {
			return refs, true
		}
		at += i
		gen, left, ok := plainNumber(text[:at])
		if !ok {
			continue
		}
		num, _, ok := plainNumber(text[:left])
		if !ok {
			continue
		}
		if gen != 0 {
			return refs, false
		}
		refs = append(refs, Ref{Num: num})
	}
}

// plainNumber reads the number that ends before the white space at the end of text, and where it begins.
func plainNumber(text []byte) (n, at int, ok bool) {
	at = len(text)
	for at > 0 && class(text[at-1]) == white {
		at--
	}
	if at == len(text) {
		return 0, at, false
	}
	scale := 1
	for at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && scale < 1e8 {
		n += scale * int(text[at-1]-'0')
		scale *= 10
		at--
	}
	return n, at, scale > 1
}

// hear notes a name of an outermost dictionary. typed says that the one before was /Type, as it then tells of this one.
func (is *traits) hear(name []byte, typed bool) bool {
	switch string(name) {
	case "/Type":
		return !typed
	case "/Kids":
		is.kids = true
	case "/Count":
		is.count = true
	case "/MediaBox":
		is.mediaBox = true
	}
	if typed {
		is.kind = nameOf(name)
	}
	return false
}

// copy writes all that was met, in the order of numbers: object streams whole where they can be, else object by object.
func (c *carrier) copy() error {
	for num := range c.w.entries {
		if members, ok := c.packs[num]; ok {
			if err := c.whole(num, members); err != nil {
				return err
			}
		}
	}
	slices.Sort(c.met)
	for _, num := range c.met {
		if c.w.entries[num].kind != absent || c.state[num] != carried {
			continue
		}
		c.imp.take(num)
		if c.imp.err != nil {
			return c.imp.err
		}
	}
	return c.w.out.err
}

// whole carries an object stream as it is, if all that it holds is carried and stands where the cross-reference says.
func (c *carrier) whole(num int, members []int) error {
	p, err := c.d.pack(num, 0)
	if err != nil {
		return err
	}
	if len(members) != len(p.nums) || slices.Contains(c.odd, num) || c.state[num] != unseen {
		return nil
	}
	for i, n := range p.nums {
		e := c.d.entry(int(n))
		if e.kind != inStream || int(e.off) != num || int(e.gen) != i || c.state[n] != carried {
			return nil
		}
	}
	o, err := c.d.Load(Ref{Num: num})
	if err != nil {
		return err
	}
	s, ok := o.(*Stream)
	if !ok || c.d.external(s.Dict["F"]) {
		return nil
	}
	for i, n := range p.nums {
		c.w.entries[n] = entry{off: int64(num), gen: int32(i), kind: inStream}
	}
	alone := *s
	alone.Dict = s.Dict.Clone()
	delete(alone.Dict, "Extends") // all that is sought in it is in it
	_, err = c.w.putStream(num, &alone)
	return err
}

// Spelling is the text of an object that stands in an object stream, as it stands there; ok is false for any other, and
// where it cannot be copied so. It is shared and must not be changed.
func (d *Document) Spelling(r Ref) (text Spelled, ok bool) {
	e := d.entry(r.Num)
	if e.kind != inStream {
		return nil, false
	}
	p, err := d.pack(int(e.off), 0)
	if err != nil {
		return nil, false
	}
	if own, ok := p.alone(r.Num, int(e.gen)); ok {
		if _, ok := plainReferences(own, nil); ok {
			return bytes.TrimSpace(own), true
		}
	}
	whole, err := d.locate(p, r.Num, int(e.gen), 0)
	if err != nil || whole == nil {
		return nil, false
	}
	l := lexer{buf: whole, final: true}
	refs, _, err := l.references(nil)
	if err != nil || l.broken || slices.ContainsFunc(refs, func(r Ref) bool { return r.Gen != 0 }) {
		return nil, false
	}
	return Spelled(whole[:l.pos]), true
}
