package pdf

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parolepack/internal/testkit"
)

func TestFields(t *testing.T) {
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</DA(/Helv 9 Tf)/Fields[10 0 R 20 0 R 30 0 R]>>>>")
	b.obj(2, "<</Kids[3 0 R 4 0 R]>>").obj(3, "<</Type/Page/Annots[11 0 R]>>").obj(4, "<</Type/Page/Annots[12 0 R 21 0 R 22 0 R 30 0 R]>>")
	b.obj(10, "<</T(form[0])/Kids[11 0 R 12 0 R]/FT/Tx/MaxLen 9/Q 2>>")
	b.obj(11, "<</T(A[0])/Parent 10 0 R/Subtype/Widget/Rect[1 2 3 4]/Ff 16777217/TU(An A-number)/V(x)>>")
	b.obj(12, "<</T(PDF417[0])/Parent 10 0 R/Subtype/Widget/Rect[9 9 5 5]/DA(/Cour 8 Tf)/MaxLen 3>>")
	b.obj(20, "<</T(sex)/FT/Btn/Ff 32768/Kids[21 0 R 22 0 R]>>")
	b.obj(21, "<</Parent 20 0 R/Subtype/Widget/Rect[0 0 1 1]/AP<</N<</Off null/Z null/F 5 0 R>>>>>>")
	b.obj(22, "<</Parent 20 0 R/Subtype/Widget/Rect[0 0 1 1]/P 3 0 R/AP<</N<</#20X#20 5 0 R/Off 5 0 R>>>>>>")
	b.obj(30, "<</T(state)/FT/Ch/Ff 131072/Opt[( )[(CA)(California)]]/Subtype/Widget/Rect[0 0 1 1]>>")
	b.stream(5, "", nil)
	b.table("/Root 1 0 R", 0)
	got, err := b.open(t).Fields()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range got {
		line, _ := json.Marshal([]any{f.Name, f.Kind.String(), f.Flags, f.MaxLen, f.Align, f.DA, f.Tooltip, f.Options})
		for _, w := range f.Widgets {
			part, _ := json.Marshal([]any{w.Ref.Num, w.Page, w.Rect, w.On})
			line = append(line, part...)
		}
		lines = append(lines, string(line))
	}
	want := []string{
		`["form[0].A[0]","text",16777217,9,2,"/Helv 9 Tf","An A-number",null][11,1,{"LLX":1,"LLY":2,"URX":3,"URY":4},null]`,
		`["form[0].PDF417[0]","barcode",0,3,2,"/Cour 8 Tf","",null][12,2,{"LLX":5,"LLY":5,"URX":9,"URY":9},null]`,
		`["sex","radio",32768,0,0,"/Helv 9 Tf","",null][21,2,{"LLX":0,"LLY":0,"URX":1,"URY":1},["F"]][22,2,{"LLX":0,"LLY":0,"URX":1,"URY":1},[" X "]]`,
		`["state","choice",131072,0,0,"/Helv 9 Tf","",[{"Export":" ","Label":" "},{"Export":"CA","Label":"California"}]][30,2,{"LLX":0,"LLY":0,"URX":1,"URY":1},null]`,
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("fields\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if v := got[0].Dict["V"]; v != String("x") {
		t.Errorf("value %v", v)
	}
}

func TestFieldsInCircle(t *testing.T) {
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R 10 0 R]>>>>").obj(2, "<</Kids[]>>")
	b.obj(10, "<</T(a)/Kids[11 0 R]>>").obj(11, "<</T(b)/Kids[10 0 R]>>")
	b.table("/Root 1 0 R", 0)
	if got, err := b.open(t).Fields(); err != nil || len(got) != 0 {
		t.Errorf("fields in a circle: %v, %v", got, err)
	}
}

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
			d, err := OpenFile(path, Options{})
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
func compareFields(t *testing.T, fields []Field, want []inventory) {
	t.Helper()
	if len(fields) != len(want) {
		t.Errorf("%d fields, want %d", len(fields), len(want))
	}
	byName := map[string]Field{}
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
