package font

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A shaper shapes with one face. It is made when the first text needs it, and is used by one goroutine at a time.
type shaper struct {
	mu     sync.Mutex
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

// shape gives an item's glyphs from left to right and its width in ems. The characters around the item are seen, since
// letters join over the borders of faces and levels.
func (s *shaper) shape(f *Face, runes []rune, it item) ([]Glyph, float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.font == nil && !s.open(f) {
		return nil, 0
	}
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.AddRunes(runes, it.from, it.to-it.from)
	b.Props = harfbuzz.SegmentProperties{Script: scriptOf(runes[it.from:it.to]), Direction: harfbuzz.LeftToRight, Language: "und"}
	if it.level%2 == 1 {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(s.font, features(b.Props.Script))
	return s.glyphs(f, runes, it)
}

// open parses the face for shaping; the file was read once already, so it fails for no face of a Set.
func (s *shaper) open(f *Face) bool {
	face, err := font.ParseTTF(bytes.NewReader(f.program))
	if err != nil {
		return false
	}
	s.font, s.buffer = harfbuzz.NewFont(face), harfbuzz.NewBuffer()
	return true
}

// glyphs reads the buffer.
func (s *shaper) glyphs(f *Face, runes []rune, it item) ([]Glyph, float64) {
	em, x := float64(f.upem), 0.0
	out := make([]Glyph, len(s.buffer.Info))
	for i, info := range s.buffer.Info {
		pos := s.buffer.Pos[i]
		out[i] = Glyph{
			ID: uint16(info.Glyph), X: (x + float64(pos.XOffset)) / em, Y: float64(pos.YOffset) / em,
			cluster: info.Cluster, advance: float64(pos.XAdvance) / em,
		}
		x += float64(pos.XAdvance)
	}
	spell(out, runes, it)
	return out, x / em
}

// spell gives the first glyph of each cluster, in reading order, the cluster's characters, and each glyph its letter.
func spell(glyphs []Glyph, runes []rune, it item) {
	ends := map[int]int{} // where each cluster ends
	for _, g := range glyphs {
		ends[g.cluster] = it.to
	}
	starts := slices.Sorted(maps.Keys(ends))
	for i, at := range starts[:max(len(starts)-1, 0)] {
		ends[at] = starts[i+1]
	}
	letters := map[int]int{}
	for i, at := range starts {
		if letters[at] = at; i > 0 && unicode.Is(unicode.M, runes[at]) {
			letters[at] = letters[starts[i-1]]
		}
	}
	for k := range glyphs {
		g := &glyphs[k]
		if it.level%2 == 1 {
			g = &glyphs[len(glyphs)-1-k]
		}
		g.letter = letters[g.cluster]
		if end := ends[g.cluster]; end > 0 {
			g.Text = string(runes[g.cluster:end])
			ends[g.cluster] = 0 // said
		}
	}
}

// scriptOf is the script of the first character that has one.
func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Common
}

// oneScript reports whether two items may be shaped as one.
func (l *liner) oneScript(a, b item) bool {
	x, y := scriptOf(l.runes[a.from:a.to]), scriptOf(l.runes[b.from:b.to])
	return x == y || x == language.Common || y == language.Common
}

// features turns kerning and ligatures off where letters stand side by side, so that a word with an accent is as wide
// as the sum of its letters, like all others.
func features(s language.Script) []harfbuzz.Feature {
	switch s {
	case language.Latin, language.Greek, language.Cyrillic, language.Armenian, language.Georgian, language.Common:
	default:
		return nil
	}
	var out []harfbuzz.Feature
	for _, tag := range []string{"kern", "liga", "clig", "calt", "dlig"} {
		out = append(out, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: 0, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd})
	}
	return out
}
