package blank

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

func builtIn(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func identify(t *testing.T, c *catalog.Catalog, path string) (*catalog.Inventory, error) {
	t.Helper()
	doc, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	return Identify(doc, c)
}

func TestIdentifyTellsTheOfficialBlanks(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	for file, want := range map[string]string{
		"i-131_2025-01-20.pdf": "I-131", "g-28_2018-09-17.pdf": "G-28",
		"g-1145_2014-09-26.pdf": "G-1145", "g-1450_2019-09-27.pdf": "G-1450",
		"i-912_2025-07-22.pdf": "I-912",
	} {
		ed, err := identify(t, c, filepath.Join(dir, file))
		if err != nil || ed.Form != want || FileName(ed.Map) != file {
			t.Errorf("%s: %+v, %v", file, ed, err)
		}
	}
}

func TestProveTakesTheOfficialBlanks(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	for _, inv := range c.Inventories() {
		file := strings.ToLower(inv.Form) + "_" + inv.Edition
		path := filepath.Join(dir, file+".pdf")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		doc, err := pdf.OpenFile(path, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer doc.Close()
		if got, err := Prove(doc, c); err != nil || got != inv {
			t.Errorf("%s: %v, %v", file, got, err)
		}
		fields, err := doc.Fields()
		if err != nil {
			t.Fatal(err)
		}
		var written, stands bytes.Buffer
		if err := errors.Join(catalog.WriteInventory(&written, Inventory(fields)), catalog.WriteInventory(&stands, inv.Fields)); err != nil {
			t.Fatal(err)
		}
		if written.String() != stands.String() {
			t.Errorf("%s: the inventory written from the blank is not the built-in one\n%s", file, firstDifference(written.String(), stands.String()))
		}
	}
}

func TestLibraryFindsABlankUnderAnyName(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	ed, _ := c.Current("G-1145")
	l := NewLibrary(c)
	if _, ok := l.Find([]string{t.TempDir(), filepath.Join(dir, "nowhere")}, ed); ok {
		t.Error("found a blank in an empty folder")
	}
	path, ok := l.Find([]string{t.TempDir(), dir}, ed)
	if !ok || filepath.Base(path) != "g-1145_2014-09-26.pdf" {
		t.Errorf("found %q, %v", path, ok)
	}
	renamed := t.TempDir()
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(filepath.Join(renamed, "download (3).pdf"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if path, ok := l.Find([]string{renamed}, ed); !ok || filepath.Base(path) != "download (3).pdf" {
		t.Errorf("found %q, %v", path, ok)
	}
}

func TestLibraryGivesABlankThatItOpenedOnce(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	ed, _ := c.Current("G-1145")
	l := NewLibrary(c)
	path, ok := l.Find([]string{"", t.TempDir(), dir}, ed)
	if !ok {
		t.Fatal("not found")
	}
	doc := l.Take(path)
	if doc == nil || l.Take(path) != nil {
		t.Fatalf("taken: %v, and again", doc)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if fields, err := doc.Fields(); err != nil || len(fields) != 5 {
		t.Errorf("the blank that was taken is closed with the rest: %d fields, %v", len(fields), err)
	}
	if err := doc.Close(); err != nil {
		t.Error(err)
	}
}

func TestLibraryClosesWhatNobodyTook(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	ed, _ := c.Current("G-1145")
	l := NewLibrary(c)
	path, _ := l.Find([]string{dir}, ed)
	doc := l.open[path]
	if len(l.open) != 1 || doc == nil {
		t.Fatalf("%d blanks are held open", len(l.open))
	}
	if err := l.Close(); err != nil || l.Take(path) != nil {
		t.Errorf("%v, and it is still there", err)
	}
	if _, err := doc.Page(1); err == nil {
		t.Error("the blank can still be read")
	}
	if again, ok := l.Find([]string{dir}, ed); !ok || again != path {
		t.Errorf("what was found is forgotten: %q", again)
	}
}

// firstDifference is the first line in which two lists differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\n" + b[i]
		}
	}
	return "its length"
}

func TestLibraryTakesUsualNamesAtTheirWord(t *testing.T) {
	dir, c := testkit.Forms(t), builtIn(t)
	ed, _ := c.Current("G-1145")
	data, err := os.ReadFile(filepath.Join(dir, FileName(ed)))
	if err != nil {
		t.Fatal(err)
	}
	other, _ := c.Current("G-28")
	misnamed := t.TempDir()
	if err := os.WriteFile(filepath.Join(misnamed, FileName(other)), data, 0o600); err != nil {
		t.Fatal(err)
	}
	l := NewLibrary(c)
	if path, ok := l.Find([]string{misnamed}, ed); ok || len(l.known) != 0 {
		t.Errorf("found %q among the files of another form", path)
	}
}
