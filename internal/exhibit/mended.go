package exhibit

import (
	"context"
	"errors"
	"io"

	"parolepack/internal/evidence"
	"parolepack/internal/mend"
	"parolepack/internal/pdf"
)

// mended has a PDF that is too damaged for our reader repaired by another program, and looks at the copy in its stead.
// Where nobody can repair it, the problem stays and its way out names what may help. Files that are locked, of no known
// kind or merely unsupported are left alone: no repair opens them.
func mended(ctx context.Context, f *evidence.File, n *named, store *mend.Store) *evidence.Problem {
	var damage *pdf.MalformedError
	if f.Problem == nil || f.Kind != evidence.PDF || !errors.As(f.Problem.Err, &damage) {
		return f.Problem
	}
	sum, trouble := hashed(ctx, *f, make([]byte, hashBuffer))
	if trouble != nil {
		return trouble
	}
	f.SHA256 = sum // the store knows its copies by it
	original := mend.Original{Path: f.Abs, Size: f.Size, SHA256: f.SHA256, Passwords: n.passwords}
	c, err := store.Mend(ctx, original, soundPDF)
	if err != nil {
		return hopeless(f.Problem, err)
	}
	f.MendedBy = c.Tool
	return inspectPDF(f, c, c.Size, n)
}

// hopeless adds to a problem what may help another time.
func hopeless(p *evidence.Problem, err error) *evidence.Problem {
	do := p.Do
	var hint interface{ Hint() string }
	if errors.As(err, &hint) && hint.Hint() != "" {
		do += "; " + hint.Hint()
	}
	return problem(p.Summary, do, errors.Join(p.Err, err))
}

// soundPDF looks at every page of a mended copy, which other cases may use by other ranges.
func soundPDF(r io.ReaderAt, size int64) error {
	d, err := pdf.Open(r, size, pdf.Options{})
	if err != nil {
		return err
	}
	defer d.Close()
	count, err := d.PageCount()
	if err == nil && count == 0 {
		err = errors.New("the copy has no pages")
	}
	for number := 1; err == nil && number <= count; number++ {
		_, err = d.Page(number)
	}
	return err
}

// errGone says that the mended copy of a file is not where the plan was told that it is.
var errGone = errors.New("its repaired copy is gone; build the packet again")

// openMended opens the copy that stands for a damaged file.
func openMended(store *mend.Store, fact evidence.File) (*pdf.Document, error) {
	c := store.Copy(fact.SHA256)
	if c == nil {
		return nil, errGone
	}
	return pdf.Open(c, c.Size, pdf.Options{})
}
