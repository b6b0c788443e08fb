package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

// errBuild says that an object must be copied by building its values.
var errBuild = errors.New("object to be built")

// entry returns where an object is.
func (d *Document) entry(num int) entry {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.xref.get(num)
}

// copyText copies one source object token by token, and tells whether it
// could. What is damaged, or encrypted in a way of its own, it leaves alone.
func (i *Importer) copyText(num int) (bool, error) {
	e := i.d.entry(num)
	if !used(e.kind) {
		return true, i.null(num)
	}
	f := i.w.flats[i.depth-1]
	ref, body, err := i.spell(f, num, e)
	if err == errBuild || damaged(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := i.w.ready(); err != nil {
		return false, err
	}
	if body != 0 && i.w.sweep && i.d.external(f.traits.file) {
		return false, errExternal()
	}
	gone := f.traits.duty.swept()
	if gone != "" {
		f.back(place{}, gone)
	}
	i.learn(f)
	if gone != "" || f.traits.rootless() {
		return true, i.null(num)
	}
	defer i.release(f)
	if body == 0 {
		i.descend(f, span{})
		start := len(i.w.packing.data)
		i.w.packing.data = f.finish(i.w.packing.data, span{})
		return true, i.pack(num, start, f.traits)
	}
	return i.copyStream(f, num, ref, body)
}

// descend copies all that an object refers to, but in its entry drop. What the
// object is spelled with is kept meanwhile.
func (i *Importer) descend(f *flat, drop span) {
	i.held += len(f.out)
	for k := range f.refs {
		if r := &f.refs[k]; r.pos < drop.from || r.pos >= drop.to {
			r.to = i.Ref(r.ref)
		}
	}
	i.held -= len(f.out)
}

// release lets go of a spelling that is too long to be kept for the next.
func (i *Importer) release(f *flat) {
	if cap(f.out) > packBytes {
		*f = flat{}
	}
}

// spell reads object num into f and returns the number it is encrypted
// under and the offset of its body, or 0 where it is no stream.
func (i *Importer) spell(f *flat, num int, e entry) (ref Ref, body int64, err error) {
	if e.kind == inStream {
		return Ref{}, 0, i.spellPacked(f, num, e)
	}
	d := i.d
	err = d.src.parse(e.off, func(buf []byte, final bool) error {
		p := parser{lexer: lexer{buf: buf, base: e.off, final: final}, depth: d.limits.Depth}
		var ok bool
		if ref, ok, err = p.header(); err != nil {
			return err
		} else if !ok || ref.Num != num {
			return errBuild
		}
		p.decrypt = d.crypt.strings(ref)
		f.sweep, f.named = i.w.sweep, i.names[num]
		if err := f.read(&p); err != nil {
			return err
		}
		if body, err = p.streamStart(e.off); body != 0 && d.crypt != nil && f.traits.crypt {
			return errBuild
		}
		return err
	})
	return ref, body, err
}

// spellPacked reads an object of an object stream into f.
func (i *Importer) spellPacked(f *flat, num int, e entry) error {
	p, err := i.d.pack(int(e.off), 0)
	if err != nil {
		return err
	}
	text, err := i.d.locate(p, num, int(e.gen), 0)
	if err != nil {
		return err
	}
	if text == nil {
		return errBuild
	}
	f.sweep, f.named = i.w.sweep, i.names[num]
	return f.read(&parser{lexer: lexer{buf: text, final: true}, depth: i.d.limits.Depth})
}

// finish appends f to dst with its references mapped, without the entry drop.
func (f *flat) finish(dst []byte, drop span) []byte {
	at := 0
	for _, r := range f.refs {
		if r.pos >= drop.from && r.pos < drop.to {
			continue
		}
		dst = append(dst, cut(f.out, at, r.pos, drop)...)
		at = r.pos + 1
		if r.to.Num != 0 {
			dst = appendRef(dst, r.to)
		} else {
			dst = append(dst, "null"...)
		}
	}
	return append(dst, cut(f.out, at, len(f.out), drop)...)
}

// cut returns text[from:to] without the bytes of drop. It may change text.
func cut(text []byte, from, to int, drop span) []byte {
	if drop.to <= from || drop.from >= to {
		return text[from:to]
	}
	n := drop.to - drop.from
	copy(text[from+n:drop.to], text[from:drop.from])
	return text[from+n : to]
}

// copyStream writes the stream ref, whose body is at off: its dictionary as it
// stands, with the length that its body has when it is decrypted.
func (i *Importer) copyStream(f *flat, num int, ref Ref, off int64) (bool, error) {
	length, err := i.d.bodyLength(num, f.length.value, off, 0)
	if damaged(err) || !bytes.HasPrefix(f.out, []byte("<<")) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	s := &Stream{src: i.d, off: off, length: length, ref: ref, method: i.d.crypt.streamMethod(Dict{"Type": f.traits.kind})}
	body, n, err := s.body()
	if err != nil {
		return false, err
	}
	i.descend(f, f.length)
	head := f.finish(i.w.scratch[:0], f.length)
	head = append(head[:len(head)-len(">>")], "/Length "...)
	head = append(strconv.AppendInt(head, n, 10), ">>"...)
	i.w.scratch = head
	if to := i.number(num); to != 0 {
		return true, i.w.emit(to, head, body, n)
	}
	i.nums[num], err = i.w.put(0, head, s, n)
	return true, err
}
