package pdf

import (
	"maps"
	"slices"
)

// Object is any PDF value (ISO 32000-1, 7.3): nil for null, bool, Integer,
// Real, Name, String, Array, Dict, *Stream or Ref; Spelled where it is written.
type Object any

// Spelled is a value that AppendObject spelled before, to be written as it is: what many files have in common need not
// be spelled for each.
type Spelled []byte

// Integer is a whole number (ISO 32000-1, 7.3.3).
type Integer int64

// Real is a number with a fraction (ISO 32000-1, 7.3.3).
type Real float64

// Name is a decoded name without its leading slash (ISO 32000-1, 7.3.5).
type Name string

// String holds the bytes of a string, decrypted and without its delimiters
// (ISO 32000-1, 7.3.4). Use Document.Text to read one as text.
type String string

// Array is an array of values (ISO 32000-1, 7.3.6).
type Array []Object

// Dict is a dictionary (ISO 32000-1, 7.3.7). A key whose value is null is
// absent.
type Dict map[Name]Object

// Ref is an indirect reference (ISO 32000-1, 7.3.10). The zero Ref refers to
// nothing.
type Ref struct{ Num, Gen int }

// Clone returns a shallow copy, so that keys can be changed without touching
// a document's cache.
func (d Dict) Clone() Dict {
	if d == nil {
		return Dict{}
	}
	return maps.Clone(d)
}

// Clone returns a shallow copy, so that elements can be changed without
// touching a document's cache.
func (a Array) Clone() Array { return slices.Clone(a) }

// Stream is a dictionary with a body of bytes (ISO 32000-1, 7.3.8). The body
// stays in its document until it is asked for through Document.Raw or
// Document.Decode, or copied by a Writer.
type Stream struct {
	// Dict is the stream's dictionary. Its /Length is not trusted when the
	// stream is written.
	Dict Dict

	raw    []byte    // the body, when src is nil
	squash bool      // raw is compressed when it is written
	src    *Document // where the body lies otherwise
	off    int64     // byte offset of the body in src
	length int64     // its length, still encrypted and filtered
	ref    Ref       // the number its key is made of
	method method    // how the body is encrypted in src
}

// NewStream returns a stream whose body raw is already encoded as d's
// /Filter says. Its /Length is set when it is written. The stream keeps raw.
func NewStream(d Dict, raw []byte) *Stream { return &Stream{Dict: d, raw: raw} }
