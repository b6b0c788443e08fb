package child

import (
	"context"
	"io"

	"parolepack/internal/output"
	"parolepack/internal/pdf"
)

// copyPage copies the page in the middle of a file into a file of its own.
func copyPage(to, from string) error {
	d, err := pdf.OpenFile(from, pdf.Options{})
	if err != nil {
		return err
	}
	defer d.Close()
	count, err := d.PageCount()
	if err != nil {
		return err
	}
	return output.File(context.Background(), to, output.Options{Inputs: []string{from}}, func(w io.Writer) error {
		return ExtractPage(w, d, (count+1)/2)
	})
}

// ExtractPage writes page n of an open document as a file of one page.
func ExtractPage(to io.Writer, d *pdf.Document, n int) error {
	page, err := d.Page(n)
	if err != nil {
		return err
	}
	w := pdf.NewWriter(to, pdf.WriterOptions{})
	tree, imp := w.Reserve(), w.Importer(d)
	contents, err := imp.Object(page.Dict["Contents"])
	if err != nil {
		return err
	}
	resources, err := imp.Object(page.Resources)
	if err != nil {
		return err
	}
	copied, err := w.Add(pdf.Dict{
		"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": page.MediaBox.Array(), "Contents": contents, "Resources": resources,
	})
	if err != nil {
		return err
	}
	if err := w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": pdf.Array{copied}, "Count": pdf.Integer(1)}); err != nil {
		return err
	}
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree})
	if err != nil {
		return err
	}
	_, err = w.Close(root, nil)
	return err
}
