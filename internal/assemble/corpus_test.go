package assemble

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// Every file of the corpus that opens goes into a packet, and a packet of a sound file is sound.
func TestCorpusAssembles(t *testing.T) {
	dir := testkit.Corpus(t)
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	must(t, err)
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for line := range strings.Lines(string(index)) {
		columns := strings.Split(line, "\t")
		if len(columns) < 3 || columns[0] == "file" {
			continue
		}
		t.Run(columns[0], func(t *testing.T) {
			t.Parallel()
			assembleForeign(t, filepath.Join(dir, columns[0]), columns[2] == "clean")
		})
	}
}

func assembleForeign(t *testing.T, path string, sound bool) {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		t.Skip(err)
	}
	defer d.Close()
	n, err := d.PageCount()
	if err != nil || n == 0 {
		t.Skipf("%d pages, %v", n, err)
	}
	var pages []ink.Page
	for i := range min(n, 40) {
		pages = append(pages, ink.Page{Doc: d, Number: i + 1, Fit: true})
	}
	b := &bytes.Buffer{}
	_, err = Write(t.Context(), b, exhibitPlan(len(pages)), from(map[string][]ink.Page{"exhibit/lease": pages}), ink.NewFonts(faces))
	if err != nil {
		if sound {
			t.Error(err)
		}
		t.Skip(err)
	}
	if out, err := qpdf(t, b.Bytes()); err != nil {
		if sound {
			t.Errorf("qpdf --check: %v\n%s", err, out)
		}
		t.Logf("qpdf --check: %s", out)
	}
}
