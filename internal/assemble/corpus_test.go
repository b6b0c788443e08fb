package assemble

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// maxForeignPages is how many pages of one file the test takes.
const maxForeignPages = 12

// foreign opens every file of the corpus that opens, and tells which qpdf calls clean.
func foreign(t *testing.T) (sound, odd map[string]*pdf.Document) {
	dir := testkit.Corpus(t)
	index, err := os.ReadFile(filepath.Join(dir, "INDEX.tsv"))
	must(t, err)
	sound, odd = map[string]*pdf.Document{}, map[string]*pdf.Document{}
	for line := range strings.Lines(string(index)) {
		columns := strings.Split(line, "\t")
		d, err := pdf.OpenFile(filepath.Join(dir, columns[0]), pdf.Options{})
		if err != nil {
			continue
		}
		t.Cleanup(func() { d.Close() })
		if columns[2] == "clean" {
			sound[columns[0]] = d
		} else {
			odd[columns[0]] = d
		}
	}
	return sound, odd
}

// Every sound file goes into one packet, which is sound.
func TestSoundFilesMakeASoundPacket(t *testing.T) {
	sound, _ := foreign(t)
	p := &plan.Plan{Title: "Corpus"}
	pages := map[string][]ink.Page{}
	for name, d := range sound {
		n, err := d.PageCount()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		part := exhibitPlan(min(n, maxForeignPages)).Parts[0]
		part.ID, part.Title = name, name
		p.Parts = append(p.Parts, part)
		for i := range part.Pages {
			pages[name] = append(pages[name], ink.Page{Doc: d, Number: i + 1, Fit: true})
		}
	}
	b, _ := assembled(t, numbered(p), pages)
	checked(t, b)
}

// An odd file goes into a packet or is refused by name; either way the program lives on.
func TestOddFilesDoNoHarm(t *testing.T) {
	_, odd := foreign(t)
	for name, d := range odd {
		n, err := d.PageCount()
		if err != nil || n == 0 {
			continue
		}
		var pages []ink.Page
		for i := range min(n, maxForeignPages) {
			pages = append(pages, ink.Page{Doc: d, Number: i + 1, Fit: true})
		}
		b := &bytes.Buffer{}
		_, err = Write(t.Context(), b, exhibitPlan(len(pages)), from(map[string][]ink.Page{"exhibit/lease": pages}), ink.NewFonts(faces))
		if err != nil {
			if !strings.HasPrefix(err.Error(), `exhibit C: "lease.pdf"`) {
				t.Errorf("%s: the error names no exhibit: %v", name, err)
			}
			continue
		}
		if got, err := opened(t, b.Bytes()).PageCount(); err != nil || got != len(pages) {
			t.Errorf("%s: reopened with %d pages of %d, %v", name, got, len(pages), err)
		}
	}
}
