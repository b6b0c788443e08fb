package font

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
)

// direct is the number of leading code points whose glyphs stand in a plain table. It takes in Latin, Greek,
// Cyrillic, Hebrew, Arabic and the punctuation of letters.
const direct = 0x2800

// A Face is one parsed typeface. All its methods are safe for concurrent use.
type Face struct {
	id       ID
	program  []byte
	name     string
	metrics  Metrics
	upem     int
	glyphs   [direct]uint16 // 0 where the face has none
	simple   [direct]uint16 // the same, of the characters that need no shaping alone
	cmap     font.Cmap      // for runes beyond direct
	advances []uint16       // a glyph, font units
	tables   tables
	shaper   shaper
	latin    func() (*Latin, error) // made when it is first asked for
}

// ID is the name the face goes by in plans.
func (f *Face) ID() ID { return f.id }

// Program is the whole TrueType file. It is shared and must not be changed.
func (f *Face) Program() []byte { return f.program }

// PostScriptName is the name the font file gives itself, such as "LiberationSerif-Bold".
func (f *Face) PostScriptName() string { return f.name }

// Metrics describes the face as a whole, in thousandths of an em.
func (f *Face) Metrics() Metrics { return f.metrics }

// Glyph gives the glyph that draws r; ok is false where the face has none.
func (f *Face) Glyph(r rune) (gid uint16, ok bool) {
	if r >= 0 && r < direct {
		gid = f.glyphs[r]
		return gid, gid != 0
	}
	g, ok := f.cmap.Lookup(r)
	return uint16(g), ok && g != 0
}

// Advance is the width of a glyph in thousandths of an em; 0 for a glyph the face lacks.
func (f *Face) Advance(gid uint16) float64 {
	return float64(f.units(gid)) * 1000 / float64(f.upem)
}

// Width is the length of s in points when its characters are drawn side by side at size points: the sum of the advances. It is
// for simple text (Simple); Set.Width measures any. A rune the face lacks counts as the missing-glyph box.
func (f *Face) Width(s string, size float64) float64 {
	sum := 0
	for _, r := range s {
		gid, _ := f.Glyph(r)
		sum += f.units(gid)
	}
	return float64(sum) * size / float64(f.upem)
}

// Simple reports whether f draws all of s, a glyph for each character, side by side from left to right.
func (f *Face) Simple(s string) bool {
	for _, r := range s {
		if r >= direct || r < 0 || f.simple[r] == 0 {
			return false
		}
	}
	return true
}

// simpleWidth is the width of s in ems; ok is false where f cannot draw it without shaping or another face.
func (f *Face) simpleWidth(s string) (ems float64, ok bool) {
	sum := 0
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if r >= direct || f.simple[r] == 0 {
			return 0, false
		}
		sum += int(f.advances[f.simple[r]])
		i += n
	}
	return float64(sum) / float64(f.upem), true
}

// advance is the width of a rune in ems.
func (f *Face) advance(r rune) float64 {
	gid, _ := f.Glyph(r)
	return float64(f.units(gid)) / float64(f.upem)
}

func (f *Face) units(gid uint16) int {
	if int(gid) >= len(f.advances) {
		return 0
	}
	return int(f.advances[gid])
}
