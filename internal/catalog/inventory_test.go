package catalog

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// TestInventoriesAreWrittenAsTheyStand writes every built-in inventory again and wants its bytes.
func TestInventoriesAreWrittenAsTheyStand(t *testing.T) {
	list := load(t).Inventories()
	if len(list) < 7 {
		t.Fatalf("%d inventories", len(list))
	}
	for _, inv := range list {
		want, err := os.ReadFile(filepath.Join("../../fields", inv.File))
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := WriteInventory(&got, inv.Fields); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s is written otherwise than it stands, first in %s", inv.File, firstDifference(got.Bytes(), want))
		}
	}
}

func firstDifference(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\n" + a[i] + "\n" + b[i]
		}
	}
	return "its length"
}

func TestKnownEditionsHaveNoMap(t *testing.T) {
	c := load(t)
	inv, ok := c.Inventory("I-131", "2019-04-24")
	if !ok || inv.Map != nil || inv.Printed != "04/24/19" || inv.Pages != 5 || len(inv.Fields) != 167 {
		t.Fatalf("I-131 04/24/19: %v %+v", ok, inv)
	}
	if _, mapped := c.Edition("I-131", "2019-04-24"); mapped {
		t.Error("an edition without a map would be filled")
	}
	if inv, ok := c.Inventory("I-131", "2025-01-20"); !ok || inv.Map == nil || inv.Pages != 14 {
		t.Errorf("I-131 01/20/25: %v", ok)
	}
	if span, ok := c.Span("I-131", "2019-04-24"); !ok || span.Until.String() != "2023-06-05" {
		t.Errorf("its span is %+v", span)
	}
	if s, ok := c.Source("I-131"); !ok || !strings.HasSuffix(s.URL, "/i-131.pdf") || s.Source == "" || s.AsOf.IsZero() {
		t.Errorf("its blank comes from %+v", s)
	}
}

func TestKnownFilesAreNamedAfterTheEdition(t *testing.T) {
	for name, ok := range map[string]bool{
		"known/x-1_2019-04-24.inventory.json": true, "known/X-1_2019-04-24.inventory.json": false,
		"known/x-1.inventory.json": false, "known/x-1_2019-13-24.inventory.json": false, "known/x-1_2019-04-24.yaml": false,
	} {
		_, err := Load(fstest.MapFS{name: {Data: []byte("[]")}})
		if (err == nil) != ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestForTakesTheEditionOfTheDay chooses among three editions of a form by the filing's data.
func TestForTakesTheEditionOfTheDay(t *testing.T) {
	edition := func(date string) *Edition { return &Edition{Form: "X-1", Edition: date} }
	c := &Catalog{editions: []*Edition{edition("2016-01-01"), edition("2020-01-01"), edition("2025-01-01")}}
	filing := &Filing{Editions: []Accepted{
		{Form: "X-1", Edition: "2016-01-01", From: day(t, "2016-01-01"), Until: day(t, "2019-12-31")},
		{Form: "X-1", Edition: "2020-01-01", From: day(t, "2020-01-01"), Until: day(t, "2024-12-31")},
	}}
	for on, want := range map[string]string{"2018-05-05": "2016-01-01", "2024-12-31": "2020-01-01", "2026-01-01": "2020-01-01", "2015-01-01": "2020-01-01"} {
		if e, ok := c.For(filing, "X-1", day(t, on)); !ok || e.Edition != want {
			t.Errorf("on %s the packet holds %+v, want %s", on, e, want)
		}
	}
	if e, _ := c.For(&Filing{}, "X-1", day(t, "2018-05-05")); e.Edition != "2025-01-01" {
		t.Errorf("without data the packet holds %s", e.Edition)
	}
	if _, ok := c.For(filing, "X-2", day(t, "2018-05-05")); ok {
		t.Error("a form that nobody wrote")
	}
}

// FuzzReadInventory reads what no blank says; what it takes it writes and reads again as it was.
func FuzzReadInventory(f *testing.F) {
	for _, seed := range []string{"[]", `[{"name":"a","type":"text","page":1,"rect":[1,2,3.25,4]}]`, `[{"name":"a","type":"choice","options":[["a","b"]]}]`, "[", `[{"x":1}]`, "[] []"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadInventory("x", data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteInventory(&out, list); err != nil {
			t.Fatal(err)
		}
		again, err := ReadInventory("x", out.Bytes())
		if err != nil || len(again) != len(list) {
			t.Fatalf("%v\n%s", err, out.Bytes())
		}
		for i := range list {
			if a, b := whole(list[i]), whole(again[i]); !reflect.DeepEqual(a, b) {
				t.Fatalf("%+v\n%+v", a, b)
			}
		}
	})
}

// whole is a field as it is written: an empty list is none, and places are kept to the hundredth elsewhere.
func whole(f InventoryField) InventoryField {
	f.Rect = Rect{}
	if len(f.On) == 0 {
		f.On = nil
	}
	if len(f.Options) == 0 {
		f.Options = nil
	}
	return f
}
