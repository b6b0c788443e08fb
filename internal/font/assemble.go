package font

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// assemble writes a TrueType file from its tables: directory in tag order, tables padded to four bytes,
// checksums right, the whole summing to the number the head table promises (OpenType 1.9, "head", checksumAdjustment).
func assemble(t tables) []byte {
	const promised = 0xB1B0AFBA
	tags := slices.Sorted(maps.Keys(t))
	head := t["head"]
	binary.BigEndian.PutUint32(head[8:], 0)
	out := header(len(tags))
	offset, headAt := len(out)+16*len(tags), 0
	for _, tag := range tags {
		if tag == "head" {
			headAt = offset
		}
		out = append(out, tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t[tag]))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t[tag])))
		offset += (len(t[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		out = pad(append(out, t[tag]...))
	}
	binary.BigEndian.PutUint32(out[headAt+8:], promised-checksum(out))
	return out
}

// header is the offset table for n tables.
func header(n int) []byte {
	selector := bits.Len(uint(n)) - 1
	search := 16 << selector
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, search, selector, 16*n - search} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// checksum adds the table up as 32-bit numbers, as if zeros filled its last one.
func checksum(table []byte) uint32 {
	var sum uint32
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	for i, b := range table {
		sum += uint32(b) << (24 - 8*i)
	}
	return sum
}

func pad(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
