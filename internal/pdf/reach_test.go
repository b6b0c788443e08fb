package pdf

import (
	"bytes"
	"fmt"
	"io"
	"testing"
)

// counting counts the bytes that are read.
type counting struct {
	r     io.ReaderAt
	bytes int64
}

func (c *counting) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	c.bytes += int64(n)
	return n, err
}

// holey is a long file in memory, of which zeros take no room.
type holey struct {
	size   int64
	chunks map[int64][]byte
}

const holeyChunk = 16 << 10

func (h *holey) Write(p []byte) (int, error) {
	if h.chunks == nil {
		h.chunks = map[int64][]byte{}
	}
	for rest := p; len(rest) > 0; {
		index, at := h.size/holeyChunk, int(h.size%holeyChunk)
		n := min(len(rest), holeyChunk-at)
		if len(bytes.Trim(rest[:n], "\x00")) > 0 || h.chunks[index] != nil {
			if h.chunks[index] == nil {
				h.chunks[index] = make([]byte, holeyChunk)
			}
			copy(h.chunks[index][at:], rest[:n])
		}
		rest = rest[n:]
		h.size += int64(n)
	}
	return len(p), nil
}

func (h *holey) ReadAt(p []byte, off int64) (done int, err error) {
	for done < len(p) {
		if off >= h.size {
			return done, io.EOF
		}
		at := int(off % holeyChunk)
		n := min(len(p)-done, holeyChunk-at, int(h.size-off))
		if chunk := h.chunks[off/holeyChunk]; chunk != nil {
			copy(p[done:done+n], chunk[at:])
		} else {
			clear(p[done : done+n])
		}
		done, off = done+n, off+int64(n)
	}
	return done, nil
}

// longFile is a file of n pages, each with a body of its own of size bytes,
// that hang fan by fan on the nodes of the page tree; with a fan of n all hang
// on its root. plain writes every object by itself, behind a table.
func longFile(t testing.TB, n, fan, size int, plain bool) *holey {
	t.Helper()
	h := &holey{}
	w := NewWriter(h, WriterOptions{})
	body := make([]byte, size)
	next, refs := 0, make([]Ref, n)
	put := func(r Ref, o Object) {
		if dict, ok := o.(Dict); ok && plain {
			o = &Stream{Dict: dict} // as an object by itself
		}
		if err := w.Write(r, o); err != nil {
			t.Fatal(err)
		}
	}
	_ = next
	root := w.Reserve()
	var nodes []Ref
	for i := range n {
		if i%fan == 0 {
			nodes = append(nodes, w.Reserve())
		}
		refs[i] = w.Reserve()
		content, err := w.Add(NewStream(Dict{}, body))
		if err != nil {
			t.Fatal(err)
		}
		put(refs[i], Dict{"Type": Name("Page"), "Parent": nodes[len(nodes)-1], "Contents": content, "Mark": Integer(i + 1)})
	}
	var top Array
	for i, node := range nodes {
		var kids Array
		for _, r := range refs[i*fan : min(n, (i+1)*fan)] {
			kids = append(kids, r)
		}
		top = append(top, node)
		put(node, Dict{"Type": Name("Pages"), "Parent": root, "Kids": kids, "Count": Integer(len(kids)), "MediaBox": letter().Array()})
	}
	put(root, Dict{"Type": Name("Pages"), "Kids": top, "Count": Integer(n)})
	catalog, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": root})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Close(catalog, nil); err != nil {
		t.Fatal(err)
	}
	return h
}

func TestProbeReach(t *testing.T) {
	for _, fan := range []int{2000, 32} {
		for _, plain := range []bool{false, true} {
			h := longFile(t, 2000, fan, 50<<10, plain)
			for _, page := range []int{1, 10, 1000, 2000} {
				c := &counting{r: h}
				d, err := Open(c, h.size, Options{})
				if err != nil {
					t.Fatal(err)
				}
				opened := c.bytes
				p, err := d.Page(page)
				if err != nil {
					t.Fatal(err)
				}
				if p.Dict["Mark"] != Integer(page) {
					t.Errorf("%v", p.Dict)
				}
				fmt.Println(fan, plain, page, "size", h.size, "open", opened, "page", c.bytes-opened)
			}
		}
	}
}
