package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func checkedByQpdf(t *testing.T, data []byte) {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		return
	}
	path := filepath.Join(t.TempDir(), "carried.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf --check: %s", out)
	}
}

// What is not led to stays behind; members of an object stream go with it only if all of them go.
func TestCarryLeavesTheRest(t *testing.T) {
	for _, c := range []struct {
		name  string
		roots []Object
		have  map[int]bool
	}{
		{"nothing", nil, map[int]bool{21: false, 22: false, 23: false}},
		{"one of two in a stream", []Object{Ref{Num: 21}}, map[int]bool{21: true, 22: false, 23: false}},
		{"both, through an array", []Object{Array{Ref{Num: 22}}}, map[int]bool{21: true, 22: true, 23: false}},
		{"a page is not carried", []Object{Dict{"A": Ref{Num: 23}}}, map[int]bool{21: false, 22: false, 23: false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := packedDocument(t)
			var out bytes.Buffer
			w := NewWriter(&out, WriterOptions{})
			if err := w.Carry(d, []Ref{{Num: 1}}, c.roots...); err != nil {
				t.Fatal(err)
			}
			tree := w.Reserve()
			for r, o := range map[Ref]Object{{Num: 1}: Dict{"Type": Name("Catalog"), "Pages": tree}, tree: Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0)}} {
				if err := w.Write(r, o); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := w.Close(Ref{Num: 1}, nil); err != nil {
				t.Fatal(err)
			}
			to := openBytes(t, out.Bytes(), Options{})
			for num, want := range c.have {
				o, err := to.Load(Ref{Num: num})
				if err != nil || (o != nil) != want {
					t.Errorf("object %d: %v, %v; carried %t", num, o, err, want)
				}
			}
		})
	}
}

// packedDocument holds 21 and 22, which refers to it, in one object stream with the page 23.
func packedDocument(t *testing.T) *Document {
	t.Helper()
	var out bytes.Buffer
	w := NewWriter(&out, WriterOptions{})
	w.entries = make([]entry, 24)
	for num, o := range map[int]Object{
		1: Dict{"Type": Name("Catalog"), "Pages": Ref{Num: 2}}, 2: Dict{"Type": Name("Pages"), "Kids": Array{Ref{Num: 23}}, "Count": Integer(1)},
		21: Dict{"One": Integer(1)}, 22: Array{Ref{Num: 21}}, 23: Dict{"Type": Name("Page"), "Parent": Ref{Num: 2}},
	} {
		if err := w.Write(Ref{Num: num}, o); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(Ref{Num: 1}, nil); err != nil {
		t.Fatal(err)
	}
	return openBytes(t, out.Bytes(), Options{})
}

// Copies on one stock are whole files, each with its own values, and equal where these are.
func TestStock(t *testing.T) {
	var common, own Ref
	stock, err := NewStock(func(w *Writer) error {
		own = w.Reserve()
		var err error
		common, err = w.Add(NewStream(Dict{}, bytes.Repeat([]byte("0 0 m "), 1000)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	copyOf := func(value string) []byte {
		var out bytes.Buffer
		w := NewWriter(&out, WriterOptions{Stock: stock})
		tree, _ := w.Add(Dict{"Type": Name("Pages"), "Kids": Array{}, "Count": Integer(0), "X": common})
		if err := w.Write(own, Dict{"Type": Name("Catalog"), "Pages": tree, "V": Spelled("(" + value + ")")}); err != nil {
			t.Fatal(err)
		}
		sum, err := w.Close(own, nil)
		if err != nil || sum.Size != int64(out.Len()) {
			t.Fatalf("%v, %d of %d bytes", err, sum.Size, out.Len())
		}
		return out.Bytes()
	}
	one, two, again := copyOf("one"), copyOf("two"), copyOf("one")
	if !bytes.Equal(one, again) || bytes.Equal(one, two) {
		t.Error("equal values should give equal bytes, others not")
	}
	root, err := openBytes(t, two, Options{}).Root()
	if err != nil || root["V"] != String("two") {
		t.Errorf("%v, %v", root, err)
	}
	if stock.Size() < 6000 || stock.Size() >= len(one) {
		t.Errorf("the stock has %d bytes of %d", stock.Size(), len(one))
	}
	checkedByQpdf(t, one)
}
