package font

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// shapedFit measures text that has to be shaped. It takes the widths of letters from the whole line, and then sets what it
// would take alone, since a word that is cut joins otherwise.
type shapedFit struct {
	set         *Set
	id          ID
	size, width float64
	err         error
}

func (f *shapedFit) fit(line string) int {
	line, runs, whole := f.start(line)
	if f.err != nil || whole {
		return len(line)
	}
	advances := advances(runs, utf8.RuneCountInString(line))
	breaks := map[int]bool{}
	for _, at := range Opportunities(line) {
		breaks[at] = true
	}
	for room := f.width; ; {
		end := f.longest(line, room, advances, breaks)
		over := f.over(line[:end])
		if !(over > tolerance) || f.err != nil || end <= f.least(line) { // no width at all, too, ends here
			return end
		}
		room -= over
	}
}

// start sets the start of a line, only as much as is wider than the room, since a paragraph may be long and shaping takes
// its time; whole tells that all of the line fits.
func (f *shapedFit) start(line string) (text string, runs []Run, whole bool) {
	most := 16
	if f.size > 0 && f.width > 0 {
		most += int(min(3*f.width/f.size, 4096)) // runes, of a third of an em or wider
	}
	for ; ; most *= 2 {
		text = line
		if at := runeOffset(line, most); at < len(line) {
			text = line[:at]
		}
		if runs, f.err = f.set.Line(f.id, text, Natural); f.err != nil {
			return line, nil, true
		}
		fits := Length(runs)*f.size <= f.width+tolerance
		if len(text) == len(line) || !fits {
			return text, runs, fits
		}
	}
}

// runeOffset is where rune number n of s begins, or the end of s.
func runeOffset(s string, n int) int {
	for at := range s {
		if n == 0 {
			return at
		}
		n--
	}
	return len(s)
}

// least is the length of the line's first letter with its accents and the spaces before it.
func (f *shapedFit) least(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	first := true
	for i, r := range line[at:] {
		if !first && !joins(r) {
			return at + i
		}
		first = false
	}
	return len(line)
}

// longest is the longest start of the line that is no wider than room, by the widths of its letters.
func (f *shapedFit) longest(line string, room float64, advances []float64, breaks map[int]bool) int {
	used, last, whole, i := 0.0, 0, 0, 0
	for at, r := range line {
		if advances[i] >= 0 { // a letter begins
			whole = at
			if at > 0 && (breakable(line, at) || breaks[at]) {
				last = at
			}
			used += advances[i] * f.size
			if r != ' ' && used > room+tolerance {
				return max(cut(line, last, whole), f.least(line))
			}
		}
		i++
	}
	return len(line)
}

// over is by how much a line is too wide, set alone and without the spaces at its end.
func (f *shapedFit) over(line string) float64 {
	width, err := f.set.Width(f.id, f.size, strings.TrimRight(line, " "))
	if err != nil {
		f.err = err
	}
	return width - f.width
}

// advances are the widths in ems of a line's runes; -1 for a rune that is part of the letter before it.
func advances(runs []Run, count int) []float64 {
	out := make([]float64, count)
	for _, run := range runs {
		if run.Glyphs == nil {
			at := run.start
			for _, r := range run.Text {
				out[at] = run.Face.advance(r)
				at++
			}
			continue
		}
		for at := run.start; at < run.start+run.runeLen(); at++ {
			out[at] = -1
		}
		for _, g := range run.Glyphs {
			out[g.cluster] = max(out[g.cluster], 0) + g.advance
		}
		joinAccents(out, run)
	}
	return out
}

// joinAccents makes accents, which are glyphs of their own, part of the letter that carries them.
func joinAccents(advances []float64, run Run) {
	at, open := run.start, run.start
	for _, r := range run.Text {
		if at > run.start && joins(r) && advances[at] >= 0 {
			advances[open] += advances[at]
			advances[at] = -1
		} else if advances[at] >= 0 {
			open = at
		}
		at++
	}
}

// Opportunities are the places, as byte offsets, where a line of another script than Latin, Greek or Cyrillic may break
// without a space: between the characters of Chinese, after the marks that part words or syllables elsewhere (UAX #14).
func Opportunities(text string) []int {
	const first = 0xe00 // Thai; no earlier script has any
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= first }) {
		return nil
	}
	runes := []rune(text)
	var s segmenter.Segmenter
	s.Init(runes)
	var out []int
	at, offset := 0, 0
	for it := s.LineIterator(); it.Next(); {
		line := it.Line()
		for ; at < line.Offset+len(line.Text); at++ {
			offset += utf8.RuneLen(runes[at])
		}
		if at < len(runes) && (between(runes[at-1]) || between(runes[at])) {
			out = append(out, offset)
		}
	}
	return out
}

// between reports whether r is of a script whose lines break without spaces: not a dash, a quotation mark or a sign, which
// stand in Latin text.
func between(r rune) bool {
	return r >= 0xe00 && r < 0x1e00 || r >= 0x2e80 && r < 0xa000 || r >= 0xa9e0 && r < 0xab00 || r >= 0xac00 && r < 0xd7ff || r >= 0xf900 && r < 0xfb00 || r >= 0xff00 && r < 0xfff0 || r >= 0x20000
}

// Letters cuts text into letters, each with the accents and joiners that belong to it.
func Letters(text string) []string {
	var out []string
	start := 0
	for at, r := range text {
		if at > 0 && !joins(r) {
			out = append(out, text[start:at])
			start = at
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}
