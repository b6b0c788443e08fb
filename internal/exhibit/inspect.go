package exhibit

import (
	"errors"
	"fmt"
	"io"
	"os"

	"parolepack/internal/evidence"
	"parolepack/internal/pdf"
)

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
		return inspectPDF(f, file, f.Size, n)
	case evidence.JPEG:
		_, err = readJPEG(file, f.Size)
	case evidence.PNG:
		err = checkPNG(file, f.Size)
	default:
		return foreign(head)
	}
	if err != nil {
		return pictureProblem(err)
	}
	f.Pages = 1
	return rangeProblem(f, n)
}

// checkPNG reads a PNG file to its last row.
func checkPNG(file *os.File, size int64) error {
	f, err := readPNG(file, size)
	if err != nil {
		return err
	}
	return f.sound()
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
func inspectPDF(f *evidence.File, file io.ReaderAt, size int64, n *named) *evidence.Problem {
	d, err := openPDF(file, size, n.passwords)
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
		p, err := d.Page(number)
		if err == nil {
			err = d.Inspect(p)
		}
		if err != nil {
			return pdfProblem(err, false)
		}
	}
	f.Repairs = repairs(d)
	return nil
}

// repairs tells what was mended in a document.
func repairs(d *pdf.Document) []evidence.Repair {
	var out []evidence.Repair
	for _, r := range d.Repairs() {
		out = append(out, evidence.Repair{Kind: string(r.Kind), Count: r.Count, What: r.What, Lossy: r.Lossy()})
	}
	return out
}

// openPDF opens a PDF that may be locked. A file that needs no password opens with any, so none is tried by itself only
// where none is given.
func openPDF(r io.ReaderAt, size int64, passwords []string) (d *pdf.Document, err error) {
	if len(passwords) == 0 {
		passwords = []string{""}
	}
	for _, password := range passwords {
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
	what := "is a damaged PDF"
	if damage := (*pdf.MalformedError)(nil); errors.As(err, &damage) {
		what += ": " + damage.What
	}
	return problem(what, "take it from its source again, or open it in a viewer and print it to a new PDF", err)
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
