package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// writeSome writes a file with many small objects and a few streams.
func writeSome(w *Writer) (Sum, error) {
	tree := w.Reserve()
	w.Reserve() // never written: null
	var kids Array
	for i := range 300 {
		s, err := w.Add(FlateStream(Dict{"N": Integer(i)}, []byte(strings.Repeat("q Q ", i))))
		if err != nil {
			return Sum{}, err
		}
		r, err := w.Add(Dict{"Type": Name("Page"), "Parent": tree, "Contents": s, "Mark": Integer(i)})
		if err != nil {
			return Sum{}, err
		}
		kids = append(kids, r)
	}
	if err := w.Write(tree, Dict{"Type": Name("Pages"), "Kids": kids, "Count": Integer(len(kids)), "MediaBox": Rect{0, 0, 9, 9}.Array()}); err != nil {
		return Sum{}, err
	}
	root, err := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if err != nil {
		return Sum{}, err
	}
	return w.Close(root, Dict{"Title": TextString("Заявление")})
}

func TestWriter(t *testing.T) {
	var out, again bytes.Buffer
	sum, err := writeSome(NewWriter(&out, WriterOptions{}))
	if err != nil {
		t.Fatal(err)
	}
	if want := sha256.Sum256(out.Bytes()); sum.SHA256 != want || sum.Size != int64(out.Len()) {
		t.Errorf("sum %x of %d bytes, want %x of %d", sum.SHA256, sum.Size, want, out.Len())
	}
	if _, err := writeSome(NewWriter(&again, WriterOptions{})); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the same objects give other bytes (%v)", err)
	}
	checkWithQPDF(t, out.Bytes())
	d := openBytes(t, out.Bytes(), Options{})
	if n, err := d.PageCount(); n != 300 || err != nil {
		t.Fatalf("%d pages, %v", n, err)
	}
	for _, i := range []int{0, 1, 40, 299} {
		p, err := d.Page(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := d.Content(p); err != nil || string(c) != strings.Repeat("q Q ", i) || p.Dict["Mark"] != Integer(i) {
			t.Errorf("page %d: %d bytes, %v", i+1, len(c), err)
		}
	}
	info, err := d.Dict(d.Trailer()["Info"])
	if s, _ := d.Text(info["Title"]); s != "Заявление" || err != nil {
		t.Errorf("title %q, %v", s, err)
	}
	if o, err := d.Load(Ref{Num: 2}); o != nil || err != nil {
		t.Errorf("an object never written reads as %v, %v", o, err)
	}
}

// Bodies longer than the chunks of the sink come out whole.
func TestWriterLongStream(t *testing.T) {
	body := make([]byte, 3*sinkSize+17)
	for i := range body {
		body[i] = byte(i * i >> 7)
	}
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{Version: "2.0"})
	r, err := w.Add(NewStream(Dict{}, body))
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := w.Add(Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0)})
	root, _ := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree, "Long": r})
	sum, err := w.Close(root, nil)
	if err != nil || sum.SHA256 != sha256.Sum256(out.Bytes()) {
		t.Fatalf("sum %x, %v", sum.SHA256, err)
	}
	if !bytes.HasPrefix(out.Bytes(), []byte("%PDF-2.0\n")) {
		t.Errorf("header %.9q", out.Bytes())
	}
	d := openBytes(t, out.Bytes(), Options{})
	s, err := d.Stream(r)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := d.Decode(s); err != nil || !bytes.Equal(got, body) {
		t.Errorf("%d bytes, %v; want %d", len(got), err, len(body))
	}
}

func TestWriterRefuses(t *testing.T) {
	w := NewWriter(io.Discard, WriterOptions{})
	r, err := w.Add(Integer(1))
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"twice":          w.Write(r, Integer(2)),
		"never reserved": w.Write(Ref{Num: 99}, nil),
		"a generation":   w.Write(Ref{Num: r.Num, Gen: 1}, nil),
		"a Go value":     w.Write(w.Reserve(), struct{}{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := w.Close(w.Reserve(), nil); err == nil {
		t.Error("closes without a catalog")
	}
	if _, err := w.Close(r, nil); err != nil {
		t.Error(err)
	}
	if _, err := w.Add(nil); !errors.Is(err, errClosed) {
		t.Errorf("write after the end: %v", err)
	}
}

// failing fails after some bytes.
type failing struct{ left int }

var errDisk = errors.New("disk full")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errDisk
	}
	return len(p), nil
}

func TestWriterKeepsFailure(t *testing.T) {
	for _, room := range []int{0, sinkSize} {
		w := NewWriter(&failing{room}, WriterOptions{})
		var err error
		for i := 0; i < 10 && err == nil; i++ {
			_, err = w.Add(NewStream(Dict{}, make([]byte, sinkSize/2)))
		}
		if !errors.Is(err, errDisk) {
			t.Errorf("room for %d bytes: %v", room, err)
		}
		if _, err := w.Add(nil); !errors.Is(err, errDisk) {
			t.Errorf("after the failure: %v", err)
		}
	}
	if _, err := writeSome(NewWriter(&failing{100}, WriterOptions{})); !errors.Is(err, errDisk) {
		t.Errorf("a failure at the end: %v", err)
	}
}

func ExampleWriter() {
	w := NewWriter(io.Discard, WriterOptions{})
	tree := w.Reserve()
	content, _ := w.Add(FlateStream(nil, []byte("0 0 612 1 re f")))
	page, _ := w.Add(Dict{"Type": Name("Page"), "Parent": tree, "Contents": content})
	_ = w.Write(tree, Dict{"Type": Name("Pages"), "Kids": Array{page}, "Count": Integer(1), "MediaBox": Rect{URX: 612, URY: 792}.Array()})
	root, _ := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	sum, err := w.Close(root, nil)
	fmt.Println(sum.Size > 0, err)
	// Output: true <nil>
}
