package pdf

import (
	"bufio"
	"bytes"
)

// tailSize is how much of the end of a file is searched for `startxref`.
const tailSize = 4096

// chain follows the cross-reference sections of a file from the newest to the
// oldest (ISO 32000-1, 7.5.4 to 7.5.8).
type chain struct {
	d       *Document
	table   *xref
	trailer Dict
	seen    map[int64]bool
	words   *bufio.Reader // over the table that is read
	left    int64         // bytes of sections that may follow
}

// readXRef reads the whole cross-reference of d's source.
func (d *Document) readXRef() (*xref, Dict, error) {
	start, err := d.startXRef()
	if err != nil {
		return nil, nil, err
	}
	c := &chain{d: d, table: &xref{limit: d.limits.Objects}, seen: map[int64]bool{}, left: 2 * d.limits.Decoded}
	for start >= 0 {
		if c.seen[start] {
			break // a loop adds nothing
		}
		c.seen[start] = true
		if err := c.spend(start, sectionCost); err != nil {
			return nil, nil, err
		}
		dict, err := c.section(start)
		if err != nil {
			return nil, nil, err
		}
		if c.trailer == nil {
			c.trailer = dict
		}
		start = prev(dict)
	}
	return c.table, c.trailer, nil
}

// sectionCost is what a section costs beside its bytes: a file of many short
// ones takes as long as one of a few long ones.
const sectionCost = 4 << 10

// spend counts n bytes of the section at off.
func (c *chain) spend(off, n int64) error {
	if c.left -= n; c.left < 0 {
		return malformed(off, "cross-reference of too many sections")
	}
	return nil
}

// prev returns the offset of the section before the one with this trailer, or
// -1.
func prev(trailer Dict) int64 {
	switch v := trailer["Prev"].(type) {
	case Integer:
		return int64(v)
	case Real:
		return int64(v)
	case Ref: // seen in the wild: `/Prev 116 0 R` for `/Prev 116`
		return int64(v.Num)
	}
	return -1
}

// startXRef returns the offset that the end of the file names.
func (d *Document) startXRef() (int64, error) {
	from := max(0, d.src.size-tailSize)
	buf := make([]byte, d.src.size-from)
	n, err := d.src.read(buf, from)
	if err != nil {
		return 0, err
	}
	i := bytes.LastIndex(buf[:n], []byte("startxref"))
	if i < 0 {
		return 0, malformed(d.src.size, "no startxref")
	}
	l := lexer{buf: buf[:n], pos: i + len("startxref"), base: from, final: true}
	t, err := l.next()
	if err != nil || t.kind != tokInteger || t.num < 0 {
		return 0, l.errorf("startxref without an offset")
	}
	return t.num, nil
}

// section reads one section, a table or a stream, and returns its trailer.
func (c *chain) section(off int64) (Dict, error) {
	isTable := false
	err := c.d.src.parse(off, func(buf []byte, final bool) error {
		l := lexer{buf: buf, base: off, final: final}
		t, err := l.next()
		isTable = l.is(t, "xref")
		return err
	})
	if err != nil {
		return nil, err
	}
	if isTable {
		return c.tableSection(off)
	}
	return c.streamSection(off)
}
