package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// recordName is the file beside the sheets that tells what they were drawn from.
const recordName = "sheets.txt"

// A sheetOf is one contact sheet: some pages of one practice form.
type sheetOf struct {
	name        string // i-131-2025-01-20-1.png
	first, last int    // pages, 1-based
	// drawn is the hash of what its pages draw, the same for every renderer.
	drawn string
}

// line is what the record says of a sheet.
func (s sheetOf) line() string {
	return fmt.Sprintf("%s  pages %d-%d  %s", s.name, s.first, s.last, s.drawn)
}

// sheets draws the contact sheets of all practice forms into a folder, with their record, and removes sheets of before.
func (f *forms) sheets(ctx context.Context, to string) error {
	var record []string
	old, err := filepath.Glob(filepath.Join(to, "*.png"))
	if err != nil {
		return err
	}
	err = f.each(ctx, func(s sheetOf, m *image.Gray) error {
		path := filepath.Join(to, s.name)
		old = slices.DeleteFunc(old, func(o string) bool { return o == path })
		record = append(record, s.line())
		return save(path, m)
	})
	if err != nil {
		return err
	}
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	version, err := renderer(ctx)
	if err != nil {
		return err
	}
	return write(filepath.Join(to, recordName), []byte(version+"\n"+strings.Join(record, "\n")+"\n"))
}

// each draws one sheet after the other.
func (f *forms) each(ctx context.Context, do func(sheetOf, *image.Gray) error) error {
	for _, ed := range f.catalog.Editions() {
		data, list, err := f.plan(ctx, ed)
		if err != nil {
			return err
		}
		pages, err := render(ctx, data, sheetDots)
		if err != nil {
			return err
		}
		for _, s := range list {
			if err := do(s, tiled(pages[s.first-1:s.last], across)); err != nil {
				return err
			}
		}
	}
	return nil
}

// plan fills an edition's practice form with its numbers and parts its pages among sheets.
func (f *forms) plan(ctx context.Context, ed *catalog.Edition) ([]byte, []sheetOf, error) {
	data, err := f.practised(ctx, ed)
	if err != nil {
		return nil, nil, err
	}
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		return nil, nil, err
	}
	defer doc.Close()
	var list []sheetOf
	for first := 1; first <= ed.Pages; first += across * down {
		s := sheetOf{
			name:  fmt.Sprintf("%s-%d.png", stem(ed), len(list)+1),
			first: first, last: min(first+across*down-1, ed.Pages),
		}
		if s.drawn, err = drawn(doc, s.first, s.last); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", s.name, err)
		}
		list = append(list, s)
	}
	return data, list, nil
}

// drawn hashes the content of pages, as it is before compression.
func drawn(doc *pdf.Document, first, last int) (string, error) {
	hash := sha256.New()
	for n := first; n <= last; n++ {
		page, err := doc.Page(n)
		if err != nil {
			return "", err
		}
		content, err := doc.Content(page)
		if err != nil {
			return "", err
		}
		hash.Write(content)
	}
	return fmt.Sprintf("%x", hash.Sum(nil))[:16], nil
}
