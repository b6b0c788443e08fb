package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"io"
	"testing"
)

// filterNames are the filters that are decoded, by both their names, and some that are not.
func filterNames() []Name {
	return []Name{
		"FlateDecode", "LZWDecode", "RunLengthDecode", "ASCIIHexDecode", "ASCII85Decode",
		"Fl", "LZW", "RL", "AHx", "A85", "Crypt", "DCTDecode", "",
	}
}

// FuzzFilter decodes any bytes by one or two filters with any parameters. What comes out is within
// the limit, the same every time, and what the standard library's decoder gives where it has one.
func FuzzFilter(f *testing.F) {
	f.Add(byte(0), byte(99), "/Predictor 12/Columns 3", deflated("\x02abc\x04def"))
	f.Add(byte(1), byte(99), "/EarlyChange 0/Predictor 2/Colors 3/BitsPerComponent 4", lzwed("abababababab"))
	f.Add(byte(4), byte(2), "", []byte("87cURD]j7BEbo80~>"))
	f.Add(byte(3), byte(1), "", []byte("80 0B 60 50 22 0C 0C 85 01>"))
	f.Fuzz(func(t *testing.T, first, second byte, params string, body []byte) {
		names := filterNames()
		filters := Array{names[int(first)%len(names)]}
		if int(second) < len(names) {
			filters = append(filters, names[second])
		}
		p, _ := parseString("<<" + params + ">>")
		dict, _ := p.(Dict)
		d := &Document{limits: Limits{Decoded: 1 << 16}.withDefaults(), xref: &xref{}}
		s := NewStream(Dict{"Filter": filters, "DecodeParms": Array{dict, dict}}, bytes.Clone(body))
		out, err := d.Decode(s)
		if !bytes.Equal(s.raw, body) {
			t.Fatal("the body was changed")
		}
		if again, err2 := d.Decode(s); !bytes.Equal(out, again) || (err == nil) != (err2 == nil) {
			t.Fatalf("%q, %v; again %q, %v", out, err, again, err2)
		}
		if int64(len(out)) > d.limits.Decoded || err != nil && out != nil {
			t.Fatalf("%d bytes, %v", len(out), err)
		}
		if len(filters) == 1 && err == nil && params == "" {
			sameAsLibrary(t, filters[0].(Name), body, out)
		}
	})
}

// sameAsLibrary compares with the standard library, where that decodes the whole body.
func sameAsLibrary(t *testing.T, name Name, body, got []byte) {
	var want []byte
	var err error
	switch name {
	case "FlateDecode", "Fl":
		var r io.Reader
		if r, err = zlib.NewReader(bytes.NewReader(bytes.TrimLeft(body, "\r\n"))); err == nil {
			want, err = io.ReadAll(io.LimitReader(r, 1<<17))
		}
	case "ASCIIHexDecode", "AHx":
		text, _, _ := bytes.Cut(body, []byte(">"))
		want, err = hex.DecodeString(string(text))
	case "ASCII85Decode", "A85":
		text, _, _ := bytes.Cut(body, []byte("~"))
		want = make([]byte, 4*len(text)+8)
		var n int
		n, _, err = ascii85.Decode(want, text, true)
		want = want[:n]
	default:
		return
	}
	if err == nil && !bytes.Equal(got, want) {
		t.Fatalf("/%s: %q, want %q", name, got, want)
	}
}

// FuzzFilterRound encodes any bytes by each filter and each predictor and decodes them again.
func FuzzFilterRound(f *testing.F) {
	f.Add([]byte("abcabcabc\x00\x00\x00\x00\x00zzzzzz"), 3, 8, 2)
	f.Add(bytes.Repeat([]byte{0, 1, 255, 254}, 40), 4, 2, 5)
	f.Fuzz(func(t *testing.T, data []byte, colors, bits, columns int) {
		if len(data) > 1<<15 {
			return
		}
		d := &Document{limits: Limits{Decoded: 1 << 20}.withDefaults(), xref: &xref{}}
		encoded := map[Name][]byte{
			"FlateDecode": deflated(string(data)), "LZWDecode": lzwed(string(data)), "RunLengthDecode": runsOf(data),
			"ASCIIHexDecode": []byte(hex.EncodeToString(data) + ">"), "ASCII85Decode": base85Of(data),
		}
		for name, body := range encoded {
			s := NewStream(Dict{"Filter": name, "DecodeParms": Dict{"EarlyChange": Integer(0)}}, body)
			if got, err := d.Decode(s); err != nil || !bytes.Equal(got, data) {
				t.Fatalf("/%s: %q of %q, %v", name, got, data, err)
			}
		}
		if colors < 1 || colors > 8 || columns < 1 || columns > 64 || bits < 0 {
			return
		}
		bits = []int{1, 2, 4, 8, 16}[bits%5]
		row := (colors*bits*columns + 7) / 8
		data = data[:len(data)/row*row]
		parms := Dict{"Colors": Integer(colors), "BitsPerComponent": Integer(bits), "Columns": Integer(columns), "Predictor": Integer(15)}
		body := predicted(data, row, max(1, colors*bits/8))
		got, err := d.Decode(NewStream(Dict{"Filter": Name("FlateDecode"), "DecodeParms": parms}, deflated(string(body))))
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%v: %q of %q, %v", parms, got, data, err)
		}
	})
}

// runsOf and base85Of encode as RunLength and ASCII85 filters do.
func runsOf(data []byte) []byte {
	var out []byte
	for len(data) > 0 {
		n := 1
		for n < len(data) && n < 128 && data[n] == data[0] {
			n++
		}
		if n > 1 {
			out = append(out, byte(257-n), data[0])
		} else {
			out = append(out, 0, data[0])
		}
		data = data[n:]
	}
	return append(out, 128)
}

func base85Of(data []byte) []byte {
	out := make([]byte, ascii85.MaxEncodedLen(len(data)))
	return append(out[:ascii85.Encode(out, data)], "~>"...)
}

// predicted applies the PNG predictors to whole rows, each row the next of the five.
func predicted(data []byte, row, pixel int) []byte {
	var out []byte
	prev := make([]byte, row)
	for n := 0; len(data) > 0; n++ {
		line, kind := data[:row], byte(n%5)
		out = append(out, kind)
		for i, c := range line {
			var left, upLeft byte
			if i >= pixel {
				left, upLeft = line[i-pixel], prev[i-pixel]
			}
			guess := [5]byte{0, left, prev[i], byte((int(left) + int(prev[i])) / 2), paeth(left, prev[i], upLeft)}
			out = append(out, c-guess[kind])
		}
		prev, data = line, data[row:]
	}
	return out
}
