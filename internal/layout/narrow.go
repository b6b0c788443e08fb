package layout

import "parolepack/internal/font"

// narrow cuts words wider than the measure into pieces that fit, at least one letter each.
func (m measure) narrow(words []word) []word {
	var out []word
	for _, w := range words {
		if w.width <= m.width+tolerance {
			out = append(out, w)
			continue
		}
		out = append(out, m.cut(w)...)
	}
	return out
}

func (m measure) cut(w word) []word {
	var out []word
	open := word{}
	for _, p := range w.parts {
		for _, text := range font.Letters(p.text) {
			letter := p
			letter.text = text
			letter.width = m.wide(letter)
			if len(open.parts) > 0 && open.width+letter.width > m.width+tolerance {
				out = append(out, open)
				open = word{}
			}
			m.add(&open, letter)
		}
	}
	open.glue, open.hard = w.glue, w.hard
	return append(out, open)
}

// wide measures a part whose faces were found before.
func (m measure) wide(p part) float64 {
	width, err := p.measured(m.set)
	if err != nil {
		return p.width
	}
	return width
}

// add puts one letter at the end of a word, in the last part where that has its look. Letters that are shaped are measured together.
func (m measure) add(w *word, letter part) {
	n := len(w.parts)
	if n == 0 || w.parts[n-1].face != letter.face || w.parts[n-1].shaped != letter.shaped || w.parts[n-1].link != letter.link ||
		w.parts[n-1].size != letter.size || w.parts[n-1].gray != letter.gray {
		w.append(letter)
		return
	}
	last := &w.parts[n-1]
	last.text += letter.text
	if !last.shaped {
		last.width += letter.width
		w.count(letter)
		return
	}
	before := last.width
	last.width = m.wide(*last)
	w.width += last.width - before
}

// alike tells whether two parts may stand in one run.
func alike(a, b part) bool {
	return a.face == b.face && a.size == b.size && a.gray == b.gray && !a.shaped && !b.shaped && !a.rtl && !b.rtl
}
