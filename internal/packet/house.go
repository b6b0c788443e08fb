// Package packet is the one way through the house: case, plan, parts, packet.
//
// It joins the stages and owns what they share: the catalog, the faces, the opened blanks. It
// writes to the writer that it is given, and neither makes files nor prints.
package packet

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"

	"parolepack/internal/blank"
	"parolepack/internal/catalog"
	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/mend"
	"parolepack/internal/pdf"
	"parolepack/internal/practice"
)

// A House is what all cases of a run share. It is safe for concurrent use.
type House struct {
	// Catalog is the maps and the filings' data.
	Catalog *catalog.Catalog
	// Templates are the letter, the index and the divider sheets.
	Templates fs.FS
	// Blanks are the folders that may hold official blanks, in the order of looking; the folder
	// `forms` beside a case comes between Before and After.
	Before, After []string
	// Probers is how many exhibits of one case are looked into at once; 0 means one.
	Probers int
	// Mender has damaged exhibits repaired and keeps the copies; nil where nothing is repaired. Whoever gives it closes it.
	Mender *mend.Store

	fonts   *font.Set
	library *blank.Library
	mu      sync.Mutex
	drawn   map[*catalog.Edition][]byte
}

// NewHouse makes a House.
func NewHouse(c *catalog.Catalog, templates fs.FS, before, after []string) *House {
	return &House{
		Catalog: c, Templates: templates, Before: before, After: after,
		fonts: font.NewSet(), library: blank.NewLibrary(c), drawn: map[*catalog.Edition][]byte{},
	}
}

// Blank returns the path of an edition's official blank for a case in dir; an empty dir looks
// only where every case does.
func (h *House) Blank(ed *catalog.Edition, dir string) (string, bool) {
	return h.library.Find(h.folders(dir), ed)
}

// Lacking says what comes near an edition's blank that Blank did not find for a case in dir.
func (h *House) Lacking(ed *catalog.Edition, dir string) blank.Lack {
	return h.library.Lacking(h.folders(dir), ed)
}

// near tells in a finding what there is instead of a blank: a file that cannot be used, or the blank of another edition and
// the day on which that one ended.
func (h *House) near(filing *catalog.Filing, form, edition, dir string) string {
	ed, ok := h.Catalog.Edition(form, edition)
	if !ok {
		return ""
	}
	switch lack := h.Lacking(ed, dir); {
	case lack.Err != nil:
		var refused *blank.RefusedError
		var changed *blank.ChangedError
		if errors.As(lack.Err, &refused) || errors.As(lack.Err, &changed) {
			return fmt.Sprintf(" (%s cannot be used: %v)", filepath.Base(lack.Path), lack.Err)
		}
		return fmt.Sprintf(" (%s cannot be opened)", filepath.Base(lack.Path))
	case lack.Other != nil:
		span, _ := filing.Listed(form, lack.Other.Edition)
		if span.Until.IsZero() {
			return fmt.Sprintf(" (only the blank of edition %s is)", lack.Other.Printed)
		}
		return fmt.Sprintf(" (only the blank of edition %s is, which the agency took until %s)", lack.Other.Printed, span.Until)
	}
	return ""
}

// Close closes the blanks that were looked into and that no desk has taken.
func (h *House) Close() error { return h.library.Close() }

func (h *House) folders(dir string) []string {
	folders := append([]string(nil), h.Before...)
	if dir != "" {
		folders = append(folders, filepath.Join(dir, "forms"))
	}
	return append(folders, h.After...)
}

// Practice is an edition's practice form as a PDF.
func (h *House) Practice(ed *catalog.Edition) ([]byte, error) { return h.practiceBlank(ed) }

// practiceBlank draws an edition's practice form, once a run.
func (h *House) practiceBlank(ed *catalog.Edition) ([]byte, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if b, ok := h.drawn[ed]; ok {
		return b, nil
	}
	b, err := practice.Blank(ed, h.fonts)
	if err == nil {
		h.drawn[ed] = b
	}
	return b, err
}

// A Desk is one worker's place: the blanks it opened, each once for all its cases. It is not safe
// for concurrent use; Close gives its files back.
type Desk struct {
	house *House
	open  map[string]*opened
}

// opened is one blank on the desk.
type opened struct {
	doc   *pdf.Document
	blank *fill.Blank
}

// Desk makes a Desk.
func (h *House) Desk() *Desk { return &Desk{house: h, open: map[string]*opened{}} }

// Close closes every blank.
func (d *Desk) Close() error {
	var first error
	for _, o := range d.open {
		if err := o.doc.Close(); err != nil && first == nil {
			first = err
		}
	}
	clear(d.open)
	return first
}

// blank returns an edition's blank, opened: the official one of a path, or the practice form
// where path is empty.
func (d *Desk) blank(ed *catalog.Edition, path string) (*fill.Blank, error) {
	key := path
	if key == "" {
		key = "practice " + ed.File
	}
	if o, ok := d.open[key]; ok {
		return o.blank, nil
	}
	o, err := d.openBlank(ed, path)
	if err != nil {
		return nil, fmt.Errorf("form %s: %w", ed.Form, err)
	}
	d.open[key] = o
	return o.blank, nil
}

func (d *Desk) openBlank(ed *catalog.Edition, path string) (*opened, error) {
	b, err := d.indexed(ed, path)
	if err != nil {
		return nil, err
	}
	b.Unlock(ed.Answered())
	return &opened{doc: b.Document(), blank: b}, nil
}

func (d *Desk) indexed(ed *catalog.Edition, path string) (*fill.Blank, error) {
	if path != "" {
		if doc := d.house.library.Take(path); doc != nil {
			return openedBlank(doc)
		}
		return fill.OpenFile(path)
	}
	data, err := d.house.practiceBlank(ed)
	if err != nil {
		return nil, err
	}
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		return nil, err
	}
	return openedBlank(doc)
}

// openedBlank indexes a document, which it closes where that fails.
func openedBlank(doc *pdf.Document) (*fill.Blank, error) {
	b, err := fill.Open(doc)
	if err != nil {
		return nil, errors.Join(err, doc.Close())
	}
	return b, nil
}
