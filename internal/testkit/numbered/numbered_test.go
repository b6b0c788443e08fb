package numbered_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"parolepack/internal/blank"
	"parolepack/internal/boxes"
	"parolepack/internal/catalog"
	"parolepack/internal/font"
	"parolepack/internal/pagetext"
	"parolepack/internal/pdf"
	"parolepack/internal/practice"
	"parolepack/internal/testkit"
	"parolepack/internal/testkit/numbered"
)

func editions(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// filled opens the numbered form of a blank.
func filled(t *testing.T, ed *catalog.Edition, blank *pdf.Document, tags bool) *pdf.Document {
	t.Helper()
	var out bytes.Buffer
	if err := numbered.Write(t.Context(), &out, ed, blank, font.NewSet(), tags); err != nil {
		t.Fatal(err)
	}
	return opened(t, out.Bytes())
}

func opened(t *testing.T, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestEveryTextFieldShowsItsNumber reads the numbered practice form of every edition: each text field long enough shows its
// item within its rectangle.
func TestEveryTextFieldShowsItsNumber(t *testing.T) {
	for _, ed := range editions(t).Editions() {
		data, err := practice.Blank(ed, font.NewSet())
		if err != nil {
			t.Fatal(err)
		}
		if n := shown(t, ed, filled(t, ed, opened(t, data), false)); n == 0 {
			t.Errorf("%s: no field shows a number", ed.File)
		}
	}
}

// TestOfficialBlanksShowTheirNumbers does the same with the official blanks, where a tag names what no field can hold.
func TestOfficialBlanksShowTheirNumbers(t *testing.T) {
	forms := testkit.Forms(t)
	c := editions(t)
	library := blank.NewLibrary(c)
	for _, ed := range c.Editions() {
		path, ok := library.Find([]string{forms}, ed)
		if !ok {
			continue
		}
		doc, err := pdf.OpenFile(path, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := filled(t, ed, doc, true)
		shown(t, ed, got)
		if ed.Form == "I-131" {
			text, err := testkit.Text(got, 3)
			if err != nil || !strings.Contains(text, "1.7 Parole, outside the U.S., no program") {
				t.Errorf("page 3 has no tag for item 7: %v", err)
			}
		}
		doc.Close()
	}
}

// shown checks every text field that has room for its item and counts them.
func shown(t *testing.T, ed *catalog.Edition, doc *pdf.Document) int {
	t.Helper()
	placed, err := boxes.Placed(ed)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for n := 1; n <= ed.Pages; n++ {
		runs, err := pagetext.Runs(doc, n)
		if err != nil {
			t.Fatal(err)
		}
		for i := range placed.Fields {
			f := &placed.Fields[i]
			if f.Page != n || f.Kind != catalog.KindText || f.Item == "" || f.MaxLen > 0 && f.MaxLen < len(f.Item) {
				continue
			}
			count++
			if got := textIn(f.Rect, runs); !strings.Contains(got, f.Item) {
				t.Errorf("%s: %s, page %d: shows %q, want item %s", ed.File, f.Name, n, got, f.Item)
			}
		}
	}
	return count
}

// textIn is what begins within a rectangle, in the order in which it is drawn.
func textIn(rect [4]float64, runs []pagetext.Run) string {
	in := slices.DeleteFunc(slices.Clone(runs), func(r pagetext.Run) bool {
		return r.X < rect[0] || r.X > rect[2] || r.Y < rect[1]-1 || r.Y > rect[3]
	})
	var out strings.Builder
	for _, r := range in {
		out.WriteString(r.Text)
	}
	return out.String()
}
