package ink

import (
	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// A Latin is a face that stands in a file with all its Latin characters, for form fields: what is typed into them later is
// not known yet.
type Latin struct {
	// Face is the face's id.
	Face font.ID
	// Simple is the font for fields' default appearances: TrueType in WinAnsiEncoding, which every viewer can type in
	// (ISO 32000-1, 9.6.3). Composite has all of the characters, its codes are glyph ids (9.7).
	Simple, Composite pdf.Ref
}

// latin is the name of a Latin's composite font beside those of packets.
func (l Latin) latin() font.ID { return l.Face + "-latin" }

// CompositeName is the resource name under which canvases refer to the composite font.
func (l Latin) CompositeName() pdf.Name { return pdf.Name(usualPrefix + "-" + string(l.latin())) }

// WriteLatin writes a face's Latin, its program once for both fonts.
func WriteLatin(w *pdf.Writer, face *font.Face) (Latin, error) {
	cut, err := face.Latin()
	if err != nil {
		return Latin{}, err
	}
	u := usage{face: face, text: map[uint16]rune{}}
	for i, r := range cut.Runes {
		u.note(cut.Glyphs[i], r)
	}
	out, name := Latin{Face: face.ID()}, pdf.Name(face.PostScriptName())
	file, err := w.Add(pdf.NewStream(pdf.Dict{"Length1": pdf.Integer(cut.Length), "Filter": pdf.Name("FlateDecode")}, cut.Flate))
	if err != nil {
		return out, err
	}
	out.Composite = w.Reserve()
	u.ref = out.Composite
	if err := u.composite(w, name, file, u.glyphs()); err != nil {
		return out, err
	}
	out.Simple, err = u.simple(w, name, file)
	return out, err
}

// The flags of a font descriptor that say where its characters come from (ISO 32000-1, table 123).
const (
	flagSymbolic    = 1 << 2
	flagNonsymbolic = 1 << 5
)

// simple writes the font in WinAnsiEncoding.
func (u *usage) simple(w *pdf.Writer, name pdf.Name, file pdf.Ref) (pdf.Ref, error) {
	d := u.descriptor(name, file)
	d["Flags"] = pdf.Integer(u.face.Metrics().Flags()&^flagSymbolic | flagNonsymbolic)
	descriptor, err := w.Add(d)
	if err != nil {
		return pdf.Ref{}, err
	}
	const first = ' '
	var widths pdf.Array
	codes := font.WinAnsi()
	for _, r := range codes[first:] {
		gid, _ := u.face.Glyph(r)
		widths = append(widths, milli(u.face.Advance(gid)))
	}
	return w.Add(pdf.Dict{
		"Type": pdf.Name("Font"), "Subtype": pdf.Name("TrueType"), "BaseFont": name, "Encoding": pdf.Name("WinAnsiEncoding"),
		"FirstChar": pdf.Integer(first), "LastChar": pdf.Integer(255), "Widths": widths, "FontDescriptor": descriptor,
	})
}

// Stands says that a face stands in the file already: Latin text is drawn with it, and the face is embedded again only
// for what it lacks.
func (f *Fonts) Stands(l Latin) {
	if f.stands == nil {
		f.stands = map[font.ID]Latin{}
	}
	f.stands[l.Face] = l
}

// serving is the record of the font that draws a run, and the name it goes by.
func (f *Fonts) serving(run font.Run) (*usage, font.ID) {
	id := run.Face.ID()
	l, ok := f.stands[id]
	if !ok || run.Glyphs != nil || run.Lost || !latin(run.Text) {
		return f.usage(run.Face), id
	}
	u := f.faces[l.latin()]
	if u == nil {
		u = &usage{face: run.Face, text: map[uint16]rune{}, ref: l.Composite}
		f.faces[l.latin()] = u
	}
	return u, l.latin()
}

// latin tells whether all of s is Latin.
func latin(s string) bool {
	for _, r := range s {
		if !font.IsLatin(r) {
			return false
		}
	}
	return true
}
