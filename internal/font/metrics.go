package font

// Metrics describes a face as a whole, as a font descriptor (ISO 32000-1, 9.8) wants it. Lengths are in thousandths of
// an em; those below the baseline are negative.
type Metrics struct {
	Ascent, Descent    float64
	CapHeight, XHeight float64
	ItalicAngle        float64    // degrees counter-clockwise from upright; negative leans right
	BBox               [4]float64 // left, bottom, right, top over all glyphs
	UnderlinePosition  float64
	UnderlineThickness float64
	StemV              float64 // an estimate by weight; TrueType does not record it
	FixedPitch         bool
	Serif              bool
	Bold               bool
	Italic             bool
}

// Flags is the /Flags number of a font descriptor (ISO 32000-1, table 123). Faces count as symbolic, since they are
// embedded with glyph ids for codes.
func (m Metrics) Flags() int {
	flags := 1 << 2
	if m.FixedPitch {
		flags |= 1 << 0
	}
	if m.Serif {
		flags |= 1 << 1
	}
	if m.Italic {
		flags |= 1 << 6
	}
	return flags
}
