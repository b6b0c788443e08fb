package font

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/encoding/charmap"
)

// The table is that of Windows-1252, which WinAnsiEncoding is.
func TestWinAnsi(t *testing.T) {
	for code, r := range WinAnsi() {
		want := charmap.Windows1252.DecodeByte(byte(code))
		if code < 0x20 || want >= 0x7f && want < 0xa0 || want == 0xfffd {
			want = 0
		}
		if r != want {
			t.Errorf("code %02X is %q, want %q", code, r, want)
		}
	}
	for text, want := range map[string]bool{"José Müller €5": true, "": true, "Łódź": false, "İstanbul": false, "a\nb": false, "\u0081": false} {
		if IsWinAnsi(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// Every face of text has all of WinAnsiEncoding in its Latin, under the characters' own glyphs.
func TestLatin(t *testing.T) {
	set := NewSet()
	for _, id := range []ID{MonoBold, Mono, Sans, SerifBold} {
		face, err := set.Face(id)
		if err != nil {
			t.Fatal(err)
		}
		l, err := face.Latin()
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(l.Flate))
		if err != nil {
			t.Fatal(err)
		}
		program, err := io.ReadAll(z)
		if err != nil || len(program) != l.Length || len(l.Flate) > 40<<10 {
			t.Fatalf("%s: %d bytes, %d said, %d deflated, %v", id, len(program), l.Length, len(l.Flate), err)
		}
		parsed, err := sfnt.Parse(program)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range append([]rune("Łőğışĉș"), runesOf(WinAnsi())...) {
			want, _ := face.Glyph(r)
			if got, err := parsed.GlyphIndex(nil, r); err != nil || uint16(got) != want || want == 0 {
				t.Errorf("%s: %q is glyph %d, want %d, %v", id, r, got, want, err)
			}
		}
	}
}

func runesOf(table [256]rune) (out []rune) {
	for _, r := range table {
		if r != 0 {
			out = append(out, r)
		}
	}
	return out
}
