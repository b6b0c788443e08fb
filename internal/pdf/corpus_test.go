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

// Every file of the corpus opens or is refused, in time. One that qpdf calls
// clean opens with as many pages, and its copy is clean and the same.
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
			clean := row[2] == "clean" && row[5] == "no" && row[6] == "yes"
			if err != nil {
				if clean {
					t.Error(err)
				}
				return
			}
			defer d.Close()
			n, err := d.PageCount()
			if clean {
				if strconv.Itoa(n) != row[3] || err != nil {
					t.Errorf("%d pages, %v; want %s", n, err, row[3])
				}
				copied := pdf.SameAfterCopy(t, d)
				if time.Since(begun) > patience {
					t.Errorf("took %v", time.Since(begun))
				}
				pdf.CheckWithQPDF(t, copied)
				return
			}
			pdf.Exercise(d)
			if time.Since(begun) > patience {
				t.Errorf("took %v", time.Since(begun))
			}
		})
	}
}
