package font

import (
	"encoding/binary"
	"fmt"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	otf "github.com/go-text/typesetting/font/opentype/tables"
)

// tables are the parts of a TrueType file by tag, as slices of the file.
type tables map[string][]byte

// minimum is the length each table must have for the fixed offsets that are read from it.
var minimum = map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 16, "OS/2": 78, "cmap": 4, "name": 6, "hmtx": 4, "loca": 4, "glyf": 0}

// directory reads the table directory (OpenType 1.9, "Organization of an OpenType Font").
func directory(program []byte) (tables, error) {
	if len(program) < 12 {
		return nil, fmt.Errorf("table directory: file of %d bytes", len(program))
	}
	out := tables{}
	for i := range int(binary.BigEndian.Uint16(program[4:])) {
		at := 12 + 16*i
		if at+16 > len(program) {
			return nil, fmt.Errorf("table directory: cut off at entry %d", i)
		}
		offset, length := u32(program, at+8), u32(program, at+12)
		if offset+length > len(program) {
			return nil, fmt.Errorf("table %q: beyond the end of the file", program[at:at+4])
		}
		out[string(program[at:at+4])] = program[offset : offset+length : offset+length]
	}
	for tag, least := range minimum {
		if table, ok := out[tag]; !ok || len(table) < least {
			return nil, fmt.Errorf("table %q: missing or cut off", tag)
		}
	}
	return out, nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// parse reads what measuring and drawing need and computes the tables behind Glyph and Advance.
func parse(id ID, program []byte) (*Face, error) {
	t, err := directory(program)
	if err != nil {
		return nil, fmt.Errorf("font %q: %w", id, err)
	}
	f := &Face{id: id, program: program, tables: t, upem: u16(t["head"], 18)}
	f.latin = sync.OnceValues(f.cutLatin)
	if f.upem == 0 {
		return nil, fmt.Errorf("font %q: no units per em", id)
	}
	if err := f.readAdvances(); err != nil {
		return nil, fmt.Errorf("font %q: %w", id, err)
	}
	if err := f.readGlyphs(); err != nil {
		return nil, fmt.Errorf("font %q: %w", id, err)
	}
	names, _, err := otf.ParseName(t["name"])
	if err != nil {
		return nil, fmt.Errorf("font %q: names: %w", id, err)
	}
	f.name = names.Name(6) // the PostScript name
	f.metrics = f.readMetrics()
	return f, nil
}

func (f *Face) readAdvances() error {
	count, long, hmtx := u16(f.tables["maxp"], 4), u16(f.tables["hhea"], 34), f.tables["hmtx"]
	if long == 0 || 4*long > len(hmtx) {
		return fmt.Errorf("horizontal metrics: %d of %d bytes", len(hmtx), 4*long)
	}
	f.advances = make([]uint16, count)
	for gid := range f.advances {
		// Glyphs beyond the long metrics share the last advance.
		f.advances[gid] = uint16(u16(hmtx, 4*min(gid, long-1)))
	}
	return nil
}

func (f *Face) readGlyphs() error {
	raw, _, err := otf.ParseCmap(f.tables["cmap"])
	if err != nil {
		return fmt.Errorf("character map: %w", err)
	}
	f.cmap, _, err = font.ProcessCmap(raw, otf.FPNone)
	if err != nil {
		return fmt.Errorf("character map: %w", err)
	}
	plain := simple()
	for it := f.cmap.Iter(); it.Next(); {
		r, gid := it.Char()
		if r < 0 || r >= direct || int(gid) >= len(f.advances) {
			continue
		}
		f.glyphs[r] = uint16(gid)
		if unicode.Is(plain, r) {
			f.simple[r] = uint16(gid)
		}
	}
	return nil
}

func (f *Face) readMetrics() Metrics {
	head, hhea, post, os2 := f.tables["head"], f.tables["hhea"], f.tables["post"], f.tables["OS/2"]
	em := func(units int) float64 { return float64(units) * 1000 / float64(f.upem) }
	m := Metrics{
		Ascent: em(i16(hhea, 4)), Descent: em(i16(hhea, 6)),
		ItalicAngle:        float64(int32(u32(post, 4))) / 65536,
		UnderlinePosition:  em(i16(post, 8)),
		UnderlineThickness: em(i16(post, 10)),
		FixedPitch:         u32(post, 12) != 0,
		Bold:               u16(head, 44)&1 != 0,
		Italic:             u16(head, 44)&2 != 0,
		Serif:              isSerif(f.id),
		StemV:              80,
	}
	for i := range m.BBox {
		m.BBox[i] = em(i16(head, 36+2*i))
	}
	if m.Bold {
		m.StemV = 140
	}
	m.XHeight, m.CapHeight = f.height('x'), f.height('H')
	if u16(os2, 0) >= 2 && len(os2) >= 90 {
		m.XHeight, m.CapHeight = em(i16(os2, 86)), em(i16(os2, 88))
	}
	return m
}

// height is the top of a letter's outline, for files whose OS/2 table is too old to tell.
func (f *Face) height(r rune) float64 {
	gid, _ := f.Glyph(r)
	data, err := f.outline(int(gid))
	if err != nil || len(data) < 10 {
		return 0
	}
	return float64(i16(data, 8)) * 1000 / float64(f.upem)
}

func isSerif(id ID) bool {
	switch id {
	case Serif, SerifBold, SerifItalic, SerifBoldItalic:
		return true
	}
	return false
}
