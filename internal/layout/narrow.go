package layout

// narrow cuts words wider than the measure into pieces that fit, at least one rune each.
func narrow(words []word, measure float64) []word {
	var out []word
	for _, w := range words {
		if w.width <= measure+tolerance {
			out = append(out, w)
			continue
		}
		out = append(out, cut(w, measure)...)
	}
	return out
}

func cut(w word, measure float64) []word {
	var out []word
	open := word{}
	for _, p := range w.parts {
		for _, r := range p.text {
			letter := p
			letter.text, letter.width = string(r), p.face.Width(string(r), p.size)
			if len(open.parts) > 0 && open.width+letter.width > measure+tolerance {
				out = append(out, open)
				open = word{}
			}
			open.add(letter)
		}
	}
	open.glue, open.hard = w.glue, w.hard
	return append(out, open)
}

// add puts one rune at the end of a word, in the last part where that has its look.
func (w *word) add(letter part) {
	if n := len(w.parts); n > 0 && alike(w.parts[n-1], letter) && w.parts[n-1].link == letter.link {
		w.parts[n-1].text += letter.text
		w.parts[n-1].width += letter.width
		w.count(letter)
		return
	}
	w.append(letter)
}

// alike tells whether two parts may stand in one run.
func alike(a, b part) bool {
	return a.face == b.face && a.size == b.size && a.gray == b.gray
}
