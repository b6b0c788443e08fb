package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// Document is an open PDF file. Objects are read when they are asked for and
// a bounded number of them is kept. A Document may be used by several
// goroutines at once; the values it returns are shared and read-only.
type Document struct {
	src     *source
	ends    *allowance // of bytes searched for the ends of streams
	decoded *allowance // of bytes decoded
	limits  Limits
	closer  io.Closer

	mu      sync.Mutex // guards the fields below
	xref    *xref
	trailer Dict
	objects cache[Object]
	packs   cache[*pack]

	crypt *crypt // nil where the document is not encrypted

	inflaters sync.Pool // zlib readers, each with a window of 32 KiB

	tree    pageTree
	repairs repairs

	searching sync.Once // guards found
	found     *finding  // what a search of the file turned up, or nil

	listing   sync.Once // guards fields
	fields    []Field
	fieldsErr error

	naming   sync.Once // guards names
	names    map[String]Object
	namesErr error
}

// Open reads the cross-reference of the size bytes in r, and sets up
// decryption. r is read as objects are asked for, by several goroutines if
// the Document is, and must stay open as long.
//
// It returns ErrNotPDF, ErrPassword, an *UnsupportedError or a
// *MalformedError, wrapped, for a file it cannot read.
func Open(r io.ReaderAt, size int64, o Options) (*Document, error) {
	limits := o.Limits.withDefaults()
	d := &Document{src: newSource(r, size, limits.Object), limits: limits, ends: searching(size), decoded: decoding(size)}
	d.src.long = rereading(size)
	d.objects.max, d.packs.max = limits.Cache, 4*limits.Cache
	header, err := d.findHeader()
	if err != nil {
		return nil, err
	}
	if err := d.openAt(header, o.Password); err != nil {
		return nil, err
	}
	return d, nil
}

// OpenFile opens the PDF file at path; the Document must be closed. Errors are
// those of Open and of the file system.
func OpenFile(path string, o Options) (*Document, error) {
	info, err := os.Stat(path) // before it is opened: a pipe would wait for its writer
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: not a regular file", path)
	}
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	d, err := Open(f, info.Size(), o)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	d.closer = f
	return d, nil
}

// Close closes the file that OpenFile opened; the reader given to Open stays
// open. It also lets go of all that was kept of the file, since a Writer holds
// on to its Importers and so to every document that it copied from. The
// document cannot be read afterwards.
func (d *Document) Close() error {
	d.forget()
	if d.closer == nil {
		return nil
	}
	c := d.closer
	d.closer = nil
	return c.Close()
}

// forget empties the caches. Whatever is asked for afterwards is looked for in
// a file that is closed, so that it is an error and never null.
func (d *Document) forget() {
	d.mu.Lock()
	d.objects.clear()
	d.packs.clear()
	d.fields, d.fieldsErr = nil, os.ErrClosed
	d.xref = &xref{closed: true}
	d.src = newSource(closedFile{}, d.src.size, d.src.limit)
	d.mu.Unlock()
	d.tree.mu.Lock()
	d.tree.leaves, d.tree.stack, d.tree.number, d.tree.seen = nil, nil, nil, nil
	d.tree.mu.Unlock()
}

// closedFile is what a closed document reads.
type closedFile struct{}

func (closedFile) ReadAt([]byte, int64) (int, error) { return 0, os.ErrClosed }

// findHeader returns the offset of `%PDF-` in the first kilobyte, or 0 where
// only the end of the file tells that it is a PDF.
func (d *Document) findHeader() (int64, error) {
	buf := make([]byte, min(1024, max(0, d.src.size)))
	n, err := d.src.read(buf, 0)
	if err != nil {
		return 0, err
	}
	if i := bytes.Index(buf[:n], []byte("%PDF-")); i >= 0 {
		return int64(i), nil
	}
	if _, err := d.startXRef(); err != nil {
		var m *MalformedError
		if errors.As(err, &m) {
			return 0, ErrNotPDF
		}
		return 0, err
	}
	return 0, nil
}

// openAt reads the cross-reference with offsets counted from the header, then
// from the start of the file, and last searches the file for its objects.
func (d *Document) openAt(header int64, password string) error {
	first := d.try(header, password)
	if !damaged(first) {
		return first
	}
	if header != 0 {
		if err := d.try(0, password); !damaged(err) {
			return err
		}
		d.src = d.src.shifted(header)
	}
	return d.rebuild(password)
}

// try reads the cross-reference with offsets counted from base.
func (d *Document) try(base int64, password string) (err error) {
	d.src = d.src.shifted(base)
	d.objects.clear()
	d.packs.clear()
	d.repairs.reset()
	d.crypt = nil
	if d.xref, d.trailer, err = d.readXRef(); err != nil {
		return err
	}
	return d.settle(password)
}

// settle sets up decryption and checks that there is a page tree.
func (d *Document) settle(password string) error {
	if err := d.unlock(password); err != nil {
		return err
	}
	return d.rooted()
}

// rooted checks that there is a page tree.
func (d *Document) rooted() error {
	root, err := d.Root()
	if err != nil {
		return err
	}
	pages, err := d.Dict(root["Pages"])
	if err != nil {
		return err
	}
	if pages == nil {
		return malformed(-1, "catalog without pages")
	}
	if d.crypt == nil && d.trailer["Encrypt"] != nil {
		d.repairs.note(RepairEncryption, 0)
	}
	return nil
}

// damaged tells whether err speaks of a damaged file, which a search for its
// objects may still open.
func damaged(err error) bool {
	if err == nil {
		return false
	}
	var m *MalformedError
	return errors.As(err, &m)
}

// Trailer returns the trailer dictionary of the newest section (ISO 32000-1,
// 7.5.5).
func (d *Document) Trailer() Dict {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.trailer
}

// Root returns the document catalog (ISO 32000-1, 7.7.2).
func (d *Document) Root() (Dict, error) {
	root, err := d.Dict(d.Trailer()["Root"])
	if err != nil {
		return nil, err
	}
	if root == nil {
		return nil, malformed(-1, "no document catalog")
	}
	return root, nil
}

// Encrypted tells whether the file is encrypted (ISO 32000-1, 7.6).
func (d *Document) Encrypted() bool { return d.crypt != nil }
