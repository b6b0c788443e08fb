package blank

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/pdf"
	"parolepack/internal/practice"
	"parolepack/internal/testkit"
)

// made is a blank of a known edition as an agency might publish it.
func made(t *testing.T, c *catalog.Catalog, form, edition string) testkit.Blank {
	t.Helper()
	inv, ok := c.Inventory(form, edition)
	if !ok {
		t.Fatalf("no %s %s", form, edition)
	}
	var list bytes.Buffer
	if err := catalog.WriteInventory(&list, inv.Fields); err != nil {
		t.Fatal(err)
	}
	return testkit.Blank{Inventory: list.Bytes(), Form: inv.Form, Printed: inv.Printed}
}

func written(t *testing.T, b testkit.Blank) []byte {
	t.Helper()
	data, err := b.PDF()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func prove(t *testing.T, c *catalog.Catalog, data []byte) (*catalog.Inventory, error) {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Prove(doc, c)
}

func TestProveTellsEveryEdition(t *testing.T) {
	c := builtIn(t)
	for _, inv := range c.Inventories() {
		got, err := prove(t, c, written(t, made(t, c, inv.Form, inv.Edition)))
		if inv.Form == "I-134" && inv.Edition == "2025-01-20" {
			var refused *RefusedError
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), "was told, not read from a blank") || !strings.Contains(refused.Hint(), "forms diff I-134:01/20/25") {
				t.Errorf("an inventory without places proves a blank: %v", err)
			}
			continue
		}
		if err != nil || got != inv {
			t.Errorf("%s: %v, %v", inv.Name(), got, err)
		}
	}
}

func TestProveRefuses(t *testing.T) {
	c := builtIn(t)
	first := func() testkit.Blank { return made(t, c, "G-1145", "2014-09-26") }
	inv, _ := c.Inventory("G-1145", "2014-09-26")
	some := inv.Fields[0].Name
	g28, _ := c.Inventory("G-28", "2018-09-17")
	box := g28.Fields[0].Name
	for i := range g28.Fields {
		if g28.Fields[i].Type == catalog.KindCheckbox {
			box = g28.Fields[i].Name
			break
		}
	}
	tests := map[string]struct {
		make func() testkit.Blank
		want string
	}{
		"another edition of a known form": {func() testkit.Blank { b := first(); b.Printed = "10/01/26"; return b },
			"its first page is of Form G-1145, edition 10/01/26, which is not known here; it is nearest to Form G-1145, edition 09/26/14"},
		"another edition by its barcode": {func() testkit.Blank { b := made(t, c, "I-131", "2025-01-20"); b.Printed = "10/01/26"; return b },
			`its barcode says "I-131|10/01/26|1", an edition that is not known here; it is nearest to Form I-131, edition 01/20/25`},
		"an answer": {func() testkit.Blank { b := first(); b.Values = map[string]string{some: "Haddad"}; return b },
			"it is filled: 1 of its fields hold an answer, the first " + some},
		"a tick": {func() testkit.Blank {
			b := made(t, c, "G-28", "2018-09-17")
			b.Values = map[string]string{box: "1"}
			return b
		},
			"it is filled: 1 of its fields hold an answer"},
		"a field that is missing": {func() testkit.Blank { b := first(); b.Without = []string{some}; return b },
			"1 of its fields are not as on that form (" + some + " is missing)"},
		"mixed pages": {func() testkit.Blank {
			b := made(t, c, "G-28", "2018-09-17")
			b.Foot = func(page int) string {
				if page == 3 {
					return "Form G-28 03/04/15"
				}
				return "Form G-28 09/17/18 Y"
			}
			return b
		}, "its page 3 is of Form G-28, edition 03/04/15, the rest of edition 09/17/18"},
		"fields at other places": {func() testkit.Blank { b := first(); b.NoPlaces = true; return b }, "stands at another place"},
	}
	for label, tt := range tests {
		t.Run(label, func(t *testing.T) {
			_, err := prove(t, c, written(t, tt.make()))
			var refused *RefusedError
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("%v, want %q", err, tt.want)
			}
			if strings.Contains(err.Error(), "Haddad") || refused.Hint() == "" {
				t.Errorf("%v; hint %q", err, refused.Hint())
			}
		})
	}
}

// TestProveRefusesWhatIsNoForm tells a printed copy, a notice that waits, damage and a practice form apart.
func TestProveRefusesWhatIsNoForm(t *testing.T) {
	c := builtIn(t)
	ed, _ := c.Current("G-1145")
	own, err := practice.Blank(ed, font.NewSet())
	if err != nil {
		t.Fatal(err)
	}
	whole := written(t, made(t, c, "G-1145", "2014-09-26"))
	noted := bytes.Replace(whole, []byte("/Annots["), []byte("/Annots[<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>>"), 1)
	tests := map[string]struct {
		data []byte
		want string
	}{
		"a printed copy":  {testkit.Sheet("BT /F1 9 Tf 36 24 Td (Form I-131  01/20/25) Tj ET", ""), "it has no form fields: a printed or flattened copy of Form I-131, edition 01/20/25"},
		"a notice":        {testkit.Sheet("BT /F1 9 Tf 36 700 Td (Please wait...) Tj ET", ""), "only Adobe's own reader opens"},
		"a letter":        {testkit.Sheet("BT /F1 9 Tf 36 700 Td (Dear Officer) Tj ET", ""), "it has no form fields"},
		"a practice form": {own, "it is a practice form, not the agency's own"},
		"a broken end":    {whole[:len(whole)-40], "it is damaged: "},
		"a note":          {noted, "its page 1 was written on (FreeText)"},
	}
	for label, tt := range tests {
		t.Run(label, func(t *testing.T) {
			if _, err := prove(t, c, tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}

// TestLibraryProvesTheRecord changes a stored blank and wants it refused with the reason.
func TestLibraryProvesTheRecord(t *testing.T) {
	c := builtIn(t)
	ed, _ := c.Current("G-1145")
	dir := t.TempDir()
	path := filepath.Join(dir, FileName(ed))
	data := written(t, made(t, c, "G-1145", "2014-09-26"))
	store := func(data []byte) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	store(data)
	sum, err := Sum(path)
	if err == nil {
		err = os.WriteFile(RecordPath(path), []byte(Record(sum, path)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := NewLibrary(c).Find([]string{dir}, ed); !ok || got != path {
		t.Fatalf("found %q, %v", got, ok)
	}
	store(append(data, '\n'))
	l := NewLibrary(c)
	if got, ok := l.Find([]string{dir}, ed); ok {
		t.Errorf("a changed blank is used: %s", got)
	}
	lack := l.Lacking([]string{dir}, ed)
	var changed *ChangedError
	if lack.Path != path || !errors.As(lack.Err, &changed) || !strings.Contains(lack.Err.Error(), "was changed after it was stored") {
		t.Errorf("%+v", lack)
	}
}

// TestLibraryNamesTheOtherEdition finds the blank of an edition that ended where the current one is asked for.
func TestLibraryNamesTheOtherEdition(t *testing.T) {
	c := builtIn(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old.pdf"), written(t, made(t, c, "I-134", "2016-11-30")), 0o600); err != nil {
		t.Fatal(err)
	}
	ed, _ := c.Current("I-134")
	l := NewLibrary(c)
	if lack := l.Lacking([]string{dir, t.TempDir()}, ed); lack.Other == nil || lack.Other.Printed != "11/30/16" || lack.Path != "" {
		t.Errorf("%+v", lack)
	}
	old, ok := c.Edition("I-134", "2016-11-30")
	if path, found := l.Find([]string{dir}, old); !ok || !found {
		t.Errorf("its own edition is not found: %q", path)
	}
}
