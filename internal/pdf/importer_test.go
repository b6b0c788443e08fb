package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// copyPages copies every page of d into w, as a packet does, and ends the file.
func copyPages(w *Writer, d *Document) (Sum, error) {
	n, err := d.PageCount()
	if err != nil {
		return Sum{}, err
	}
	imp, tree, kids := w.Importer(d), w.Reserve(), Array{}
	pages := make([]*Page, n)
	for i := range pages {
		if pages[i], err = d.Page(i + 1); err != nil {
			return Sum{}, err
		}
		if err = d.Inspect(pages[i]); err != nil {
			return Sum{}, err
		}
		r := w.Reserve()
		kids = append(kids, r)
		if pages[i].Ref.Num != 0 {
			imp.Substitute(pages[i].Ref, r)
		}
	}
	for i, p := range pages {
		dict := p.Dict.Clone()
		delete(dict, "Parent")
		o, err := imp.Object(dict)
		if err != nil {
			return Sum{}, err
		}
		page, ok := o.(Dict)
		if !ok {
			page = Dict{} // swept: it says that it is an action
		}
		page["Type"], page["Parent"] = Name("Page"), tree
		if err := w.Write(kids[i].(Ref), page); err != nil {
			return Sum{}, err
		}
	}
	if err := imp.Drain(); err != nil {
		return Sum{}, err
	}
	if err := w.Write(tree, Dict{"Type": Name("Pages"), "Kids": kids, "Count": Integer(n), "MediaBox": letter().Array()}); err != nil {
		return Sum{}, err
	}
	root, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if err != nil {
		return Sum{}, err
	}
	return w.Close(root, nil)
}

// checkWithQPDF fails the test where qpdf finds fault with a file; without
// qpdf it says so.
func checkWithQPDF(t *testing.T, data []byte) {
	t.Helper()
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Log("not checked: qpdf is not on the PATH")
		return
	}
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(qpdf, "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

// importFile is a source with what an importer must mind.
func importFile(t *testing.T) *Document {
	b := newBuilder("").pages(2, "/Outlines 50 0 R")
	b.obj(10, "<</Shared 11 0 R/Again 11 0 R/Page 3 0 R/Tree 2 0 R/Root 1 0 R/Gone 99 0 R/Odd[--5 1.2.3 . /]/S(\\(x\\))>>")
	b.obj(11, "[/One 11 0 R]")
	b.obj(12, "<</A 1/B<</C 15 0 R/C 16 0 R>>/A 2>>")
	b.obj(13, "<</MediaBox[0 0 1 1]/Parent 2 0 R>>") // a page without a type
	b.obj(15, "5")
	b.obj(14, "<</Filter/AHx/Length 15 0 R/Type/XObject/Resources 11 0 R>>\nstream\r\n4 1>  \nendstream")
	b.obj(16, "99")
	b.table("/Root 1 0 R", 0)
	return b.open(t)
}

// imported copies object num and returns the file it is in, and its value.
func imported(t *testing.T, d *Document, num int, before func(*Writer, *Importer)) (*Document, Object) {
	t.Helper()
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{})
	imp := w.Importer(d)
	if before != nil {
		before(w, imp)
	}
	o, err := imp.Object(Array{Ref{Num: num}})
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := w.Add(Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0)})
	root, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree, "Copy": o})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Close(root, nil); err != nil {
		t.Fatal(err)
	}
	e := openBytes(t, out.Bytes(), Options{})
	catalog, err := e.Root()
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Array(catalog["Copy"])
	if err != nil {
		t.Fatal(err)
	}
	v, err := e.Resolve(a[0])
	if err != nil {
		t.Fatal(err)
	}
	return e, v
}

func TestImport(t *testing.T) {
	e, o := imported(t, importFile(t), 10, nil)
	dict := o.(Dict)
	if dict["Shared"] != dict["Again"] || dict["Shared"] == nil {
		t.Errorf("one object copied as %v and %v", dict["Shared"], dict["Again"])
	}
	for _, key := range []Name{"Page", "Tree", "Root", "Gone"} {
		if v, err := e.Resolve(dict[key]); v != nil || err != nil {
			t.Errorf("/%s = %v, %v; want null", key, v, err)
		}
	}
	if got := fmt.Sprint(dict["Odd"], dict["S"]); got != "[-5 1.2 0 ](x)" {
		t.Errorf("odd spellings copied as %s", got)
	}
	shared, err := e.Array(dict["Shared"])
	if err != nil || shared[0] != Name("One") || shared[1] != dict["Shared"] {
		t.Errorf("an object that refers to itself: %v, %v", shared, err)
	}
}

func TestImportSubstitute(t *testing.T) {
	e, o := imported(t, importFile(t), 10, func(w *Writer, imp *Importer) {
		r, err := w.Add(String("packet page"))
		if err != nil {
			t.Fatal(err)
		}
		imp.Substitute(Ref{Num: 3}, r)
		imp.Substitute(Ref{Num: 2}, String("a value"))
		imp.Substitute(Ref{Num: 11}, nil)
	})
	dict := o.(Dict)
	if v, err := e.Resolve(dict["Page"]); v != String("packet page") || err != nil {
		t.Errorf("/Page = %v, %v", v, err)
	}
	if v, err := e.Resolve(dict["Tree"]); v != String("a value") || err != nil {
		t.Errorf("/Tree = %v, %v", v, err)
	}
	if v, err := e.Resolve(dict["Shared"]); v != nil || err != nil {
		t.Errorf("/Shared = %v, %v", v, err)
	}
}

func TestImportSubstituteTooLate(t *testing.T) {
	imp := NewWriter(&bytes.Buffer{}, WriterOptions{}).Importer(importFile(t))
	r := imp.Ref(Ref{Num: 11})
	imp.Substitute(Ref{Num: 11}, r)
	if err := imp.Drain(); err == nil {
		t.Error("a substitute after the reference is accepted")
	}
}

// A key that stands twice is copied once, with its last value.
func TestImportRepeatedKeys(t *testing.T) {
	_, o := imported(t, importFile(t), 12, nil)
	if dict := o.(Dict); dict["A"] != Integer(2) || len(dict["B"].(Dict)) != 1 {
		t.Errorf("copied as %v", dict)
	}
}

func TestImportUntypedPage(t *testing.T) {
	if _, o := imported(t, importFile(t), 13, nil); o != nil {
		t.Errorf("a page without a type is copied as %v", o)
	}
}

func TestImportStream(t *testing.T) {
	e, o := imported(t, importFile(t), 14, nil)
	s := o.(*Stream)
	raw, err := e.Raw(s)
	if err != nil || string(raw) != "4 1> " || s.Dict["Length"] != Integer(5) || s.Dict["Type"] != Name("XObject") {
		t.Errorf("copied as %v with %q, %v", s.Dict, raw, err)
	}
	if data, err := e.Decode(s); string(data) != "A" || err != nil {
		t.Errorf("decodes to %q, %v", data, err)
	}
}

func TestStreamAs(t *testing.T) {
	d := importFile(t)
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{})
	s, err := w.Importer(d).StreamAs(Ref{Num: 14}, Dict{"Subtype": Name("Form"), "BBox": Rect{0, 0, 9, 9}.Array()})
	if err != nil {
		t.Fatal(err)
	}
	r, err := w.Add(s)
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := w.Add(Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0)})
	root, _ := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if _, err := w.Close(root, nil); err != nil {
		t.Fatal(err)
	}
	e := openBytes(t, out.Bytes(), Options{})
	got, err := e.Stream(r)
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := AppendObject(nil, got.Dict); string(text) != "<</BBox [0 0 9 9]/Filter /AHx/Length 5/Subtype /Form>>" {
		t.Errorf("dictionary %s", text)
	}
	if raw, err := e.Raw(got); string(raw) != "4 1> " || err != nil {
		t.Errorf("body %q, %v", raw, err)
	}
	for _, o := range []Object{nil, Ref{Num: 99}, Ref{Num: 10}} {
		if _, err := w.Importer(d).StreamAs(o, nil); err == nil {
			t.Errorf("%v is no stream", o)
		}
	}
}

// The copy of a page has the same object graph as its source.
func TestCopyKeepsGraph(t *testing.T) {
	b := newBuilder("").pages(1, "")
	b.obj(3, "<</Type/Page/Parent 2 0 R/Contents 6 0 R/Annots[7 0 R]/Resources<</Font<</F 8 0 R>>>>>>")
	b.stream(6, "", []byte("BT ET"))
	b.obj(7, "<</Subtype/Link/P 3 0 R/Dest[3 0 R/Fit]/C[.5 1 -0.25]/T<feff0416>/B true/N/A#20B>>").obj(8, "<</Type/Font/Me 8 0 R>>")
	b.table("/Root 1 0 R", 0)
	sameAfterCopy(t, b.open(t))
}

// sameAfterCopy copies all pages of d and compares them with the source.
func sameAfterCopy(t *testing.T, d *Document) []byte {
	t.Helper()
	out := &growing{}
	if _, err := copyPages(NewWriter(out, WriterOptions{Share: true, Back: out}), d); err != nil {
		t.Fatal(err)
	}
	e := openBytes(t, out.Bytes(), Options{})
	n, err := d.PageCount()
	if err != nil {
		t.Fatal(err)
	}
	g := graph{t: t, a: d, b: e, seen: map[[2]int]bool{}}
	for i := 1; i <= n; i++ {
		p, err := d.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		q, err := e.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		p.Dict, q.Dict = p.Dict.Clone(), q.Dict.Clone()
		for _, key := range []Name{"Parent", "Type"} {
			delete(p.Dict, key)
			delete(q.Dict, key)
		}
		g.same(p.Dict, q.Dict, fmt.Sprintf("page %d", i))
	}
	return out.Bytes()
}

// graph compares the objects of two documents.
type graph struct {
	t    *testing.T
	a, b *Document
	seen map[[2]int]bool
}

// same compares two values and all that they lead to but other pages.
func (g *graph) same(x, y Object, path string) {
	if p, ok := x.(Ref); ok {
		q, _ := y.(Ref)
		if g.seen[[2]int{p.Num, q.Num}] || g.t.Failed() {
			return
		}
		g.seen[[2]int{p.Num, q.Num}] = true
	}
	x, errX := g.a.Resolve(x)
	y, errY := g.b.Resolve(y)
	if dict, ok := x.(Dict); ok && rootless(dict) && strings.Contains(path, "/") {
		return // a page of the packet, or null
	}
	switch v := x.(type) {
	case Array:
		w, _ := y.(Array)
		if len(v) != len(w) {
			g.t.Fatalf("%s: %v copied as %v", path, x, y)
		}
		for i := range v {
			g.same(v[i], w[i], fmt.Sprintf("%s/%d", path, i))
		}
	case Dict:
		w, _ := y.(Dict)
		for key := range v {
			g.same(v[key], w[key], path+"/"+string(key))
		}
	case *Stream:
		w, ok := y.(*Stream)
		if !ok {
			g.t.Fatalf("%s: a stream copied as %v", path, y)
		}
		raw, errRaw := g.a.Raw(v)
		got, errGot := g.b.Raw(w)
		if !bytes.Equal(raw, got) || errRaw != nil || errGot != nil {
			g.t.Errorf("%s: %d bytes copied as %d (%v, %v)", path, len(raw), len(got), errRaw, errGot)
		}
		old := v.Dict.Clone()
		delete(old, "Length")
		if _, crypt := cryptFilter(old); !crypt {
			g.same(old, w.Dict, path)
		}
	default:
		a, _ := AppendObject(nil, x) // 612.0 and 612 are one number
		b, _ := AppendObject(nil, y)
		if !bytes.Equal(a, b) || errX != nil || errY != nil {
			g.t.Errorf("%s: %#v copied as %#v (%v, %v)", path, x, y, errX, errY)
		}
	}
}

func TestImporterIsOnePerDocument(t *testing.T) {
	w := NewWriter(&bytes.Buffer{}, WriterOptions{})
	d := importFile(t)
	first := w.Importer(d)
	if first != w.Importer(d) || first == w.Importer(importFile(t)) {
		t.Error("importers and documents do not match one to one")
	}
}

// A source that can no longer be read fails the copy with the cause.
func TestImportFromClosedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	b := newBuilder("").pages(1, "").obj(9, "<<>>")
	b.table("/Root 1 0 R", 0)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := OpenFile(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	imp := NewWriter(&bytes.Buffer{}, WriterOptions{}).Importer(d)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	imp.Ref(Ref{Num: 9})
	if _, err := d.Load(Ref{Num: 9}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("loading from a closed document: %v, want %v", err, os.ErrClosed)
	}
	if err := imp.Drain(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("%v, want %v", err, os.ErrClosed)
	}
	if err := d.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
