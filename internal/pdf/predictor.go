package pdf

// maxBitwise bounds the bytes whose samples have to be taken one bit or a few at a
// time; only images have such samples, and those are not decoded.
const maxBitwise = 8 << 20

// unpredict undoes the predictor of a Flate or LZW filter (ISO 32000-1,
// 7.4.4.4).
func (d *Document) unpredict(params Dict, data []byte) ([]byte, error) {
	kind, err := d.intOr(params["Predictor"], 1)
	if err != nil || kind < 2 {
		return data, err
	}
	var shape [3]int
	for i, key := range [3]Name{"Colors", "BitsPerComponent", "Columns"} {
		if shape[i], err = d.intOr(params[key], [3]int{1, 8, 1}[i]); err != nil {
			return nil, err
		}
		if shape[i] < 1 || shape[i] > 1<<20 {
			return nil, malformed(-1, "predictor with /%s %d", key, shape[i])
		}
	}
	colors, bits, columns := shape[0], shape[1], shape[2]
	if colors > 64 || bits > 32 {
		return nil, malformed(-1, "predictor of %d colours of %d bits", colors, bits)
	}
	row, pixel := (colors*bits*columns+7)/8, max(1, colors*bits/8)
	if kind == 2 && bits < 8 && len(data) > maxBitwise {
		return nil, malformed(-1, "predictor over %d bytes of samples of %d bits", len(data), bits)
	}
	if kind == 2 {
		unTIFF(data, row, colors, bits)
		return data, nil
	}
	return unPNG(data, row, pixel), nil
}

// unPNG undoes the PNG predictors in place; each row begins with the number of its own.
func unPNG(data []byte, row, pixel int) []byte {
	out := data[:0]
	prev := make([]byte, min(row, len(data)))
	for len(data) > 1 {
		kind := data[0]
		n := min(row, len(data)-1)
		line := data[1 : 1+n]
		unPNGRow(kind, line, prev, pixel)
		copy(prev, line)
		out = append(out, line...)
		data = data[1+n:]
	}
	return out
}

// unPNGRow undoes the predictor of one row in place.
func unPNGRow(kind byte, line, prev []byte, pixel int) {
	for i := range line {
		var left, upLeft byte
		if i >= pixel {
			left, upLeft = line[i-pixel], prev[i-pixel]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += prev[i]
		case 3:
			line[i] += byte((int(left) + int(prev[i])) / 2)
		case 4:
			line[i] += paeth(left, prev[i], upLeft)
		}
	}
}

// paeth returns whichever of the three neighbours is nearest to a+b-c.
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

// abs returns the magnitude of v.
func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}

// unTIFF undoes TIFF predictor 2 in place: each sample is the difference from
// the one a pixel before.
func unTIFF(data []byte, row, colors, bits int) {
	for len(data) > 0 {
		line := data[:min(row, len(data))]
		switch bits {
		case 8:
			for i := colors; i < len(line); i++ {
				line[i] += line[i-colors]
			}
		case 16:
			for i := 2 * colors; i+1 < len(line); i += 2 {
				v := uint16(line[i])<<8 | uint16(line[i+1])
				v += uint16(line[i-2*colors])<<8 | uint16(line[i-2*colors+1])
				line[i], line[i+1] = byte(v>>8), byte(v)
			}
		case 1, 2, 4:
			unTIFFBits(line, colors, bits)
		}
		data = data[len(line):]
	}
}

// unTIFFBits undoes TIFF predictor 2 for samples shorter than a byte.
func unTIFFBits(line []byte, colors, bits int) {
	mask := byte(1<<bits - 1)
	last := make([]byte, colors)
	for i := range len(line) * 8 / bits {
		at, shift := i*bits/8, 8-bits-i*bits%8
		v := (line[at]>>shift + last[i%colors]) & mask
		line[at] = line[at]&^(mask<<shift) | v<<shift
		last[i%colors] = v
	}
}
