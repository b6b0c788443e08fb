package pdf_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parolepack/internal/assemble"
	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/exhibit"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A step is one thing that is done with a hostile file. It tells in a line how that ended.
type step struct {
	name string
	run  func(path string) string
}

// steps are all that is done with an exhibit, from looking at it to putting it into a packet.
func steps() []step {
	return []step{{"walk", walkStep}, {"copy", copyStep}, {"probe", probeStep}, {"assemble", assembleStep}}
}

// outcome tells an error, and calls it unclear unless it says what is wrong with the file.
func outcome(did string, errs ...error) string {
	for _, err := range errs {
		var malformed *pdf.MalformedError
		var unsupported *pdf.UnsupportedError
		switch {
		case err == nil:
		case errors.As(err, &malformed), errors.As(err, &unsupported), errors.Is(err, pdf.ErrNotPDF), errors.Is(err, pdf.ErrPassword):
			did += "; " + err.Error()
		default:
			did = "unclear: " + err.Error() + "; " + did
		}
	}
	return did
}

// walkStep reads all that a document tells.
func walkStep(path string) string {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return outcome("not opened", err)
	}
	defer d.Close()
	n, errCount := d.PageCount()
	var errPage, errContent error
	for i := 1; i <= min(n, 2000); i++ {
		p, err := d.Page(i)
		if err == nil {
			_, errContent = d.Content(p)
		} else {
			errPage = err
		}
		if i > 20 {
			continue
		}
		if _, err := d.Links(i); err != nil {
			errPage = err
		}
	}
	fields, errFields := d.Fields()
	items, errOutline := d.Outline()
	labels, errLabels := d.PageLabels()
	did := fmt.Sprintf("%d pages, %d fields, %d bookmarks, %d labels", n, len(fields), len(items), len(labels))
	return outcome(did, errCount, errPage, errContent, errFields, errOutline, errLabels)
}

// copyStep copies every page.
func copyStep(path string) string {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return "not opened"
	}
	defer d.Close()
	sum, err := pdf.CopyPages(pdf.NewWriter(io.Discard, pdf.WriterOptions{}), d)
	return outcome(fmt.Sprintf("%d bytes", sum.Size), err)
}

// probed looks at the file as an exhibit of a case.
func probed(path string) (evidence.File, error) {
	c := &casefile.Case{Exhibits: []casefile.Exhibit{{ID: "x", Files: []string{filepath.Base(path)}}}}
	facts, err := exhibit.Probe(context.Background(), filepath.Dir(path), c, 1, nil)
	return facts.Files[filepath.Base(path)], err
}

// probeStep tells what probing finds.
func probeStep(path string) string {
	f, err := probed(path)
	did := fmt.Sprintf("%s of %d pages", f.Kind, f.Pages)
	if f.Problem != nil {
		did = f.Problem.Summary + " (" + f.Problem.Do + ")"
	}
	return outcome(did, err)
}

// assembleStep puts the file's first pages into a packet.
func assembleStep(path string) string {
	f, err := probed(path)
	if err != nil || f.Pages == 0 {
		return outcome("nothing to assemble", err)
	}
	source := plan.Source{Path: f.Path, Abs: f.Abs, Kind: f.Kind}
	for n := range min(f.Pages, 2000) {
		source.Pages = append(source.Pages, n+1)
	}
	n := len(source.Pages)
	p := &plan.Plan{Title: "Packet", Language: "en-US", Pages: n, Parts: []plan.Part{{
		ID: "exhibit/x", Kind: plan.Exhibit, Title: "Exhibit A, documents", Label: "Exhibit A-", First: 1, Pages: n,
		Exhibit: &plan.ExhibitPart{ID: "x", Label: "Exhibit A", Sources: []plan.Source{source}},
	}}}
	shelf := exhibit.NewShelf(p, nil)
	open := func(part *plan.Part) (assemble.Source, error) { return assemble.Source(shelf.Pages(part)), nil }
	out, err := os.Create(path + ".out")
	if err != nil {
		return outcome("no packet", err)
	}
	defer out.Close()
	sum, err := assemble.Write(context.Background(), out, p, open, ink.NewFonts(font.NewSet()))
	return outcome(fmt.Sprintf("%d pages in %d bytes", sum.Pages, sum.Size), err, shelf.Close())
}
