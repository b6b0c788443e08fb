package exhibit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/pdf"
)

// Probe looks at every file that the case's exhibits name, below root, the case's folder: originals, translations and
// certificates, each file once. The kind is told by the first bytes. Whatever is wrong with a file is its Problem; the one
// error is ctx's, where it is cancelled. Up to workers files are read at once; the facts do not depend on it.
func Probe(ctx context.Context, root string, c *casefile.Case, workers int) (evidence.Facts, error) {
	files := filesOf(c)
	found := make([]evidence.File, len(files))
	turn := make(chan struct{}, max(1, workers))
	var wait sync.WaitGroup
	for i := range files {
		turn <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		wait.Go(func() {
			found[i] = probe(ctx, root, files[i])
			<-turn
		})
	}
	wait.Wait()
	facts := evidence.Facts{Files: make(map[string]evidence.File, len(files))}
	for i, f := range files {
		facts.Files[f.path] = found[i]
	}
	return facts, context.Cause(ctx)
}

// probe tells what one file is.
func probe(ctx context.Context, root string, n *named) evidence.File {
	f := evidence.File{Path: n.path}
	abs, trouble := locate(root, n.path)
	f.Abs, f.Problem = abs, trouble
	if trouble != nil {
		return f
	}
	file, err := os.Open(abs)
	if err != nil {
		f.Problem = unreadable(err)
		return f
	}
	defer file.Close()
	if f.Problem = measure(ctx, &f, file); f.Problem == nil {
		f.Problem = inspect(&f, file, n)
	}
	if f.Problem != nil {
		f.Pages = 0
	}
	return f
}

// unreadable is the problem of a file that the system does not let us read.
func unreadable(err error) *evidence.Problem {
	if errors.Is(err, os.ErrPermission) {
		return problem("cannot be opened: no permission", "let your user read the file", err)
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return problem("cannot be read: "+err.Error(), "copy the file to another disk, or scan the paper again", err)
}

// measure is the part of probing that reads every byte.
func measure(ctx context.Context, f *evidence.File, file *os.File) *evidence.Problem {
	info, err := file.Stat()
	switch {
	case err != nil:
		return unreadable(err)
	case info.IsDir():
		return problem("is a folder", "name the files in it, each by itself", nil)
	case !info.Mode().IsRegular():
		return problem("is not a plain file", "name a PDF, JPEG or PNG file", nil)
	case info.Size() == 0:
		return problem("is empty", "put the document in its place", nil)
	}
	sum := sha256.New()
	n, err := io.CopyBuffer(sum, io.NewSectionReader(cancellable{ctx, file}, 0, info.Size()), make([]byte, 256<<10))
	if err != nil {
		return unreadable(err)
	}
	f.Size, f.SHA256 = n, hex.EncodeToString(sum.Sum(nil))
	return nil
}

// inspect tells the kind of a file and counts its pages.
func inspect(f *evidence.File, file *os.File, n *named) *evidence.Problem {
	head := make([]byte, min(1024, f.Size))
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return unreadable(err)
	}
	var err error
	f.Kind = kindOf(head, f.Path)
	switch f.Kind {
	case evidence.PDF:
		return inspectPDF(f, file, n)
	case evidence.JPEG:
		_, err = readJPEG(file, f.Size)
	case evidence.PNG:
		_, err = readPNG(file, f.Size)
	default:
		return foreign(head)
	}
	if err != nil {
		return pictureProblem(err)
	}
	f.Pages = 1
	return rangeProblem(f, n)
}

// pictureProblem tells why an image cannot become a page.
func pictureProblem(err error) *evidence.Problem {
	var format *formatError
	if errors.As(err, &format) {
		return problem(format.what, "save it again as an ordinary JPEG, or print it to a PDF", err)
	}
	return problem("is "+err.Error(), "take it from its source again, or open it in a viewer and save it anew", err)
}

// inspectPDF opens a PDF with the passwords that its exhibits give, and looks at each page that is used.
func inspectPDF(f *evidence.File, file *os.File, n *named) *evidence.Problem {
	d, err := openPDF(file, f.Size, n.passwords)
	if err != nil {
		return pdfProblem(err, len(n.passwords) > 0)
	}
	if f.Pages, err = d.PageCount(); err != nil {
		return pdfProblem(err, false)
	}
	if f.Pages == 0 {
		return problem("has no pages", "take it from its source again", nil)
	}
	if p := rangeProblem(f, n); p != nil {
		return p
	}
	for _, number := range n.pages(f.Pages) {
		if _, err := d.Page(number); err != nil {
			return pdfProblem(err, false)
		}
	}
	return nil
}

// openPDF opens a PDF that may be locked, trying no password first.
func openPDF(r io.ReaderAt, size int64, passwords []string) (d *pdf.Document, err error) {
	for _, password := range append([]string{""}, passwords...) {
		d, err = pdf.Open(r, size, pdf.Options{Password: password})
		if !errors.Is(err, pdf.ErrPassword) {
			return d, err
		}
	}
	return nil, err
}

// pdfProblem tells why a PDF cannot be opened. given says that the case has a password for it.
func pdfProblem(err error, given bool) *evidence.Problem {
	var feature *pdf.UnsupportedError
	switch {
	case errors.Is(err, pdf.ErrPassword) && given:
		return problem("does not open with the password given", `correct "password" in the exhibit, or save the file without one`, err)
	case errors.Is(err, pdf.ErrPassword):
		return problem("needs a password", `give it as "password" in the exhibit, or save the file without one`, err)
	case errors.As(err, &feature):
		return problem("cannot be read: "+feature.Error(), "open it in a viewer and print it to a new PDF", err)
	}
	return problem("is a damaged PDF", "take it from its source again, or open it in a viewer and print it to a new PDF", err)
}

// rangeProblem holds the ranges that the case asks for against the file.
func rangeProblem(f *evidence.File, n *named) *evidence.Problem {
	for _, number := range n.pages(f.Pages) {
		if number > f.Pages {
			return problem(fmt.Sprintf("has %s, and page %d is asked for", count(f.Pages, "page"), number), "correct the page range in the case file", nil)
		}
	}
	return nil
}

// A cancellable is a reader that heeds a cancelled run between reads.
type cancellable struct {
	ctx  context.Context
	from io.ReaderAt
}

func (c cancellable) ReadAt(b []byte, off int64) (int, error) {
	if err := context.Cause(c.ctx); err != nil {
		return 0, err
	}
	return c.from.ReadAt(b, off)
}
