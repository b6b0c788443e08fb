package pdf

import (
	"bytes"
	"testing"
)

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
		p := parser{lexer: lexer{buf: data, final: true}, depth: testDepth}
		o, err := p.object()
		q := parser{lexer: lexer{buf: data, final: true}, depth: testDepth}
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

// FuzzWindow reads a value through a window that ends anywhere. It asks for more bytes, or says
// what the whole would have said.
func FuzzWindow(f *testing.F) {
	f.Add([]byte("[1 0 R 2 (a\\)b) <41 42>/Name#20 true]%c\n 7"), 9)
	f.Add([]byte("<</Kids[3 0 R]/A<</B 1.50>>>>\nstream\r\nabc"), 30)
	f.Fuzz(func(t *testing.T, data []byte, cut int) {
		if cut < 0 || cut > len(data) {
			return
		}
		part := parser{lexer: lexer{buf: data[:cut]}, depth: testDepth}
		o, err := part.object()
		if err == errShort {
			return
		}
		whole := parser{lexer: lexer{buf: data, final: true}, depth: testDepth}
		want, wantErr := whole.object()
		if (err == nil) != (wantErr == nil) || part.pos != whole.pos {
			t.Fatalf("%q cut at %d: %v to byte %d, %v; whole: %v to byte %d, %v", data, cut, o, part.pos, err, want, whole.pos, wantErr)
		}
		if a, b := spelled(o), spelled(want); err == nil && a != b {
			t.Fatalf("%q cut at %d reads as %q, whole as %q", data, cut, a, b)
		}
	})
}

// spelled is a value as it would be written.
func spelled(o Object) string {
	text, err := AppendObject(nil, o)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
