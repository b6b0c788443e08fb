package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// haveInstructions is a composite part's flag for hints behind the last part.
const haveInstructions = 1 << 8

// unhinted drops the hinting programs from a subset. They are most of its bytes, and readers that draw at paper's
// resolution do not run them; no outline changes.
func unhinted(t tables) error {
	var glyf []byte
	loca := make([]byte, 0, len(t["loca"]))
	for gid := range len(t["loca"])/4 - 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		data, err := plain(t["glyf"][u32(t["loca"], 4*gid):u32(t["loca"], 4*gid+4)])
		if err != nil {
			return fmt.Errorf("glyph %d: %w", gid, err)
		}
		glyf = pad(append(glyf, data...))
	}
	t["glyf"], t["loca"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	// Some readers want the three tables all the same: one value, and programs that push a number and drop it.
	t["cvt "], t["fpgm"], t["prep"] = []byte{0, 0}, []byte{0xB0, 0, 0x21}, []byte{0xB0, 0, 0x21}
	return nil
}

// plain is a glyph without its hints (OpenType 1.9, "glyf").
func plain(data []byte) ([]byte, error) {
	if len(data) < 10 {
		return data, nil
	}
	contours := i16(data, 0)
	if contours < 0 {
		return plainComposite(data)
	}
	at := 10 + 2*contours
	if at+2 > len(data) || at+2+u16(data, at) > len(data) {
		return nil, fmt.Errorf("outline cut off")
	}
	out := append(slices.Clone(data[:at]), 0, 0)
	return append(out, data[at+2+u16(data, at):]...), nil
}

func plainComposite(data []byte) ([]byte, error) {
	out := slices.Clone(data)
	for at := 10; at+4 <= len(out); {
		flags := u16(out, at)
		binary.BigEndian.PutUint16(out[at:], uint16(flags&^haveInstructions))
		at += 4 + argumentSize(flags)
		if flags&moreComponents == 0 && at <= len(out) {
			return out[:at], nil
		}
	}
	return nil, fmt.Errorf("composite cut off")
}
