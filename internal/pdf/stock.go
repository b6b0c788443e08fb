package pdf

import (
	"bytes"
	"errors"
	"hash"
	"slices"
)

// Stock is how many files begin alike: objects that are written once and copied as bytes into each. It is safe for
// concurrent use.
type Stock struct {
	data    []byte
	entries []entry
	sum     hash.Hash   // of data
	idle    chan *tools // what the last files were written with
}

// tools are the memory that a file is written with, most of it for compressing: more than a form has itself.
type tools struct {
	deflater      *deflater
	entries       []entry
	index, next   []byte // of object streams
	pack, scratch []byte
	chunk, spare  []byte // of the sink
}

// maxIdle is how many tools are kept for the next files.
const maxIdle = 2

// NewStock keeps what build writes. The references that build reserves and does not write are those of the objects in
// which the files differ.
func NewStock(build func(*Writer) error) (*Stock, error) {
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{form: true})
	if err := build(w); err != nil {
		return nil, err
	}
	for _, i := range w.importers {
		if err := i.Drain(); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(w.flushPack(), w.settlePack()); err != nil {
		return nil, err
	}
	w.closed = true
	w.out.digest()
	if w.out.err != nil {
		return nil, w.out.err
	}
	s := &Stock{data: out.Bytes(), entries: w.entries, sum: w.out.sum, idle: make(chan *tools, maxIdle)}
	s.idle <- &tools{deflater: w.deflater}
	return s, nil
}

// Size is how many bytes the files have in common.
func (s *Stock) Size() int { return len(s.data) }

// begin makes w a file that begins with the stock.
func (s *Stock) begin(w *Writer) *Writer {
	t := &tools{deflater: &deflater{quick: true}}
	select {
	case t = <-s.idle:
	default:
	}
	w.stock, w.deflater = s, t.deflater
	w.entries = append(slices.Grow(t.entries[:0], len(s.entries)+256), s.entries...)
	w.packing.index, w.packing.spare, w.packing.data, w.scratch = t.index, t.next, t.pack, t.scratch
	w.out.spare = t.spare
	if t.chunk != nil {
		w.out.buf = t.chunk[:0]
	} else {
		w.out.buf = make([]byte, 0, formSize)
	}
	w.out.follow(s.data, s.sum)
	return w
}

// end keeps what the next file can be written with. Nothing is written any more.
func (s *Stock) end(w *Writer) {
	t := &tools{
		deflater: w.deflater, entries: w.entries, index: w.packing.index[:0], next: w.packing.spare[:0], pack: w.packing.data[:0],
		scratch: w.scratch[:0],
		chunk:   w.out.buf, spare: w.out.spare,
	}
	w.deflater, w.entries, w.packing, w.scratch, w.out.buf, w.out.spare = nil, nil, packing{}, nil, nil, nil
	select {
	case s.idle <- t:
	default:
	}
}
