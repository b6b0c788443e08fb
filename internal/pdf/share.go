package pdf

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"io"
)

const (
	wholeBody = 16 << 10 // bodies up to here are read and hashed whole
	startBody = 4 << 10  // what of a longer one is hashed to find its like
	mostAlike = 8        // how many bodies that begin alike are compared
)

// share knows what was written, so that an equal object is written once,
// whichever document it comes from. What is short is known by the SHA-256 of
// all of it. A longer body is known by its length, its dictionary and how it
// begins; that it is equal to one written before is proven by reading that
// one back, or by the SHA-256 of both where the file cannot be read back. So
// what is met once costs next to nothing, and what is kept is small.
type share struct {
	back   io.ReaderAt
	whole  map[[sha256.Size]byte]int
	long   map[[sha256.Size]byte][]longBody
	sum    hash.Hash
	body   []byte // scratch
	buffer [2][]byte
}

// longBody is the body of a stream that was written: n bytes from off.
type longBody struct {
	num    int
	off, n int64
	sum    []byte // its SHA-256 where the file cannot be read back
}

// newShare returns an empty share of a file that back reads, or nil.
func newShare(back io.ReaderAt) *share {
	return &share{
		back: back, sum: sha256.New(),
		whole: map[[sha256.Size]byte]int{}, long: map[[sha256.Size]byte][]longBody{},
	}
}

// key returns the SHA-256 of the parts, which are told apart by what begins
// them: a value by itself, a stream by its dictionary.
func (s *share) key(parts ...[]byte) (out [sha256.Size]byte) {
	s.sum.Reset()
	for _, p := range parts {
		s.sum.Write(p) // never fails
	}
	s.sum.Sum(out[:0])
	return out
}

// addValue writes a value that is spelled out at the end of the object stream
// under way, from start on, and returns its number: that of an equal one where
// such a one was written and apart is not set.
func (w *Writer) addValue(start int, apart bool) (int, error) {
	p := &w.packing
	if w.share == nil || apart {
		num := w.Reserve().Num
		w.place(num, start)
		return num, w.placed()
	}
	key := w.share.key(p.data[start:])
	if num, ok := w.share.whole[key]; ok {
		p.data = p.data[:start]
		return num, w.out.err
	}
	num := w.Reserve().Num
	w.share.whole[key] = num
	w.place(num, start)
	return num, w.placed()
}

// addStream writes the stream that has the dictionary head and the n bytes of
// body, which body may be asked for again, and returns its number: that of an
// equal one where such a one was written.
func (w *Writer) addStream(head []byte, n int64, body func() (io.Reader, error)) (int, error) {
	r, err := body()
	if err != nil {
		return 0, err
	}
	if w.share == nil {
		num := w.Reserve().Num
		return num, w.emit(num, head, r, n)
	}
	s := w.share
	if s.body == nil {
		s.body = make([]byte, wholeBody)
	}
	start := s.body[:startBody]
	if n <= wholeBody {
		start = s.body[:n]
	}
	if _, err := io.ReadFull(r, start); err != nil {
		return 0, short(err)
	}
	key := s.key(head, []byte("stream"), start)
	if n <= wholeBody {
		return w.addShort(key, head, start)
	}
	return w.addLong(key, head, n, io.MultiReader(bytes.NewReader(start), r), body)
}

// short tells of a body that ends too soon.
func short(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// addShort writes a stream with this key, unless one was.
func (w *Writer) addShort(key [sha256.Size]byte, head, body []byte) (int, error) {
	if num, ok := w.share.whole[key]; ok {
		return num, w.out.err
	}
	num := w.Reserve().Num
	w.share.whole[key] = num
	return num, w.emit(num, head, bytes.NewReader(body), int64(len(body)))
}
