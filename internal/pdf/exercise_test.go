package pdf

import (
	"bytes"
	"testing"
)

// SameAfterCopy, CheckWithQPDF and Exercise are open to the tests outside the
// package: those use testkit, which itself reads PDF files.
func SameAfterCopy(t *testing.T, d *Document) []byte { t.Helper(); return sameAfterCopy(t, d) }

// CheckWithQPDF is checkWithQPDF.
func CheckWithQPDF(t *testing.T, data []byte) { t.Helper(); checkWithQPDF(t, data) }

// Exercise is exercise.
func Exercise(d *Document) { exercise(d) }

// CopyPages is copyPages.
func CopyPages(w *Writer, d *Document) (Sum, error) { return copyPages(w, d) }

// exercise does with a document all that can be done; what fails may fail.
func exercise(d *Document) {
	n, _ := d.PageCount()
	for i := 1; i <= min(n, 50); i++ {
		if p, err := d.Page(i); err == nil {
			_, _ = d.Content(p)
		}
		_, _ = d.Links(i)
	}
	_, _ = d.Fields()
	_, _ = d.Outline()
	_, _ = d.PageLabels()
	d.mu.Lock()
	top := d.xref.top
	d.mu.Unlock()
	for num := range min(top, 2000) {
		if o, err := d.Load(Ref{Num: num}); err == nil {
			if s, ok := o.(*Stream); ok {
				_, _ = d.Decode(s)
			}
		}
	}
	out := &growing{}
	if _, err := copyPages(NewWriter(out, WriterOptions{Share: true, Back: out, Sweep: true}), d); err == nil {
		_, _ = Open(bytes.NewReader(out.Bytes()), int64(out.Len()), Options{})
	}
}
