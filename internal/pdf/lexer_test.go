package pdf

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// testDepth is how deep values nest in tests of the parser alone, in reading and in reading back.
const testDepth = 60

func parseString(s string) (Object, error) {
	p := parser{lexer: lexer{buf: []byte(s), final: true}, depth: testDepth}
	return p.object()
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Object
	}{
		{"12", Integer(12)},
		{"-7", Integer(-7)},
		{"+3", Integer(3)},
		{"--5", Integer(-5)},
		{"12-34", Integer(12)},
		{"-", Integer(0)},
		{"1.5", Real(1.5)},
		{"-.002", Real(-0.002)},
		{"4.", Real(4)},
		{"1.2.3", Real(1.2)},
		{"99999999999999999999", Real(1e20)},
		{"true", true},
		{"false", false},
		{"null", nil},
		{"bogus", nil},
		{"% comment\n 1", Integer(1)},
		{"/Name", Name("Name")},
		{"/A#20B#2f", Name("A B/")},
		{"/A#zz", Name("A#zz")},
		{"/", Name("")},
		{"(a(b)c)", String("a(b)c")},
		{`(\(\)\\\n\101\53\7x\q)`, String("()\\\nA+\ax" + "q")},
		{"(a\\\r\nb\rc\r\nd)", String("ab\nc\nd")},
		{"<48 65 6c6C6f>", String("Hello")},
		{"<414>", String("A@")},
		{"<>", String("")},
		{"7 0 R", Ref{7, 0}},
		{"[1 2 3 4 R]", Array{Integer(1), Integer(2), Ref{3, 4}}},
		{"[1 0 R/A(b)[]]", Array{Ref{1, 0}, Name("A"), String("b"), Array{}}},
		{"<</A 1/B null/C<</D 2 0 R>>>>", Dict{"A": Integer(1), "C": Dict{"D": Ref{2, 0}}}},
		{"<</A 1/A 2>>", Dict{"A": Integer(2)}},
		{"<</A>>", Dict{}},
		{"<< 12 /A 1>>", Dict{"A": Integer(1)}},
	} {
		got, err := parseString(c.in)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q = %#v, %v; want %#v", c.in, got, err, c.want)
		}
	}
}

// What breaks off or breaks the grammar gives what could be read of it.
func TestParseMends(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Object
	}{
		{"[1 2", Array{Integer(1), Integer(2)}},
		{"[1 endobj", Array{Integer(1)}},
		{"[trailer", Array{}},
		{"[[1 2>>", Array{Array{Integer(1), Integer(2)}}},
		{"<</A xref", Dict{}},
		{"<</A 1", Dict{"A": Integer(1)}},
		{"<</A 1 EndObj", Dict{"A": Integer(1)}},
		{"<</A]/B 2>>", Dict{"B": Integer(2)}},
		{"<</A[1/B 2>>", Dict{"A": Array{Integer(1), Name("B"), Integer(2)}}},
		{"(open", String("open")},
		{"(open endobj 9 0 obj (x)", String("open ")},
		{">>", nil},
		{"]", nil},
	} {
		p := parser{lexer: lexer{buf: []byte(c.in), final: true}, depth: 50}
		got, err := p.object()
		if err != nil || !reflect.DeepEqual(got, c.want) || !p.broken {
			t.Errorf("%q = %#v, %v, mended %v; want %#v", c.in, got, err, p.broken, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "<41", strings.Repeat("[", testDepth+1), strings.Repeat("<</A", testDepth+1),
	} {
		o, err := parseString(in)
		var m *MalformedError
		if !errors.As(err, &m) {
			t.Errorf("%q = %#v, %v; want a MalformedError", in, o, err)
		}
	}
}

// Every cut of a text either gives errShort or, once the value is complete,
// the same value: a window never changes what is read.
func TestParseWindow(t *testing.T) {
	const text = "<</A(b\\)c)/N#20 12/R 12 0 R/H<4142>/X[1.5 -2 true]>> "
	want, err := parseString(text)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(text) {
		p := parser{lexer: lexer{buf: []byte(text[:n])}, depth: 9}
		got, err := p.object()
		if err == errShort {
			continue
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("first %d bytes: %#v, %v", n, got, err)
		}
	}
}

func TestTextString(t *testing.T) {
	for _, c := range []struct {
		in   String
		want string
	}{
		{"plain", "plain"},
		{"\xfe\xff\x04\x16\xd8\x3d\xde\x00", "Ж😀"},
		{"\xff\xfe\x16\x04", "Ж"},
		{"\xef\xbb\xbf\xd0\x96", "Ж"},
		{"\xfe\xff\x00\x1b\x00e\x00n\x00\x1b\x00A", "A"},
		{"caf\xe9 \x80\x92\xa0", "café •™€"},
		{"\x1f", "\u02dc"},
	} {
		if got := c.in.Text(); got != c.want {
			t.Errorf("%q = %q, want %q", c.in, got, c.want)
		}
	}
	for _, s := range []string{"", "Exhibit A", "Жанна", "王", "a\nb", "😀"} {
		if got := TextString(s).Text(); got != s {
			t.Errorf("TextString(%q) reads back as %q", s, got)
		}
	}
}

// A short decimal is the same number as the library reads, to the last bit.
func TestShortDecimal(t *testing.T) {
	for _, s := range []string{"0.1", "612.0", ".5", "5.", "36.003", "123456789.12345", "0.000001", "99999.99999", "0.", "792.00", "12345678901234.5", "1.234567890123456"} {
		want, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := shortDecimal([]byte(s)); ok && got != want || !ok && len(s) <= 16 {
			t.Errorf("%s reads as %v, %t, want %v", s, got, ok, want)
		}
	}
}
