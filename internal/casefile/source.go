package casefile

import (
	"bytes"
	"unicode/utf8"
)

// bom is the byte-order mark that some Windows editors put before UTF-8 text.
const bom = "\xef\xbb\xbf"

// A text is one file being read: its bytes and where its lines begin.
type text struct {
	name  string
	rank  int // 0 for the case, 1 for the firm's file: the order in which problems are told
	data  []byte
	lines []int // offset of each line's first byte; the byte-order mark is before the first
}

// newText indexes the lines of a file. A line ends at LF, at CRLF or at a lone CR.
func newText(name string, rank int, data []byte) *text {
	t := &text{name: name, rank: rank, data: data, lines: []int{0}}
	if bytes.HasPrefix(data, []byte(bom)) {
		t.lines[0] = len(bom)
	}
	for i, c := range data {
		lone := c == '\r' && (i+1 == len(data) || data[i+1] != '\n')
		if c == '\n' || lone {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// place returns the 1-based line and column of a byte offset. Columns count runes, so that an
// accent or an Arabic letter before the place does not push it to the right.
func (t *text) place(offset int) (line, column int) {
	offset = min(max(offset, t.lines[0]), len(t.data))
	lo, hi := 0, len(t.lines)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; t.lines[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo + 1, utf8.RuneCount(t.data[t.lines[lo]:offset]) + 1
}
