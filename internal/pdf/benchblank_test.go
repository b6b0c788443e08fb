package pdf_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// blank returns the bytes of the longest official form.
func blank(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(testkit.Forms(b), "i-131_2025-01-20.pdf"))
	if err != nil {
		b.Skip(err)
	}
	return data
}

// BenchmarkOpenBlank opens an official form and lists its fields.
func BenchmarkOpenBlank(b *testing.B) {
	data := blank(b)
	b.ReportAllocs()
	for b.Loop() {
		d, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Fields(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCopyBlank copies all pages of an open official form, with its
// fields, decrypting as it goes.
func BenchmarkCopyBlank(b *testing.B) {
	data := blank(b)
	d, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.CopyPages(pdf.NewWriter(io.Discard, pdf.WriterOptions{}), d); err != nil {
			b.Fatal(err)
		}
	}
}
