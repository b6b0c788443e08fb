package font

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func glyphsOf(f *Face, text string) []uint16 {
	var out []uint16
	for _, r := range text {
		gid, _ := f.Glyph(r)
		out = append(out, gid)
	}
	return out
}

// reopen adds the tables sfnt insists on but an embedded program does not need, and parses.
func reopen(t *testing.T, f *Face, sub []byte) *sfnt.Font {
	t.Helper()
	tables := tables{}
	for i := range int(binary.BigEndian.Uint16(sub[4:])) {
		at := 12 + 16*i
		table := sub[u32(sub, at+8) : u32(sub, at+8)+u32(sub, at+12)]
		if got := checksum(table); sumOf(table, string(sub[at:at+4])) != uint32(u32(sub, at+4)) {
			t.Errorf("table %s: checksum %x, directory says %x", sub[at:at+4], got, u32(sub, at+4))
		}
		tables[string(sub[at:at+4])] = slices.Clone(table)
	}
	for _, tag := range []string{"cmap", "name", "post", "OS/2"} {
		tables[tag] = f.tables[tag]
	}
	post := slices.Clone(f.tables["post"][:32])
	binary.BigEndian.PutUint32(post, 0x00030000) // no glyph names
	tables["post"] = post
	font, err := sfnt.Parse(assemble(tables))
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// sumOf leaves the adjustment out of the head table's own sum.
func sumOf(table []byte, tag string) uint32 {
	if tag != "head" {
		return checksum(table)
	}
	table = slices.Clone(table)
	binary.BigEndian.PutUint32(table[8:], 0)
	return checksum(table)
}

func outlineOf(t *testing.T, font *sfnt.Font, gid uint16) sfnt.Segments {
	t.Helper()
	var buffer sfnt.Buffer
	segments, err := font.LoadGlyph(&buffer, sfnt.GlyphIndex(gid), fixed.I(1000), nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", gid, err)
	}
	return slices.Clone(segments)
}

func TestSubsetKeepsTheUsedOutlines(t *testing.T) {
	for _, id := range latin() {
		f := face(t, id)
		used := glyphsOf(f, "Hôpital Islamique de Tripoli, Łukasz Öztürk § 212(d)(5)(A) ﬁ")
		sub, err := f.Subset(used)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := sfnt.Parse(f.Program())
		if err != nil {
			t.Fatal(err)
		}
		small := reopen(t, f, sub)
		for _, gid := range used {
			if want, got := outlineOf(t, whole, gid), outlineOf(t, small, gid); !reflect.DeepEqual(got, want) {
				t.Errorf("%s glyph %d: outline differs", id, gid)
			}
		}
		if unused, _ := f.Glyph('Q'); len(outlineOf(t, small, unused)) != 0 {
			t.Errorf("%s: the unused Q has an outline", id)
		}
		if len(sub) > 60_000 || checksum(sub) != 0xB1B0AFBA {
			t.Errorf("%s: %d bytes, whole sum %x", id, len(sub), checksum(sub))
		}
	}
}

func TestSubsetHoldsOnlyWhatAnEmbeddedProgramNeeds(t *testing.T) {
	sub, err := face(t, Serif).Subset([]uint16{36})
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for i := range u16(sub, 4) {
		tags = append(tags, string(sub[12+16*i:16+16*i]))
	}
	want := []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
	if !reflect.DeepEqual(tags, want) {
		t.Errorf("tables %q, want %q", tags, want)
	}
}

func TestSubsetDependsOnTheSetOfGlyphsAlone(t *testing.T) {
	f := face(t, SansItalic)
	a, err := f.Subset([]uint16{70, 36, 40, 36})
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Subset([]uint16{40, 70, 36})
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("order or repetition changed the program (%v)", err)
	}
	if _, err := f.Subset([]uint16{65000}); err == nil {
		t.Error("a glyph the face lacks was taken")
	}
	if _, err := f.Subset(nil); err != nil {
		t.Errorf("the empty subset: %v", err)
	}
}

func TestSubsetLeavesTheFaceAlone(t *testing.T) {
	f := face(t, Serif)
	before := bytes.Clone(f.Program())
	if _, err := f.Subset([]uint16{36, 37}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, f.Program()) {
		t.Error("the shared program was changed")
	}
}

func BenchmarkSubset(b *testing.B) {
	f := face(b, Serif)
	used := glyphsOf(f, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:()é")
	for b.Loop() {
		if _, err := f.Subset(used); err != nil {
			b.Fatal(err)
		}
	}
}
