package pdf_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// patience is the longest that any file may take.
const patience = 5 * time.Second

// corpusIndex returns the rows of the corpus's INDEX.tsv by file.
func corpusIndex(t *testing.T, dir string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, line := range strings.Split(string(text), "\n") {
		if row := strings.Split(line, "\t"); len(row) >= 6 {
			out[row[0]] = row
		}
	}
	return out
}

// refused lists the files that neither qpdf nor MuPDF opens, with the cause
// that we give. All others open.
func refused() map[string]string {
	return map[string]string{
		"issue6010_1.pdf":      "needs a password",
		"REDHAT-1531897-0.pdf": "damaged PDF: no catalog and no pages",
	}
}

// pagesOf is how many pages a file has where qpdf cannot tell, or tells what
// its /Count claims.
func pagesOf() map[string]string {
	return map[string]string{
		"PDFBOX-3148-2-fuzzed.pdf": "1",
		"PDFBOX-4352-0.pdf":        "1",
		"Pages-tree-refs.pdf":      "1", // the tree is a circle
		"bug1250079.pdf":           "1",
		"issue21436.pdf":           "1",
		"poppler-395-0-fuzzed.pdf": "1", // gathered: its tree names none
		"poppler-67295-0.pdf":      "1",
	}
}

// undecodable lists files with a stream that does not decode, which its copy
// does not either.
func undecodable() map[string]bool {
	return map[string]bool{"issue18042.pdf": true, "poppler-395-0-fuzzed.pdf": true}
}

// Every file of the corpus that another reader opens is opened, with as many
// pages, in time; its copy is the same and qpdf finds it clean. Every other
// one ends in an error that names its cause.
func TestCorpus(t *testing.T) {
	dir := testkit.Corpus(t)
	for file, row := range corpusIndex(t, dir) {
		if !strings.HasSuffix(file, ".pdf") {
			continue
		}
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			begun := time.Now()
			d, err := pdf.OpenFile(filepath.Join(dir, file), pdf.Options{})
			if cause := refused()[file]; cause != "" || err != nil {
				if err == nil || err.Error() != cause {
					t.Errorf("%v, want %q", err, cause)
				}
				return
			}
			defer d.Close()
			want := row[3]
			if own := pagesOf()[file]; own != "" {
				want = own
			}
			if n, err := d.PageCount(); strconv.Itoa(n) != want || err != nil {
				t.Errorf("%d pages, %v; want %s", n, err, want)
			}
			copied := pdf.SameAfterCopy(t, d)
			if row[2] != "clean" {
				pdf.Exercise(d)
			}
			if time.Since(begun) > patience {
				t.Errorf("took %v", time.Since(begun))
			}
			if row[2] != "errors" && !undecodable()[file] {
				pdf.CheckWithQPDF(t, copied)
			}
		})
	}
}
