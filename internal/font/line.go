package font

import "unicode/utf8"

// A Direction is the way the runs of a line follow each other.
type Direction int

// The directions. Natural is what Toward finds, for a line that is a paragraph of its own.
const (
	Natural Direction = iota
	LeftToRight
	RightToLeft
)

// A Run is a stretch of a line that one face draws. The runs of a line stand in visual order, from left to right.
type Run struct {
	Face *Face
	// Text is what the run says, in the order in which it is read.
	Text string
	// Width is the run's length in ems.
	Width float64
	// Glyphs are its glyphs from left to right; nil where each character of Text is drawn by its own glyph (Face.Glyph), side by side.
	Glyphs []Glyph
	// RightToLeft says that Text reads from the right.
	RightToLeft bool
	// Lost says that no face has the run's characters: each is drawn as the box for a missing glyph.
	Lost bool

	start int // of Text in its line, in runes
}

// A Glyph is one glyph of a shaped run.
type Glyph struct {
	ID uint16
	// X and Y are where its origin stands, in ems from the start of the run and from the baseline.
	X, Y float64
	// Text is what the glyph says: the characters of its cluster for the cluster's first glyph in reading order,
	// nothing for the others.
	Text string

	cluster int // the line's rune it begins with
	letter  int // the rune that its letter begins with
	advance float64
}

// Advances reports whether the glyph moves the line on; an accent does not.
func (g Glyph) Advances() bool { return g.advance != 0 }

// A Letter is what a reader takes for one: the glyphs of a base and its accents, or of several characters that are written as one.
type Letter struct {
	// Text is what the glyphs say together.
	Text string
	// Glyphs stand from left to right.
	Glyphs []Glyph
}

// Letters groups the glyphs of a shaped run; letters stand from left to right.
func (r *Run) Letters() []Letter {
	var out []Letter
	for i, g := range r.Glyphs {
		if i > 0 && g.letter == r.Glyphs[i-1].letter {
			last := &out[len(out)-1]
			last.Glyphs = append(last.Glyphs, g)
			continue
		}
		out = append(out, Letter{Glyphs: []Glyph{g}})
	}
	for i := range out {
		for _, g := range out[i].Glyphs {
			if r.RightToLeft {
				out[i].Text = g.Text + out[i].Text
			} else {
				out[i].Text += g.Text
			}
		}
	}
	return out
}

// Length is the width of a line's runs together, in ems.
func Length(runs []Run) float64 {
	sum := 0.0
	for _, r := range runs {
		sum += r.Width
	}
	return sum
}

// Line sets text on one line in the face named id. A character that the face lacks is taken from the face of its script or from
// the fallback, and is a box where none has it; an accent stays with its letter. Line breaks have no place in text.
func (s *Set) Line(id ID, text string, dir Direction) ([]Run, error) {
	face, err := s.Face(id)
	if err != nil || text == "" {
		return nil, err
	}
	if ems, ok := face.simpleWidth(text); ok && dir != RightToLeft {
		return []Run{{Face: face, Text: text, Width: ems}}, nil
	}
	l := liner{set: s, first: face, runes: []rune(text)}
	if l.second, err = s.Face(id.Fallback()); err != nil {
		return nil, err
	}
	l.levels = levels(l.runes, dir)
	if err := l.itemize(); err != nil {
		return nil, err
	}
	runs := make([]Run, 0, len(l.items))
	for _, it := range l.items {
		runs = append(runs, l.run(it))
	}
	return visual(runs, l.items), nil
}

// Pieces cuts text, in reading order, into stretches that one face draws in one way, for makers of lines who keep the
// order of runs in their own hands. The pieces join to text again.
func (s *Set) Pieces(id ID, text string) ([]Piece, error) {
	face, err := s.Face(id)
	if err != nil || text == "" {
		return nil, err
	}
	if face.Simple(text) {
		return []Piece{{Face: face, Text: text, Simple: true}}, nil
	}
	l := liner{set: s, first: face, runes: []rune(text)}
	if l.second, err = s.Face(id.Fallback()); err != nil {
		return nil, err
	}
	l.levels = levels(l.runes, Natural)
	if err := l.itemize(); err != nil {
		return nil, err
	}
	out := make([]Piece, len(l.items))
	for i, it := range l.items {
		out[i] = Piece{Face: it.face, Text: string(l.runes[it.from:it.to]), Simple: it.way == side}
	}
	return out, nil
}

// A Piece is a stretch of text that one face draws.
type Piece struct {
	Face *Face
	Text string
	// Simple says that each character is drawn by its own glyph, side by side from left to right.
	Simple bool
}

// way is how a stretch is drawn.
type way int

const (
	side   way = iota // glyph by glyph, side by side
	shaped            // by the shaper
	boxed             // as boxes
)

// item is a stretch of one face, one way, one level.
type item struct {
	from, to int // in the line's runes
	face     *Face
	way      way
	level    int
}

// liner makes one line.
type liner struct {
	set           *Set
	first, second *Face
	runes         []rune
	levels        []int // nil for a line that runs from left to right all through
	items         []item
}

// itemize cuts the line into items.
func (l *liner) itemize() error {
	for at := 0; at < len(l.runes); {
		end := at + 1
		for end < len(l.runes) && joins(l.runes[end]) {
			end++
		}
		if err := l.cluster(at, end); err != nil {
			return err
		}
		at = end
	}
	return nil
}

// cluster finds the face of a letter with its accents. Where no face has all of them, each is on its own.
func (l *liner) cluster(from, to int) error {
	faces, err := l.faces(l.runes[from:to])
	if err != nil {
		return err
	}
	for _, f := range faces {
		if covers(f, l.runes[from:to]) {
			l.add(item{from: from, to: to, face: f, way: l.wayOf(f, from, to)})
			return nil
		}
	}
	if to-from == 1 {
		l.add(item{from: from, to: to, face: l.first, way: boxed})
		return nil
	}
	for at := from; at < to; at++ {
		if err := l.cluster(at, at+1); err != nil {
			return err
		}
	}
	return nil
}

// faces are those that may draw the characters, the best first: a script's own, the line's, the fallback.
func (l *liner) faces(runes []rune) ([]*Face, error) {
	out := make([]*Face, 0, 4)
	for _, r := range runes {
		if id, ok := l.set.own(r); ok {
			f, err := l.set.Face(id)
			if err != nil {
				return nil, err
			}
			out = append(out, f)
			break
		}
	}
	return append(out, l.first, l.second), nil
}

// covers reports whether f has a glyph for every character that shows something.
func covers(f *Face, runes []rune) bool {
	for _, r := range runes {
		if silent(r) {
			continue
		}
		if _, ok := f.Glyph(r); !ok || meaningless(r) {
			return false
		}
	}
	return true
}

// wayOf tells whether a cluster needs the shaper: any but a simple character, and one that stands mirrored in a line from
// right to left.
func (l *liner) wayOf(f *Face, from, to int) way {
	r := l.runes[from]
	if to-from > 1 || !inTable(l.set.simple, r) {
		return shaped
	}
	if l.level(from)%2 == 1 && r != ' ' && r != '\u00a0' {
		return shaped
	}
	return side
}

func (l *liner) level(at int) int {
	if l.levels == nil {
		return 0
	}
	return l.levels[at]
}

// add appends an item, to the last one where it is drawn alike. Shaped items of two scripts stay apart.
func (l *liner) add(it item) {
	it.level = l.level(it.from)
	if n := len(l.items); n > 0 {
		last := &l.items[n-1]
		if last.face == it.face && last.way == it.way && last.level == it.level && (it.way != shaped || l.oneScript(*last, it)) {
			last.to = it.to
			return
		}
	}
	l.items = append(l.items, it)
}

// run draws an item up.
func (l *liner) run(it item) Run {
	runes := l.runes[it.from:it.to]
	out := Run{Face: it.face, Text: string(runes), RightToLeft: it.level%2 == 1, start: it.from}
	if it.way == shaped {
		if out.Glyphs, out.Width = it.face.shaper.shape(it.face, l.runes, it); out.Glyphs != nil {
			return out
		}
	}
	if it.way == boxed {
		out.Lost = true
		box := float64(it.face.units(0)) / float64(it.face.upem)
		for i, r := range runes {
			out.Glyphs = append(out.Glyphs, Glyph{X: out.Width, Text: string(r), cluster: it.from + i, letter: it.from + i, advance: box})
			out.Width += box
		}
		return out
	}
	for _, r := range runes {
		out.Width += it.face.advance(r)
	}
	return out
}

// runeLen is the length of a run's text in runes.
func (r *Run) runeLen() int { return utf8.RuneCountInString(r.Text) }
