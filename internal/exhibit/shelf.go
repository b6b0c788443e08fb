package exhibit

import (
	"errors"
	"fmt"
	"iter"
	"os"

	"parolepack/internal/evidence"
	"parolepack/internal/ink"
	"parolepack/internal/mend"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A Shelf opens the files of one packet's exhibits. At most one file is open at a time, save those that the packet uses
// again: these stay open until their last use, so that what they hold goes into the packet once.
type Shelf struct {
	facts     evidence.Facts
	store     *mend.Store
	uses      map[string]int // still to come
	passwords map[string][]string
	open      map[string]*volume
}

// A volume is one open file.
type volume struct {
	doc  *pdf.Document
	file *os.File
}

// close closes the document and the file that it reads.
func (v *volume) close() error { return errors.Join(v.doc.Close(), v.file.Close()) }

// NewShelf makes the shelf of a plan's exhibits; store has the copies of those that were mended. It opens nothing yet.
func NewShelf(p *plan.Plan, store *mend.Store) *Shelf {
	s := &Shelf{facts: p.Facts, store: store, uses: map[string]int{}, passwords: map[string][]string{}, open: map[string]*volume{}}
	for i := range p.Parts {
		if x := p.Parts[i].Exhibit; x != nil {
			for _, source := range x.Sources {
				s.uses[source.Path]++
				if x.Password != "" {
					s.passwords[source.Path] = append(s.passwords[source.Path], x.Password)
				}
			}
		}
	}
	return s
}

// Pages gives the pages of an exhibit part in order: one batch a source, each readable until the next batch is asked
// for. An error names the file.
func (s *Shelf) Pages(part *plan.Part) iter.Seq2[[]ink.Page, error] {
	return func(yield func([]ink.Page, error) bool) {
		for _, source := range part.Exhibit.Sources {
			pages, err := s.source(source, part.Exhibit)
			if err != nil {
				yield(nil, fmt.Errorf("%q: %w", source.Path, err))
				return
			}
			more := yield(pages, nil)
			if err := s.putBack(source.Path); err != nil && more {
				more = yield(nil, fmt.Errorf("%q: %w", source.Path, err))
			}
			if !more {
				return
			}
		}
	}
}

// source opens one source and lists its pages.
func (s *Shelf) source(source plan.Source, x *plan.ExhibitPart) ([]ink.Page, error) {
	v := s.open[source.Path]
	if v == nil {
		var err error
		if v, err = s.take(source); err != nil {
			return nil, err
		}
		s.open[source.Path] = v
	}
	pages := make([]ink.Page, len(source.Pages))
	for i, number := range source.Pages {
		pages[i] = ink.Page{Doc: v.doc, Number: number, Fit: true, Turn: x.Rotate}
	}
	return pages, nil
}

// errChanged says that a file is not what it was when the packet was planned.
var errChanged = errors.New("changed while the packet was built; build it again")

// take opens a file that is not open, with the passwords of all exhibits that hold it: one may have told it for the others.
func (s *Shelf) take(source plan.Source) (*volume, error) {
	fact := s.facts.Files[source.Path]
	path := source.Abs
	if path == "" {
		path = fact.Abs
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && fact.Size != 0 && info.Size() != fact.Size {
		err = errChanged
	}
	var doc *pdf.Document
	switch {
	case err != nil:
	case fact.MendedBy != "":
		doc, err = openMended(s.store, fact)
	default:
		doc, err = open(file, info.Size(), source.Kind, s.passwords[source.Path])
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &volume{doc, file}, nil
}

// open makes a document of a file of any kind.
func open(file *os.File, size int64, kind evidence.Kind, passwords []string) (*pdf.Document, error) {
	switch kind {
	case evidence.JPEG:
		p, err := readJPEG(file, size)
		if err != nil {
			return nil, err
		}
		return p.document()
	case evidence.PNG:
		f, err := readPNG(file, size)
		if err != nil {
			return nil, err
		}
		p, err := f.picture()
		if err != nil {
			return nil, err
		}
		return p.document()
	}
	return openPDF(file, size, passwords)
}

// putBack notes a use and closes a file after its last.
func (s *Shelf) putBack(path string) error {
	s.uses[path]--
	if s.uses[path] > 0 {
		return nil
	}
	v := s.open[path]
	delete(s.open, path)
	return v.close()
}

// Close closes what is still open, as after a build that failed halfway.
func (s *Shelf) Close() error {
	var all error
	for path, v := range s.open {
		all = errors.Join(all, v.close())
		delete(s.open, path)
	}
	return all
}
