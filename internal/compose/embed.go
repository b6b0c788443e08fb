package compose

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"github.com/signintech/gopdf"

	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// glyphs are what a document uses of one face.
type glyphs struct {
	face  *font.Face
	runes map[rune]bool
}

// collect finds the glyphs of every face the pages use. The PDF library would draw a blank for some characters a font
// lacks without a word, so they are looked for here.
func collect(pages []layout.Page, skip []bool, set *font.Set) (map[font.ID]*glyphs, error) {
	out := map[font.ID]*glyphs{}
	for i, page := range pages {
		if skip[i] {
			continue
		}
		for _, run := range page.Runs {
			if err := collectRun(out, run, set); err != nil {
				return nil, fmt.Errorf("composed page %d: %q: %w", i+1, run.Text, err)
			}
		}
	}
	return out, nil
}

func collectRun(out map[font.ID]*glyphs, run layout.Run, set *font.Set) error {
	g, ok := out[run.Face]
	if !ok {
		face, err := set.Face(run.Face)
		if err != nil {
			return err
		}
		g = &glyphs{face: face, runes: map[rune]bool{}}
		out[run.Face] = g
	}
	for _, r := range run.Text {
		if g.runes[r] {
			continue
		}
		if _, ok := g.face.Glyph(r); !ok {
			return fmt.Errorf("face %s: no glyph for %q", run.Face, r)
		}
		g.runes[r] = true
	}
	return nil
}

// embed gives the document a face. The library parses the whole program for each document, so it gets one with
// nothing in it but the used glyphs. The name's tag tells different subsets of a face apart, in this document
// and in one it is merged into (ISO 32000-1, 9.6.4).
func (d *drawing) embed(id font.ID, g *glyphs) error {
	program, err := g.face.Standalone(slices.Sorted(maps.Keys(g.runes)))
	if err != nil {
		return err
	}
	name := tag(program) + "+" + g.face.PostScriptName()
	d.names[id], d.faces[id] = name, g.face
	err = d.pdf.AddTTFFontDataWithOption(name, program, gopdf.TtfOption{
		OnGlyphNotFound: func(r rune) { d.missing = append(d.missing, r) },
	})
	if err != nil {
		return fmt.Errorf("face %s: %w", id, err)
	}
	return nil
}

// tag is six capital letters made from the program.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + sum[i]%26
	}
	return string(out)
}
