package pdf_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// inventory is one field of a forms/NAME.fields.json.
type inventory struct {
	Name    string     `json:"name"`
	Type    string     `json:"type"`
	Page    int        `json:"page"`
	Rect    [4]float64 `json:"rect"`
	MaxLen  int        `json:"max_len"`
	On      []string   `json:"on"`
	Options [][]string `json:"options"`
	Flags   uint32     `json:"ff"`
	Tooltip string     `json:"tooltip"`
	DA      string     `json:"da"`
}

// Every official blank has exactly the fields of its inventory.
func TestFieldsOfBlanks(t *testing.T) {
	dir := testkit.Forms(t)
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skipf("no blanks in %s", dir)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(strings.TrimSuffix(path, ".pdf") + ".fields.json")
			if err != nil {
				t.Skip("no inventory beside the blank")
			}
			var want []inventory
			if err := json.Unmarshal(text, &want); err != nil {
				t.Fatal(err)
			}
			d, err := pdf.OpenFile(path, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			fields, err := d.Fields()
			if err != nil {
				t.Fatal(err)
			}
			compareFields(t, fields, want)
		})
	}
}

// compareFields holds fields against an inventory, both ways.
func compareFields(t *testing.T, fields []pdf.Field, want []inventory) {
	t.Helper()
	if len(fields) != len(want) {
		t.Errorf("%d fields, want %d", len(fields), len(want))
	}
	byName := map[string]pdf.Field{}
	for _, f := range fields {
		byName[f.Name] = f
	}
	for _, w := range want {
		f, ok := byName[w.Name]
		if !ok || len(f.Widgets) != 1 {
			t.Errorf("%s: %d widgets", w.Name, len(f.Widgets))
			continue
		}
		g := f.Widgets[0]
		kind := strings.TrimPrefix(f.Kind.String(), "push")
		if kind != w.Type || g.Page != w.Page || f.MaxLen != w.MaxLen || f.Flags != w.Flags || f.Tooltip != w.Tooltip || f.DA != w.DA {
			t.Errorf("%s: %s on page %d, max %d, flags %d, %q, %q; want %+v", w.Name, f.Kind, g.Page, f.MaxLen, f.Flags, f.Tooltip, f.DA, w)
		}
		for i, v := range [4]float64{g.Rect.LLX, g.Rect.LLY, g.Rect.URX, g.Rect.URY} {
			if math.Abs(v-w.Rect[i]) > 0.02 {
				t.Errorf("%s: rectangle %v, want %v", w.Name, g.Rect, w.Rect)
				break
			}
		}
		if len(g.On)+len(w.On) > 0 && !reflect.DeepEqual(g.On, w.On) {
			t.Errorf("%s: on-states %q, want %q", w.Name, g.On, w.On)
		}
		var options [][]string
		for _, o := range f.Options {
			options = append(options, []string{o.Export, o.Label})
		}
		if len(options)+len(w.Options) > 0 && !reflect.DeepEqual(options, w.Options) {
			t.Errorf("%s: options %q, want %q", w.Name, options, w.Options)
		}
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
			d, err := pdf.OpenFile(path, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			pdf.CheckWithQPDF(t, pdf.SameAfterCopy(t, d))
		})
	}
}
