package pdf_test

import (
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// smallFile is the longest file of the corpus that seeds a fuzz target, in bytes.
const smallFile = 64 << 10

// addFiles seeds a target with the files that the tests make and with those of the corpus, where
// there is one. The toolchain keeps what it finds in its own cache, outside the module.
func addFiles(f *testing.F) {
	f.Helper()
	for _, seed := range append(pdf.Seeds(), testkit.SmallCorpus(f, smallFile)...) {
		f.Add(seed)
	}
}

// FuzzOpen opens any bytes and reads all there is, twice: what is read does not depend on what was
// read before.
func FuzzOpen(f *testing.F) {
	addFiles(f)
	f.Fuzz(func(t *testing.T, data []byte) { pdf.CheckOpen(t, data) })
}

// FuzzXRef reads any bytes as a cross-reference: tables, streams and the chain of them. What is
// read, written as one stream, reads the same.
func FuzzXRef(f *testing.F) {
	addFiles(f)
	f.Fuzz(func(t *testing.T, data []byte) { pdf.CheckXRef(t, data) })
}

// FuzzCopy copies every page of any bytes that open into a new file, which opens with as many pages
// of the same content.
func FuzzCopy(f *testing.F) {
	addFiles(f)
	f.Fuzz(func(t *testing.T, data []byte) { pdf.CheckCopy(t, data) })
}
