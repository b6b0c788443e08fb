package pdf

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
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
