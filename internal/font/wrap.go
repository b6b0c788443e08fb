package font

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tolerance forgives the rounding of sums, in points.
const tolerance = 1e-6

// Wrap breaks text into lines no wider than width points when they are set (Line) in the face named id at size points. Each line takes
// as much as it can. Lines break at spaces, which vanish there, after a hyphen between letters, and where other scripts allow it
// (UAX #14); newlines in the text are kept as breaks, and an empty line stays an empty string. A word longer than a whole line is
// broken between letters, never between a letter and its accents. Non-breaking spaces never break. Empty text gives no lines.
func (s *Set) Wrap(id ID, size, width float64, text string) ([]string, error) {
	if text == "" {
		return nil, nil
	}
	face, err := s.Face(id)
	if err != nil {
		return nil, err
	}
	var out []string
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(text)
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " ")
		if face.Simple(line) {
			out = append(out, wrapLine(line, plainFit{face, size, width})...)
			continue
		}
		f := &shapedFit{set: s, id: id, size: size, width: width}
		out = append(out, wrapLine(line, f)...)
		if f.err != nil {
			return nil, f.err
		}
	}
	return out, nil
}

// A fitter gives the byte length of the longest start of line that fits and may end there: at least one letter, unless line is empty.
type fitter interface{ fit(line string) int }

func wrapLine(line string, f fitter) []string {
	var out []string
	for {
		end := f.fit(line)
		if end == len(line) {
			return append(out, line)
		}
		out = append(out, strings.TrimRight(line[:end], " "))
		line = strings.TrimLeft(line[end:], " ")
	}
}

// plainFit measures simple text.
type plainFit struct {
	face        *Face
	size, width float64
}

func (f plainFit) fit(line string) int {
	used, last, whole := 0.0, 0, 0
	for at, r := range line {
		if at > 0 && breakable(line, at) {
			last = at
		}
		used += f.face.advance(r) * f.size
		if r != ' ' && used > f.width+tolerance {
			return cut(line, last, whole)
		}
		_, n := utf8.DecodeRuneInString(line[at:])
		whole = at + n
	}
	return len(line)
}

// cut chooses between the last place a line may break at and the last rune that fits. A line that starts with
// spaces (an indent) may not break inside them, or it would break into nothing.
func cut(line string, last, whole int) int {
	if strings.TrimLeft(line[:last], " ") != "" {
		return last
	}
	indent := len(line) - len(strings.TrimLeft(line, " "))
	_, first := utf8.DecodeRuneInString(line[indent:])
	return max(whole, indent+first)
}

// breakable tells whether a line may end before byte at: at the end of a run of spaces, or after a hyphen between letters.
func breakable(line string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(line[:at])
	after, _ := utf8.DecodeRuneInString(line[at:])
	if before == ' ' {
		return after != ' '
	}
	if before != '-' {
		return before == '—'
	}
	left, _ := utf8.DecodeLastRuneInString(line[:at-size])
	return unicode.IsLetter(left) && unicode.IsLetter(after)
}
