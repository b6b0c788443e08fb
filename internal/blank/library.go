package blank

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// mostFiles bounds how many files of a folder are opened in search of a blank.
const mostFiles = 200

// FileName is the name under which a blank is stored: form and edition, as in
// `i-131_2025-01-20.pdf`.
func FileName(ed *catalog.Edition) string { return usualName(ed.Form, ed.Edition) }

func usualName(form, edition string) string { return strings.ToLower(form) + "_" + edition + ".pdf" }

// A Library finds official blanks in folders and remembers what it saw. It is safe for concurrent
// use, so that one serves a whole batch. Close gives back the files that it still holds open.
type Library struct {
	catalog *catalog.Catalog
	mu      sync.Mutex
	// known is what each file that was opened is.
	known map[string]found
	// usual are the forms of the names that editions' blanks usually have.
	usual map[string]string
	// open holds the blanks that were found, until they are taken.
	open map[string]*pdf.Document
}

// found is one file: the edition whose blank it is, or why it is none.
type found struct {
	inv *catalog.Inventory
	err error
}

// NewLibrary makes a Library of the catalog's editions.
func NewLibrary(c *catalog.Catalog) *Library {
	l := &Library{catalog: c, known: map[string]found{}, usual: map[string]string{}, open: map[string]*pdf.Document{}}
	for _, inv := range c.Inventories() {
		l.usual[usualName(inv.Form, inv.Edition)] = inv.Form
	}
	return l
}

// Find returns the path of an edition's official blank in the first of the folders that holds it,
// whatever the file's name, unless that is the usual one of another edition. Folders that do not exist are passed over.
func (l *Library) Find(folders []string, ed *catalog.Edition) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, folder := range folders {
		for _, path := range candidates(folder, FileName(ed)) {
			if name := filepath.Base(path); name != FileName(ed) && l.usual[name] != "" {
				continue
			}
			f, doc := l.look(path)
			if f.inv != nil && f.inv.Map == ed {
				if doc != nil {
					l.open[path] = doc
				}
				return path, true
			}
			shut(doc)
		}
	}
	return "", false
}

// Take gives a blank that Find opened, as it was left: its fields need not be read again. It is given once and the taker's
// to close; nil where there is none left.
func (l *Library) Take(path string) *pdf.Document {
	l.mu.Lock()
	defer l.mu.Unlock()
	doc := l.open[path]
	delete(l.open, path)
	return doc
}

// Close closes the blanks that nobody took.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all error
	for path, doc := range l.open {
		all = errors.Join(all, doc.Close())
		delete(l.open, path)
	}
	return all
}

// candidates lists a folder's PDF files, the one of the usual name first.
func candidates(folder, usual string) []string {
	if folder == "" {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && strings.EqualFold(filepath.Ext(e.Name()), ".pdf") {
			names = append(names, e.Name())
		}
	}
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(usualLast(a, usual), usualLast(b, usual))
	})
	for i, n := range names {
		names[i] = filepath.Join(folder, n)
	}
	return names[:min(len(names), mostFiles)]
}

func usualLast(name, usual string) int {
	if name == usual {
		return 0
	}
	return 1
}

// look opens a file once and remembers what it is. The document is the caller's to close; it is nil for a file that was
// looked at before or is no blank.
func (l *Library) look(path string) (found, *pdf.Document) {
	if f, seen := l.known[path]; seen {
		return f, nil
	}
	inv, doc, err := identifyFile(path, l.catalog)
	l.known[path] = found{inv, err}
	return l.known[path], doc
}

// identifyFile tells what the file at a path is, and leaves a blank open. One that was stored with its hash must still have
// it.
func identifyFile(path string, c *catalog.Catalog) (*catalog.Inventory, *pdf.Document, error) {
	if _, err := Recorded(path); err != nil {
		return nil, nil, err
	}
	doc, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return nil, nil, err
	}
	inv, err := Identify(doc, c)
	if err != nil {
		shut(doc)
		return nil, nil, err
	}
	return inv, doc, nil
}

// shut closes a document that was only read, where there is one.
func shut(doc *pdf.Document) {
	if doc != nil {
		doc.Close()
	}
}

// A Lack says why no blank of an edition is at hand, where the folders hold something that comes near.
type Lack struct {
	// Path is the file of the edition's usual name, which cannot be used because of Err; empty where there is none.
	Path string
	Err  error
	// Other is another edition of the same form, the newest of which a blank is at hand; nil where there is none.
	Other *catalog.Inventory
}

// Lacking looks for what comes near a blank that Find did not find: a file of its name that cannot be used, the blank of
// another edition.
func (l *Library) Lacking(folders []string, ed *catalog.Edition) Lack {
	l.mu.Lock()
	defer l.mu.Unlock()
	var lack Lack
	for _, folder := range folders {
		for _, path := range candidates(folder, FileName(ed)) {
			if form := l.usual[filepath.Base(path)]; form != "" && form != ed.Form {
				continue
			}
			f, doc := l.look(path)
			shut(doc)
			switch {
			case f.err != nil && filepath.Base(path) == FileName(ed) && lack.Path == "":
				lack.Path, lack.Err = path, f.err
			case f.inv != nil && f.inv.Form == ed.Form && (lack.Other == nil || f.inv.Edition > lack.Other.Edition):
				lack.Other = f.inv
			}
		}
	}
	return lack
}
