package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

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
			d, err := OpenFile(filepath.Join(dir, file), Options{})
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
				copied := sameAfterCopy(t, d)
				if time.Since(begun) > patience {
					t.Errorf("took %v", time.Since(begun))
				}
				checkWithQPDF(t, copied)
				return
			}
			exercise(d)
			if time.Since(begun) > patience {
				t.Errorf("took %v", time.Since(begun))
			}
		})
	}
}

// Every official blank opens without a password, and its copy is decrypted,
// clean and the same.
func TestBlanks(t *testing.T) {
	dir := testkit.Forms(t)
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skipf("no blanks in %s", dir)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			d, err := OpenFile(path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			checkWithQPDF(t, sameAfterCopy(t, d))
		})
	}
}

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
	var out bytes.Buffer
	if _, err := copyPages(NewWriter(&out, WriterOptions{}), d); err == nil {
		_, _ = Open(bytes.NewReader(out.Bytes()), int64(out.Len()), Options{})
	}
}
