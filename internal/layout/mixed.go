package layout

import (
	"slices"
	"strings"

	"parolepack/internal/font"
)

// An atom is what stands side by side on a line that has words from right to left: a piece of a word, or a space.
type atom struct {
	part
	space bool
}

// mixed places the words of a line some of which run from right to left, each where it is read (UAX #9); it is false for a line
// without any.
func (p *pen) mixed(line []word) bool {
	if !shaped(line) {
		return false
	}
	list := atoms(line)
	var text strings.Builder
	for _, a := range list {
		text.WriteString(a.text)
	}
	levels := font.Levels(text.String(), p.dir)
	if levels == nil {
		return false
	}
	list, levels = level(list, levels)
	font.Reorder(list, levels)
	for _, a := range list {
		p.atom(a)
	}
	return true
}

// shaped reports whether any part of the words is shaped, as all from right to left is.
func shaped(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return slices.ContainsFunc(w.parts, func(x part) bool { return x.shaped }) })
}

// toward is the direction of a paragraph.
func toward(words []word) font.Direction {
	if !shaped(words) {
		return font.LeftToRight
	}
	var text strings.Builder
	for _, w := range words {
		for _, x := range w.parts {
			text.WriteString(x.text)
		}
	}
	return font.Toward(text.String())
}

// atoms are the parts and spaces of a line in reading order.
func atoms(line []word) []atom {
	var out []atom
	for i, w := range line {
		for _, x := range w.parts {
			out = append(out, atom{part: x})
		}
		if i < len(line)-1 && w.glue.text != "" {
			out = append(out, atom{part: w.glue, space: true})
		}
	}
	return out
}

// level cuts atoms where the level changes inside of one, and gives each its level.
func level(list []atom, levels []int) (out []atom, each []int) {
	for _, a := range list {
		runes := []rune(a.text)
		for start := 0; start < len(runes); {
			end := start
			for end < len(runes) && levels[end] == levels[start] {
				end++
			}
			piece := a
			piece.text, piece.rtl = string(runes[start:end]), levels[start]%2 == 1
			out, each = append(out, piece), append(each, levels[start])
			runes, levels, start = runes[end:], levels[end:], 0
		}
	}
	return out, each
}

// atom places one atom.
func (p *pen) atom(a atom) {
	if a.space {
		width := a.width + p.space
		if a.link != "" {
			p.touch(a.link, width)
		}
		p.x += width
		return
	}
	if width, err := a.measured(p.fonts); err == nil {
		a.width = width
	}
	p.put(a.part)
}
