package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"io"
)

// inflate undoes FlateDecode (ISO 32000-1, 7.4.4). Data that goes wrong gives
// what came before.
func (d *Document) inflate(data []byte, limit int64) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) < 2 {
		return nil, nil
	}
	z, _ := d.inflaters.Get().(io.ReadCloser)
	defer func() {
		if z != nil {
			d.inflaters.Put(z)
		}
	}()
	inflater := func(data []byte) io.Reader {
		var r io.Reader
		r, z = inflater(data, z)
		return r
	}
	var out bytes.Buffer
	out.Grow(min(4*len(data), 1<<20))
	r := inflater(data)
	n, err := io.Copy(&out, io.LimitReader(r, min(limit+1, longFlate)))
	if n == longFlate && n <= limit { // measured first, so that it is held once
		rest, _ := io.Copy(io.Discard, io.LimitReader(r, limit+1-n))
		if n += rest; n <= limit {
			whole := make([]byte, n)
			_, err = io.ReadFull(inflater(data), whole)
			return whole, err
		}
	}
	if n > limit {
		return nil, tooLong(limit)
	}
	if err != nil && n == 0 {
		return nil, malformed(-1, "compressed stream that cannot be read: %v", err)
	}
	return out.Bytes(), nil
}

// longFlate is the length from which on a result is measured before it is made.
const longFlate = 4 << 20

// inflater returns a reader of what at least two bytes of data decode to. used is one that was used before, or nil; what
// comes with the reader can be used again.
func inflater(data []byte, used io.ReadCloser) (io.Reader, io.ReadCloser) {
	var err error
	if used == nil {
		used, err = zlib.NewReader(bytes.NewReader(data))
	} else {
		err = used.(zlib.Resetter).Reset(bytes.NewReader(data), nil)
	}
	if err != nil {
		return flate.NewReader(bytes.NewReader(data[2:])), nil // a bad header hides good data
	}
	return used, used
}

// FlateStream returns a stream with the body data, which a Writer compresses
// where that makes it shorter (ISO 32000-1, 7.4.4); d gives no /Filter, the
// Writer adds it. The same data always gives the same bytes. The stream keeps
// data.
func FlateStream(d Dict, data []byte) *Stream {
	return &Stream{Dict: d, raw: data, squash: true}
}

const (
	minFlate  = 128     // shorter bodies gain nothing
	slowFlate = 8 << 10 // longer ones are worth a better search
)

// deflater compresses for one Writer: its two searches are made once, since
// each takes more memory than most bodies.
type deflater struct {
	fast, slow *zlib.Writer
	out        bytes.Buffer
	quick      bool // never make the slow one
}

// deflate returns data compressed, valid until the next call, or nil where
// that would not be shorter.
func (f *deflater) deflate(data []byte, slow bool) ([]byte, error) {
	z, level := &f.fast, flate.BestSpeed
	if slow && !f.quick {
		z, level = &f.slow, flate.DefaultCompression
	}
	f.out.Reset()
	if *z == nil {
		var err error
		if *z, err = zlib.NewWriterLevel(&f.out, level); err != nil {
			return nil, err
		}
	}
	(*z).Reset(&f.out)
	if _, err := (*z).Write(data); err != nil {
		return nil, err
	}
	if err := (*z).Close(); err != nil || f.out.Len() >= len(data) {
		return nil, err
	}
	return f.out.Bytes(), nil
}
