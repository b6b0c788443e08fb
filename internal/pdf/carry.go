package pdf

import (
	"errors"
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
	c := carrier{w: w, d: d, imp: w.Importer(d), packs: map[int][]int{}}
	d.mu.Lock()
	top := d.xref.top
	d.mu.Unlock()
	w.entries = make([]entry, max(1, top), top+256)
	c.state = make([]carriage, max(1, top))
	for _, r := range own {
		if c.unseen(r.Num) {
			c.state[r.Num] = owned
			c.imp.nums[r.Num] = r.Num
		}
	}
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
	order []int         // of the objects that are carried, as they were met
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
		c.order = append(c.order, num)
		c.imp.nums[num] = num
	}
}

// value meets all that a value refers to, in the order of keys.
func (c *carrier) value(o Object) {
	switch v := o.(type) {
	case Ref:
		c.meet(v.Num)
	case Array:
		for _, e := range v {
			c.value(e)
		}
	case Dict:
		for _, key := range sortedKeys(v) {
			c.value(v[key])
		}
	case *Stream:
		c.value(v.Dict)
	}
}

// follow meets all that the carried objects refer to.
func (c *carrier) follow() error {
	for i := 0; i < len(c.order); i++ {
		num := c.order[i]
		e := c.d.entry(num)
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

// scan meets what one object refers to, by its tokens alone.
func (c *carrier) scan(num int, e entry) error {
	if e.kind == inFile {
		return c.d.src.parse(e.off, func(buf []byte, final bool) error {
			l := lexer{buf: buf, base: e.off, final: final}
			if got, ok, err := l.header(); err != nil {
				return err
			} else if !ok || got.Num != num {
				return errBuild
			}
			return c.references(&l, num, 0)
		})
	}
	p, err := c.d.pack(int(e.off), 0)
	if err != nil {
		return err
	}
	c.packs[p.num] = append(c.packs[p.num], num)
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

// copy writes all that was met: object streams whole where they can be, else object by object.
func (c *carrier) copy() error {
	for num := range c.w.entries {
		if members, ok := c.packs[num]; ok {
			if err := c.whole(num, members); err != nil {
				return err
			}
		}
	}
	for _, num := range c.order {
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
	if p.parent != 0 || len(members) != len(p.nums) || slices.Contains(c.odd, num) || c.state[num] != unseen {
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
	_, err = c.w.putStream(num, s)
	return err
}
