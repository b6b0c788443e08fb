package exhibit

import (
	"bytes"
	"errors"
	"io"
	"sort"
)

// A splice is a file made of pieces of others, none of which is held in memory.
type splice struct {
	pieces []piece
	starts []int64 // where each piece begins in the whole
	size   int64
}

// A piece is length bytes of from, from off on.
type piece struct {
	from        io.ReaderAt
	off, length int64
}

// text is a piece of our own.
func text(b []byte) piece { return piece{bytes.NewReader(b), 0, int64(len(b))} }

// add appends pieces.
func (s *splice) add(pieces ...piece) {
	for _, p := range pieces {
		if p.length == 0 {
			continue
		}
		s.pieces = append(s.pieces, p)
		s.starts = append(s.starts, s.size)
		s.size += p.length
	}
}

// ReadAt reads across the pieces (io.ReaderAt).
func (s *splice) ReadAt(b []byte, off int64) (int, error) {
	if off < 0 {
		return 0, errors.New("negative offset")
	}
	i := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > off }) - 1
	n := 0
	for ; n < len(b) && i >= 0 && i < len(s.pieces); i++ {
		p := s.pieces[i]
		at := off + int64(n) - s.starts[i]
		want := min(int64(len(b)-n), p.length-at)
		if want <= 0 {
			break
		}
		got, err := p.from.ReadAt(b[n:n+int(want)], p.off+at)
		n += got
		if int64(got) < want {
			return n, shortRead(err)
		}
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// shortRead is the error of a piece that is shorter than it was.
func shortRead(err error) error {
	if err == nil || err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// total is how many bytes the pieces are.
func total(pieces []piece) int64 {
	n := int64(0)
	for _, p := range pieces {
		n += p.length
	}
	return n
}
