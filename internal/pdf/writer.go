package pdf

import (
	"errors"
	"fmt"
	"io"
)

// WriterOptions says how a file is written. The zero value writes PDF 1.7.
type WriterOptions struct {
	// Version is the version of the header, such as "1.7".
	Version string
	// Share writes equal objects of imported documents, and equal streams that
	// are added, once. It is for files that are not edited afterwards: a change
	// to a shared object shows wherever it is used.
	Share bool
	// Back reads what was written to the io.Writer, from the first byte of the
	// file on. Where it is nil, Share takes longer; the bytes are the same.
	Back io.ReaderAt
	// Stock is what the file begins with; Version, Share and Sweep are then not for it. The bytes depend on it, and what is
	// written after it may only be what its builder reserved, and more.
	Stock *Stock
	// Sweep leaves out of all that is copied by an Importer what never draws: actions, attached files, metadata,
	// structure. Importer.Swept tells of what.
	Sweep bool

	form bool // the file is a form and no more: small chunks, quickly compressed
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
	deflater  *deflater
	importers []*Importer
	flats     []*flat // scratch of the importers, one for each object under way
	share     *share  // nil where nothing is shared
	scratch   []byte
	stock     *Stock // what the file began with, or nil
	sweep     bool
	form      bool // a form and no more, or a stock of one
	closed    bool
}

// NewWriter begins a file on w.
func NewWriter(w io.Writer, o WriterOptions) *Writer {
	if o.Version == "" {
		o.Version = "1.7"
	}
	if o.Stock != nil {
		return o.Stock.begin(&Writer{out: newSink(w, 0), form: true})
	}
	size := sinkSize
	if o.form {
		size = formSize
	}
	out := &Writer{out: newSink(w, size), entries: make([]entry, 1, 256), deflater: &deflater{quick: o.form}, sweep: o.Sweep, form: o.form}
	if o.Share {
		out.share = newShare(o.Back)
	}
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
		_, err = w.putStream(r.Num, s)
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

// ready refuses to write to a file that is closed or failed.
func (w *Writer) ready() error {
	if w.closed {
		return errClosed
	}
	return w.out.err
}

// claim refuses a reference that was never reserved or is written twice.
func (w *Writer) claim(r Ref) error {
	if err := w.ready(); err != nil {
		return err
	}
	switch {
	case r.Num < 1 || r.Num >= len(w.entries) || r.Gen != 0:
		return fmt.Errorf("object %d was never reserved", r.Num)
	case w.entries[r.Num].kind != absent:
		return fmt.Errorf("object %d is written twice", r.Num)
	}
	return nil
}

// Add writes an object under a new reference, or returns that of an equal
// stream where streams are shared.
func (w *Writer) Add(o Object) (Ref, error) {
	if s, ok := o.(*Stream); ok && w.share != nil {
		if err := w.ready(); err != nil {
			return Ref{}, err
		}
		num, err := w.putStream(0, s)
		return Ref{Num: num}, err
	}
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
	if err := errors.Join(w.flushPack(), w.settlePack()); err != nil {
		return Sum{}, err
	}
	w.closed = true
	if err := w.writeXRef(trailer); err != nil {
		return Sum{}, err
	}
	sum := Sum{SHA256: w.out.digest(), Size: w.out.pos}
	if w.stock != nil {
		w.stock.end(w)
	}
	return sum, w.out.err
}
