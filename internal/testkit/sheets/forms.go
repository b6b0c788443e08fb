package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"parolepack/internal/blank"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/pdf"
	"parolepack/internal/practice"
	"parolepack/internal/testkit/numbered"
)

// forms are all editions that have a map.
type forms struct {
	catalog *catalog.Catalog
	faces   *font.Set
}

// open loads the maps.
func open(fields fs.FS) (*forms, error) {
	c, err := catalog.Load(fields)
	if err != nil {
		return nil, err
	}
	return &forms{catalog: c, faces: font.NewSet()}, nil
}

// practised is an edition's practice form, filled with its item numbers.
func (f *forms) practised(ctx context.Context, ed *catalog.Edition) ([]byte, error) {
	data, err := practice.Blank(ed, f.faces)
	if err != nil {
		return nil, err
	}
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	return f.numbered(ctx, ed, doc, false)
}

func (f *forms) numbered(ctx context.Context, ed *catalog.Edition, doc *pdf.Document, tags bool) ([]byte, error) {
	var out bytes.Buffer
	err := numbered.Write(ctx, &out, ed, doc, f.faces, tags)
	return out.Bytes(), err
}

// officialPages draws the official blanks of a folder, a picture a page.
func (f *forms) officialPages(ctx context.Context, blanks, to string) error {
	library := blank.NewLibrary(f.catalog)
	for _, ed := range f.catalog.Editions() {
		path, ok := library.Find([]string{blanks}, ed)
		if !ok {
			fmt.Printf("%s, edition %s: no blank in %s\n", ed.Form, ed.Edition, blanks)
			continue
		}
		doc, err := pdf.OpenFile(path, pdf.Options{})
		if err != nil {
			return err
		}
		data, err := f.numbered(ctx, ed, doc, true)
		doc.Close()
		if err != nil {
			return err
		}
		pages, err := render(ctx, data, officialDots)
		if err != nil {
			return err
		}
		for i, page := range pages {
			if err := save(filepath.Join(to, fmt.Sprintf("%s-%02d.png", stem(ed), i+1)), page); err != nil {
				return err
			}
		}
	}
	return nil
}

// stem is what the files of an edition are called, as in i-131-2025-01-20.
func stem(ed *catalog.Edition) string {
	return filepath.Base(filepath.Dir(ed.File)) + "-" + ed.Edition
}

// write writes a file that holds nobody's data.
func write(path string, data []byte) error { return os.WriteFile(path, data, 0o644) }
