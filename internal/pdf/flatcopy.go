package pdf

import (
	"errors"
	"io"
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
// could. What is damaged or encrypted as a stream it leaves alone.
func (i *Importer) copyText(num int, to Ref) (bool, error) {
	e := i.d.entry(num)
	if !used(e.kind) {
		return true, i.w.Write(to, nil)
	}
	body, err := i.spell(num, e)
	if err == errBuild || damaged(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := i.w.claim(to); err != nil {
		return false, err
	}
	if i.flat.traits.rootless() {
		return true, i.w.pack(to.Num, []byte("null"))
	}
	if body == 0 {
		i.w.place(to.Num)
		i.w.packing.data = i.finish(i.w.packing.data, span{})
		return true, i.w.placed()
	}
	return i.copyStream(to, body)
}

// spell reads object num into i.flat and returns the offset of its body, or 0
// where it is no stream.
func (i *Importer) spell(num int, e entry) (body int64, err error) {
	if e.kind == inStream {
		return 0, i.spellPacked(num, e)
	}
	d := i.d
	err = d.src.parse(e.off, func(buf []byte, final bool) error {
		p := parser{lexer: lexer{buf: buf, base: e.off, final: final}, depth: d.limits.Depth}
		ref, ok, err := p.header()
		if err != nil {
			return err
		} else if !ok || ref.Num != num {
			return errBuild
		}
		p.decrypt = d.crypt.strings(ref)
		if err := i.flat.read(&p); err != nil {
			return err
		}
		if body, err = p.streamStart(e.off); body != 0 && d.crypt != nil {
			return errBuild
		}
		return err
	})
	return body, err
}

// spellPacked reads an object of an object stream into i.flat.
func (i *Importer) spellPacked(num int, e entry) error {
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
	return i.flat.read(&parser{lexer: lexer{buf: text, final: true}, depth: i.d.limits.Depth})
}

// finish appends i.flat to dst with its references mapped, without the entry
// drop.
func (i *Importer) finish(dst []byte, drop span) []byte {
	f, at := &i.flat, 0
	for _, r := range f.refs {
		if r.pos >= drop.from && r.pos < drop.to {
			continue
		}
		dst = append(dst, cut(f.out, at, r.pos, drop)...)
		at = r.pos + 1
		if to := i.Ref(r.ref); to.Num != 0 {
			dst = appendRef(dst, to)
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

// copyStream writes a stream that is not encrypted: its dictionary as it
// stands, with the length that its body has.
func (i *Importer) copyStream(to Ref, body int64) (bool, error) {
	n, err := i.d.bodyLength(i.flat.length.value, body, 0)
	if damaged(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	head := i.finish(i.w.scratch[:0], i.flat.length)
	if len(head) < 4 || string(head[:2]) != "<<" {
		return false, malformed(body, "stream without a dictionary")
	}
	head = append(head[:len(head)-2], "/Length "...)
	head = append(strconv.AppendInt(head, n, 10), ">>"...)
	i.w.scratch = head
	return true, i.w.emit(to.Num, head, io.NewSectionReader(i.d.src, body, n), n)
}
