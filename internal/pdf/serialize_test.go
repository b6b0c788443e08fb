package pdf

import (
	"math"
	"reflect"
	"testing"
)

func TestAppendObject(t *testing.T) {
	for _, c := range []struct {
		in   Object
		want string
	}{
		{nil, "null"},
		{true, "true"},
		{Integer(-3), "-3"},
		{Real(2), "2"},
		{Real(0.1), "0.1"},
		{Real(-1.0 / 3), "-0.333333333"},
		{Real(1e-12), "0"},
		{Real(-1e-12), "0"},
		{Real(1.00000000001), "1"},
		{Name("A B#/é"), "/A#20B#23#2F#C3#A9"},
		{String("a(b)\\\r\n"), `(a\(b\)\\\r\n)`},
		{String("\x00\xff"), "<00FF>"},
		{Ref{3, 0}, "3 0 R"},
		{Array{Integer(1), nil, Name("X")}, "[1 null /X]"},
		{Dict{"B": Integer(1), "A": Array{}, "C": nil}, "<</A []/B 1>>"},
	} {
		got, err := AppendObject(nil, c.in)
		if err != nil || string(got) != c.want {
			t.Errorf("%#v = %s, %v; want %s", c.in, got, err, c.want)
		}
	}
}

func TestAppendObjectRefuses(t *testing.T) {
	loop := Array{nil}
	loop[0] = loop
	for _, o := range []Object{Real(math.NaN()), Real(math.Inf(1)), NewStream(Dict{}, nil), 12, loop} {
		if got, err := AppendObject(nil, o); err == nil {
			t.Errorf("%T is written as %.40s", o, got)
		}
	}
}

// What is written reads back as the same value.
func TestAppendObjectRoundTrip(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, o := range []Object{
		String(all), String("tab\tok"), Name(all[1:]), Integer(math.MinInt32), Real(12345.678),
		Dict{"K": Array{Dict{"": Name("")}, Ref{1, 0}, Integer(0), Ref{2, 3}, String("")}},
	} {
		text, err := AppendObject(nil, o)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parseString(string(text))
		if err != nil || !reflect.DeepEqual(got, o) {
			t.Errorf("%s reads back as %#v, %v", text, got, err)
		}
	}
}
