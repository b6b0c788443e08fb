package pdf_test

import (
	"bytes"
	"fmt"
	"io"

	"parolepack/internal/pdf"
)

// A page is copied from one file into another with all that it needs.
func ExampleOpen() {
	source := []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page>>endobj")
	d, err := pdf.Open(bytes.NewReader(source), int64(len(source)), pdf.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := pdf.NewWriter(io.Discard, pdf.WriterOptions{})
	tree, imp := w.Reserve(), w.Importer(d)
	page, _ := d.Page(1)
	contents, _ := imp.Object(page.Dict["Contents"])
	copied, _ := w.Add(pdf.Dict{"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": page.MediaBox.Array(), "Contents": contents})
	_ = w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": pdf.Array{copied}, "Count": pdf.Integer(1)})
	root, _ := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	sum, err := w.Close(root, nil)
	fmt.Println(page.MediaBox.Width(), sum.Size > 0, err)
	// Output: 612 true <nil>
}
