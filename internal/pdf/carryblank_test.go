package pdf_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"parolepack/internal/pdf"
	"parolepack/internal/testkit"
)

// carriedFile writes a document anew with its objects carried, its pages and catalog as the caller's own.
func carriedFile(t *testing.T, d *pdf.Document) ([]byte, []pdf.Ref) {
	t.Helper()
	own, values, roots := ownOf(t, d)
	stock, err := pdf.NewStock(func(w *pdf.Writer) error { return w.Carry(d, own, roots...) })
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := pdf.NewWriter(&out, pdf.WriterOptions{Stock: stock})
	for i, r := range own {
		if values[i] == nil {
			continue
		}
		if err := w.Write(r, values[i]); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(own[0], nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), own
}

// ownOf lists the catalog, a flat page tree and the pages, with their new values.
func ownOf(t *testing.T, d *pdf.Document) (own []pdf.Ref, values, roots []pdf.Object) {
	t.Helper()
	root, _ := d.Trailer()["Root"].(pdf.Ref)
	catalog, err := d.Root()
	if err != nil {
		t.Fatal(err)
	}
	tree, _ := catalog["Pages"].(pdf.Ref)
	count, err := d.PageCount()
	if err != nil {
		t.Fatal(err)
	}
	catalog = pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree, "StructTreeRoot": catalog["StructTreeRoot"]}
	own, roots = []pdf.Ref{root, tree}, []pdf.Object{catalog}
	var kids pdf.Array
	values = []pdf.Object{catalog, nil}
	for n := 1; n <= count; n++ {
		p, err := d.Page(n)
		if err != nil {
			t.Fatal(err)
		}
		dict := p.Dict.Clone()
		dict["Parent"] = tree
		own, values, roots, kids = append(own, p.Ref), append(values, pdf.Object(dict)), append(roots, dict), append(kids, p.Ref)
	}
	values[1] = pdf.Dict{"Type": pdf.Name("Pages"), "Count": pdf.Integer(count), "Kids": kids}
	return own, values, roots
}

// Every object that is carried reads the same under its number, and nothing else is there.
func TestCarry(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(testkit.Forms(t), "*.pdf"))
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			from, err := pdf.OpenFile(path, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer from.Close()
			data, own := carriedFile(t, from)
			to := reopened(t, data)
			if n := sameObjects(t, from, to, own); n < 50 {
				t.Errorf("%d objects were carried", n)
			}
			if bytes.Contains(data, []byte("/Encrypt")) {
				t.Error("still encrypted")
			}
			checkedByQpdf(t, data)
		})
	}
}

// sameObjects counts the objects of a carried file and holds each against its source.
func sameObjects(t *testing.T, from, to *pdf.Document, own []pdf.Ref) int {
	t.Helper()
	mine, n := map[int]bool{}, 0
	size, err := from.Int(from.Trailer()["Size"])
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range own {
		mine[r.Num] = true
	}
	for num := 1; num < size; num++ {
		got, err := to.Load(pdf.Ref{Num: num})
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := got.(*pdf.Stream); mine[num] || got == nil || ok && s.Dict["Type"] == pdf.Name("ObjStm") {
			continue
		}
		want, err := from.Load(pdf.Ref{Num: num})
		if err != nil {
			t.Fatal(err)
		}
		n++
		if spelledOf(t, to, got) != spelledOf(t, from, want) {
			t.Errorf("object %d changed", num)
		}
	}
	return n
}

// spelledOf spells a value, a stream with its decoded body.
func spelledOf(t *testing.T, d *pdf.Document, o pdf.Object) string {
	t.Helper()
	var body []byte
	if s, ok := o.(*pdf.Stream); ok {
		var err error
		if body, err = d.Raw(s); err != nil {
			t.Fatal(err)
		}
		o = bare(s.Dict)
	}
	text, err := pdf.AppendObject(nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "\n" + string(body)
}

// bare is a stream's dictionary without its length and its Crypt filter, which go with the encryption.
func bare(dict pdf.Dict) pdf.Dict {
	out := dict.Clone()
	delete(out, "Length")
	if out["Filter"] == pdf.Name("Crypt") {
		delete(out, "Filter")
		delete(out, "DecodeParms")
	}
	return out
}

func reopened(t *testing.T, data []byte) *pdf.Document {
	t.Helper()
	d, err := pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

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
