package pdf

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"errors"
	"strings"
	"testing"
)

// deflated returns data as FlateDecode has it.
func deflated(data string) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write([]byte(data))
	z.Close()
	return out.Bytes()
}

// lzwed returns data as LZWDecode has it without early change.
func lzwed(data string) []byte {
	var out bytes.Buffer
	z := lzw.NewWriter(&out, lzw.MSB, 8)
	z.Write([]byte(data))
	z.Close()
	return out.Bytes()
}

func TestDecode(t *testing.T) {
	long := strings.Repeat("all work and no play, ", 3000)
	png := Dict{"Predictor": Integer(15), "Columns": Integer(3)}
	for _, c := range []struct {
		name   string
		filter Object
		params Object
		in     []byte
		want   string
	}{
		{"none", nil, nil, []byte("as it is"), "as it is"},
		{"flate", Name("FlateDecode"), nil, deflated(long), long},
		{"flate cut short", Name("FlateDecode"), nil, deflated("hello")[:len(deflated("hello"))-4], "hello"},
		{"flate after a line feed", Name("FlateDecode"), nil, append([]byte("\n"), deflated("hello")...), "hello"},
		{"hex", Name("ASCIIHexDecode"), nil, []byte("48 65 6C6c 6F7>garbage"), "Hellop"},
		{"base 85", Name("ASCII85Decode"), nil, []byte("87cURD]i,\"\nEbo80~>"), "Hello World!"},
		{"base 85 zeros", Name("A85"), nil, []byte("z!!~>"), "\x00\x00\x00\x00\x00"},
		{"run length", Name("RunLengthDecode"), nil, []byte("\x02abc\xfed\x80zzz"), "abcddd"},
		// The example of ISO 32000-1, 7.4.4.2.
		{"LZW", Name("LZWDecode"), nil, []byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), "-----A---B"},
		{"LZW without early change", Name("LZWDecode"), Dict{"EarlyChange": Integer(0)}, lzwed(long), long},
		{"two filters", Array{Name("AHx"), Name("Fl")}, Array{nil, nil}, []byte(hexText(deflated("hello"))), "hello"},
		{"crypt", Array{Name("Crypt"), Name("AHx")}, nil, []byte("41>"), "A"},
		{"PNG rows", Name("FlateDecode"), png, deflated("\x00abc\x01a\x01\x01\x02\x01\x01\x01\x03a\x00\x00\x04\x00\x00\x00"),
			"abcabcbcd\x92zo\x92zo"},
		{"TIFF bytes", Name("FlateDecode"), Dict{"Predictor": Integer(2), "Columns": Integer(3)}, deflated("a\x01\x01b\x01\x01"), "abcbcd"},
		{"TIFF nibbles", Name("FlateDecode"), Dict{"Predictor": Integer(2), "Columns": Integer(4), "BitsPerComponent": Integer(4)},
			deflated("\x11\x11"), "\x12\x34"},
		{"TIFF words", Name("FlateDecode"), Dict{"Predictor": Integer(2), "Columns": Integer(2), "BitsPerComponent": Integer(16)},
			deflated("\x00\xff\x00\x01"), "\x00\xff\x01\x00"},
	} {
		d := &Document{limits: Limits{}.withDefaults()}
		got, err := d.Decode(NewStream(Dict{"Filter": c.filter, "DecodeParms": c.params}, c.in))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %.60q, %v; want %.60q", c.name, got, err, c.want)
		}
	}
}

// hexText spells bytes in hexadecimal.
func hexText(data []byte) string {
	out := appendString(nil, String(data))
	return strings.TrimPrefix(string(out), "<")
}

func TestDecodeRefuses(t *testing.T) {
	var malformedError *MalformedError
	var unsupported *UnsupportedError
	bomb := deflated(strings.Repeat("\x00", 1<<16))
	for _, c := range []struct {
		name string
		dict Dict
		in   []byte
		as   any
	}{
		{"an image", Dict{"Filter": Name("DCTDecode")}, []byte("x"), &unsupported},
		{"another file", Dict{"F": String("a.bin")}, nil, &unsupported},
		{"no flate at all", Dict{"Filter": Name("FlateDecode")}, []byte("\xff\xff\xff\xff\xff"), &malformedError},
		{"too long", Dict{"Filter": Name("FlateDecode")}, bomb, &malformedError},
		{"too long in runs", Dict{"Filter": Name("RL")}, bytes.Repeat([]byte{129, 0}, 100), &malformedError},
		{"too many filters", Dict{"Filter": Array(make([]Object, 17))}, nil, &malformedError},
		{"columns of a predictor", Dict{"Filter": Name("Fl"), "DecodeParms": Dict{"Predictor": Integer(12), "Columns": Integer(-1)}}, bomb[:20], &malformedError},
	} {
		d := &Document{limits: Limits{Decoded: 4096}.withDefaults()}
		got, err := d.Decode(NewStream(c.dict, c.in))
		if !errors.As(err, c.as) {
			t.Errorf("%s: %d bytes, %v; want a %T", c.name, len(got), err, c.as)
		}
	}
}
