package ink

import (
	"fmt"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// Fonts gathers the glyphs drawn over one packet, so that each face is embedded once. It belongs to one Writer: the first
// Resources call reserves, Finish writes.
type Fonts struct {
	set   *font.Set
	faces map[font.ID]*usage
	// stands are faces that are in the file already; nil for none.
	stands map[font.ID]Latin
}

// usage is what one packet draws with one face.
type usage struct {
	face *font.Face
	text map[uint16]rune // glyphs and what they mean
	// words are the glyphs that mean several characters, or none by themselves.
	words map[uint16]string
	ref   pdf.Ref // zero until a page's resources name it
}

// NewFonts starts a packet's fonts. The set may be shared between packets, also concurrent ones.
func NewFonts(set *font.Set) *Fonts {
	return &Fonts{set: set, faces: map[font.ID]*usage{}}
}

// Set is the set of faces behind f.
func (f *Fonts) Set() *font.Set { return f.set }

// Width is the length of s in points as Canvas.Text draws it, the characters of other faces included.
func (f *Fonts) Width(id font.ID, size float64, s string) (float64, error) {
	return f.set.Width(id, size, s)
}

// usage gives the record of a face, made on first use.
func (f *Fonts) usage(face *font.Face) *usage {
	u := f.faces[face.ID()]
	if u == nil {
		u = &usage{face: face, text: map[uint16]rune{}, words: map[uint16]string{}}
		f.faces[face.ID()] = u
	}
	return u
}

// ref is where the face's font dictionary will stand in w.
func (f *Fonts) ref(w *pdf.Writer, id font.ID) pdf.Ref {
	u := f.faces[id]
	if u.ref == (pdf.Ref{}) {
		u.ref = w.Reserve()
	}
	return u.ref
}

// note remembers that gid was drawn for r. Of several runes with one glyph the lowest counts, so
// that the order of drawing leaves no trace.
func (u *usage) note(gid uint16, r rune) {
	if have, ok := u.text[gid]; !ok || r < have {
		u.text[gid] = r
	}
}

// Finish writes every face that a page's resources named, in the order of font.IDs. After it nothing may be
// drawn with f.
func (f *Fonts) Finish(w *pdf.Writer) error {
	for _, id := range font.IDs() {
		u := f.faces[id]
		if u == nil || u.ref == (pdf.Ref{}) {
			continue
		}
		if err := u.write(w); err != nil {
			return fmt.Errorf("font %s: %w", id, err)
		}
	}
	return nil
}
