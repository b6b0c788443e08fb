package pagetext

import "parolepack/internal/pdf"

// maxCodes bounds the entries of one map: there are no more codes of two bytes.
const maxCodes = 1 << 16

// parseMap reads the bfchar and bfrange entries of a ToUnicode map (ISO 32000-1, 9.10.3).
func parseMap(data []byte) map[uint16]string {
	m := map[uint16]string{}
	s := scanner{data: data}
	var held []string
	for {
		word, ok := s.next()
		if !ok {
			return m
		}
		switch word {
		case "beginbfchar", "beginbfrange":
			held = held[:0]
		case "endbfchar":
			for i := 0; i+1 < len(held) && len(m) < maxCodes; i += 2 {
				m[code(held[i])] = utf16(held[i+1])
			}
		case "endbfrange":
			addRanges(m, held)
		default:
			held = keep(held, word)
		}
	}
}

// addRanges adds ranges: of codes to a text that counts up, or to a list of texts.
func addRanges(m map[uint16]string, held []string) {
	budget := maxCodes
	for i := 0; i+2 < len(held) && budget > 0; i += 3 {
		low, high := int(code(held[i])), int(code(held[i+1]))
		if held[i+2] == "[" {
			end := i + 3
			for ; end < len(held) && held[end] != "]"; end++ {
				if c := low + end - i - 3; c <= high {
					m[uint16(c)] = utf16(held[end])
				}
			}
			i += end - i - 2 // the loop adds three
			continue
		}
		to := []rune(utf16(held[i+2]))
		for c := low; c <= high && len(to) > 0 && budget > 0; c++ {
			m[uint16(c)] = string(to)
			to[len(to)-1]++
			budget--
		}
	}
}

// code reads a code of one or two bytes.
func code(hex string) uint16 {
	switch b := stringBytes(hex); len(b) {
	case 0:
		return 0
	case 1:
		return uint16(b[0])
	default:
		return uint16(b[0])<<8 | uint16(b[1])
	}
}

func utf16(hex string) string {
	return pdf.String("\xfe\xff" + string(stringBytes(hex))).Text()
}
