package blank

import (
	"cmp"
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
func FileName(ed *catalog.Edition) string {
	return strings.ToLower(ed.Form) + "_" + ed.Edition + ".pdf"
}

// A Library finds official blanks in folders and remembers what it saw. It is safe for concurrent
// use, so that one serves a whole batch.
type Library struct {
	catalog *catalog.Catalog
	mu      sync.Mutex
	// known is the edition of each file that was opened; nil for one that is no blank.
	known map[string]*catalog.Edition
}

// NewLibrary makes a Library of the catalog's editions.
func NewLibrary(c *catalog.Catalog) *Library {
	return &Library{catalog: c, known: map[string]*catalog.Edition{}}
}

// Find returns the path of an edition's official blank in the first of the folders that holds it,
// whatever the file's name. Folders that do not exist are passed over.
func (l *Library) Find(folders []string, ed *catalog.Edition) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, folder := range folders {
		for _, path := range candidates(folder, FileName(ed)) {
			if l.edition(path) == ed {
				return path, true
			}
		}
	}
	return "", false
}

// Open looks into the files of the edition's usual name that the folders hold, so that Find knows them; it opens no
// others, since nobody may ask for the edition.
func (l *Library) Open(folders []string, ed *catalog.Edition) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, folder := range folders {
		path := filepath.Join(folder, FileName(ed))
		if _, err := os.Stat(path); folder != "" && err == nil {
			l.edition(path)
		}
	}
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

// edition opens a file once and remembers what it is.
func (l *Library) edition(path string) *catalog.Edition {
	if ed, seen := l.known[path]; seen {
		return ed
	}
	l.known[path] = identifyFile(path, l.catalog)
	return l.known[path]
}

func identifyFile(path string, c *catalog.Catalog) *catalog.Edition {
	doc, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return nil
	}
	defer doc.Close()
	ed, err := Identify(doc, c)
	if err != nil {
		return nil
	}
	return ed
}
