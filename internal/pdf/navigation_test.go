package pdf

import (
	"reflect"
	"strings"
	"testing"
)

// navigationFile has four pages and every way to lead to one.
func navigationFile(t *testing.T) *Document {
	t.Helper()
	b := newBuilder("").pages(4, "/Outlines 10 0 R/PageLabels 20 0 R/Dests<</old[5 0 R/Fit]>>/Names<</Dests 30 0 R>>")
	b.obj(10, "<</First 11 0 R>>")
	b.obj(11, "<</Title(One)/Dest[3 0 R/Fit]/First 12 0 R/Next 14 0 R>>")
	b.obj(12, "<</Title<FEFF0416>/A<</S/GoTo/D(named)>>/Next 13 0 R>>")
	b.obj(13, "<</Title(Old)/Dest/old/Next 12 0 R>>")
	b.obj(14, "<</Title(Index)/Dest[3/Fit]/Next 15 0 R>>")
	b.obj(15, "<</Title(Nowhere)/Dest(gone)/Next 11 0 R>>")
	b.obj(20, "<</Kids[21 0 R 22 0 R]>>")
	b.obj(21, "<</Limits[0 1]/Nums[0<</S/r>>1<</S/D/St 5>>]>>")
	b.obj(22, "<</Limits[3 3]/Nums[3<</P(A-)>>]>>")
	b.obj(30, "<</Kids[31 0 R 32 0 R]>>")
	b.obj(31, "<</Limits[(a)(b)]/Names[(a)[3 0 R](b)[3 0 R]]>>")
	b.obj(32, "<</Limits[(c)(z)]/Names[(named)<</D[4 0 R/XYZ 0 0 0]>>]>>")
	b.obj(3, `<</Type/Page/Parent 2 0 R/Annots[
		<</Subtype/Link/Rect[10 20 0 5]/Dest(named)>>
		<</Subtype/Text/Rect[0 0 1 1]>>
		<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://www.uscis.gov/i-131)>>>>
		<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>>>]>>`)
	b.table("/Root 1 0 R", 0)
	return b.open(t)
}

func TestOutline(t *testing.T) {
	got, err := navigationFile(t).Outline()
	want := []Bookmark{{"One", 1, 0}, {"Ж", 2, 1}, {"Old", 3, 1}, {"Index", 4, 0}, {"Nowhere", 0, 0}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("outline %+v, %v", got, err)
	}
}

func TestPageLabels(t *testing.T) {
	got, err := navigationFile(t).PageLabels()
	if s := strings.Join(got, " "); err != nil || s != "i 5 6 A-" {
		t.Errorf("labels %q, %v", s, err)
	}
	b := newBuilder("").pages(2, "")
	b.table("/Root 1 0 R", 0)
	if got, err = b.open(t).PageLabels(); err != nil || strings.Join(got, " ") != "1 2" {
		t.Errorf("labels of a file without any %q, %v", got, err)
	}
}

func TestLabelNumber(t *testing.T) {
	for _, c := range []struct {
		style Name
		n     int
		want  string
	}{
		{"D", 12, "12"}, {"R", 1994, "MCMXCIV"}, {"r", 4, "iv"}, {"A", 1, "A"}, {"a", 28, "bb"}, {"A", 52, "ZZ"}, {"", 3, ""}, {"R", -2, "-2"},
	} {
		if got := labelNumber(c.style, c.n); got != c.want {
			t.Errorf("%s %d = %q, want %q", c.style, c.n, got, c.want)
		}
	}
}

func TestLinks(t *testing.T) {
	d := navigationFile(t)
	got, err := d.Links(1)
	want := []Link{
		{Rect: Rect{0, 5, 10, 20}, Page: 2},
		{Rect: Rect{0, 0, 9, 9}, URI: "https://www.uscis.gov/i-131"},
		{Rect: Rect{0, 0, 9, 9}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("links %+v, %v", got, err)
	}
	if got, err := d.Links(2); got != nil || err != nil {
		t.Errorf("links of a page without any: %v, %v", got, err)
	}
}
