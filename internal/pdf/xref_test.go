package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestOpenVariants(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func() []byte
		want  string // the marks of the pages
	}{
		{"table", func() []byte {
			b := newBuilder("").pages(2, "")
			b.table("/Root 1 0 R", 0)
			return b.Bytes()
		}, "1 2"},
		{"junk before, offsets from the file", func() []byte {
			b := newBuilder("HTTP/1.1 200\n\n").pages(2, "")
			b.table("/Root 1 0 R", 0)
			return b.Bytes()
		}, "1 2"},
		{"junk before, offsets from the header", func() []byte {
			b := newBuilder("HTTP/1.1 200\n\n").pages(2, "")
			b.table("/Root 1 0 R", 14)
			return b.Bytes()
		}, "1 2"},
		{"update", func() []byte {
			b := newBuilder("").pages(2, "")
			at := b.table("/Root 1 0 R", 0)
			b.obj(4, "<</Type/Page/Parent 2 0 R/Mark 9>>")
			b.table(fmt.Sprintf("/Root 1 0 R/Prev %d", at), 0)
			return b.Bytes()
		}, "1 9"},
		{"stream", func() []byte {
			b := newBuilder("").pages(2, "")
			b.xrefStream(9, "/Root 1 0 R", nil, false)
			return b.Bytes()
		}, "1 2"},
		{"object stream", func() []byte {
			b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			b.stream(7, "/Type/ObjStm/N 2/First 8", []byte("2 0 3 35<</Type/Pages/Kids[3 0 R]/Count 1>><</Type/Page/Mark 5>>"))
			b.xrefStream(9, "/Root 1 0 R", map[int][2]int{2: {7, 0}, 3: {7, 1}}, false)
			return b.Bytes()
		}, "5"},
		{"object stream that extends another", func() []byte {
			b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			b.stream(6, "/Type/ObjStm/N 1/First 4", []byte("3 0 <</Type/Page/Mark 5>>"))
			b.stream(7, "/Type/ObjStm/N 1/First 4/Extends 6 0 R", []byte("2 0 <</Type/Pages/Kids[3 0 R]/Count 1>>"))
			b.xrefStream(9, "/Root 1 0 R", map[int][2]int{2: {7, 0}, 3: {7, 1}}, false)
			return b.Bytes()
		}, "5"},
		{"hybrid", func() []byte {
			b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R>>")
			b.obj(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
			b.stream(7, "/Type/ObjStm/N 1/First 4", []byte("3 0 <</Type/Page/Mark 5>>"))
			keep := map[int]int{1: b.offsets[1], 2: b.offsets[2], 7: b.offsets[7]}
			b.offsets = map[int]int{}
			at := b.xrefStream(9, "", map[int][2]int{3: {7, 0}}, true)
			b.offsets = keep
			text := fmt.Sprintf("/Root 1 0 R/XRefStm %d", at)
			b.table(text, 0)
			// The table calls the hidden object free.
			return bytes.Replace(b.Bytes(), []byte("7 1\n0"), []byte("3 1\n0000000000 00000 f \n7 1\n0"), 1)
		}, "5"},
		{"table numbered from 1", func() []byte {
			b := newBuilder("").pages(1, "")
			at := b.Len()
			fmt.Fprintf(b, "xref\n1 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n", b.offsets[1], b.offsets[2], b.offsets[3])
			fmt.Fprintf(b, "trailer<</Root 1 0 R/Size 4>>startxref %d %%%%EOF", at)
			return b.Bytes()
		}, "1"},
		{"no cross-reference", func() []byte { return newBuilder("").pages(3, "").Bytes() }, "1 2 3"},
		{"wrong startxref", func() []byte {
			b := newBuilder("").pages(2, "")
			b.table("/Root 1 0 R", 3)
			return b.Bytes()
		}, "1 2"},
		{"one wrong offset", func() []byte {
			b := newBuilder("").pages(2, "")
			b.offsets[4] += 5
			b.table("/Root 1 0 R", 0)
			return b.Bytes()
		}, "1 2"},
		{"previous sections in a circle", func() []byte {
			b := newBuilder("").pages(1, "")
			at := b.Len()
			b.table(fmt.Sprintf("/Root 1 0 R/Prev %d", at), 0)
			return b.Bytes()
		}, "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := openBytes(t, c.build(), Options{})
			if got := marks(t, d); got != c.want {
				t.Errorf("pages %q, want %q", got, c.want)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	var malformedError *MalformedError
	var unsupported *UnsupportedError
	encrypted := func(dict string) string {
		b := newBuilder("").pages(1, "")
		b.table("/Root 1 0 R/ID[(a)(b)]/Encrypt "+dict, 0)
		return b.String()
	}
	long := strings.Repeat("x", 48)
	for _, c := range []struct {
		name, in string
		is       error
		as       any
	}{
		{"nothing", "", ErrNotPDF, nil},
		{"a text", "Dear officer,\n", ErrNotPDF, nil},
		{"a header alone", "%PDF-1.7\n", nil, &malformedError},
		{"no catalog", newBuilder("").obj(1, "<<>>").String(), nil, &malformedError},
		{"no pages", newBuilder("").obj(1, "<</Type/Catalog>>").String(), nil, &malformedError},
		{"unknown handler", encrypted("<</Filter/Adobe.PubSec/V 4>>"), nil, &unsupported},
		{"unknown version", encrypted("<</Filter/Standard/V 3/R 3>>"), nil, &unsupported},
		{"unknown method", encrypted("<</Filter/Standard/V 4/R 4/O(" + long + ")/U(" + long + ")/CF<</A<</CFM/ROT13>>>>/StmF/A>>"), nil, &unsupported},
		{"short key", encrypted("<</Filter/Standard/V 1/R 2/O(a)/U(b)>>"), nil, &malformedError},
		{"wrong password", encrypted("<</Filter/Standard/V 1/R 2/O(" + long + ")/U(" + long + ")/P 0>>"), ErrPassword, nil},
	} {
		d, err := Open(strings.NewReader(c.in), int64(len(c.in)), Options{})
		if err == nil {
			t.Errorf("%s: opens, with pages %s", c.name, marks(t, d))
		}
		if c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %v", c.name, err, c.is)
		}
		if c.as != nil && !errors.As(err, c.as) {
			t.Errorf("%s: %v, want a %T", c.name, err, c.as)
		}
	}
}

func TestStreamLength(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"right", "<</Length 5>>stream\nhello\nendstream", "hello"},
		{"indirect", "<</Length 8 0 R>>stream\r\nhello\r\nendstream", "hello"},
		{"missing", "<<>>stream\nhello\nendstream", "hello"},
		{"too short", "<</Length 2>>stream\nhello\nendstream", "hello"},
		{"too long", "<</Length 9999>>stream\nhello\r\nendstream", "hello"},
		{"its own stream", "<</Length 9 0 R>>stream\nhello\nendstream", "hello"},
		{"spaces before the end of line", "<</Length 5>>stream  \nhello\nendstream", "hello"},
		{"empty", "<</Length 0>>stream\nendstream", ""},
	} {
		b := newBuilder("").pages(1, "").obj(8, "5").obj(9, c.body)
		b.table("/Root 1 0 R", 0)
		d := b.open(t)
		s, err := d.Stream(Ref{Num: 9})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got, err := d.Decode(s); err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestLoadMissingIsNull(t *testing.T) {
	b := newBuilder("").pages(1, "")
	b.table("/Root 1 0 R", 0)
	for _, num := range []int{0, 77, -1, maxNumber} {
		if o, err := b.open(t).Load(Ref{Num: num}); o != nil || err != nil {
			t.Errorf("object %d = %v, %v; want null", num, o, err)
		}
	}
}

func TestResolveEnds(t *testing.T) {
	b := newBuilder("").pages(1, "").obj(8, "9 0 R").obj(9, "8 0 R").obj(10, "11 0 R").obj(11, "(end)")
	b.table("/Root 1 0 R", 0)
	d := b.open(t)
	if o, err := d.Resolve(Ref{Num: 8}); err == nil {
		t.Errorf("references in a circle resolve to %v", o)
	}
	if s, err := d.Text(Ref{Num: 10}); s != "end" || err != nil {
		t.Errorf("a chain of references gives %q, %v", s, err)
	}
}

// Views give the zero value for null and an error for another type.
func TestViews(t *testing.T) {
	d := openBytes(t, func() []byte {
		b := newBuilder("").pages(1, "")
		b.table("/Root 1 0 R", 0)
		return b.Bytes()
	}(), Options{})
	for name, view := range map[string]func(Object) error{
		"Dict":   func(o Object) error { _, err := d.Dict(o); return err },
		"Array":  func(o Object) error { _, err := d.Array(o); return err },
		"Name":   func(o Object) error { _, err := d.Name(o); return err },
		"Int":    func(o Object) error { _, err := d.Int(o); return err },
		"Number": func(o Object) error { _, err := d.Number(o); return err },
		"Bool":   func(o Object) error { _, err := d.Bool(o); return err },
		"Text":   func(o Object) error { _, err := d.Text(o); return err },
		"Stream": func(o Object) error { _, err := d.Stream(o); return err },
	} {
		if err := view(nil); err != nil {
			t.Errorf("%s(null): %v", name, err)
		}
		wrong := Object(true)
		if name == "Bool" {
			wrong = Integer(1)
		}
		var m *MalformedError
		if err := view(wrong); !errors.As(err, &m) {
			t.Errorf("%s(%v): %v, want a MalformedError", name, wrong, err)
		}
	}
	if _, err := d.Int(Real(1e18)); err == nil {
		t.Error("Int takes a number beyond 32 bits")
	}
}
