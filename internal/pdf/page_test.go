package pdf

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// treeFile returns a file whose page tree is the objects given, from 2 on.
func treeFile(t *testing.T, nodes ...string) *Document {
	t.Helper()
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
	for i, n := range nodes {
		b.obj(2+i, n)
	}
	b.table("/Root 1 0 R", 0)
	return b.open(t)
}

func TestPageTree(t *testing.T) {
	for _, c := range []struct {
		name  string
		nodes []string
		want  string
	}{
		{"nested", []string{
			"<</Kids[3 0 R 6 0 R]/Count 3>>", "<</Kids[4 0 R 5 0 R]/Count 2>>",
			"<</Type/Page/Mark 1>>", "<</Type/Page/Mark 2>>", "<</Type/Page/Mark 3>>"}, "1 2 3"},
		{"a count that lies", []string{"<</Kids[3 0 R]/Count 9999999999>>", "<</Type/Page/Mark 1>>"}, "1"},
		{"a count of none", []string{"<</Kids[3 0 R]/Count 0>>", "<</Type/Page/Mark 1>>"}, "1"},
		{"a page without a type", []string{"<</Kids[3 0 R]>>", "<</Mark 1>>"}, "1"},
		{"a page in its parent", []string{"<</Kids[<</Type/Page/Mark 7>> 3 0 R]>>", "<</Type/Page/Mark 8>>"}, "7 8"},
		{"a page listed twice", []string{"<</Kids[3 0 R 3 0 R]>>", "<</Type/Page/Mark 1>>"}, "1 1"},
		{"a missing kid", []string{"<</Kids[9 0 R 3 0 R]>>", "<</Type/Page/Mark 1>>"}, "1"},
		{"a circle", []string{"<</Kids[3 0 R 4 0 R]>>", "<</Kids[2 0 R 3 0 R]>>", "<</Type/Page/Mark 1>>"}, "1"},
		{"no pages", []string{"<</Kids[]/Count 0>>"}, ""},
	} {
		if got := marks(t, treeFile(t, c.nodes...)); got != c.want {
			t.Errorf("%s: pages %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPageAttributes(t *testing.T) {
	d := treeFile(t,
		"<</Kids[3 0 R 6 0 R]/MediaBox[0 0 200 100]/Rotate 90>>",
		"<</Kids[4 0 R 5 0 R]/Resources<</Font<</A 1>>>>/CropBox[10 10 400 90]>>",
		"<</Type/Page>>",
		"<</Type/Page/MediaBox[300 400 0 0]/Rotate -90/Resources<</Font<</B 1>>>>>>",
		"<</Type/Page/MediaBox[0 0 0 0]/Rotate 450.0/CropBox(none)>>")
	for _, c := range []struct {
		page        int
		media, crop Rect
		rotate      int
		font        Name
	}{
		{1, Rect{0, 0, 200, 100}, Rect{10, 10, 200, 90}, 90, "A"},
		{2, Rect{0, 0, 300, 400}, Rect{10, 10, 300, 90}, 270, "B"},
		{3, Rect{0, 0, 612, 792}, Rect{0, 0, 612, 792}, 90, ""},
	} {
		p, err := d.Page(c.page)
		if err != nil {
			t.Fatal(err)
		}
		if p.MediaBox != c.media || p.CropBox != c.crop || p.Rotate != c.rotate || p.Number != c.page {
			t.Errorf("page %d: %+v", c.page, p)
		}
		fonts, err := d.Dict(p.Resources["Font"])
		if _, ok := fonts[c.font]; err != nil || ok != (c.font != "") {
			t.Errorf("page %d: resources %v, %v", c.page, p.Resources, err)
		}
		if n, ok := d.PageOf(p.Ref); !ok || n != c.page {
			t.Errorf("page %d: PageOf = %d, %v", c.page, n, ok)
		}
	}
	for _, n := range []int{0, -1, 4} {
		if _, err := d.Page(n); !errors.Is(err, errNoPage) {
			t.Errorf("page %d: %v", n, err)
		}
	}
}

// Asking for the first page does not read the last.
func TestPageReadsNoFurther(t *testing.T) {
	d := treeFile(t, "<</Kids[3 0 R 4 0 R]>>", "<</Type/Page/Mark 1>>", "(no page)")
	if _, err := d.Page(1); err != nil {
		t.Errorf("page 1: %v", err)
	}
	if _, err := d.Page(2); err == nil {
		t.Error("page 2 is a string and reads as a page")
	}
	if _, err := d.Page(1); err != nil {
		t.Errorf("page 1 again: %v", err)
	}
}

func TestPageLimits(t *testing.T) {
	b := newBuilder("").pages(5, "")
	b.table("/Root 1 0 R", 0)
	d := openBytes(t, b.Bytes(), Options{Limits: Limits{Pages: 4}})
	if n, err := d.PageCount(); err == nil {
		t.Errorf("%d pages under a limit of 4", n)
	}
	deep := []string{}
	for i := range 40 {
		deep = append(deep, fmt.Sprintf("<</Kids[%d 0 R]>>", 3+i))
	}
	b = newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
	for i, n := range deep {
		b.obj(2+i, n)
	}
	b.table("/Root 1 0 R", 0)
	d = openBytes(t, b.Bytes(), Options{Limits: Limits{Depth: 30}})
	if _, err := d.PageCount(); err == nil {
		t.Error("a tree of 40 levels under a limit of 30")
	}
}

func TestContent(t *testing.T) {
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
	b.obj(2, "<</Kids[3 0 R 4 0 R 5 0 R]>>")
	b.obj(3, "<</Type/Page/Contents[6 0 R null 7 0 R 9 0 R]>>").obj(4, "<</Type/Page/Contents 6 0 R>>").obj(5, "<</Type/Page>>")
	b.stream(6, "", []byte("q")).stream(7, "/Filter/AHx", []byte("51>"))
	b.table("/Root 1 0 R", 0)
	d := b.open(t)
	var got []string
	for i := 1; i <= 3; i++ {
		p, err := d.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		c, err := d.Content(p)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(c))
	}
	if s := strings.Join(got, "|"); s != "q\nQ|q|" {
		t.Errorf("contents %q", s)
	}
}
