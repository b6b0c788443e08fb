package pdf

import (
	"bytes"
	"hash"
	"sync"
)

// Stock is how many files begin alike: objects that are written once and copied as bytes into each. It is safe for
// concurrent use.
type Stock struct {
	data      []byte
	entries   []entry
	sum       hash.Hash // of data
	deflaters sync.Pool // what a file needs to compress, which takes more memory than most files
}

// NewStock keeps what build writes. The references that build reserves and does not write are those of the objects in
// which the files differ.
func NewStock(build func(*Writer) error) (*Stock, error) {
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{})
	w.deflater.quick = true
	if err := build(w); err != nil {
		return nil, err
	}
	for _, i := range w.importers {
		if err := i.Drain(); err != nil {
			return nil, err
		}
	}
	if err := w.flushPack(); err != nil {
		return nil, err
	}
	w.closed = true
	w.out.digest()
	if w.out.err != nil {
		return nil, w.out.err
	}
	s := &Stock{data: out.Bytes(), entries: w.entries, sum: w.out.sum}
	s.deflaters.Put(w.deflater)
	return s, nil
}

// Size is how many bytes the files have in common.
func (s *Stock) Size() int { return len(s.data) }

// begin makes w a file that begins with the stock.
func (s *Stock) begin(w *Writer) *Writer {
	w.stock = s
	w.entries = append(make([]entry, 0, len(s.entries)+256), s.entries...)
	if d, ok := s.deflaters.Get().(*deflater); ok {
		w.deflater = d
	}
	w.out.follow(s.data, s.sum)
	return w
}

// end gives back what the next file can use.
func (s *Stock) end(w *Writer) {
	s.deflaters.Put(w.deflater)
	w.deflater = nil
}
