package pdf

import (
	"bytes"
	"io"
)

// newStream returns the stream whose body begins at off. Its /Length is
// trusted where `endstream` follows; otherwise that word is searched for.
func (d *Document) newStream(dict Dict, ref Ref, off int64, depth int) (*Stream, error) {
	s := &Stream{Dict: dict, src: d, off: off, ref: ref, method: d.crypt.streamMethod(dict)}
	n, err := d.bodyLength(ref.Num, dict["Length"], off, depth)
	s.length = n
	return s, err
}

// bodyLength returns the length of the body at off, that of the stream num.
func (d *Document) bodyLength(num int, length Object, off int64, depth int) (int64, error) {
	if r, ok := length.(Ref); ok && depth < lengthDepth {
		o, err := d.load(r.Num, depth+1)
		if err != nil && !damaged(err) {
			return 0, err
		}
		length = o
	}
	if n, ok := length.(Integer); ok && n >= 0 && int64(n) <= d.src.size-off {
		ok, err := d.endsAt(off + int64(n))
		if ok || err != nil {
			return int64(n), err
		}
	}
	return d.searchEnd(num, off)
}

// endsAt tells whether `endstream` comes at off, after white space.
func (d *Document) endsAt(off int64) (bool, error) {
	var buf [24]byte
	n, err := d.src.read(buf[:], off)
	if err != nil {
		return false, err
	}
	rest := lowered(bytes.TrimLeft(buf[:n], "\x00\t\n\f\r "))
	return bytes.HasPrefix(rest, []byte("endstream")) || bytes.HasPrefix(rest, []byte("endobj")), nil
}

// searchChunk is how much is searched for the end of a stream at a time.
const searchChunk = 32 << 10

// searchEnd returns the length of a body whose /Length is wrong: all up to
// `endstream` or `endobj`, else up to the next object, else up to the end of
// the file. How much a document may be searched in total is bounded, so that a
// file of many such streams takes no quadratic time.
func (d *Document) searchEnd(num int, off int64) (int64, error) {
	const overlap = len("endstream")
	var first [512]byte // where most bodies of a wrong length end
	buf := first[:]
	for at := off; at < d.src.size; {
		n, err := d.src.read(buf, at)
		if err != nil {
			return 0, err
		}
		if i := endWord(lowered(buf[:n])); i >= 0 {
			d.repairs.note(RepairLength, num)
			return d.trimEOL(off, at+int64(i))
		}
		if n < len(buf) {
			break
		}
		at += int64(n - overlap)
		if n < searchChunk {
			buf = make([]byte, searchChunk)
		}
		if !d.ends.take(int64(n)) {
			return 0, malformed(off, "too many streams without an end")
		}
	}
	end, looked := d.nextObject(off)
	if !d.ends.take(looked) {
		return 0, malformed(off, "too many streams without an end")
	}
	d.repairs.note(RepairCut, num)
	return d.trimEOL(off, end)
}

// endWord returns where the first word that ends a stream begins, or -1.
func endWord(buf []byte) int {
	i := bytes.Index(buf, []byte("endstream"))
	if i >= 0 {
		buf = buf[:i]
	}
	if j := bytes.Index(buf, []byte("endobj")); j >= 0 {
		return j
	}
	return i
}

// nextObject returns where the first object behind off begins, or the end of
// the file, and how many entries it looked at: none while the cross-reference
// itself is being read.
func (d *Document) nextObject(off int64) (next, looked int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	next = d.src.size
	if d.xref == nil {
		return next, 0
	}
	for _, c := range d.xref.chunks {
		if c == nil {
			continue
		}
		for _, e := range c {
			if e.kind == inFile && e.off > off {
				next = min(next, e.off)
			}
		}
	}
	return next, int64(d.xref.top)
}

// trimEOL returns the length of a body from off to end, without the end of
// line before `endstream`.
func (d *Document) trimEOL(off, end int64) (int64, error) {
	var b [2]byte
	from := max(off, end-2)
	n, err := d.src.read(b[:end-from], from)
	if err != nil {
		return 0, err
	}
	tail := b[:n]
	switch {
	case bytes.HasSuffix(tail, []byte("\r\n")):
		return end - off - 2, nil
	case bytes.HasSuffix(tail, []byte("\n")), bytes.HasSuffix(tail, []byte("\r")):
		return end - off - 1, nil
	}
	return end - off, nil
}

// body returns the decrypted body of s, still filtered, and its length.
func (s *Stream) body() (io.Reader, int64, error) {
	if s.src == nil {
		return bytes.NewReader(s.raw), int64(len(s.raw)), nil
	}
	raw := io.NewSectionReader(s.src.src, s.off, s.length)
	if s.method == methodNone {
		return raw, s.length, nil
	}
	return s.src.crypt.reader(s.method, s.ref, raw, s.length)
}

// Raw returns the body of s as its filters left it, decrypted. It is as long
// as the stream, so a Writer does not use it.
func (d *Document) Raw(s *Stream) ([]byte, error) {
	if s.src == nil {
		return s.raw, nil
	}
	r, n, err := s.body()
	if err != nil {
		return nil, err
	}
	if n > s.src.limits.Decoded {
		return nil, malformed(s.off, "stream of %d bytes", n)
	}
	out := make([]byte, n)
	if _, err := io.ReadFull(r, out); err != nil {
		return nil, err
	}
	return out, nil
}
