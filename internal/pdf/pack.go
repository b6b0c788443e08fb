package pdf

// pack is a decoded object stream (ISO 32000-1, 7.5.7).
type pack struct {
	num    int // its object number
	data   []byte
	first  int     // where the first object begins
	nums   []int32 // object numbers, in order
	offs   []int32 // where they begin, from first
	parent int     // /Extends, or 0
}

// pack returns the object stream num, decoded now or kept from before.
func (d *Document) pack(num, depth int) (*pack, error) {
	d.mu.Lock()
	p, ok := d.packs.get(num)
	e := d.xref.get(num)
	d.mu.Unlock()
	if ok {
		return p, nil
	}
	if e.kind != inFile || depth >= lengthDepth {
		return nil, malformed(-1, "object stream %d is not in the file", num)
	}
	o, _, err := d.fetchFile(num, e, depth+1)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok {
		return nil, malformed(e.off, "object %d is no object stream", num)
	}
	if p, err = d.unpack(num, s); err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.packs.put(num, p, int64(len(p.data)+8*len(p.nums)))
	d.mu.Unlock()
	return p, nil
}

// unpack decodes an object stream and its table of contents.
func (d *Document) unpack(num int, s *Stream) (*pack, error) {
	data, err := d.Decode(s)
	if err != nil {
		return nil, err
	}
	n, _ := s.Dict["N"].(Integer)
	first, _ := s.Dict["First"].(Integer)
	if n < 0 || int64(n) > int64(d.limits.Objects) || first < 0 || int(first) > len(data) {
		return nil, malformed(s.off, "object stream with /N %d and /First %d", n, first)
	}
	p := &pack{num: num, data: data, first: int(first)}
	if r, ok := s.Dict["Extends"].(Ref); ok {
		p.parent = r.Num
	}
	l := lexer{buf: data[:first], final: true}
	for range int(n) {
		a, err := l.next()
		if err != nil {
			return nil, err
		}
		b, err := l.next()
		if err != nil {
			return nil, err
		}
		if a.kind != tokInteger || b.kind != tokInteger || a.num > maxNumber || b.num < 0 || b.num > int64(len(data)) {
			break // fewer objects than /N says
		}
		p.nums, p.offs = append(p.nums, int32(a.num)), append(p.offs, int32(b.num))
	}
	return p, nil
}

// find returns the text that begins with object num. index is where the
// cross-reference has it; a wrong one is put right by looking.
func (p *pack) find(num, index int) ([]byte, bool) {
	if index >= len(p.nums) || int(p.nums[index]) != num {
		index = -1
		for i, n := range p.nums {
			if int(n) == num {
				index = i
			}
		}
	}
	if index < 0 || p.first+int(p.offs[index]) > len(p.data) {
		return nil, false
	}
	return p.data[p.first+int(p.offs[index]):], true
}

// locate returns the text that begins with object num, in p or in the object
// streams that it extends.
func (d *Document) locate(p *pack, num, index, depth int) ([]byte, error) {
	for range 16 {
		if text, ok := p.find(num, index); ok {
			return text, nil
		}
		if p.parent == 0 {
			break
		}
		var err error
		if p, err = d.pack(p.parent, depth); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// packed reads object num from an object stream; one that is not there is
// null. Strings in object streams are not encrypted by themselves.
func (d *Document) packed(p *pack, num, index, depth int) (Object, int64, error) {
	text, err := d.locate(p, num, index, depth)
	if err != nil || text == nil {
		return nil, 1, err
	}
	q := parser{lexer: lexer{buf: text, final: true}, depth: d.limits.Depth}
	o, err := q.object()
	if err != nil {
		return nil, 0, malformed(-1, "object %d in object stream %d: %v", num, p.num, err)
	}
	return o, int64(q.pos), nil
}
