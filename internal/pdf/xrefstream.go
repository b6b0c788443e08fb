package pdf

// streamSection reads a cross-reference stream, whose dictionary is also the
// trailer (ISO 32000-1, 7.5.8).
func (c *chain) streamSection(off int64) (Dict, error) {
	_, o, _, err := c.d.objectAt(off, nil, 0)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, malformed(off, "no cross-reference")
	}
	s.method = methodNone
	data, err := c.d.Decode(s)
	if err != nil {
		return nil, err
	}
	if err := c.spend(off, int64(len(data))); err != nil {
		return nil, err
	}
	return s.Dict, c.rows(s.Dict, data, off)
}

// rows reads the entries of a cross-reference stream.
func (c *chain) rows(dict Dict, data []byte, off int64) error {
	var w [3]int
	widths, _ := dict["W"].(Array)
	if len(widths) < 3 {
		return malformed(off, "cross-reference stream without /W")
	}
	for i := range w {
		n, ok := widths[i].(Integer)
		if !ok || n < 0 || n > 8 {
			return malformed(off, "cross-reference stream with a field of %v bytes", widths[i])
		}
		w[i] = int(n)
	}
	if w[0]+w[1]+w[2] == 0 {
		return malformed(off, "cross-reference stream without fields")
	}
	for _, r := range ranges(dict) {
		var err error
		if data, err = c.rowRange(data, w, r, off); err != nil {
			return err
		}
	}
	return nil
}

// ranges returns the pairs of /Index, by default all numbers below /Size.
func ranges(dict Dict) [][2]int64 {
	index, ok := dict["Index"].(Array)
	if !ok {
		size, _ := dict["Size"].(Integer)
		return [][2]int64{{0, int64(size)}}
	}
	var out [][2]int64
	for i := 0; i+1 < len(index); i += 2 {
		first, _ := index[i].(Integer)
		n, _ := index[i+1].(Integer)
		out = append(out, [2]int64{int64(first), int64(n)})
	}
	return out
}

// rowRange reads the rows of one range, or as many as there are bytes for,
// and returns what is left.
func (c *chain) rowRange(data []byte, w [3]int, r [2]int64, off int64) ([]byte, error) {
	width := w[0] + w[1] + w[2]
	if r[0] < 0 || r[0] > maxNumber {
		return nil, malformed(off, "object number %d in a cross-reference stream", r[0])
	}
	for i := int64(0); i < r[1] && len(data) >= width; i++ {
		c.row(int(r[0]+i), data, w)
		data = data[width:]
	}
	return data, nil
}

// row records one row.
func (c *chain) row(num int, data []byte, w [3]int) {
	kind := uint64(1) // the default where the field is absent
	if w[0] > 0 {
		kind = bigEndian(data[:w[0]])
	}
	a := bigEndian(data[w[0] : w[0]+w[1]])
	b := bigEndian(data[w[0]+w[1] : w[0]+w[1]+w[2]])
	switch {
	case kind == 0:
		c.table.add(num, entry{kind: free})
	case kind == 1 && a < 1<<62:
		c.table.add(num, entry{off: int64(a), gen: int32(min(b, 65535)), kind: inFile})
	case kind == 2 && a <= maxNumber && b <= maxNumber:
		c.table.add(num, entry{off: int64(a), gen: int32(b), kind: inStream})
	}
}

// bigEndian returns the number spelled by up to eight bytes.
func bigEndian(b []byte) uint64 {
	v := uint64(0)
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	return v
}
