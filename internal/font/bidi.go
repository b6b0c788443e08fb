package font

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	xbidi "golang.org/x/text/unicode/bidi"
)

// levels gives each character its embedding level (UAX #9); nil where all run from left to right.
func levels(runes []rune, dir Direction) []int {
	if dir != RightToLeft && !slices.ContainsFunc(runes, turns) {
		return nil
	}
	if dir == Natural {
		dir = most(runes)
	}
	base := bidi.LeftToRight
	if dir == RightToLeft {
		base = bidi.RightToLeft
	}
	var p bidi.Paragraph
	runs := p.Segment(onePart(runes), base)
	out := make([]int, len(runes))
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for at := r.Start; at < r.End; at++ {
			out[at] = int(r.Level)
		}
		if dir != RightToLeft && r.Level%2 == 0 {
			numbers(runes[r.Start:r.End], out[r.Start:r.End], int(r.Level))
		}
	}
	return out
}

// most is the direction of a paragraph: right to left where it begins so (UAX #9, P2) and most of its letters run so. A form
// is answered in English, so a sentence that begins in English stays English however much it quotes, and so does one that
// merely begins with a foreign name.
func most(runes []rune) Direction {
	balance, first := 0, LeftToRight
	begun := false
	for _, r := range runes {
		way := LeftToRight
		switch class(r) {
		case xbidi.L:
			balance++
		case xbidi.R, xbidi.AL:
			balance--
			way = RightToLeft
		default:
			continue
		}
		if !begun {
			begun, first = true, way
		}
	}
	if balance < 0 && first == RightToLeft {
		return RightToLeft
	}
	return LeftToRight
}

// onePart replaces what would end the paragraph.
func onePart(runes []rune) []rune {
	if !slices.ContainsFunc(runes, func(r rune) bool { return class(r) == xbidi.B }) {
		return runes
	}
	out := slices.Clone(runes)
	for i, r := range out {
		if class(r) == xbidi.B {
			out[i] = ' '
		}
	}
	return out
}

// numbers tells the numbers of a text from right to left from the letters beside them. The library parts runs by
// direction alone and gives each the level of its first character; in a line from left to right a number behind Arabic has level 2,
// and the Latin after it level 0 (UAX #9, I1).
func numbers(runes []rune, levels []int, first int) {
	const number, base = 2, 0
	level := first
	for i, r := range runes {
		switch class(r) {
		case xbidi.AN:
			level = number
		case xbidi.EN, xbidi.ET, xbidi.ES, xbidi.CS, xbidi.NSM, xbidi.BN:
		default:
			level = base
		}
		levels[i] = level
	}
	// What closes a number without a digit behind it is no part of it.
	for i := len(runes) - 1; i >= 0; i-- {
		if c := class(runes[i]); levels[i] == number && (c == xbidi.ES || c == xbidi.CS) && (i == len(runes)-1 || levels[i+1] == base) {
			levels[i] = base
		}
	}
}

// visual puts runs that stand in reading order in the order from left to right (UAX #9, L2).
func visual(runs []Run, items []item) []Run {
	highest := 0
	for _, it := range items {
		highest = max(highest, it.level)
	}
	order := make([]int, len(items))
	for i, it := range items {
		order[i] = it.level
	}
	reorder(runs, order, highest)
	return runs
}

// reorder reverses every stretch of a level and above, from the highest level down. levels goes along.
func reorder[T any](list []T, levels []int, highest int) {
	for level := highest; level > 0; level-- {
		for from := 0; from < len(list); from++ {
			to := from
			for to < len(list) && levels[to] >= level {
				to++
			}
			slices.Reverse(list[from:to])
			slices.Reverse(levels[from:to])
			from = max(from, to)
		}
	}
}

// Toward is the direction of a paragraph: RightToLeft where it begins so and most of its letters run so, else LeftToRight. It is
// found for the whole paragraph and holds for each of its lines, so that a line that happens to begin or to be filled with
// foreign words is read like the others.
func Toward(text string) Direction {
	for _, r := range text {
		if turns(r) {
			return most([]rune(text))
		}
	}
	return LeftToRight
}

// Levels gives each rune of text its embedding level in a line of that direction; nil where all run from left to right.
func Levels(text string, dir Direction) []int { return levels([]rune(text), dir) }

// Reorder puts what stands in reading order, each thing with its level, in the order from left to right.
func Reorder[T any](list []T, levels []int) {
	reorder(list, slices.Clone(levels), slices.Max(append([]int{0}, levels...)))
}

func inTable(t *unicode.RangeTable, r rune) bool { return unicode.Is(t, r) }
