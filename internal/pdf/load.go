package pdf

import "strings"

// lengthDepth bounds how many streams may be read to learn another's length.
const lengthDepth = 8

// Load returns the object that r refers to, read now or kept from before. An
// object that is missing or free is null (ISO 32000-1, 7.3.10). The
// generation is not compared: files whose references disagree with their
// cross-reference are read as other readers do.
func (d *Document) Load(r Ref) (Object, error) { return d.load(r.Num, 0) }

// load reads an object; depth counts the streams under way.
func (d *Document) load(num, depth int) (Object, error) {
	d.mu.Lock()
	o, ok := d.objects.get(num)
	e := d.xref.get(num)
	d.mu.Unlock()
	if ok {
		return o, nil
	}
	o, cost, err := d.fetch(num, e, depth)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.objects.put(num, o, cost)
	d.mu.Unlock()
	return o, nil
}

// fetch reads an object from where its entry says.
func (d *Document) fetch(num int, e entry, depth int) (Object, int64, error) {
	switch e.kind {
	case inFile:
		return d.fetchFile(num, e, depth)
	case inStream:
		p, err := d.pack(int(e.off), depth)
		if err != nil {
			return nil, 0, err
		}
		return d.packed(p, num, int(e.gen), depth)
	}
	return nil, 1, nil
}

// fetchFile reads an object at a byte offset. Where another object stands
// there the cross-reference is wrong, and the file is searched once.
func (d *Document) fetchFile(num int, e entry, depth int) (Object, int64, error) {
	got, o, cost, err := d.objectAt(e.off, &num, depth)
	if err == nil && got.Num == num {
		return o, cost, nil
	}
	if err != nil && !damaged(err) {
		return nil, 0, err
	}
	again, ok := d.relocate(num, e)
	if !ok {
		if err == nil {
			err = malformed(e.off, "object %d where object %d should be", got.Num, num)
		}
		return nil, 0, err
	}
	return d.fetch(num, again, depth+1)
}

// objectAt reads the indirect object at off and returns its number, its value
// and how many bytes of text it took. Strings and streams are those of an
// encrypted file where want, the number that is looked for, is given.
func (d *Document) objectAt(off int64, want *int, depth int) (ref Ref, o Object, cost int64, err error) {
	body, broken := int64(0), false
	err = d.src.parse(off, func(buf []byte, final bool) error {
		p := parser{lexer: lexer{buf: buf, base: off, final: final}, depth: d.limits.Depth}
		var ok bool
		if ref, ok, err = p.header(); err != nil {
			return err
		} else if !ok {
			return malformed(off, "no object")
		}
		if want != nil {
			if ref.Num != *want {
				return nil
			}
			p.decrypt = d.crypt.strings(ref)
		}
		if o, err = p.object(); err != nil {
			return err
		}
		cost, broken = int64(p.pos), p.broken
		body, err = p.streamStart(off)
		return err
	})
	if broken && err == nil {
		d.repairs.note(RepairObject, ref.Num)
	}
	if err != nil || body == 0 {
		return ref, o, cost, err
	}
	dict, ok := o.(Dict)
	if !ok {
		return ref, nil, 0, malformed(body, "stream without a dictionary")
	}
	s, err := d.newStream(dict, ref, body, depth)
	return ref, s, cost, err
}

// streamStart returns the offset of the body where the keyword `stream`
// comes next, or 0.
func (l *lexer) streamStart(off int64) (int64, error) {
	t, err := l.next()
	if err != nil {
		return 0, shortOnly(err)
	}
	const word = "stream"
	if t.kind != tokKeyword || t.end-t.start < len(word) || !strings.EqualFold(string(l.text(t)[:len(word)]), word) {
		return 0, nil
	}
	l.pos = t.start + len(word) // some writers put nothing between it and the body
	if l.pos+10 > len(l.buf) && !l.final {
		return 0, errShort
	}
	return off + int64(skipEOL(l.buf, l.pos)), nil
}

// skipEOL returns the position after the end of line at pos, which some
// writers put behind spaces or spell as a lone carriage return.
func skipEOL(buf []byte, pos int) int {
	at := pos
	for at < len(buf) && at-pos < 8 && (buf[at] == ' ' || buf[at] == '\t') {
		at++
	}
	switch {
	case at < len(buf) && buf[at] == '\n':
		return at + 1
	case at < len(buf) && buf[at] == '\r':
		if at+1 < len(buf) && buf[at+1] == '\n' {
			return at + 2
		}
		return at + 1
	}
	return pos
}

// valueAt reads the direct value at off.
func (d *Document) valueAt(off int64) (o Object, err error) {
	err = d.src.parse(off, func(buf []byte, final bool) error {
		p := parser{lexer: lexer{buf: buf, base: off, final: final}, depth: d.limits.Depth}
		o, err = p.object()
		return err
	})
	return o, err
}
