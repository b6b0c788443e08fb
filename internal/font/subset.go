package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Subset makes a TrueType program that draws the given glyphs under their own ids, for embedding with
// Identity-H codes (ISO 32000-1, 9.7.4). Glyph 0 and the parts of composite glyphs are kept as well;
// every other glyph is empty, and ids beyond the last kept one are gone. The result depends on the set of
// glyphs alone, not on their order. A glyph the face lacks is an error.
func (f *Face) Subset(glyphs []uint16) ([]byte, error) {
	out, err := f.subset(glyphs)
	if err != nil {
		return nil, fmt.Errorf("font %q: %w", f.id, err)
	}
	return assemble(out), nil
}

// subset makes the tables of an embedded program.
func (f *Face) subset(glyphs []uint16) (tables, error) {
	kept, err := f.closure(glyphs)
	if err != nil {
		return nil, err
	}
	glyf, loca, err := f.outlines(kept)
	if err != nil {
		return nil, err
	}
	count := int(kept[len(kept)-1]) + 1
	out := tables{
		"glyf": glyf, "loca": loca, "hmtx": f.subsetMetrics(kept, count),
		"head": slices.Clone(f.tables["head"]), "hhea": slices.Clone(f.tables["hhea"]), "maxp": slices.Clone(f.tables["maxp"]),
	}
	binary.BigEndian.PutUint16(out["head"][50:], 1) // long glyph offsets
	binary.BigEndian.PutUint16(out["hhea"][34:], uint16(count))
	binary.BigEndian.PutUint16(out["maxp"][4:], uint16(count))
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if table, ok := f.tables[tag]; ok {
			out[tag] = table
		}
	}
	return out, nil
}

// closure sorts the glyphs and adds glyph 0 and every part of a composite.
func (f *Face) closure(glyphs []uint16) ([]uint16, error) {
	seen := map[uint16]bool{}
	todo := append([]uint16{0}, glyphs...)
	var kept []uint16
	for len(todo) > 0 {
		gid := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[gid] {
			continue
		}
		seen[gid] = true
		kept = append(kept, gid)
		data, err := f.outline(int(gid))
		if err != nil {
			return nil, err
		}
		parts, err := components(data)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", gid, err)
		}
		todo = append(todo, parts...)
	}
	slices.Sort(kept)
	return kept, nil
}

// outline is the glyf entry of a glyph; empty for a blank.
func (f *Face) outline(gid int) ([]byte, error) {
	if gid >= len(f.advances) {
		return nil, fmt.Errorf("glyph %d: the face has %d", gid, len(f.advances))
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	size, read := 2, func(i int) int { return 2 * u16(loca, 2*i) }
	if u16(f.tables["head"], 50) != 0 {
		size, read = 4, func(i int) int { return u32(loca, 4*i) }
	}
	if size*(gid+2) > len(loca) {
		return nil, fmt.Errorf("glyph %d: no location", gid)
	}
	from, to := read(gid), read(gid+1)
	if from > to || to > len(glyf) {
		return nil, fmt.Errorf("glyph %d: beyond the outlines", gid)
	}
	return glyf[from:to], nil
}

// Flags of a composite glyph's part (OpenType 1.9, "glyf", composite glyph description).
const (
	argsAreWords   = 1 << 0
	haveScale      = 1 << 3
	moreComponents = 1 << 5
	haveXYScale    = 1 << 6
	haveTwoByTwo   = 1 << 7
)

// components lists the glyphs a composite is made of; none for a simple glyph.
func components(data []byte) ([]uint16, error) {
	if len(data) < 10 || i16(data, 0) >= 0 {
		return nil, nil
	}
	var out []uint16
	for at := 10; ; {
		if at+4 > len(data) {
			return nil, fmt.Errorf("composite cut off")
		}
		flags := u16(data, at)
		out = append(out, uint16(u16(data, at+2)))
		if flags&moreComponents == 0 {
			return out, nil
		}
		at += 4 + argumentSize(flags)
	}
}

func argumentSize(flags int) int {
	size := 2
	if flags&argsAreWords != 0 {
		size = 4
	}
	switch {
	case flags&haveScale != 0:
		size += 2
	case flags&haveXYScale != 0:
		size += 4
	case flags&haveTwoByTwo != 0:
		size += 8
	}
	return size
}

// outlines builds glyf and loca (long offsets) with nothing but the kept glyphs in them.
func (f *Face) outlines(kept []uint16) (glyf, loca []byte, err error) {
	count := int(kept[len(kept)-1]) + 1
	loca = make([]byte, 0, 4*(count+1))
	next := 0
	for gid := range count {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if int(kept[next]) != gid {
			continue
		}
		next++
		data, err := f.outline(gid)
		if err != nil {
			return nil, nil, err
		}
		glyf = pad(append(glyf, data...))
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// subsetMetrics gives the kept glyphs their advances and side bearings and the others zero, which packs well.
func (f *Face) subsetMetrics(kept []uint16, count int) []byte {
	hmtx, long := f.tables["hmtx"], u16(f.tables["hhea"], 34)
	out := make([]byte, 4*count)
	for _, gid := range kept {
		bearing := 4*int(gid) + 2
		if int(gid) >= long {
			bearing = 4*long + 2*(int(gid)-long)
		}
		binary.BigEndian.PutUint16(out[4*int(gid):], f.advances[gid])
		if bearing+2 <= len(hmtx) {
			copy(out[4*int(gid)+2:], hmtx[bearing:bearing+2])
		}
	}
	return out
}
