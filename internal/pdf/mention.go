package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
)

const (
	maxContent = 8 << 20 // how much content is looked through for names
	maxMention = 1 << 10 // the longest name that is taken for one
)

// Mentions finds the names that content mentions, and with them what of a
// resource dictionary it can use (ISO 32000-1, 7.8.3). The zero value is ready;
// it serves one goroutine, one page after the other.
type Mentions struct {
	// Names are what was found since Reset.
	Names map[Name]bool
	// Read is how many bytes of decoded content were looked through since Reset.
	Read int64

	name []byte // the name under way, without its slash
	in   bool   // one is under way
	z    io.ReadCloser
	buf  []byte
}

// Reset forgets what was found, before the next page.
func (m *Mentions) Reset() {
	m.Names, m.Read, m.in = map[Name]bool{}, 0, false
}

// Break says that the next stream is no continuation of the one before, as the
// streams of one page are.
func (m *Mentions) Break() { m.in = false }

// Add looks through the body of a content stream, and tells whether all of it
// could be read. Every slash begins a name, even in a string or in the data of
// a picture, so that none is missed however a reader takes the content apart.
// A body that is damaged, encoded in another way than by Flate, or too long, is
// not read to its end: anything might be named in it.
func (m *Mentions) Add(d *Document, s *Stream) bool {
	r, ok := m.open(d, s)
	if !ok {
		return false
	}
	if m.buf == nil {
		m.buf = make([]byte, 16<<10)
	}
	for begun := m.Read; ; {
		n, err := r.Read(m.buf)
		text := m.buf[:n]
		if n > 0 && m.Read == begun && m.in && class(text[0]) == regular {
			return false // a name goes on in the next stream, to some readers
		}
		if m.Read += int64(n); m.Read > maxContent || !m.scan(text) {
			return false
		}
		if err == io.EOF {
			m.keep()
			return true
		}
		if err != nil {
			return false
		}
	}
}

// open returns the decoded body of s, where it can be told whether it is whole.
func (m *Mentions) open(d *Document, s *Stream) (io.Reader, bool) {
	filters, err := d.filters(s.Dict)
	if err != nil || len(filters) > 1 || s.Dict["F"] != nil {
		return nil, false
	}
	body, _, err := s.body()
	if err != nil || len(filters) == 0 {
		return body, err == nil
	}
	if f := filters[0]; f.name != "FlateDecode" && f.name != "Fl" || len(f.params) > 0 {
		return nil, false
	}
	if m.z == nil {
		m.z, err = zlib.NewReader(body)
	} else {
		err = m.z.(zlib.Resetter).Reset(body, nil)
	}
	return m.z, err == nil
}

// scan takes up the names of the next bytes; one may go on in those that follow.
func (m *Mentions) scan(text []byte) bool {
	for len(text) > 0 {
		if !m.in {
			at := bytes.IndexByte(text, '/')
			if at < 0 {
				return true
			}
			text, m.in, m.name = text[at+1:], true, m.name[:0]
		}
		n := 0
		for n < len(text) && class(text[n]) == regular {
			n++
		}
		if m.name = append(m.name, text[:n]...); len(m.name) > maxMention {
			return false
		}
		if text = text[n:]; len(text) > 0 {
			m.keep()
			m.in = false
		}
	}
	return true
}

// keep takes up the name under way.
func (m *Mentions) keep() {
	if !m.in || m.Names[Name(m.name)] {
		return
	}
	if bytes.IndexByte(m.name, '#') >= 0 {
		m.Names[Name(unhash(m.name))] = true
		return
	}
	m.Names[Name(m.name)] = true
}
