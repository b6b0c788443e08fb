package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
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

// addLong writes a stream with this key, unless an equal one was.
func (w *Writer) addLong(key [sha256.Size]byte, head []byte, n int64, r io.Reader, body func() (io.Reader, error)) (int, error) {
	s, alike := w.share, w.share.long[key]
	if len(alike) > 0 {
		if num, err := w.equal(alike, body); num != 0 || err != nil {
			return num, err
		}
	}
	if s.back == nil {
		s.sum.Reset()
		r = io.TeeReader(r, s.sum)
	}
	num := w.Reserve().Num
	if err := w.emit(num, head, r, n); err != nil {
		return 0, err
	}
	if len(alike) < mostAlike {
		c := longBody{num: num, off: w.out.pos - n - int64(len(afterBody)), n: n}
		if s.back == nil {
			c.sum = s.sum.Sum(nil)
		}
		s.long[key] = append(alike, c)
	}
	return num, nil
}

// equal returns the number of the body among alike that is equal, or 0.
func (w *Writer) equal(alike []longBody, body func() (io.Reader, error)) (int, error) {
	if w.share.back == nil {
		return w.equalSum(alike, body)
	}
	w.out.settle()
	if w.out.err != nil {
		return 0, w.out.err
	}
	for _, c := range alike {
		r, err := body()
		if err != nil {
			return 0, err
		}
		if same, err := w.share.equalBytes(io.NewSectionReader(w.share.back, c.off, c.n), r); err != nil {
			return 0, err
		} else if same {
			return c.num, nil
		}
	}
	return 0, nil
}

// equalSum is equal by the hash of the body.
func (w *Writer) equalSum(alike []longBody, body func() (io.Reader, error)) (int, error) {
	r, err := body()
	if err != nil {
		return 0, err
	}
	s := w.share
	s.sum.Reset()
	if _, err := io.Copy(s.sum, r); err != nil {
		return 0, err
	}
	var sum [sha256.Size]byte
	s.sum.Sum(sum[:0])
	for _, c := range alike {
		if bytes.Equal(c.sum, sum[:]) {
			return c.num, nil
		}
	}
	return 0, nil
}

// equalBytes tells whether what was written is what r reads.
func (s *share) equalBytes(written *io.SectionReader, r io.Reader) (bool, error) {
	if s.buffer[0] == nil {
		s.buffer = [2][]byte{make([]byte, 32<<10), make([]byte, 32<<10)}
	}
	for left := written.Size(); left > 0; {
		a, b := s.buffer[0], s.buffer[1]
		n := min(left, int64(len(a)))
		if _, err := io.ReadFull(written, a[:n]); err != nil {
			return false, fmt.Errorf("%w: %w", errBack, err)
		}
		if _, err := io.ReadFull(r, b[:n]); err != nil {
			return false, short(err)
		}
		if !bytes.Equal(a[:n], b[:n]) {
			return false, nil
		}
		left -= n
	}
	return true, nil
}

// errBack says that the file under way cannot be read back.
var errBack = errors.New("what was written cannot be read back")
