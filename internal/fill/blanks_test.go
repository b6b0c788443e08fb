package fill_test

import (
	"bytes"
	"os"
	"testing"

	"parolepack/internal/catalog"
	"parolepack/internal/fill"
	"parolepack/internal/pdf"
	"parolepack/internal/practice"
)

// officialNames are the agency's blanks that tests fill.
var officialNames = []string{
	"i-131_2025-01-20", "g-28_2018-09-17", "g-1145_2014-09-26", "g-1450_2019-09-27",
	"i-912_2025-07-22", "i-134_2016-11-30", "i-131_2019-04-24",
}

// eachBlank runs a test on every official blank at hand and on our practice form of every edition.
func eachBlank(t *testing.T, test func(t *testing.T, b *fill.Blank, file string)) {
	t.Run("official", func(t *testing.T) {
		for _, name := range officialNames {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				b, path := officialAt(t, name)
				test(t, b, path)
			})
		}
	})
	for _, ed := range editions(t) {
		t.Run("practice/"+ed.Form, func(t *testing.T) {
			t.Parallel()
			b, data := practiceBlank(t, ed)
			test(t, b, write(t, "blank.pdf", data))
		})
	}
}

// editions are the built-in ones.
func editions(t testing.TB) []*catalog.Edition {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../fields"))
	must(t, err)
	return c.Editions()
}

func practiceBlank(t testing.TB, ed *catalog.Edition) (*fill.Blank, []byte) {
	t.Helper()
	data, err := practice.Blank(ed, faces)
	must(t, err)
	return blankOf(t, reopen(t, data)), data
}

func reopen(t testing.TB, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	must(t, err)
	return doc
}
