package pdf

import (
	"fmt"
	"io"
	"sync"
)

const (
	firstWindow = 1 << 10  // what most objects fit in
	readWindow  = 16 << 10 // what is read ahead where objects follow one another
	farWindow   = 2 << 10  // the least that is read elsewhere
	keepWindow  = 1 << 20  // the longest window kept for the next reader
)

// source reads windows of a file. Offsets count from the file's header, so
// that junk before it does not matter (ISO 32000-1, annex H, note 13).
type source struct {
	r     io.ReaderAt
	size  int64      // from the header to the end
	base  int64      // offset of the header
	limit int64      // longest window
	long  *allowance // of bytes read of long objects
	pool  *sync.Pool
}

// window is a stretch of the file that was read.
type window struct {
	off int64
	buf []byte
}

// newSource returns the source of a file of size bytes.
func newSource(r io.ReaderAt, size, limit int64) *source {
	return &source{r: r, size: size, limit: limit, pool: &sync.Pool{New: func() any { return new(window) }}}
}

// shifted returns the same source with its header at base.
func (s *source) shifted(base int64) *source {
	out := newSource(s.r, s.size+s.base-base, s.limit)
	out.base, out.long = base, s.long
	return out
}

// ReadAt reads at an offset from the header.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size {
		return 0, io.EOF
	}
	return s.r.ReadAt(p, off+s.base)
}

// read fills p from off, or as much of it as the file holds.
func (s *source) read(p []byte, off int64) (int, error) {
	if rest := s.size - off; off < 0 || rest <= 0 {
		return 0, nil
	} else if int64(len(p)) > rest {
		p = p[:rest]
	}
	n, err := s.ReadAt(p, off)
	if err != nil && (err != io.EOF || n == 0) {
		return n, fmt.Errorf("read of %d bytes at %d: %w", len(p), off, err)
	}
	return n, nil
}

// parse hands fn the bytes from off, and more of them for as long as it
// answers errShort. final says that the window ends where the file ends. fn
// must not keep buf.
func (s *source) parse(off int64, fn func(buf []byte, final bool) error) error {
	if off < 0 || off >= s.size {
		return malformed(off, "offset outside the file")
	}
	w := s.pool.Get().(*window)
	defer s.put(w)
	for want := int64(firstWindow); ; want *= 4 {
		buf, err := s.view(w, off, want)
		if err != nil {
			return err
		}
		if want > readWindow && !s.long.take(want) || want > firstWindow && s.long.left() == 0 {
			return malformed(off, "too many long or damaged objects")
		}
		if s.long.left() > 0 {
			buf = buf[:min(int64(len(buf)), max(want, readWindow))] // a kept window may be any longer
		} else {
			buf = buf[:min(int64(len(buf)), firstWindow)]
		}
		final := off+int64(len(buf)) >= s.size
		if err := fn(buf, final); err != errShort {
			if damaged(err) {
				s.long.take(int64(len(buf)))
			}
			return err
		}
		if final || want > s.limit {
			return malformed(off, "object too long")
		}
	}
}

// view returns at least want bytes from off where the file holds them,
// reading only what the window does not have.
func (s *source) view(w *window, off, want int64) ([]byte, error) {
	have := w.off + int64(len(w.buf))
	if off >= w.off && off < have && (have-off >= want || have >= s.size) {
		return w.buf[off-w.off:], nil
	}
	least := int64(farWindow)
	if off >= w.off && off-have < readWindow {
		least = readWindow
	}
	n := int(min(max(want, least), s.size-off))
	if cap(w.buf) < n {
		w.buf = make([]byte, n)
	}
	got, err := s.read(w.buf[:n], off)
	w.off, w.buf = off, w.buf[:got]
	if err != nil {
		w.buf = w.buf[:0]
		return nil, err
	}
	if got < n {
		return nil, fmt.Errorf("read of %d bytes at %d: %w", n, off, io.ErrUnexpectedEOF)
	}
	return w.buf, nil
}

// put keeps a window for the next reader.
func (s *source) put(w *window) {
	if cap(w.buf) > keepWindow {
		w.buf = nil
	}
	s.pool.Put(w)
}
