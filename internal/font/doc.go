// Package font holds the faces every page is measured and drawn with, so that a text that was
// measured to fit fits when it is drawn.
//
// The faces are the Liberation family, whose advance widths equal those of Times, Helvetica and
// Courier, and two DejaVu faces for the letters and signs Liberation lacks. They come from Go
// modules, so a build needs no font on the machine and two machines give the same bytes.
//
// Texts are placed glyph by glyph along the line by the advance widths alone: there is no kerning and no
// ligature, and every producer draws the same way.
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

// IDs lists every face of a Set in a fixed order.
func IDs() []ID {
	return []ID{
		Serif, SerifBold, SerifItalic, SerifBoldItalic,
		Sans, SansBold, SansItalic, SansBoldItalic,
		Mono, MonoBold, MonoItalic, MonoBoldItalic,
		DejaVu, DejaVuBold,
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
