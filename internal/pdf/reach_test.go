package pdf

import (
	"bytes"
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
	zeros := make([]byte, holeyChunk)
	if h.chunks == nil {
		h.chunks = map[int64][]byte{}
	}
	for rest := p; len(rest) > 0; {
		index, at := h.size/holeyChunk, int(h.size%holeyChunk)
		n := min(len(rest), holeyChunk-at)
		if h.chunks[index] != nil || !bytes.Equal(rest[:n], zeros[:n]) {
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
	refs := make([]Ref, n)
	put := func(r Ref, o Object) {
		if dict, ok := o.(Dict); ok && plain {
			o = &Stream{Dict: dict} // as an object by itself
		}
		if err := w.Write(r, o); err != nil {
			t.Fatal(err)
		}
	}
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

// shapes are the page trees of a file of 2,000 pages and 100 MB: kids of one node or by 32, packed or each object by itself.
func shapes() map[string]func(testing.TB) *holey {
	long := func(fan int, plain bool) func(testing.TB) *holey {
		return func(t testing.TB) *holey { return longFile(t, 2000, fan, 50<<10, plain) }
	}
	return map[string]func(testing.TB) *holey{
		"flat, packed": long(2000, false), "flat, plain": long(2000, true),
		"by 32, packed": long(32, false), "by 32, plain": long(32, true),
	}
}

// What is read of a long file follows the pages that are used: opening reads the cross-reference, the way to a page the
// pages before it, and only copying reads a body.
func TestWhatIsReadFollowsThePages(t *testing.T) {
	for name, shape := range shapes() {
		t.Run(name, func(t *testing.T) {
			h := shape(t)
			for _, last := range []int{1, 10, 2000} {
				readPages(t, h, last)
				c := &counting{r: h}
				size := copyOne(t, c, h.size, last)
				if size < 50<<10 || size > 52<<10 {
					t.Errorf("the copy of page %d has %d bytes", last, size)
				}
				if bar := int64(192<<10 + last*4<<10); c.bytes > bar {
					t.Errorf("copying page %d reads %d bytes, more than %d", last, c.bytes, bar)
				}
			}
		})
	}
}

// readPages opens a file and reads its first pages.
func readPages(t *testing.T, h *holey, last int) {
	c := &counting{r: h}
	d, err := Open(c, h.size, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.bytes > 64<<10 {
		t.Errorf("opening reads %d bytes", c.bytes)
	}
	for n := 1; n <= last; n++ {
		if p, err := d.Page(n); err != nil || p.Dict["Mark"] != Integer(n) {
			t.Fatalf("page %d is %v, %v", n, p, err)
		}
	}
	if bar := int64(128<<10 + last*4<<10); c.bytes > bar {
		t.Errorf("%d pages read %d bytes, more than %d", last, c.bytes, bar)
	}
}

// copyOne copies one page and returns how long its file is.
func copyOne(t testing.TB, r io.ReaderAt, size int64, page int) int64 {
	t.Helper()
	d, err := Open(r, size, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Page(page)
	if err != nil {
		t.Fatal(err)
	}
	w := NewWriter(io.Discard, WriterOptions{Share: true})
	tree := w.Reserve()
	content, err := w.Importer(d).Object(p.Dict["Contents"])
	if err != nil {
		t.Fatal(err)
	}
	kid, err := w.Add(Dict{"Type": Name("Page"), "Parent": tree, "MediaBox": p.MediaBox.Array(), "Contents": content})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(tree, Dict{"Type": Name("Pages"), "Kids": Array{kid}, "Count": Integer(1)}); err != nil {
		t.Fatal(err)
	}
	root, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if err != nil {
		t.Fatal(err)
	}
	sum, err := w.Close(root, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sum.Size
}
