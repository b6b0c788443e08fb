package casefile

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// FuzzRead holds that no file makes the reader panic, and that each problem lies inside its
// file and takes one line.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"../../samples/medical/case.json", "testdata/broken.json"} {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	for _, seed := range []string{
		small, bom + small, "", "{", `{"a":`, "[[", `"\ud800`, "/*", "//", "\xff\xfe", "{}x", `{"petitioner":{"self":true}}`,
		`{"beneficiaries":[{"request":{"reasons":{"file":"a"}}}]}`, "null", "-0e+1", `{"supporters":[{"relationship":{"":""}}]}`, "\r\r\n{\n",
	} {
		f.Add([]byte(seed))
	}
	o := Options{
		Text: func(path string) ([]byte, error) { return nil, fs.ErrNotExist },
		Firm: &Source{Name: "firm.json", Data: []byte(firmJSON)},
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read("case.json", data, o)
		var problems *Problems
		switch {
		case err == nil:
			file.Place("beneficiaries[0].born.date")
		case errors.As(err, &problems):
			checkPlaces(t, data, problems)
		default:
			t.Fatalf("the error is %T", err)
		}
	})
}

// checkPlaces holds each problem to a line and column that the file has.
func checkPlaces(t *testing.T, data []byte, problems *Problems) {
	t.Helper()
	if len(problems.List) == 0 {
		t.Fatal("an error without problems")
	}
	for _, p := range problems.List {
		if p.Place.File != "case.json" {
			continue
		}
		lines := strings.FieldsFunc("x"+strings.NewReplacer("\r\n", "\nx", "\r", "\nx", "\n", "\nx").Replace(string(data)), func(r rune) bool { return r == '\n' })
		if p.Place.Line < 1 || p.Place.Line > len(lines) || p.Place.Column < 1 || p.Place.Column > len([]rune(lines[p.Place.Line-1])) {
			t.Fatalf("%s lies outside the file", p)
		}
		if strings.ContainsAny(p.String(), "\r\n") || p.Message() == "" {
			t.Fatalf("%q is no line", p)
		}
	}
}
