package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// builder writes small PDF files by hand, mistakes and all.
type builder struct {
	bytes.Buffer
	offsets map[int]int
	top     int
}

// newBuilder begins a file with its header after some junk.
func newBuilder(junk string) *builder {
	b := &builder{offsets: map[int]int{}}
	b.WriteString(junk + "%PDF-1.7\n")
	return b
}

// obj writes an indirect object.
func (b *builder) obj(num int, body string) *builder {
	b.offsets[num] = b.Len()
	b.top = max(b.top, num)
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", num, body)
	return b
}

// stream writes a stream whose dictionary has the entries given.
func (b *builder) stream(num int, dict string, body []byte) *builder {
	return b.obj(num, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(body), body))
}

// table ends the file, or a section of it, with a cross-reference table of
// the objects written since the last one. shift is taken off every offset.
func (b *builder) table(trailer string, shift int) int {
	at := b.Len()
	b.WriteString("xref\n")
	if at == 0 || !strings.Contains(trailer, "/Prev") {
		b.WriteString("0 1\n0000000000 65535 f \n")
	}
	for num := 0; num <= b.top; num++ {
		if off, ok := b.offsets[num]; ok {
			fmt.Fprintf(b, "%d 1\n%010d 00000 n \n", num, off-shift)
		}
	}
	fmt.Fprintf(b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", b.top+1, trailer, at-shift)
	b.offsets = map[int]int{}
	return at
}

// xrefStream ends the file with a cross-reference stream of rows made of one,
// four and two bytes; packed maps objects to their object stream and index.
func (b *builder) xrefStream(num int, dict string, packed map[int][2]int, hidden bool) int {
	at := b.Len()
	b.offsets[num] = at
	b.top = max(b.top, num)
	var rows, index bytes.Buffer
	for n := 0; n <= b.top; n++ {
		row := [3]int{}
		if p, ok := packed[n]; ok {
			row = [3]int{2, p[0], p[1]}
		} else if off, ok := b.offsets[n]; ok {
			row = [3]int{1, off, 0}
		} else if n > 0 {
			continue
		}
		fmt.Fprintf(&index, "%d 1 ", n)
		rows.Write([]byte{byte(row[0]), byte(row[1] >> 24), byte(row[1] >> 16), byte(row[1] >> 8), byte(row[1]), 0, byte(row[2])})
	}
	b.stream(num, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Index[%s]%s", b.top+1, index.String(), dict), rows.Bytes())
	if !hidden {
		fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", at)
	}
	return at
}

// pages writes a catalog and a page tree of n pages as objects 1 to 2+n, each
// page with a /Mark of its number.
func (b *builder) pages(n int, extra string) *builder {
	b.obj(1, "<</Type/Catalog/Pages 2 0 R"+extra+">>")
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", 3+i)
	}
	b.obj(2, fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 300 400]/Kids[%s]>>", n, kids))
	for i := range n {
		b.obj(3+i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Mark %d>>", i+1))
	}
	return b
}

// open opens what the builder wrote and fails the test where that cannot be.
func (b *builder) open(t testing.TB) *Document {
	t.Helper()
	return openBytes(t, b.Bytes(), Options{})
}

// openBytes opens a file in memory.
func openBytes(t testing.TB, data []byte, o Options) *Document {
	t.Helper()
	d, err := Open(bytes.NewReader(data), int64(len(data)), o)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return d
}

// marks returns the /Mark of every page, which tells pages apart.
func marks(t testing.TB, d *Document) string {
	t.Helper()
	n, err := d.PageCount()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := 1; i <= n; i++ {
		p, err := d.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(p.Dict["Mark"]))
	}
	return strings.Join(out, " ")
}
