package layout

import (
	"slices"
	"strings"
	"unicode"

	"parolepack/internal/font"
)

// A span is text of one look as the Markdown gives it. A span with hard set ends its line and has no text.
type span struct {
	text string
	face font.ID
	size float64
	gray float64
	link string
	hard bool
}

// A part is a piece of a word that one face draws.
type part struct {
	text   string
	face   *font.Face
	shaped bool // not a glyph for each character, side by side
	rtl    bool // reads from the right; known once the line is
	size   float64
	gray   float64
	link   string
	width  float64
}

// A word is what a line may not break inside of. The glue after it vanishes where the line ends; a word without
// glue ends at a hyphen or was cut because it is wider than the line.
type word struct {
	parts  []part
	width  float64
	spaces int     // no-break spaces in it, which are spread with the others
	inner  float64 // their width
	glue   part    // a space, or nothing
	hard   bool    // the line ends here whatever its length
}

// append puts a part at the end of a word.
func (w *word) append(p part) {
	w.parts = append(w.parts, p)
	w.count(p)
}

// count adds a part's measures.
func (w *word) count(p part) {
	n := strings.Count(p.text, noBreak)
	w.width += p.width
	w.spaces += n
	w.inner += float64(n) * p.face.Width(noBreak, p.size)
}

const noBreak = "\u00a0"

// words measures spans and cuts them where lines may break. Runs of spaces count as one.
func (s *setter) words(spans []span) ([]word, error) {
	w := wording{set: s.set}
	for _, sp := range spans {
		if sp.hard {
			w.endLine()
			continue
		}
		if err := w.add(sp, s.binder.Replace(clean(sp.text))); err != nil {
			return nil, err
		}
	}
	w.end()
	return w.list, nil
}

// wording collects words.
type wording struct {
	set  *font.Set
	list []word
	open word
}

func (w *wording) add(sp span, text string) error {
	for text != "" {
		n := strings.IndexByte(text, ' ')
		if n == 0 {
			if err := w.space(sp); err != nil {
				return err
			}
			text = strings.TrimLeft(text, " ")
			continue
		}
		if n < 0 {
			n = len(text)
		}
		for i, piece := range hyphenated(text[:n]) {
			if i > 0 {
				w.end()
			}
			if err := w.extend(sp, piece); err != nil {
				return err
			}
		}
		text = text[n:]
	}
	return nil
}

// extend adds text to the open word, face by face.
func (w *wording) extend(sp span, text string) error {
	pieces, err := w.set.Pieces(sp.face, text)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		part := part{text: p.Text, face: p.Face, shaped: !p.Simple, size: sp.size, gray: sp.gray, link: sp.link}
		if part.width, err = part.measured(w.set); err != nil {
			return err
		}
		w.open.append(part)
	}
	return nil
}

// measured is the width of the part's text in points.
func (p *part) measured(set *font.Set) (float64, error) {
	if !p.shaped && !p.rtl {
		return p.face.Width(p.text, p.size), nil
	}
	runs, err := set.Line(p.face.ID(), p.text, direction(p.rtl))
	return font.Length(runs) * p.size, err
}

func direction(rtl bool) font.Direction {
	if rtl {
		return font.RightToLeft
	}
	return font.Natural
}

// space ends the open word with glue; a second space adds nothing.
func (w *wording) space(sp span) error {
	if len(w.open.parts) == 0 {
		return nil
	}
	face, err := w.set.Face(sp.face)
	if err != nil {
		return err
	}
	w.open.glue = part{text: " ", face: face, size: sp.size, gray: sp.gray, link: sp.link, width: face.Width(" ", sp.size)}
	w.end()
	return nil
}

func (w *wording) end() {
	if len(w.open.parts) > 0 {
		w.list = append(w.list, w.open)
	}
	w.open = word{}
}

// endLine makes the line end after the last word; with no word since the last hard break the line is empty.
func (w *wording) endLine() {
	w.end()
	if n := len(w.list); n > 0 && !w.list[n-1].hard {
		w.list[n-1].hard = true
		return
	}
	w.list = append(w.list, word{hard: true})
}

// hyphenated cuts a word after each hyphen or slash between letters and after each em dash within it, and where its script
// breaks lines without spaces.
func hyphenated(text string) []string {
	var out []string
	start := 0
	var before, last rune
	others := font.Opportunities(text)
	for at, r := range text {
		letters := (last == '-' || last == '/') && unicode.IsLetter(before) && unicode.IsLetter(r)
		if letters || last == '—' && before != 0 && !unicode.IsPunct(r) || slices.Contains(others, at) {
			out = append(out, text[start:at])
			start = at
		}
		before, last = last, r
	}
	return append(out, text[start:])
}
