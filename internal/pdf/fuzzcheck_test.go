package pdf

import (
	"bytes"
	"fmt"
	"math"
	"testing"
)

// tight are limits that keep one round of fuzzing cheap.
func tight() Options {
	return Options{Limits: Limits{Decoded: 1 << 20, Pages: 500, Objects: 1 << 16, Object: 1 << 20}}
}

// opened opens a file under tight limits, or gives nil.
func opened(data []byte) *Document {
	d, err := Open(bytes.NewReader(data), int64(len(data)), tight())
	if err != nil {
		return nil
	}
	return d
}

// CheckOpen reads all of a file and fails the test where it contradicts itself.
func CheckOpen(t *testing.T, data []byte) {
	d := opened(data)
	if d == nil {
		return
	}
	first := summary(t, d)
	exercise(d)
	if again := summary(t, d); again != first {
		t.Fatalf("read again:\n%s\nat first:\n%s", again, first)
	}
}

// summary tells the pages of a document, and checks that they are in order.
func summary(t *testing.T, d *Document) string {
	n, err := d.PageCount()
	if n > d.limits.Pages+1 {
		t.Fatalf("%d pages", n)
	}
	out := fmt.Sprintln(n, err)
	for i := range min(n, 50) {
		p, err := d.Page(i + 1)
		if err != nil {
			out += fmt.Sprintln(i+1, err)
			continue
		}
		if at, ok := d.PageOf(p.Ref); p.Ref.Num != 0 && (!ok || at > i+1) {
			t.Fatalf("page %d is page %d, %v", i+1, at, ok)
		}
		if p.CropBox.Intersect(p.MediaBox) != p.CropBox || p.CropBox.Empty() || p.Rotate%90 != 0 || p.Rotate < 0 || p.Rotate > 270 {
			t.Fatalf("page %d: %v in %v, turned by %d", i+1, p.CropBox, p.MediaBox, p.Rotate)
		}
		out += fmt.Sprintln(i+1, p.Ref, p.MediaBox, p.CropBox, p.Rotate)
	}
	if _, err := d.Page(n + 1); err == nil {
		t.Fatalf("page %d of %d", n+1, n)
	}
	return out
}

// CheckXRef reads a cross-reference and fails the test where it breaks its bounds or reads
// differently when it is written as one stream.
func CheckXRef(t *testing.T, data []byte) {
	limits := tight().Limits.withDefaults()
	d := &Document{src: newSource(bytes.NewReader(data), int64(len(data)), limits.Object), limits: limits}
	table, trailer, err := d.readXRef()
	if err != nil {
		return
	}
	if trailer == nil || table.top > limits.Objects+1 {
		t.Fatalf("%d objects, trailer %v", table.top, trailer)
	}
	var rows []byte
	count := 0
	for num := range table.top {
		e := table.get(num)
		if e.off < 0 || e.gen < 0 {
			t.Fatalf("object %d: %+v", num, e)
		}
		if used(e.kind) {
			count++
		}
		rows = append(rows, xrefRow(e)...)
	}
	if count != table.count {
		t.Fatalf("%d objects, counted %d", count, table.count)
	}
	again := &chain{d: d, table: &xref{limit: limits.Objects}}
	if err := again.rows(Dict{"W": Array{Integer(1), Integer(8), Integer(4)}, "Size": Integer(table.top)}, rows, 0); err != nil {
		t.Fatal(err)
	}
	for num := range table.top {
		if a, b := table.get(num), again.table.get(num); a != b && a.kind != absent {
			t.Fatalf("object %d: %+v written reads as %+v", num, a, b)
		}
	}
}

// xrefRow spells an entry in one, eight and four bytes.
func xrefRow(e entry) []byte {
	kind := map[entryKind]byte{inFile: 1, inStream: 2}[e.kind]
	row := []byte{kind}
	for i := 7; i >= 0; i-- {
		row = append(row, byte(e.off>>(8*i)))
	}
	for i := 3; i >= 0; i-- {
		row = append(row, byte(e.gen>>(8*i)))
	}
	return row
}

// CheckCopy copies a file twice and fails the test where the copies differ, do not open, or hold
// other pages than the file.
func CheckCopy(t *testing.T, data []byte) {
	d := opened(data)
	if d == nil {
		return
	}
	out, second := &growing{}, &bytes.Buffer{}
	if _, err := copyPages(NewWriter(out, WriterOptions{Share: true, Back: out}), d); err != nil {
		return
	}
	if _, err := copyPages(NewWriter(second, WriterOptions{Share: true}), opened(data)); err != nil || !bytes.Equal(out.Bytes(), second.Bytes()) {
		t.Fatalf("copied again, and not read back, other bytes: %v", err)
	}
	e, err := Open(bytes.NewReader(out.Bytes()), int64(out.Len()), Options{Limits: Limits{Decoded: 1 << 20}})
	if err != nil {
		t.Fatalf("the copy does not open: %v", err)
	}
	n, _ := d.PageCount()
	if m, err := e.PageCount(); m != n || err != nil {
		t.Fatalf("%d pages copied as %d, %v", n, m, err)
	}
	for i := range min(n, 50) {
		samePage(t, d, e, i+1)
	}
}

// kinds counts the kinds of resources that a dictionary holds (ISO 32000-1, 7.8.3). What else stands in it names nothing, and a
// copy may have more of that: the length of a stream, or the box of a page that is its own resources.
func kinds(d Dict) int {
	n := 0
	for _, k := range []Name{"ExtGState", "ColorSpace", "Pattern", "Shading", "XObject", "Font", "ProcSet", "Properties"} {
		if _, ok := d[k]; ok {
			n++
		}
	}
	return n
}

// samePage compares the box, the rotation and the content of a page and its copy.
func samePage(t *testing.T, d, e *Document, n int) {
	p, err := d.Page(n)
	if err != nil {
		return
	}
	q, err := e.Page(n)
	if err != nil {
		t.Fatalf("copied: %v", err)
	}
	if !alike(p.MediaBox, q.MediaBox) || !alike(p.CropBox, q.CropBox) || p.Rotate != q.Rotate || kinds(p.Resources) < kinds(q.Resources) {
		t.Fatalf("page %d: %v %v %d %v copied as %v %v %d %v", n, p.MediaBox, p.CropBox, p.Rotate, p.Resources, q.MediaBox, q.CropBox, q.Rotate, q.Resources)
	}
	want, err := d.Content(p)
	if err != nil || machinery(d, p.Dict["Contents"]) {
		return
	}
	if got, err := e.Content(q); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("page %d: content %q copied as %q, %v", n, want, got, err)
	}
}

// machinery tells whether a content is, or holds, an object stream or a cross-reference: these stay behind when they are copied
// as they are. A packet takes a page's content without what its dictionary calls it (Importer.StreamAs).
func machinery(d *Document, contents Object) bool {
	parts, _ := d.list(contents)
	for _, part := range parts {
		if o, _ := d.Resolve(part); o != nil {
			if s, ok := o.(*Stream); ok && (s.Dict["Type"] == Name("ObjStm") || s.Dict["Type"] == Name("XRef")) {
				return true
			}
		}
	}
	return false
}

// alike tells whether two boxes differ by no more than the digits that are written.
func alike(a, b Rect) bool {
	near := func(x, y float64) bool { return math.Abs(x-y) <= 1e-8*(1+math.Abs(x)) }
	return near(a.LLX, b.LLX) && near(a.LLY, b.LLY) && near(a.URX, b.URX) && near(a.URY, b.URY)
}
