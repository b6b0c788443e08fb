package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// growing is a file in memory that can be read back.
type growing struct{ bytes.Buffer }

func (g *growing) ReadAt(p []byte, off int64) (int, error) {
	return bytes.NewReader(g.Bytes()).ReadAt(p, off)
}

// noise is a body of n bytes that begins alike for all seeds and goes on in
// its own way.
func noise(n, seed int) []byte {
	out, x := make([]byte, n), uint32(7)
	for i := range out {
		if i == n/2 {
			x += uint32(seed)
		}
		x = x*1664525 + 1013904223
		out[i] = byte(x >> 24)
	}
	return out
}

// lettered is a file of one page with a font, a logo that has a mask, a layer
// and what differs from one file to the next: the numbers of its objects and
// whatever own says.
func lettered(t *testing.T, shift int, own string) *Document {
	t.Helper()
	b := newBuilder("").pages(1, "")
	n := func(k int) int { return 10 + shift + k }
	b.obj(3, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F %d 0 R>>/XObject<</Logo %d 0 R/Gone %d 0 R>>/Properties<</L %d 0 R>>>>>>",
		n(0), n(1), n(5), n(90), n(7)))
	b.stream(n(0), "", []byte("BT /F 9 Tf ("+own+") Tj ET /Logo Do"))
	b.obj(n(1), fmt.Sprintf("<</Type/Font/Subtype/TrueType/FontDescriptor %d 0 R/Widths %d 0 R/ToUnicode %d 0 R>>", n(2), n(4), n(8)))
	b.obj(n(2), fmt.Sprintf("<</Type/FontDescriptor/FontFile2 %d 0 R>>", n(3)))
	b.stream(n(3), "/Length1 40000", noise(40000, 1))
	b.obj(n(4), "[500 600 700]")
	b.stream(n(5), fmt.Sprintf("/Subtype/Image/SMask %d 0 R", n(6)), noise(30000, 2))
	b.stream(n(6), "/Subtype/Image", noise(3000, 3))
	b.obj(n(7), "<</Type/OCG/Name(Layer)>>")
	b.stream(n(8), "", []byte("begincmap"))
	b.table("/Root 1 0 R", 0)
	return b.open(t)
}

// packed copies the first page of each document into one file.
func packed(t *testing.T, o WriterOptions, out interface {
	Write([]byte) (int, error)
	Bytes() []byte
}, docs ...*Document) *Document {
	t.Helper()
	w := NewWriter(out, o)
	tree, kids := w.Reserve(), Array{}
	for _, d := range docs {
		p, err := d.Page(1)
		if err == nil {
			err = d.Inspect(p)
		}
		if err != nil {
			t.Fatal(err)
		}
		imp := w.Importer(d)
		dict := Dict{"Type": Name("Page"), "Parent": tree}
		for _, key := range []Name{"Contents", "Resources"} {
			if dict[key], err = imp.Object(p.Dict[key]); err != nil {
				t.Fatal(err)
			}
		}
		r, err := w.Add(dict)
		if err != nil {
			t.Fatal(err)
		}
		kids = append(kids, r)
		if err := imp.Drain(); err != nil {
			t.Fatal(err)
		}
		d.Close()
	}
	if err := w.Write(tree, Dict{"Type": Name("Pages"), "Kids": kids, "Count": Integer(len(kids)), "MediaBox": letter().Array()}); err != nil {
		t.Fatal(err)
	}
	root, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Close(root, nil); err != nil {
		t.Fatal(err)
	}
	checkWithQPDF(t, out.Bytes())
	return openBytes(t, out.Bytes(), Options{})
}

// resource returns the reference of a resource of page n.
func resource(t *testing.T, d *Document, n int, category, name Name) Object {
	t.Helper()
	p, err := d.Page(n)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Dict(p.Resources[category])
	if err != nil {
		t.Fatal(err)
	}
	return c[name]
}

// Fonts and pictures of different files become one, layers never do.
func TestShareAcrossDocuments(t *testing.T) {
	docs := func() []*Document {
		return []*Document{lettered(t, 0, "one"), lettered(t, 30, "two"), lettered(t, 7, "one")}
	}
	out := &growing{}
	d := packed(t, WriterOptions{Share: true, Back: out}, out, docs()...)
	for _, c := range []struct {
		category, name Name
		same           bool
	}{{"Font", "F", true}, {"XObject", "Logo", true}, {"Properties", "L", false}} {
		first, second := resource(t, d, 1, c.category, c.name), resource(t, d, 2, c.category, c.name)
		if (first == second) != c.same || first == nil {
			t.Errorf("/%s of the pages: %v and %v", c.name, first, second)
		}
	}
	p, _ := d.Page(1)
	q, _ := d.Page(3)
	if p.Dict["Contents"] != q.Dict["Contents"] {
		t.Error("equal contents are written twice")
	}
	blind := &bytes.Buffer{}
	packed(t, WriterOptions{Share: true}, blind, docs()...)
	if !bytes.Equal(out.Bytes(), blind.Bytes()) {
		t.Error("the bytes depend on whether the file can be read back")
	}
	apart := &bytes.Buffer{}
	if packed(t, WriterOptions{}, apart, docs()...); apart.Len() < 2*out.Len() {
		t.Errorf("%d bytes apart, %d shared", apart.Len(), out.Len())
	}
}

// Bodies that begin alike under equal dictionaries are not taken for equal.
func TestShareComparesTheWholeBody(t *testing.T) {
	for name, back := range map[string]bool{"read back": true, "hashed": false} {
		t.Run(name, func(t *testing.T) {
			out := &growing{}
			o := WriterOptions{Share: true}
			if back {
				o.Back = out
			}
			w := NewWriter(out, o)
			seen := map[Ref]int{}
			for i := range 30 {
				r, err := w.Add(NewStream(Dict{}, noise(100<<10, i%6)))
				if err != nil {
					t.Fatal(err)
				}
				seen[r]++
			}
			if len(seen) != 6 || seen[Ref{Num: 1}] != 5 {
				t.Errorf("6 bodies, five times each, are written as %v", seen)
			}
		})
	}
}

// What leads back to itself, or down a long way, is copied as it is.
func TestShareKeepsGraphs(t *testing.T) {
	b := newBuilder("").pages(1, "")
	b.obj(3, "<</Type/Page/Parent 2 0 R/Resources<</Ring 10 0 R/Again 10 0 R/Chain 100 0 R/Wide[20 0 R 21 0 R 22 0 R]>>>>")
	b.obj(10, "<</A 11 0 R/B 10 0 R>>").obj(11, "<</A 12 0 R>>").stream(12, "/A 10 0 R", []byte("x"))
	b.obj(20, "<</V 1>>").obj(21, "<</V 1>>").obj(22, "<</V 2>>")
	for i := range 200 {
		b.obj(100+i, fmt.Sprintf("<</Next %d 0 R/V 1>>", 101+i))
	}
	b.obj(300, "<</V 1>>")
	b.table("/Root 1 0 R", 0)
	d := b.open(t)
	out := &growing{}
	if _, err := copyPages(NewWriter(out, WriterOptions{Share: true, Back: out}), d); err != nil {
		t.Fatal(err)
	}
	e := openBytes(t, out.Bytes(), Options{})
	p, _ := d.Page(1)
	q, err := e.Page(1)
	if err != nil {
		t.Fatal(err)
	}
	g := graph{t: t, a: d, b: e, seen: map[[2]int]bool{}}
	g.same(p.Dict["Resources"], q.Dict["Resources"], "page/Resources")
	wide := q.Resources["Wide"].(Array)
	if wide[0] != wide[1] || wide[1] == wide[2] {
		t.Errorf("equal and other objects are %v", wide)
	}
	checkWithQPDF(t, out.Bytes())
}

// A file that cannot be read back fails with the cause; nothing is guessed.
func TestShareFailsWhereTheFileCannotBeReadBack(t *testing.T) {
	w := NewWriter(&bytes.Buffer{}, WriterOptions{Share: true, Back: closedFile{}})
	body := NewStream(Dict{}, noise(50000, 1))
	if _, err := w.Add(body); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Add(body); err == nil || !strings.Contains(err.Error(), "read back") {
		t.Errorf("%v", err)
	}
}

// References to pages and to what is missing become null without an object.
func TestImportLeavesNoNullObjects(t *testing.T) {
	b := newBuilder("").pages(2, "")
	b.obj(3, "<</Type/Page/Parent 2 0 R/Resources 9 0 R>>").obj(9, "<</A 4 0 R/B 2 0 R/C 1 0 R/D 99 0 R/E 10 0 R/F 11 0 R>>")
	b.obj(10, "<</Type/Pages>>").obj(11, "<</Kept true>>")
	b.table("/Root 1 0 R", 0)
	out := &growing{}
	d := packed(t, WriterOptions{}, out, b.open(t))
	d.mu.Lock()
	defer d.mu.Unlock()
	// Free head, page tree, kept object, its pack, resources, page, catalog, cross-reference.
	if d.xref.top != 8 {
		t.Errorf("%d object numbers", d.xref.top)
	}
}
