package editions

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parolepack/internal/catalog"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func builtIn(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(os.DirFS("../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func inventory(t *testing.T, c *catalog.Catalog, form, edition string) *catalog.Inventory {
	t.Helper()
	inv, ok := c.Inventory(form, edition)
	if !ok {
		t.Fatalf("no %s %s", form, edition)
	}
	return inv
}

func compare(t *testing.T, a, b *catalog.Inventory) *Diff {
	t.Helper()
	d, err := Compare(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRealEditions holds two real changes of edition to goldens, a line a pair.
func TestRealEditions(t *testing.T) {
	c := builtIn(t)
	for _, x := range [][3]string{{"I-131", "2019-04-24", "2025-01-20"}, {"I-134", "2016-11-30", "2025-01-20"}} {
		d := compare(t, inventory(t, c, x[0], x[1]), inventory(t, c, x[0], x[2]))
		var b strings.Builder
		fmt.Fprintf(&b, "%+v\n", d.Count())
		for _, p := range d.Pairs {
			fmt.Fprintf(&b, "%s %s <- %s %v %s\n", p.State(), p.New.Name, p.Old.Name, p.Signs, p.Unsure)
		}
		golden := filepath.Join("testdata", strings.ToLower(x[0])+"_"+x[1]+"_"+x[2]+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || string(want) != b.String() {
			t.Errorf("%s: not as in %s (%v); run with -update and read what changed", x[0], golden, err)
		}
		if got := len(d.Pairs) + len(d.Added); got != len(d.New.Fields) || len(d.Pairs)+len(d.Removed) != len(d.Old.Fields) {
			t.Errorf("%s: fields are lost: %+v", x[0], d.Count())
		}
	}
}

// TestSmallRevision changes an edition as agencies do, and wants each change told and nothing else.
func TestSmallRevision(t *testing.T) {
	c := builtIn(t)
	old := inventory(t, c, "G-28", "2018-09-17")
	next := *old
	next.Edition, next.Printed, next.Fields = "2026-10-01", "10/01/26", slices.Clone(old.Fields)
	f := next.Fields
	f[1].MaxLen = 20
	f[2].Rect[1], f[2].Rect[3] = f[2].Rect[1]-100, f[2].Rect[3]-100
	f[3].Name = "form1[0].#subform[0].Renamed[0]"
	f[4].Page = 2
	box := slices.IndexFunc(f, func(f catalog.InventoryField) bool { return f.Type == catalog.KindCheckbox })
	f[box].On = []string{"other"}
	gone := f[len(f)-1]
	f[len(f)-1] = catalog.InventoryField{Name: "form1[0].#subform[3].Fresh[0]", Type: catalog.KindText, Page: 4, Rect: catalog.Rect{1, 2, 3, 4}, Tooltip: "Enter something quite new."}
	d := compare(t, old, &next)
	if got, want := d.Count(), (Count{Same: len(f) - 6, Moved: 2, Changed: 2, Unsure: 1, Added: 1, Removed: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(d.Added) != 1 || d.Added[0].Name != "form1[0].#subform[3].Fresh[0]" || len(d.Removed) != 1 || d.Removed[0].Name != gone.Name {
		t.Errorf("added %v, removed %v", d.Added, d.Removed)
	}
	for _, p := range d.Pairs {
		want := ""
		switch p.New.Name {
		case f[box].Name:
			want = "its on-state is another, so it may be another answer"
		}
		if p.Unsure != want {
			t.Errorf("%s: %q, want %q", p.New.Name, p.Unsure, want)
		}
	}
}

// TestNamesThatLie swaps the names of two fields, which keep tooltip and place, and the tooltip of a third: the first two go by
// what two signs say, and a name and a place alone do not outweigh a tooltip about something else.
func TestNamesThatLie(t *testing.T) {
	c := builtIn(t)
	old := inventory(t, c, "G-28", "2018-09-17")
	next := *old
	next.Edition, next.Fields = "2026-10-01", slices.Clone(old.Fields)
	a, b := &next.Fields[2], &next.Fields[3]
	a.Name, b.Name = b.Name, a.Name
	next.Fields[5].Tooltip = "Quite another question about vessels."
	d := compare(t, old, &next)
	for i, p := range d.Pairs {
		if i == 5 {
			if !strings.HasPrefix(p.Unsure, "its tooltip speaks of something else") {
				t.Errorf("another question under the old name: %q", p.Unsure)
			}
			continue
		}
		if (i == 2 || i == 3) && (p.Old.Name == p.New.Name || p.Unsure != "") {
			t.Errorf("%s is paired with %s, %q", p.New.Name, p.Old.Name, p.Unsure)
		}
	}
}

func TestCompareRefuses(t *testing.T) {
	c := builtIn(t)
	if _, err := Compare(inventory(t, c, "G-28", "2018-09-17"), inventory(t, c, "I-134", "2025-01-20")); err == nil {
		t.Error("two forms are compared")
	}
	long := &catalog.Inventory{Form: "X-1", Fields: make([]catalog.InventoryField, MostFields+1)}
	if _, err := Compare(long, long); err == nil {
		t.Error("a list without end is compared")
	}
}

// drafted is a fields folder that holds a draft of an edition's map made from another's.
func drafted(t *testing.T, d *Diff, change func([]byte) []byte) (*catalog.Catalog, error) {
	t.Helper()
	old, err := os.ReadFile(filepath.Join("../../fields", d.Old.Map.File))
	if err != nil {
		t.Fatal(err)
	}
	text, err := d.Draft(d.Old.Map.File, old)
	if err != nil {
		t.Fatal(err)
	}
	var list bytes.Buffer
	if err := catalog.WriteInventory(&list, d.New.Fields); err != nil {
		t.Fatal(err)
	}
	base := strings.ToLower(d.New.Form) + "/" + d.New.Edition
	return catalog.Load(fstest.MapFS{base + ".yaml": {Data: change(text)}, base + ".inventory.json": {Data: list.Bytes()}})
}

func same(b []byte) []byte { return b }

// settled drops the decisions that every draft leaves open: source and date, and answers without a box.
func settled(b []byte) []byte {
	b = bytes.Replace(b, []byte("source: \"\"\nundecided: say in source and as_of (a date) where and when every entry was checked"), []byte("source: here\nas_of: 2026-11-25"), 1)
	return bytes.ReplaceAll(b, []byte("      undecided: an answer without a box; see whether item and page still ask for it\n"), nil)
}

// TestDraftsOfTheSameEditionFillTheSame drafts every edition from itself: once the open decisions are settled it loads and
// says of every field what the map says, and before it does not load.
func TestDraftsOfTheSameEditionFillTheSame(t *testing.T) {
	c := builtIn(t)
	for _, ed := range c.Editions() {
		inv := inventory(t, c, ed.Form, ed.Edition)
		d := compare(t, inv, inv)
		if _, err := drafted(t, d, same); err == nil || !strings.Contains(err.Error(), "the head is undecided") {
			t.Errorf("%s: the draft loads: %v", inv.Name(), err)
		}
		got, err := drafted(t, d, settled)
		if err != nil {
			t.Errorf("%s: %v", inv.Name(), err)
			continue
		}
		again, _ := got.Current(ed.Form)
		for i := range ed.Fields {
			if a, b := said(&ed.Fields[i]), said(&again.Fields[i]); a != b {
				t.Fatalf("%s:\n%s\n%s", inv.Name(), a, b)
			}
		}
		if a, b := slotsOf(ed), slotsOf(again); a != b {
			t.Errorf("%s:\n%s\n%s", inv.Name(), a, b)
		}
	}
}

// said is what a map says of a field.
func said(f *catalog.Field) string {
	return fmt.Sprintf("%s %s %q %v %s %q %g %v %v %s", f.Name, f.Item, f.Label, source(f.Expr), f.Blank, f.Why, f.Rules, f.On, f.Overflows, f.As) + source(f.InFull)
}

// slotsOf is what a map says besides.
func slotsOf(e *catalog.Edition) string {
	s := fmt.Sprint(e.Title, e.Pages, e.SlotItem)
	for _, x := range e.Slots {
		s += fmt.Sprintln(x.Page, x.Part, x.Item, x.Text)
	}
	for _, x := range e.Also {
		s += fmt.Sprintln(x.Item, x.Page, source(x.Text))
	}
	for _, x := range e.Signatures {
		s += fmt.Sprintln(x.Item, x.Name, x.Date, x.Who, x.Page, source(x.When))
	}
	return s
}

// TestUnsurePairsKeepADraftFromLoading settles what every draft leaves open and nothing else.
func TestUnsurePairsKeepADraftFromLoading(t *testing.T) {
	c := builtIn(t)
	d := compare(t, inventory(t, c, "I-134", "2016-11-30"), inventory(t, c, "I-134", "2025-01-20"))
	_, err := drafted(t, d, settled)
	for _, want := range []string{"a slot is undecided: ", "field form1[0].#subform[0].Pt3Line17[0] is undecided: was form1[0].#subform[3].Pt3Line17[0]; paired by leaf alone", "more entries are undecided"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in\n%v", want, err)
		}
	}
}

func source(x *catalog.Expr) string {
	if x == nil {
		return ""
	}
	return x.Source
}
