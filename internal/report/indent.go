package report

import (
	"bufio"
	"io"
)

// indenter sets compact JSON in lines as it passes, two spaces a level, as json.Indent would. The encoder indents
// in memory, which for a manifest of thousands of pages takes more of it than the packet.
type indenter struct {
	w     *bufio.Writer
	depth int
	// text says that a string is under way, escaped that its next byte is, opened that a bracket was the last byte.
	text, escaped, opened bool
}

func newIndenter(w io.Writer) *indenter { return &indenter{w: bufio.NewWriter(w)} }

// Write sets the next bytes. A failure to write stays with the buffer and comes out of flush.
func (t *indenter) Write(p []byte) (int, error) {
	for _, c := range p {
		if t.text {
			t.inText(c)
		} else {
			t.between(c)
		}
	}
	return len(p), nil
}

func (t *indenter) flush() error { return t.w.Flush() }

// inText passes one byte of a string.
func (t *indenter) inText(c byte) {
	switch {
	case t.escaped:
		t.escaped = false
	case c == '\\':
		t.escaped = true
	case c == '"':
		t.text = false
	}
	t.w.WriteByte(c)
}

// between passes one byte that stands in no string.
func (t *indenter) between(c byte) {
	closes := c == '}' || c == ']'
	if closes {
		t.depth--
	}
	if t.opened != closes && c != '\n' {
		t.line() // an empty pair of brackets stays together
	}
	t.opened = c == '{' || c == '['
	t.text = c == '"'
	t.w.WriteByte(c)
	switch {
	case t.opened:
		t.depth++
	case c == ',':
		t.line()
	case c == ':':
		t.w.WriteByte(' ')
	}
}

// line begins a line at the depth of the moment.
func (t *indenter) line() {
	t.w.WriteByte('\n')
	for range t.depth {
		t.w.WriteString("  ")
	}
}
