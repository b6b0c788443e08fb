package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// WriterOptions says how a file is written. The zero value writes PDF 1.7.
type WriterOptions struct {
	// Version is the version of the header, such as "1.7".
	Version string
}

// Sum tells what a Writer wrote.
type Sum struct {
	// SHA256 is the hash of the whole file.
	SHA256 [32]byte
	// Size is its length in bytes.
	Size int64
}

// Writer writes one PDF file in one pass: values that are no streams are
// packed into object streams, streams go straight out, and the file ends in a
// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). The bytes depend on
// what is written and its order alone. A Writer serves one goroutine.
//
// The first failure to write is kept: every later call returns it.
type Writer struct {
	out       *sink
	entries   []entry // by object number
	packing   packing
	deflater  deflater
	importers []*Importer
	scratch   []byte
	closed    bool
}

// NewWriter begins a file on w.
func NewWriter(w io.Writer, o WriterOptions) *Writer {
	if o.Version == "" {
		o.Version = "1.7"
	}
	out := &Writer{out: newSink(w), entries: make([]entry, 1, 256)}
	// The second line tells transfer programs that the file is binary (7.5.2).
	out.out.write([]byte("%PDF-" + o.Version + "\n%\xE2\xE3\xCF\xD3\n"))
	return out
}

// Reserve returns the reference of an object to be written later. One that
// never is reads as null.
func (w *Writer) Reserve() Ref {
	w.entries = append(w.entries, entry{})
	return Ref{Num: len(w.entries) - 1}
}

// Write writes the object of a reserved reference. A stream that belongs to an
// open document is copied from there, decrypted, its filters untouched.
func (w *Writer) Write(r Ref, o Object) error {
	if err := w.claim(r); err != nil {
		return err
	}
	var err error
	if s, ok := o.(*Stream); ok {
		err = w.writeStream(r, s)
	} else {
		err = w.writeValue(r, o)
	}
	if err != nil {
		return fmt.Errorf("object %d: %w", r.Num, err)
	}
	return w.out.err
}

// errClosed says that the file was ended already.
var errClosed = errors.New("the PDF file is closed")

// claim refuses a reference that was never reserved or is written twice.
func (w *Writer) claim(r Ref) error {
	switch {
	case w.closed:
		return errClosed
	case w.out.err != nil:
		return w.out.err
	case r.Num < 1 || r.Num >= len(w.entries) || r.Gen != 0:
		return fmt.Errorf("object %d was never reserved", r.Num)
	case w.entries[r.Num].kind != absent:
		return fmt.Errorf("object %d is written twice", r.Num)
	}
	return nil
}

// Add writes an object under a new reference.
func (w *Writer) Add(o Object) (Ref, error) {
	r := w.Reserve()
	return r, w.Write(r, o)
}

// writeValue packs a value that is no stream.
func (w *Writer) writeValue(r Ref, o Object) error {
	text, err := AppendObject(w.scratch[:0], o)
	if err != nil {
		return err
	}
	w.scratch = text
	return w.pack(r.Num, text)
}

// writeStream writes a stream with the length that its body has.
func (w *Writer) writeStream(r Ref, s *Stream) error {
	dict := withoutCrypt(s.Dict.Clone())
	if s.squash {
		return w.writeSquashed(r, dict, s.raw)
	}
	body, n, err := s.body()
	if err != nil {
		return err
	}
	return w.writeBody(r, dict, body, n)
}

// writeSquashed writes a body of ours, compressed where that is shorter.
func (w *Writer) writeSquashed(r Ref, dict Dict, raw []byte) error {
	if len(raw) >= minFlate {
		short, err := w.deflater.deflate(raw, len(raw) >= slowFlate)
		if err != nil {
			return err
		}
		if short != nil {
			raw, dict["Filter"] = short, Name("FlateDecode")
		}
	}
	return w.writeBody(r, dict, bytes.NewReader(raw), int64(len(raw)))
}

// writeBody writes a stream's dictionary and the n bytes of its body.
func (w *Writer) writeBody(r Ref, dict Dict, body io.Reader, n int64) error {
	dict["Length"] = Integer(n)
	head, err := AppendObject(w.scratch[:0], dict)
	if err != nil {
		return err
	}
	w.scratch = head
	return w.emit(r.Num, head, body, n)
}

// emit writes an indirect object with a body after its dictionary.
func (w *Writer) emit(num int, head []byte, body io.Reader, n int64) error {
	w.entries[num] = entry{off: w.out.pos, kind: inFile}
	w.out.write(strconv.AppendInt(nil, int64(num), 10))
	w.out.write([]byte(" 0 obj\n"))
	w.out.write(head)
	w.out.write([]byte("\nstream\n"))
	if err := w.out.copy(body, n); err != nil {
		w.out.err = err // the file cannot be mended
		return err
	}
	w.out.write([]byte("\nendstream\nendobj\n"))
	return w.out.err
}

// withoutCrypt drops the Crypt filter of a stream that is no longer encrypted
// (ISO 32000-1, 7.4.10). dict is changed.
func withoutCrypt(dict Dict) Dict {
	if _, ok := cryptFilter(dict); !ok {
		return dict
	}
	filters, many := dict["Filter"].(Array)
	if !many || len(filters) == 1 {
		delete(dict, "Filter")
		delete(dict, "DecodeParms")
		return dict
	}
	dict["Filter"] = filters[1:]
	if params, ok := dict["DecodeParms"].(Array); ok && len(params) > 0 {
		dict["DecodeParms"] = params[1:]
	} else {
		delete(dict, "DecodeParms")
	}
	return dict
}

// Close copies what importers still hold, ends the file and returns its hash.
// root refers to the catalog; info is the document information dictionary, or
// nil. The file's /ID is made of its content. The io.Writer stays open.
func (w *Writer) Close(root Ref, info Dict) (Sum, error) {
	for _, i := range w.importers {
		if err := i.Drain(); err != nil {
			return Sum{}, err
		}
	}
	if w.closed {
		return Sum{}, errClosed
	}
	if root.Num < 1 || root.Num >= len(w.entries) || !used(w.entries[root.Num].kind) {
		return Sum{}, fmt.Errorf("catalog %d was never written", root.Num)
	}
	trailer := Dict{"Root": root}
	if info != nil {
		r, err := w.Add(info)
		if err != nil {
			return Sum{}, err
		}
		trailer["Info"] = r
	}
	if err := w.flushPack(); err != nil {
		return Sum{}, err
	}
	w.closed = true
	if err := w.writeXRef(trailer); err != nil {
		return Sum{}, err
	}
	sum := Sum{SHA256: w.out.digest(), Size: w.out.pos}
	return sum, w.out.err
}
