package boxes

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"parolepack/internal/catalog"
)

func edition(t *testing.T, form string) *catalog.Edition {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	ed, ok := c.Current(form)
	if !ok {
		t.Fatalf("no %s", form)
	}
	return ed
}

func TestKnownPlacesStay(t *testing.T) {
	ed := edition(t, "I-131")
	list, err := Of(ed)
	if err != nil || len(list) != len(ed.Fields) {
		t.Fatal(len(list), err)
	}
	for i, b := range list {
		f := ed.Fields[i]
		if !b.Known || b.Rect != f.Rect || b.Page != f.Page || b.Name != f.Name || b.Multiline != f.Multiline || b.Rules != f.Rules {
			t.Errorf("%s: %+v", f.Name, b)
		}
	}
	if placed, err := Placed(ed); err != nil || placed != ed {
		t.Errorf("Placed made a copy of an edition whose places are known, %v", err)
	}
}

func TestUnknownPlacesAreLaidOut(t *testing.T) {
	ed := edition(t, "I-134")
	list, err := Of(ed)
	if err != nil {
		t.Fatal(err)
	}
	used := map[int]bool{}
	for i, b := range list {
		used[b.Page] = true
		if b.Known || b.Page < 1 || b.Page > ed.Pages || ed.Fields[i].Page > 0 && b.Page != ed.Fields[i].Page {
			t.Errorf("%s: page %d, the map says %d", b.Name, b.Page, ed.Fields[i].Page)
		}
		if b.Rect[0] < left || b.Rect[1] < bottom || b.Rect[2] > right || b.Rect[3] > top {
			t.Errorf("%s: %v leaves the page", b.Name, b.Rect)
		}
		for _, o := range list[:i] {
			if o.Page == b.Page && o.Rect[0] < b.Rect[2] && b.Rect[0] < o.Rect[2] && o.Rect[1] < b.Rect[3] && b.Rect[1] < o.Rect[3] {
				t.Errorf("%s overlaps %s", b.Name, o.Name)
			}
		}
	}
	if len(used) != ed.Pages {
		t.Errorf("%d pages used of %d", len(used), ed.Pages)
	}
	again, err := Of(ed)
	if err != nil || !reflect.DeepEqual(again, list) {
		t.Error("a second layout differs")
	}
}

// A text as long as a field allows fits its box at ten points, or the box is a whole column.
func TestLaidOutBoxesHoldTheirLength(t *testing.T) {
	ed := edition(t, "I-134")
	list, err := Of(ed)
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range list {
		f := ed.Fields[i]
		room := b.Rect[2] - b.Rect[0] - 4
		if f.Kind == catalog.KindText && f.MaxLen > 0 && !f.Comb && room < 6.001*float64(f.MaxLen) && room < columnWidth-5 {
			t.Errorf("%s: %.1f points for %d characters", b.Name, room, f.MaxLen)
		}
		if high := b.Rect[3] - b.Rect[1]; f.Kind == catalog.KindText && high < 12.9 {
			t.Errorf("%s: %.1f points high", b.Name, high)
		}
	}
}

func TestPlacedFillsACopy(t *testing.T) {
	ed := edition(t, "I-134")
	placed, err := Placed(ed)
	if err != nil || placed == ed {
		t.Fatal("no copy", err)
	}
	name := ed.Fields[3].Name
	f, ok := placed.Field(name)
	if !ok || f.Rect == [4]float64{} || f.Page == 0 {
		t.Errorf("field %+v", f)
	}
	if old, _ := ed.Field(name); old.Rect != [4]float64{} {
		t.Error("the catalog's own edition was changed")
	}
	for _, s := range placed.Slots {
		if f, _ := placed.Field(s.Text); !f.Multiline {
			t.Errorf("slot %s has one line", s.Text)
		}
	}
}

// synthetic is an edition of n text fields of unknown place and page.
func synthetic(n, pages int) *catalog.Edition {
	ed := &catalog.Edition{Form: "X-1", Edition: "2026-01-01", Pages: pages}
	for range n {
		ed.Fields = append(ed.Fields, catalog.Field{Name: strings.Repeat("x", len(ed.Fields)+1), Kind: catalog.KindText})
	}
	return ed
}

func TestFieldsWithoutAPageAreShared(t *testing.T) {
	list, err := Of(synthetic(30, 3))
	if err != nil {
		t.Fatal(err)
	}
	count := map[int]int{}
	for _, b := range list {
		count[b.Page]++
	}
	if count[1] != 10 || count[2] != 10 || count[3] != 10 {
		t.Errorf("fields a page: %v", count)
	}
}

func TestTooManyFieldsAreAnError(t *testing.T) {
	_, err := Of(synthetic(200, 1))
	if err == nil || !strings.Contains(err.Error(), "X-1 edition 2026-01-01: page 1") {
		t.Errorf("error %v, want one that names form and page", err)
	}
	if _, err := Placed(synthetic(200, 1)); err == nil {
		t.Error("Placed succeeded")
	}
}

func TestState(t *testing.T) {
	if got := State(&catalog.Field{On: []string{" APT "}}); got != " APT " {
		t.Errorf("State = %q", got)
	}
	if got := State(&catalog.Field{}); got != "1" {
		t.Errorf("State of an unknown box = %q", got)
	}
}
