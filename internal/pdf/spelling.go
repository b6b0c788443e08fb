package pdf

// nameOf decodes the text of a name token, slash and all (ISO 32000-1, 7.3.5).
func nameOf(raw []byte) Name {
	raw = raw[1:]
	for _, c := range raw {
		if c == '#' {
			return Name(unhash(raw))
		}
	}
	return Name(raw)
}

// unhash replaces every #xx by its byte; a # without two digits stays.
func unhash(raw []byte) []byte {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			hi, lo := unhex(raw[i+1]), unhex(raw[i+2])
			if hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return out
}

// unhex returns the value of a hexadecimal digit, or -1.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// stringOf decodes the text of a string token, delimiters and all (ISO
// 32000-1, 7.3.4).
func stringOf(k tokenKind, raw []byte) String {
	if len(raw) < 2 {
		return ""
	}
	raw = raw[1 : len(raw)-1]
	if k == tokHex {
		return String(hexBytes(raw))
	}
	for _, c := range raw {
		if c == '\\' || c == '\r' {
			return String(unescape(raw))
		}
	}
	return String(raw)
}

// hexBytes decodes hexadecimal digits, skipping all else; an odd last digit
// is followed by a zero.
func hexBytes(raw []byte) []byte {
	out := make([]byte, 0, (len(raw)+1)/2)
	high := -1
	for _, c := range raw {
		v := unhex(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

// unescape decodes the inside of a literal string.
func unescape(raw []byte) []byte {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '\r': // an end of line is a line feed, however it is spelled
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			out = append(out, '\n')
		case '\\':
			i++
			if i < len(raw) {
				out, i = escape(out, raw, i)
			}
		default:
			out = append(out, c)
		}
	}
	return out
}

// escape decodes the escape whose letter is raw[i] and returns the index of
// its last byte.
func escape(out, raw []byte, i int) ([]byte, int) {
	const letters, values = "nrtbf", "\n\r\t\b\f"
	for k := range len(letters) {
		if raw[i] == letters[k] {
			return append(out, values[k]), i
		}
	}
	switch c := raw[i]; {
	case c == '\n':
		return out, i
	case c == '\r':
		if i+1 < len(raw) && raw[i+1] == '\n' {
			i++
		}
		return out, i
	case c >= '0' && c <= '7':
		return octal(out, raw, i)
	}
	return append(out, raw[i]), i
}

// octal decodes up to three octal digits.
func octal(out, raw []byte, i int) ([]byte, int) {
	v, end := 0, min(i+3, len(raw))
	for ; i < end && raw[i] >= '0' && raw[i] <= '7'; i++ {
		v = v<<3 | int(raw[i]-'0')
	}
	return append(out, byte(v)), i - 1
}
