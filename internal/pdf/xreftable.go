package pdf

import (
	"bufio"
	"io"
)

// tableReader reads the text of a cross-reference table word by word, so that
// a table of any length takes little memory.
type tableReader struct {
	*bufio.Reader
	off int64 // of the next byte
}

// word returns the next word of at most 32 bytes.
func (t *tableReader) word(buf []byte) ([]byte, error) {
	buf = buf[:0]
	for {
		c, err := t.ReadByte()
		if err != nil {
			return buf, err
		}
		t.off++
		switch {
		case class(c) == regular:
			buf = append(buf, c)
			if len(buf) > 32 {
				return nil, malformed(t.off, "word too long in a cross-reference table")
			}
		case len(buf) > 0 || class(c) == delimiter:
			t.off--
			return buf, t.UnreadByte()
		}
	}
}

// number returns the next word as a number.
func (t *tableReader) number(buf []byte) (int64, error) {
	w, err := t.word(buf)
	if err != nil {
		return 0, err
	}
	v, rest := leadingInt(w)
	if len(w) == 0 || len(rest) > 0 || v < 0 {
		return 0, malformed(t.off, "%q in a cross-reference table", w)
	}
	return v, nil
}

// tableSection reads a cross-reference table and its trailer (ISO 32000-1,
// 7.5.4), and the stream beside it in a hybrid file (7.5.8.4).
func (c *chain) tableSection(off int64) (Dict, error) {
	src := c.d.src
	if c.words == nil {
		c.words = bufio.NewReaderSize(nil, sectionCost)
	}
	c.words.Reset(io.NewSectionReader(src, off, src.size-off))
	t := &tableReader{c.words, off}
	freed, end, err := c.subsections(t)
	if err != nil {
		return nil, tableError(err, t.off)
	}
	o, err := c.d.valueAt(end)
	if err != nil {
		return nil, err
	}
	trailer, ok := o.(Dict)
	if !ok {
		return nil, malformed(end, "trailer is no dictionary")
	}
	if at, ok := trailer["XRefStm"].(Integer); ok && !c.seen[int64(at)] {
		c.seen[int64(at)] = true
		if err := c.spend(off, sectionCost); err != nil {
			return nil, err
		}
		if err := c.hidden(int64(at), freed); err != nil {
			return nil, err
		}
	}
	return trailer, nil
}

// tableError turns an end of file inside a table into a MalformedError.
func tableError(err error, off int64) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return malformed(off, "cross-reference table without an end")
	}
	return err
}

// hidden adds the objects that a hybrid file hides from old readers: its table
// calls them free, its stream knows them.
func (c *chain) hidden(at int64, freed []int) error {
	for _, num := range freed {
		c.table.set(num, entry{})
	}
	if _, err := c.streamSection(at); err != nil {
		return err
	}
	for _, num := range freed {
		c.table.add(num, entry{kind: free})
	}
	return nil
}

// subsections reads entries up to the word `trailer`. It returns the numbers
// that this section frees and the offset after that word.
func (c *chain) subsections(t *tableReader) (freed []int, end int64, err error) {
	buf := make([]byte, 0, 40)
	if _, err = t.word(buf); err != nil { // xref
		return nil, 0, err
	}
	for {
		w, err := t.word(buf)
		if err != nil {
			return nil, 0, err
		}
		if string(w) == "trailer" {
			return freed, t.off, nil
		}
		first, rest := leadingInt(w)
		if len(w) == 0 || len(rest) > 0 || first < 0 {
			return nil, 0, malformed(t.off, "%q in a cross-reference table", w)
		}
		n, err := t.number(buf)
		if err != nil {
			return nil, 0, err
		}
		if freed, err = c.entries(t, first, n, freed); err != nil {
			return nil, 0, err
		}
	}
}

// entries reads the n entries of one subsection.
func (c *chain) entries(t *tableReader, first, n int64, freed []int) ([]int, error) {
	buf := make([]byte, 0, 40)
	if first+n > int64(c.table.limit)+1 {
		return nil, malformed(t.off, "cross-reference table of %d objects", first+n)
	}
	for i := range n {
		off, err := t.number(buf)
		if err != nil {
			return nil, err
		}
		gen, err := t.number(buf)
		if err != nil {
			return nil, err
		}
		w, err := t.word(buf)
		if err != nil {
			return nil, err
		}
		if i == 0 && first == 1 && gen == 65535 && string(w) == "f" {
			first = 0 // the head of the free list, numbered from 1 by mistake
		}
		if num := int(first + i); c.entry(num, off, gen, w) {
			freed = append(freed, num)
		}
	}
	return freed, nil
}

// entry records one entry and tells whether it freed its object.
func (c *chain) entry(num int, off, gen int64, kind []byte) bool {
	switch string(kind) {
	case "n":
		if off > 0 {
			c.table.add(num, entry{off: off, gen: int32(min(gen, 65535)), kind: inFile})
			return false
		}
		return c.table.add(num, entry{kind: free})
	case "f":
		return c.table.add(num, entry{kind: free})
	}
	return false
}
