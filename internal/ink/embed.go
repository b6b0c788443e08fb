package ink

import (
	"crypto/sha256"
	"maps"
	"math"
	"slices"

	"parolepack/internal/pdf"
)

// write embeds the glyphs that were drawn.
func (u *usage) write(w *pdf.Writer) error {
	glyphs := u.glyphs()
	program, err := u.face.Subset(glyphs)
	if err != nil {
		return err
	}
	file, err := w.Add(pdf.FlateStream(pdf.Dict{"Length1": pdf.Integer(len(program))}, program))
	if err != nil {
		return err
	}
	return u.composite(w, pdf.Name(tag(program)+"+"+u.face.PostScriptName()), file, glyphs)
}

// composite writes the composite font over a program (ISO 32000-1, 9.7): a Type 0 font whose codes are glyph ids, its
// CIDFontType2 descendant, descriptor and ToUnicode map.
func (u *usage) composite(w *pdf.Writer, name pdf.Name, file pdf.Ref, glyphs []uint16) error {
	unicode, err := w.Add(pdf.FlateStream(pdf.Dict{}, toUnicode(glyphs, u.meaning)))
	if err != nil {
		return err
	}
	descriptor, err := w.Add(u.descriptor(name, file))
	if err != nil {
		return err
	}
	descendant, err := w.Add(u.descendant(name, descriptor, glyphs))
	if err != nil {
		return err
	}
	return w.Write(u.ref, pdf.Dict{
		"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type0"), "BaseFont": name,
		"Encoding": pdf.Name("Identity-H"), "DescendantFonts": pdf.Array{descendant}, "ToUnicode": unicode,
	})
}

// glyphs are all that were drawn, in ascending order.
func (u *usage) glyphs() []uint16 {
	out := slices.AppendSeq(slices.Collect(maps.Keys(u.text)), maps.Keys(u.words))
	slices.Sort(out)
	return slices.Compact(out)
}

// meaning is what a glyph means; nothing for one that means something with others alone.
func (u *usage) meaning(gid uint16) string {
	if r, ok := u.text[gid]; ok {
		return string(r)
	}
	return u.words[gid]
}

// descriptor is the font descriptor (ISO 32000-1, 9.8).
func (u *usage) descriptor(name pdf.Name, file pdf.Ref) pdf.Dict {
	m := u.face.Metrics()
	return pdf.Dict{
		"Type": pdf.Name("FontDescriptor"), "FontName": name, "Flags": pdf.Integer(m.Flags()),
		"FontBBox":    pdf.Array{milli(m.BBox[0]), milli(m.BBox[1]), milli(m.BBox[2]), milli(m.BBox[3])},
		"ItalicAngle": milli(m.ItalicAngle), "Ascent": milli(m.Ascent), "Descent": milli(m.Descent),
		"CapHeight": milli(m.CapHeight), "XHeight": milli(m.XHeight), "StemV": milli(m.StemV), "FontFile2": file,
	}
}

// descendant is the CIDFont (ISO 32000-1, 9.7.4) with the widths of the used glyphs alone.
func (u *usage) descendant(name pdf.Name, descriptor pdf.Ref, glyphs []uint16) pdf.Dict {
	return pdf.Dict{
		"Type": pdf.Name("Font"), "Subtype": pdf.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": pdf.Dict{
			"Registry": pdf.String("Adobe"), "Ordering": pdf.String("Identity"), "Supplement": pdf.Integer(0),
		},
		"CIDToGIDMap": pdf.Name("Identity"), "FontDescriptor": descriptor, "W": u.widths(glyphs),
	}
}

// widths is the /W array: runs of consecutive glyphs with a width each (ISO 32000-1, 9.7.4.3).
func (u *usage) widths(glyphs []uint16) pdf.Array {
	var out, run pdf.Array
	for i, gid := range glyphs {
		run = append(run, milli(u.face.Advance(gid)))
		if i+1 < len(glyphs) && glyphs[i+1] == gid+1 {
			continue
		}
		out = append(out, pdf.Integer(int(gid)+1-len(run)), run)
		run = nil
	}
	return out
}

// milli rounds to a thousandth, whole numbers as such.
func milli(v float64) pdf.Object {
	v = math.Round(v*1000) / 1000
	if v == math.Trunc(v) {
		return pdf.Integer(v)
	}
	return pdf.Real(v)
}

// tag is the subset tag of a font name (ISO 32000-1, 9.6.4), six capitals made from the program.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + sum[i]%26
	}
	return string(out)
}
