package catalog

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parolepack/internal/testkit"
)

func TestLoadBuiltIn(t *testing.T) {
	c := load(t)
	e, ok := c.Edition("I-131", "2025-01-20")
	if !ok {
		t.Fatal("no I-131 of 2025-01-20")
	}
	if len(e.Fields) != 339 || e.Pages != 14 || len(e.Slots) != 5 || e.SlotItem != "13" || len(e.Signatures) != 3 {
		t.Errorf("%d fields, %d pages, %d slots in Part %s, %d signatures", len(e.Fields), e.Pages, len(e.Slots), e.SlotItem, len(e.Signatures))
	}
	if current, _ := c.Current("I-131"); current != e {
		t.Error("it is not the current one")
	}
	if _, ok := c.Edition("I-131", "1999-01-01"); ok {
		t.Error("an edition that nobody wrote")
	}
	if _, ok := c.Current("I-765"); ok {
		t.Error("a form that nobody wrote")
	}
	last := ""
	for _, e := range c.Editions() {
		if name := e.Form + " " + e.Edition; name <= last {
			t.Errorf("%s after %s", name, last)
		} else {
			last = name
		}
	}
}

// TestFieldTraits holds what the plan reads from a field.
func TestFieldTraits(t *testing.T) {
	e, _ := load(t).Current("I-131")
	f, ok := e.Field("form1[0].#subform[10].P8_Line1_Explain[0]")
	if !ok {
		t.Fatal("no field for 8.1")
	}
	if f.Part() != "8" || f.ItemNumber() != "1" || f.Page != 11 || f.Rules != 18 || !f.Multiline || f.FontSize != 10 || !f.Overflows {
		t.Errorf("8.1 is %+v", f)
	}
	if f.File != "i-131/2025-01-20.yaml" || f.Line == 0 {
		t.Errorf("8.1 stands at %s:%d", f.File, f.Line)
	}
	f, _ = e.Field("form1[0].#subform[10].P8_Line3b_CityOrTown[0]")
	if f.Part() != "8" || f.ItemNumber() != "3.b" || f.MaxLen != 20 {
		t.Errorf("8.3.b is %+v", f)
	}
	f, _ = e.Field("form1[0].P7[0].P3_Line4_Pound1[0]")
	if f.Align != 1 || f.MaxLen != 1 {
		t.Errorf("3.4 is %+v", f)
	}
	f, _ = e.Field("form1[0].P5[0].#area[0].Part2_Line5_AlienNumber[0]")
	if !f.Comb || f.MaxLen != 9 {
		t.Errorf("2.5 is %+v", f)
	}
	if _, ok := e.Field("form1[0]"); ok {
		t.Error("a field that is none")
	}
}

// TestOneBoxOfPartOne wants item 7 and no other of the 37 application types (docs/facts.md 2.2).
func TestOneBoxOfPartOne(t *testing.T) {
	e, _ := load(t).Current("I-131")
	boxes := 0
	for _, f := range e.Fields {
		if !strings.Contains(f.Name, "CB_AppType") {
			continue
		}
		boxes++
		if (f.Expr != nil) != (f.On[0] == "23") {
			t.Errorf("%s, on-state %s: expression %v", f.Name, f.On[0], f.Expr)
		}
	}
	if boxes != 37 {
		t.Errorf("%d boxes, want 37", boxes)
	}
}

// TestUnitsStandInPrintedOrder wants the boxes of every address to mean Apt., Ste. and Flr. from left to right, as all the
// forms print them, whatever their index says; where no place is known the on-state must say it.
func TestUnitsStandInPrintedOrder(t *testing.T) {
	addresses := map[string]int{}
	for _, e := range load(t).Editions() {
		byAddress := map[string][]*Field{}
		for i := range e.Fields {
			f := &e.Fields[i]
			if f.Kind != KindCheckbox || len(f.On) != 1 || !slices.Contains([]string{"APT", "STE", "FLR"}, strings.TrimSpace(f.On[0])) {
				continue
			}
			if f.Rect == [4]float64{} {
				if f.Expr != nil && !strings.Contains(f.Expr.Source, `"`+strings.ToLower(strings.TrimSpace(f.On[0]))+`"`) {
					t.Errorf("%s exports %q for %s", f.Name, f.On[0], f.Expr.Source)
				}
				continue
			}
			at := fmt.Sprintf("p%d %.0f", f.Page, f.Rect[1])
			byAddress[at] = append(byAddress[at], f)
		}
		for at, boxes := range byAddress {
			slices.SortFunc(boxes, func(a, b *Field) int { return int(a.Rect[0] - b.Rect[0]) })
			for i, unit := range []string{"apt", "ste", "flr"} {
				f := boxes[i]
				if len(boxes) != 3 || f.Expr != nil && !strings.Contains(f.Expr.Source, `"`+unit+`"`) || f.Expr == nil && !strings.Contains(strings.ToLower(f.Label), unit) {
					t.Errorf("%s %s: box %d of %d, %s, is %q", e.File, at, i+1, len(boxes), f.Name, f.Label)
				}
			}
		}
		addresses[e.Form+" "+e.Edition] = len(byAddress)
	}
	want := map[string]int{"I-131 2025-01-20": 5, "I-134 2016-11-30": 7, "I-134 2025-01-20": 0, "G-28 2018-09-17": 2, "G-1145 2014-09-26": 0, "G-1450 2019-09-27": 1, "I-912 2025-07-22": 2}
	if !reflect.DeepEqual(addresses, want) {
		t.Errorf("addresses with units: %v", addresses)
	}
}

// TestInventories holds each inventory against the one read from the agency's blank.
func TestInventories(t *testing.T) {
	forms := testkit.Forms(t)
	for _, e := range load(t).Editions() {
		data, err := os.ReadFile(filepath.Join(forms, strings.ToLower(e.Form)+"_"+e.Edition+".fields.json"))
		if err != nil {
			t.Errorf("%s: %v", e.File, err)
			continue
		}
		var blank []InventoryField
		if err := json.Unmarshal(data, &blank); err != nil {
			t.Fatal(err)
		}
		if len(blank) != len(e.Fields) {
			t.Errorf("%s has %d fields, the blank %d", e.File, len(e.Fields), len(blank))
			continue
		}
		for i, b := range blank {
			holdAgainstBlank(t, &e.Fields[i], b)
		}
	}
}

// holdAgainstBlank compares what the blank's own list tells; of one blank it tells name and type alone.
func holdAgainstBlank(t *testing.T, f *Field, b InventoryField) {
	t.Helper()
	if f.Name != b.Name || f.Kind != b.Type {
		t.Errorf("%s %s stands for %s %s", f.Kind, f.Name, b.Type, b.Name)
	}
	if b.Page == 0 {
		return
	}
	same := f.Page == b.Page && f.Rect == b.Rect && f.MaxLen == b.MaxLen && f.Comb == b.Comb && f.Multiline == b.Multiline &&
		f.Align == b.Q && f.ReadOnly == b.ReadOnly && f.FontSize == sizeOf(b.DA) &&
		reflect.DeepEqual(f.On, b.On) && reflect.DeepEqual(f.Options, b.Options)
	if !same {
		t.Errorf("%s: %+v\nthe blank says %+v", f.Name, f, b)
	}
}

// TestFolder refuses what nothing would read.
func TestFolder(t *testing.T) {
	tests := map[string]struct {
		fs   fstest.MapFS
		want string
	}{
		"lone inventory": {
			fstest.MapFS{"x-1/2025-01-20.inventory.json": &fstest.MapFile{Data: []byte("[]")}},
			"x-1/2025-01-20.inventory.json: no map uses it; write x-1/2025-01-20.yaml or remove it",
		},
		"lone map": {
			fstest.MapFS{"x-1/2025-01-20.yaml": &fstest.MapFile{Data: []byte("form: X-1\n")}},
			"a map needs the inventory of its edition beside it",
		},
		"other ending": {
			fstest.MapFS{"x-1/2025-01-20.yml": &fstest.MapFile{}},
			"x-1/2025-01-20.yml: nothing reads it; maps end in .yaml",
		},
		"empty map": {
			fstest.MapFS{"x-1/2025-01-20.yaml": &fstest.MapFile{}},
			"x-1/2025-01-20.yaml:1: want one YAML document",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Load(tt.fs)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
	if c, err := Load(fstest.MapFS{"x-1/.DS_Store": &fstest.MapFile{}}); err != nil || len(c.Editions()) != 0 {
		t.Errorf("an empty folder: %v", err)
	}
}
