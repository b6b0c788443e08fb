// Package font holds the faces every page is measured and drawn with, so that a text that was
// measured to fit fits when it is drawn.
//
// The faces are the Liberation family, whose advance widths equal those of Times, Helvetica and
// Courier, two DejaVu faces for the letters and signs Liberation lacks, and one face a script for the scripts of the
// world. They are built into the program, so a build needs no font on the machine and two machines give the same bytes.
//
// Latin, Greek and Cyrillic are placed letter by letter by the advance widths alone: there is no kerning and no ligature.
// Scripts that join, stack or run from right to left are shaped (HarfBuzz, in go-text/typesetting) and put in visual
// order (UAX #9); so are accents that no letter carries ready-made. Measuring and drawing take the same runs, of Set.Line,
// and no character is ever dropped: what no face has is a box.
package font

import "strings"

// An ID names one face. It is stable: it stands in plans and manifests.
type ID string

// The faces of a Set. Serif, Sans and Mono are metric-compatible with Times New Roman, Arial and
// Courier New; DejaVu is the fallback with the widest coverage.
const (
	Serif           ID = "serif"
	SerifBold       ID = "serif-bold"
	SerifItalic     ID = "serif-italic"
	SerifBoldItalic ID = "serif-bolditalic"
	Sans            ID = "sans"
	SansBold        ID = "sans-bold"
	SansItalic      ID = "sans-italic"
	SansBoldItalic  ID = "sans-bolditalic"
	Mono            ID = "mono"
	MonoBold        ID = "mono-bold"
	MonoItalic      ID = "mono-italic"
	MonoBoldItalic  ID = "mono-bolditalic"
	DejaVu          ID = "dejavu"
	DejaVuBold      ID = "dejavu-bold"
)

// The faces of the scripts that have one of their own, for every style of text.
const (
	Arabic     ID = "arabic"
	Hebrew     ID = "hebrew"
	Armenian   ID = "armenian"
	Georgian   ID = "georgian"
	Ethiopic   ID = "ethiopic"
	Devanagari ID = "devanagari"
	Bengali    ID = "bengali"
	Gurmukhi   ID = "gurmukhi"
	Gujarati   ID = "gujarati"
	Oriya      ID = "oriya"
	Tamil      ID = "tamil"
	Telugu     ID = "telugu"
	Kannada    ID = "kannada"
	Malayalam  ID = "malayalam"
	Sinhala    ID = "sinhala"
	Thai       ID = "thai"
	Lao        ID = "lao"
	Khmer      ID = "khmer"
	Burmese    ID = "burmese"
	Tibetan    ID = "tibetan"
	Syriac     ID = "syriac"
	Thaana     ID = "thaana"
	Tifinagh   ID = "tifinagh"
	NKo        ID = "nko"
	Cherokee   ID = "cherokee"
	Rohingya   ID = "rohingya"
	Adlam      ID = "adlam"
	Hangul     ID = "hangul"
	CJK        ID = "cjk" // Chinese and Japanese
)

// IDs lists every face of a Set in a fixed order.
func IDs() []ID {
	return []ID{
		Serif, SerifBold, SerifItalic, SerifBoldItalic,
		Sans, SansBold, SansItalic, SansBoldItalic,
		Mono, MonoBold, MonoItalic, MonoBoldItalic,
		DejaVu, DejaVuBold,
		Arabic, Hebrew, Armenian, Georgian, Ethiopic, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada,
		Malayalam, Sinhala, Thai, Lao, Khmer, Burmese, Tibetan, Syriac, Thaana, Tifinagh, NKo, Cherokee, Rohingya, Adlam, Hangul, CJK,
	}
}

// Fallback is the face that is asked for the glyphs id lacks: the bold one for a bold face.
func (id ID) Fallback() ID {
	switch id {
	case SerifBold, SerifBoldItalic, SansBold, SansBoldItalic, MonoBold, MonoBoldItalic, DejaVuBold:
		return DejaVuBold
	}
	return DejaVu
}

// With is the bold and italic sister of a face, as asked, within its family. The fallback has no
// italic.
func (id ID) With(bold, italic bool) ID {
	family, _, _ := strings.Cut(string(id), "-")
	suffix := ""
	if bold {
		suffix = "bold"
	}
	if italic && family != string(DejaVu) {
		suffix += "italic"
	}
	if suffix == "" {
		return ID(family)
	}
	return ID(family + "-" + suffix)
}
