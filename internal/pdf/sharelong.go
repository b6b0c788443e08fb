package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

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
