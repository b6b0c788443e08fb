package pdf

// unASCIIHex undoes ASCIIHexDecode (ISO 32000-1, 7.4.2).
func unASCIIHex(data []byte) []byte {
	for i, c := range data {
		if c == '>' {
			data = data[:i]
			break
		}
	}
	return hexBytes(data)
}

// unASCII85 undoes ASCII85Decode (ISO 32000-1, 7.4.3), skipping what is no
// digit.
func unASCII85(data []byte, limit int64) ([]byte, error) {
	out := make([]byte, 0, min(int64(len(data)*4/5+8), limit+8))
	var group uint32
	n := 0
	for _, c := range data {
		switch {
		case c == '~':
			return endASCII85(out, group, n), nil
		case int64(len(out)) > limit:
			return nil, tooLong(limit)
		case c == 'z' && n == 0:
			out = append(roomy(out, 4, limit), 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group = group*85 + uint32(c-'!')
			if n++; n == 5 {
				out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
				group, n = 0, 0
			}
		}
	}
	return endASCII85(out, group, n), nil
}

// roomy returns out with room for n more bytes. It doubles its room, but not far
// beyond limit, so that little is left behind of a result that grows long.
func roomy(out []byte, n int, limit int64) []byte {
	if cap(out)-len(out) >= n {
		return out
	}
	room := max(len(out)+n, int(min(2*int64(cap(out)), limit+int64(n))), 4<<10)
	return append(make([]byte, 0, room), out...)
}

// endASCII85 decodes the last, partial group of n digits.
func endASCII85(out []byte, group uint32, n int) []byte {
	if n < 2 {
		return out
	}
	for range 5 - n {
		group = group*85 + 84
	}
	for i := range n - 1 {
		out = append(out, byte(group>>(24-8*i)))
	}
	return out
}

// unRunLength undoes RunLengthDecode (ISO 32000-1, 7.4.5).
func unRunLength(data []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		out = roomy(out, 128, limit)
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
		if int64(len(out)) > limit {
			return nil, tooLong(limit)
		}
	}
	return out, nil
}
