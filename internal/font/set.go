package font

import (
	"fmt"
	"sync"
	"unicode"
)

// A Set holds the faces of one process. Each face is parsed when it is first asked for; a Set is
// safe for concurrent use and is meant to be shared.
type Set struct {
	entries  map[ID]*entry
	writings []writing
	simple   *unicode.RangeTable
}

// entry parses its face once, whoever asks first.
type entry struct {
	once sync.Once
	face *Face
	err  error
}

// NewSet makes a Set of all faces; nothing is parsed yet.
func NewSet() *Set {
	s := &Set{entries: make(map[ID]*entry), writings: writings(), simple: simple()}
	for _, id := range IDs() {
		s.entries[id] = new(entry)
	}
	return s
}

// Face gives the face named id. An unknown id is an error.
func (s *Set) Face(id ID) (*Face, error) {
	e, ok := s.entries[id]
	if !ok {
		return nil, fmt.Errorf("font %q: no such face", id)
	}
	e.once.Do(func() { e.face, e.err = parse(id, program(id)) })
	return e.face, e.err
}

// Width is the length of text in points on one line, as Line sets it in the face named id at size points.
func (s *Set) Width(id ID, size float64, text string) (float64, error) {
	face, err := s.Face(id)
	if err != nil {
		return 0, err
	}
	if ems, ok := face.simpleWidth(text); ok {
		return ems * size, nil
	}
	runs, err := s.Line(id, text, Natural)
	if err != nil {
		return 0, err
	}
	return Length(runs) * size, nil
}

// Missing lists the characters of text that cannot be read once it is set in the face named id, each once, in the order
// they are met: those that no face has, which stand there as boxes, and the sign for a lost character (U+FFFD).
func (s *Set) Missing(id ID, text string) ([]rune, error) {
	face, err := s.Face(id)
	if err != nil || face.Simple(text) {
		return nil, err
	}
	runs, err := s.Line(id, text, Natural)
	if err != nil {
		return nil, err
	}
	var out []rune
	lost := map[rune]bool{unicode.ReplacementChar: true}
	for _, run := range runs {
		for _, r := range run.Text {
			lost[r] = lost[r] || run.Lost
		}
	}
	for _, r := range text {
		if lost[r] {
			out = append(out, r)
			lost[r] = false
		}
	}
	return out, nil
}
