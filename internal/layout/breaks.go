package layout

import (
	"math"

	"parolepack/internal/font"
)

const (
	tolerance = 1e-6 // points; forgives the rounding of sums
	shrink    = 0.12 // of a word space, the most a justified line is tightened
	stretch   = 0.5  // of a word space, what counts as one unit of looseness
	loosest   = 1.3  // of a word space, the most that is added to one; a looser line is left ragged
)

// A measure is the width lines are broken to and how they will stand in it.
type measure struct {
	set   *font.Set
	dir   font.Direction // of the paragraph, where it has words from right to left
	width float64
	align Align
}

// lines breaks words into lines over the whole paragraph at once: of all ways to break it, the one with the
// least sum of squared faults is taken (Knuth and Plass, "Breaking Paragraphs into Lines", without hyphenation).
// Each line is a slice of words.
func (m measure) lines(words []word) [][]word {
	words = m.narrow(words)
	var out [][]word
	for len(words) > 0 {
		end := 0
		for end < len(words)-1 && !words[end].hard {
			end++
		}
		out = append(out, m.paragraph(words[:end+1])...)
		words = words[end+1:]
	}
	return out
}

// paragraph breaks words without hard breaks inside.
func (m measure) paragraph(words []word) [][]word {
	n := len(words)
	best, from := make([]float64, n+1), make([]int, n+1)
	for j := 1; j <= n; j++ {
		best[j] = math.Inf(1)
		for i := j - 1; i >= 0; i-- {
			fault, fits := m.fault(words[i:j], j == n)
			if !fits && i < j-1 {
				break // earlier starts are wider still
			}
			if total := best[i] + fault; total < best[j] {
				best[j], from[j] = total, i
			}
		}
	}
	var out [][]word
	for j := n; j > 0; j = from[j] {
		out = append(out, words[from[j]:j])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// fault tells how bad a line is; fits is false where it is wider than the measure.
func (m measure) fault(line []word, last bool) (fault float64, fits bool) {
	width, glue, _ := size(line)
	slack := m.width - width
	if slack < -tolerance && (m.align != Justify || -slack > shrink*glue+tolerance) {
		return 1e12, false
	}
	fault = m.looseness(slack, glue, last)
	if !last && line[len(line)-1].glue.text == "" {
		fault += 30 // broken at a hyphen
	}
	if last && len(line) == 1 {
		fault += 80 // a lone word under a paragraph
	}
	return (1 + fault) * (1 + fault), true
}

// looseness is the fault of a line for its slack alone.
func (m measure) looseness(slack, glue float64, last bool) float64 {
	switch {
	case slack < 0:
		return 100 * math.Pow(-slack/(shrink*glue+tolerance), 3)
	case last && m.align != Center:
		return 0
	case m.align == Justify:
		return min(100*math.Pow(slack/(stretch*glue+tolerance), 3), 1e5)
	}
	// Ragged lines: nearly equal ones look best, but never at the price of one line more.
	return 50 + 100*math.Pow(slack/m.width, 2)
}

// size is the natural width of a line, the part of it that is space, and the number of its spaces.
func size(line []word) (width, glue float64, spaces int) {
	inner := 0.0
	for i, w := range line {
		width += w.width
		inner += w.inner
		spaces += w.spaces
		if i < len(line)-1 && w.glue.text != "" {
			glue += w.glue.width
			spaces++
		}
	}
	return width + glue, glue + inner, spaces
}

// spread is what each space of a line gets so that the line fills the measure: 0 for a ragged line.
func (m measure) spread(line []word, last bool) float64 {
	width, glue, spaces := size(line)
	if m.align != Justify || spaces == 0 {
		return 0
	}
	slack := m.width - width
	if slack > 0 && (last || slack > loosest*glue) {
		return 0
	}
	return slack / float64(spaces)
}
