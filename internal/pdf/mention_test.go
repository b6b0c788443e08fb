package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestMentions(t *testing.T) {
	long := strings.Repeat("0 0 m 1 1 l S ", 4000)
	for name, c := range map[string]struct {
		streams []string
		want    string
		ok      bool
	}{
		"operators":          {[]string{"BT /F1 9 Tf(a)Tj ET/Im0 Do/G#53 gs"}, "[F1 GS Im0]", true},
		"no space between":   {[]string{"/A/B[/C<</D/E>>]"}, "[A B C D E]", true},
		"in strings":         {[]string{"(open /A ) Tj BI /W 1 ID (\x00/B EI /C Do"}, "[A B C W]", true},
		"at the end":         {[]string{"/A", "\n/B"}, "[A B]", true},
		"across streams":     {[]string{"/A", "B Do"}, "", false},
		"across buffers":     {[]string{long + "/Name Do" + long + "/Other Do"}, "[Name Other]", true},
		"none":               {[]string{"0 0 m"}, "[]", true},
		"longer than a name": {[]string{"/" + strings.Repeat("x", 2000)}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			var m Mentions
			m.Reset()
			ok := true
			for _, s := range c.streams {
				ok = ok && m.Add(nil, &Stream{Dict: Dict{}, raw: []byte(s)})
			}
			if ok != c.ok || ok && fmt.Sprint(slices.Sorted(maps.Keys(m.Names))) != c.want {
				t.Errorf("%v, %v", slices.Sorted(maps.Keys(m.Names)), ok)
			}
		})
	}
}

// What cannot be read whole might name anything.
func TestMentionsOfBodiesThatAreNotWhole(t *testing.T) {
	var deflater deflater
	short, err := deflater.deflate([]byte(strings.Repeat("/A Do ", 1000)), true)
	if err != nil {
		t.Fatal(err)
	}
	whole := bytes.Clone(short)
	huge, err := deflater.deflate(bytes.Repeat([]byte("/A Do "), 2<<20), true)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		dict Dict
		body []byte
		ok   bool
	}{
		"whole":      {Dict{"Filter": Name("FlateDecode")}, whole, true},
		"broken off": {Dict{"Filter": Name("FlateDecode")}, whole[:len(whole)-6], false},
		"damaged":    {Dict{"Filter": Array{Name("Fl")}}, []byte("not deflated"), false},
		"bomb":       {Dict{"Filter": Name("FlateDecode")}, huge, false},
		"LZW":        {Dict{"Filter": Name("LZWDecode")}, whole, false},
		"two":        {Dict{"Filter": Array{Name("AHx"), Name("Fl")}}, whole, false},
		"predicted":  {Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": Integer(12)}}, whole, false},
		"elsewhere":  {Dict{"F": String("other.bin")}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			d, m := newBuilder("").pages(1, ""), Mentions{}
			d.table("/Root 1 0 R", 0)
			for range 2 { // the second time with what the first left
				m.Reset()
				if ok := m.Add(d.open(t), &Stream{Dict: c.dict, raw: c.body}); ok != c.ok {
					t.Errorf("read whole: %v", ok)
				}
			}
			if c.ok && !m.Names["A"] {
				t.Error("/A is not found")
			}
		})
	}
}
