package pdf

import (
	"bytes"
	"testing"
)

// FuzzOpen opens any bytes, reads all there is and copies it. What it copies
// must open again with as many pages.
func FuzzOpen(f *testing.F) {
	b := newBuilder("junk ").pages(2, "/AcroForm<</Fields[8 0 R]>>/Outlines<</First 8 0 R>>")
	b.obj(8, "<</T(a)/FT/Btn/Kids[9 0 R]/Next 8 0 R/Dest[3 0 R]>>").stream(9, "/Filter[/AHx/RL]", []byte("00418>"))
	at := b.table("/Root 1 0 R", 5)
	f.Add(b.Bytes())
	b.obj(4, "<</Type/Page/Mark 9/Contents 9 0 R>>")
	b.xrefStream(11, "/Root 1 0 R/Prev "+string(appendValueText(Integer(at))), map[int][2]int{8: {9, 0}}, false)
	f.Add(b.Bytes())
	f.Add(newBuilder("").pages(1, "").Bytes())
	for _, c := range lockedCases() {
		f.Add(lockedFile(c, "", "boss"))
	}
	var out bytes.Buffer
	if _, err := writeSome(NewWriter(&out, WriterOptions{})); err == nil {
		f.Add(out.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Open(bytes.NewReader(data), int64(len(data)), Options{Limits: Limits{Decoded: 1 << 20, Pages: 500}})
		if err != nil {
			return
		}
		exercise(d)
		var out bytes.Buffer
		if _, err := copyPages(NewWriter(&out, WriterOptions{}), d); err != nil {
			return
		}
		e, err := Open(bytes.NewReader(out.Bytes()), int64(out.Len()), Options{})
		if err != nil {
			t.Fatalf("the copy does not open: %v", err)
		}
		n, _ := d.PageCount()
		if m, err := e.PageCount(); m != n || err != nil {
			t.Fatalf("%d pages copied as %d, %v", n, m, err)
		}
	})
}

// appendValueText spells a value in a seed.
func appendValueText(o Object) []byte {
	text, _ := AppendObject(nil, o)
	return text
}

// FuzzLex reads any bytes as a value. What is read is written and read back
// the same, and spelling it without building it gives the same value too.
func FuzzLex(f *testing.F) {
	for _, s := range []string{
		"<</A[1 0 R(x\\(\\051)<41>]/B#20C true/D null>>", "[--5 1.2.3 .5 4. - 99999999999999999999]", "(a\\\r\nb)", "/", "[/ 12]",
		"<</A 1/A 2>>", "<</A>>", "1 0 obj", "<<1/A>>", "[1 2 R]", "%c\n<~", "{1}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p := parser{lexer: lexer{buf: data, final: true}, depth: 60}
		o, err := p.object()
		q := parser{lexer: lexer{buf: data, final: true}, depth: 60}
		var spelled flat
		errFlat := spelled.read(&q)
		if err != nil {
			if errFlat == nil {
				t.Fatalf("%q is spelled as %q but not read: %v", data, spelled.out, err)
			}
			return
		}
		text, err := AppendObject(nil, o)
		if err != nil {
			t.Fatalf("%#v cannot be written: %v", o, err)
		}
		again, err := parseString(string(text))
		if err != nil {
			t.Fatalf("%q is not read back: %v", text, err)
		}
		if second, err := AppendObject(nil, again); err != nil || !bytes.Equal(text, second) {
			t.Fatalf("%q reads back as %q, %v", text, second, err)
		}
		if errFlat != nil {
			return // a repeated key, which is built
		}
		back, err := parseString(string(unmark(&spelled)))
		if err != nil {
			t.Fatalf("%q spelled as %q is not read: %v", data, unmark(&spelled), err)
		}
		if third, err := AppendObject(nil, back); err != nil || !bytes.Equal(text, third) {
			t.Fatalf("%q spelled as %q reads as %q, want %q", data, unmark(&spelled), third, text)
		}
	})
}

// unmark puts the references back in place of their marks.
func unmark(f *flat) []byte {
	var out []byte
	at := 0
	for _, r := range f.refs {
		out = appendRef(append(out, f.out[at:r.pos]...), r.ref)
		at = r.pos + 1
	}
	return append(out, f.out[at:]...)
}
