// Package layered puts a user's folder over a built-in one, file by file.
//
// A firm overrides a map, a filing's data or a template by putting a file of the same name into
// its own folder; everything else stays built in. Directory listings are the union of both, so a
// glob over the layered folder sees the built-ins and the additions alike.
package layered

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// FS is Over laid on Under. Both are read-only; the zero value of either is an empty folder.
type FS struct {
	Over, Under fs.FS
}

// New returns over laid on under; a nil over is an empty folder.
func New(over, under fs.FS) FS { return FS{Over: over, Under: under} }

// Open opens the upper file of that name, or the lower one where there is no upper one.
// A directory opens as the union of both.
func (l FS) Open(name string) (fs.File, error) {
	if l.Over != nil {
		f, err := l.Over.Open(name)
		if err == nil && !isDir(f) {
			return f, nil
		}
		if err == nil {
			f.Close()
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	f, err := l.Under.Open(name)
	if errors.Is(err, fs.ErrNotExist) && l.Over != nil {
		return l.Over.Open(name)
	}
	return f, err
}

// ReadDir lists the union of both folders, sorted by name; an upper entry hides a lower one.
func (l FS) ReadDir(name string) ([]fs.DirEntry, error) {
	low, errLow := fs.ReadDir(l.Under, name)
	if l.Over == nil {
		return low, errLow
	}
	high, errHigh := fs.ReadDir(l.Over, name)
	if errLow != nil && errHigh != nil {
		return nil, errLow
	}
	if errHigh != nil && !errors.Is(errHigh, fs.ErrNotExist) {
		return nil, errHigh
	}
	seen := make(map[string]bool, len(high))
	for _, e := range high {
		seen[e.Name()] = true
	}
	for _, e := range low {
		if !seen[e.Name()] {
			high = append(high, e)
		}
	}
	slices.SortFunc(high, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return high, nil
}

// Overrides reports whether the user's folder holds a file of that name.
func (l FS) Overrides(name string) bool {
	if l.Over == nil {
		return false
	}
	info, err := fs.Stat(l.Over, name)
	return err == nil && !info.IsDir()
}

// BuiltIn reports whether the built-in folder holds a file of that name.
func (l FS) BuiltIn(name string) bool {
	info, err := fs.Stat(l.Under, name)
	return err == nil && !info.IsDir()
}

func isDir(f fs.File) bool {
	info, err := f.Stat()
	return err == nil && info.IsDir()
}
