package pdf

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"io"
)

// sinkSize is how much is written and hashed at a time.
const sinkSize = 256 << 10

// formSize is the same for a file that is a form and no more.
const formSize = 32 << 10

// sink writes in long chunks and hashes each while it is being written, so
// that hashing costs no time where there is a second processor.
type sink struct {
	w     io.Writer
	sum   hash.Hash
	buf   []byte
	spare []byte        // the chunk before, until it is hashed
	busy  chan struct{} // closed when spare is hashed; nil before the first
	pos   int64         // bytes given so far
	err   error         // the first failure; nothing is written after it
}

// newSink returns a sink over w that writes size bytes at a time.
func newSink(w io.Writer, size int) *sink {
	return &sink{w: w, sum: sha256.New(), buf: make([]byte, 0, size)}
}

// follow begins with data, whose hash is sum.
func (s *sink) follow(data []byte, sum hash.Hash) {
	own, err := sum.(hash.Cloner).Clone()
	if err != nil {
		s.err = err
		return
	}
	s.sum, s.pos = own, int64(len(data))
	if all, ok := s.w.(*bytes.Buffer); ok {
		all.Grow(len(data) + len(data)/4)
	}
	_, s.err = s.w.Write(data)
}

// write appends p.
func (s *sink) write(p []byte) {
	s.pos += int64(len(p))
	for len(p) > 0 {
		n := copy(s.buf[len(s.buf):cap(s.buf)], p)
		s.buf = s.buf[:len(s.buf)+n]
		p = p[n:]
		if len(s.buf) == cap(s.buf) {
			s.flush()
		}
	}
}

// copy appends the n bytes of r, read straight into the chunk.
func (s *sink) copy(r io.Reader, n int64) error {
	s.pos += n
	for n > 0 {
		free := s.buf[len(s.buf):cap(s.buf)]
		free = free[:min(n, int64(len(free)))]
		got, err := io.ReadFull(r, free)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		s.buf = s.buf[:len(s.buf)+got]
		n -= int64(got)
		if len(s.buf) == cap(s.buf) {
			s.flush()
		}
	}
	return nil
}

// flush writes the chunk and starts to hash it.
func (s *sink) flush() {
	s.wait()
	full, done := s.buf, make(chan struct{})
	go func() {
		s.sum.Write(full) // never fails
		close(done)
	}()
	if s.err == nil {
		_, s.err = s.w.Write(full)
	}
	if s.spare == nil {
		s.spare = make([]byte, 0, cap(full))
	}
	s.buf, s.spare, s.busy = s.spare[:0], full, done
}

// settle writes what has gathered, so that it can be read back.
func (s *sink) settle() {
	if len(s.buf) > 0 {
		s.flush()
	}
}

// wait returns when the chunk before is hashed.
func (s *sink) wait() {
	if s.busy != nil {
		<-s.busy
		s.busy = nil
	}
}

// digest writes what is left and returns the SHA-256 of all bytes so far.
func (s *sink) digest() (sum [32]byte) {
	s.wait()
	if len(s.buf) > 0 {
		s.sum.Write(s.buf)
		if s.err == nil {
			_, s.err = s.w.Write(s.buf)
		}
		s.buf = s.buf[:0]
	}
	s.sum.Sum(sum[:0])
	return sum
}
