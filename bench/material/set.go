package material

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"parolepack/internal/font"
)

// edition changes whenever other bytes are made, so that a cache of older ones is not used.
const edition = "1"

// A Set is the files of one size: a case with its exhibits, and the form filled.
type Set struct {
	// Dir holds case.json and the folder exhibits; it is what `parolepack build` is given.
	Dir string
	// Form is the filled I-131 with its bookmarks; Exhibits are the documents in order.
	Form     string
	Exhibits []string
	// Bytes of form and exhibits together.
	Bytes int64
	// Planned is how the form was filled.
	Planned *Form
}

// Files lists form and exhibits in the order in which they are joined.
func (s *Set) Files() []string { return append([]string{s.Form}, s.Exhibits...) }

// Make makes a set below the cache folder, or takes the one that was made before. forms is the folder of official blanks; it may
// be missing.
func Make(ctx context.Context, cache, forms string, size Size) (*Set, error) {
	s := &Set{Dir: filepath.Join(cache, size.name())}
	if err := os.MkdirAll(filepath.Join(s.Dir, "exhibits"), 0o700); err != nil {
		return nil, err
	}
	names := size.names()
	for _, n := range names {
		s.Exhibits = append(s.Exhibits, filepath.Join(s.Dir, "exhibits", n))
	}
	err := once(filepath.Join(s.Dir, "complete"), func() error { return size.write(s.Dir, names) })
	if err == nil {
		s.Planned, err = Planned(ctx, s.Dir, forms, filepath.Join(s.Dir, "practice.pdf"))
	}
	if err != nil {
		return nil, fmt.Errorf("set %s: %w", size.name(), err)
	}
	s.Form = filepath.Join(s.Dir, "form.pdf")
	if err := file(s.Form, s.Planned.withBookmarks); err != nil {
		return nil, fmt.Errorf("filled form: %w", err)
	}
	s.Bytes, err = total(s.Files())
	return s, err
}

// once makes something unless its mark tells that this program made it before.
func once(mark string, make func() error) error {
	want := edition + " " + runtime.Version()
	if have, err := os.ReadFile(mark); err == nil && string(have) == want {
		return nil
	}
	if err := make(); err != nil {
		return err
	}
	return os.WriteFile(mark, []byte(want), 0o600)
}

// names are the exhibits' files: text and scans in turn, as they come in a case.
func (s Size) names() []string {
	var list []string
	for i := range max(s.Texts, s.Scans) {
		if i < s.Texts {
			list = append(list, fmt.Sprintf("text-%03d.pdf", i+1))
		}
		if i < s.Scans {
			list = append(list, fmt.Sprintf("scan-%03d.pdf", i+1))
		}
	}
	return list
}

// write writes exhibits and case.
func (s Size) write(dir string, names []string) error {
	sheets, err := draw(s.Width, s.Height)
	if err != nil {
		return err
	}
	set := font.NewSet()
	for i := range s.Texts {
		name := filepath.Join(dir, "exhibits", fmt.Sprintf("text-%03d.pdf", i+1))
		if err := file(name, func(w io.Writer) error { return text(w, set, i+1, s.TextPages, i%2 == 0) }); err != nil {
			return err
		}
	}
	for i := range s.Scans {
		name := filepath.Join(dir, "exhibits", fmt.Sprintf("scan-%03d.pdf", i+1))
		if err := file(name, func(w io.Writer) error { return sheets.scan(w, i*s.ScanPages, s.ScanPages) }); err != nil {
			return err
		}
	}
	c, err := caseFile("BENCH-1", names)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "case.json"), c, 0o600)
}

// Large makes one large text document of many pages, or takes the one that was made before.
func Large(cache string, size Size) (string, error) {
	name := filepath.Join(cache, fmt.Sprintf("large-%d.pdf", size.Large))
	return name, once(name+".complete", func() error {
		return file(name, func(w io.Writer) error { return text(w, font.NewSet(), 1, size.Large, true) })
	})
}

// Cases makes n cases of one set below a folder, each with a number of its own and the same exhibits, and returns the folder.
func Cases(set *Set, cache string, size Size, n int) (string, error) {
	dir := filepath.Join(cache, fmt.Sprintf("%d-cases-%s", n, size.name()))
	return dir, once(dir+".complete", func() error {
		for i := range n {
			one := filepath.Join(dir, fmt.Sprintf("case-%03d", i+1))
			if err := os.MkdirAll(one, 0o700); err != nil {
				return err
			}
			data, err := caseFile(fmt.Sprintf("BENCH-%d", i+1), size.names())
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(one, "case.json"), data, 0o600); err != nil {
				return err
			}
			err = os.Symlink(filepath.Join(set.Dir, "exhibits"), filepath.Join(one, "exhibits"))
			if err != nil && !errors.Is(err, os.ErrExist) {
				return err
			}
		}
		return nil
	})
}

// file writes one file through a buffer.
func file(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	return errors.Join(write(w), w.Flush(), f.Close())
}

// total is the size of files together.
func total(names []string) (int64, error) {
	var sum int64
	for _, n := range names {
		info, err := os.Stat(n)
		if err != nil {
			return 0, err
		}
		sum += info.Size()
	}
	return sum, nil
}
