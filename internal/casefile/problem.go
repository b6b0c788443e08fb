package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/finding"
)

// Code names a kind of problem; it is stable across releases.
type Code string

// The kinds of problem that the reader tells.
const (
	BadSyntax     Code = "syntax"
	BadEncoding   Code = "encoding"
	TrailingData  Code = "trailing-data"
	TooDeep       Code = "too-deep"
	TooLarge      Code = "too-large"
	UnknownKey    Code = "unknown-key"
	DuplicateKey  Code = "duplicate-key"
	MissingKey    Code = "missing-key"
	WrongType     Code = "wrong-type"
	WrongWord     Code = "wrong-word"
	WrongDate     Code = "wrong-date"
	OutOfRange    Code = "out-of-range"
	WrongShape    Code = "wrong-shape"
	WrongPath     Code = "wrong-path"
	UnreadText    Code = "unread-text"
	DuplicateID   Code = "duplicate-id"
	Dangling      Code = "dangling-reference"
	Contradiction Code = "contradiction"
	CardData      Code = "card-data"
	TooMany       Code = "too-many-problems"
)

// A Problem is one thing that keeps a case file from being read. No message ever repeats a
// value that a tag calls private.
type Problem struct {
	Code Code `json:"code"`
	// Place is where it is, 1-based, with the path of the key.
	Place finding.Place `json:"place"`
	// Found and Want are noun phrases; either may be empty.
	Found string `json:"found,omitempty"`
	Want  string `json:"want,omitempty"`
	// Suggestion is the way out, where one is known.
	Suggestion string `json:"suggestion,omitempty"`

	rank int
}

// longWant is how many bytes of words a message lists beside a suggestion; a longer list would hide it.
const longWant = 120

// Message returns the problem in one line, without its place.
func (p Problem) Message() string {
	var parts []string
	switch {
	case p.Code == WrongWord && p.Suggestion != "" && len(p.Want) > longWant:
		parts = append(parts, "found "+p.Found)
	case p.Found != "" && p.Want != "":
		parts = append(parts, "found "+p.Found+", wants "+p.Want)
	case p.Want != "":
		parts = append(parts, "missing, wants "+p.Want)
	default:
		parts = append(parts, p.Found)
	}
	if p.Suggestion != "" {
		parts = append(parts, p.Suggestion)
	}
	return strings.Join(parts, "; ")
}

// String returns file:line:column: path: message; a problem of the whole file has no path.
func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: ", p.Place.File, p.Place.Line, p.Place.Column)
	if p.Place.Path != "" {
		s += p.Place.Path + ": "
	}
	return s + p.Message()
}

// Problems is everything that is wrong with a case file, in the order of the file. It is the
// error that Read returns.
type Problems struct {
	List []Problem `json:"problems"`
}

// Error returns the problems one a line.
func (ps *Problems) Error() string {
	lines := make([]string, len(ps.List))
	for i, p := range ps.List {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// maxProblems bounds what one file may tell, so that a file of another kind does not flood the
// terminal.
const maxProblems = 200

// add keeps a problem unless there are too many. What could be a card's number is blotted out of it.
func (ps *Problems) add(p Problem) {
	p.Found, p.Suggestion, p.Place.Path = maskCards(p.Found), maskCards(p.Suggestion), maskCards(p.Place.Path)
	if len(ps.List) < maxProblems {
		ps.List = append(ps.List, p)
	} else if len(ps.List) == maxProblems {
		p.Code, p.Place.Path, p.Want = TooMany, "", ""
		p.Found, p.Suggestion = "more problems from here on", "mend these first"
		ps.List = append(ps.List, p)
	}
}

// err sorts the problems and returns them, or nil where there are none.
func (ps *Problems) err() error {
	if len(ps.List) == 0 {
		return nil
	}
	slices.SortStableFunc(ps.List, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.rank, b.rank),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Place.Path, b.Place.Path),
		)
	})
	ps.List = slices.CompactFunc(ps.List, func(a, b Problem) bool { return a == b })
	return ps
}

// placed returns p standing at an offset of a file.
func (p Problem) placed(t *text, offset int, path string) Problem {
	line, column := t.place(offset)
	p.Place = finding.Place{File: t.name, Path: path, Line: line, Column: column}
	p.rank = t.rank
	return p
}
