package font

import (
	"fmt"
	"sync"
)

// A Set holds the faces of one process. Each face is parsed when it is first asked for; a Set is
// safe for concurrent use and is meant to be shared.
type Set struct {
	entries map[ID]*entry
}

// entry parses its face once, whoever asks first.
type entry struct {
	once sync.Once
	face *Face
	err  error
}

// NewSet makes a Set of all faces; nothing is parsed yet.
func NewSet() *Set {
	s := &Set{entries: make(map[ID]*entry)}
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

// A Piece is a stretch of text that one face draws.
type Piece struct {
	Face *Face
	Text string
}

// Split cuts text into the longest pieces that one face can draw: the face named id where it has the glyph,
// its fallback where only that one has it. Runes neither has stay with the face named id, where
// Face.Missing finds them. Pieces are in text order and join to text again.
func (s *Set) Split(id ID, text string) ([]Piece, error) {
	first, err := s.Face(id)
	if err != nil {
		return nil, err
	}
	if text == "" {
		return nil, nil
	}
	if first.has(text) {
		return []Piece{{first, text}}, nil
	}
	second, err := s.Face(id.Fallback())
	if err != nil {
		return nil, err
	}
	return split(first, second, text), nil
}

func split(first, second *Face, text string) []Piece {
	var out []Piece
	start, current := 0, (*Face)(nil)
	for at, r := range text {
		face := choose(first, second, r)
		if current != nil && face != current {
			out = append(out, Piece{current, text[start:at]})
			start = at
		}
		current = face
	}
	return append(out, Piece{current, text[start:]})
}

func choose(first, second *Face, r rune) *Face {
	if _, ok := first.Glyph(r); ok {
		return first
	}
	if _, ok := second.Glyph(r); ok {
		return second
	}
	return first
}
