package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"io"
)

// inflate undoes FlateDecode (ISO 32000-1, 7.4.4). Data that goes wrong gives
// what came before.
func inflate(data []byte, limit int64) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	var r io.Reader
	z, err := zlib.NewReader(bytes.NewReader(data))
	r = z
	if err != nil {
		if len(data) < 2 {
			return nil, nil
		}
		r = flate.NewReader(bytes.NewReader(data[2:])) // a bad header hides good data
	}
	var out bytes.Buffer
	out.Grow(min(4*len(data), 1<<20))
	n, err := io.Copy(&out, io.LimitReader(r, limit+1))
	if n > limit {
		return nil, malformed(-1, "stream longer than %d bytes when decoded", limit)
	}
	if err != nil && n == 0 {
		return nil, malformed(-1, "compressed stream that cannot be read: %v", err)
	}
	return out.Bytes(), nil
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
}

// deflate returns data compressed, valid until the next call, or nil where
// that would not be shorter.
func (f *deflater) deflate(data []byte, slow bool) ([]byte, error) {
	z, level := &f.fast, flate.BestSpeed
	if slow {
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
