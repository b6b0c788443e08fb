package exhibit

import (
	"encoding/binary"
)

// iccTag begins an APP2 segment that holds a part of an ICC profile (ICC.1:2010, B.4).
const iccTag = "ICC_PROFILE\x00"

// iccParts gathers the parts of a profile that is spread over several segments.
type iccParts struct {
	parts map[int]piece
	count int
}

// add takes part number n of count, counted from 1.
func (p *iccParts) add(n, count int, data piece) {
	if p.parts == nil {
		p.parts = map[int]piece{}
	}
	p.parts[n], p.count = data, count
}

// whole returns the profile where all parts are there and it suits an image of so many components, or nothing: a
// reader then takes the plain colours.
func (p *iccParts) whole(components int) []piece {
	if p.count == 0 || len(p.parts) != p.count {
		return nil
	}
	var all splice
	for n := 1; n <= p.count; n++ {
		part, ok := p.parts[n]
		if !ok {
			return nil
		}
		all.add(part)
	}
	var head [128]byte
	if _, err := all.ReadAt(head[:], 0); err != nil {
		return nil
	}
	space := map[int]string{1: "GRAY", 3: "RGB ", 4: "CMYK"}[components]
	if string(head[36:40]) != "acsp" || string(head[16:20]) != space || int64(binary.BigEndian.Uint32(head[:])) > all.size {
		return nil
	}
	return all.pieces
}
