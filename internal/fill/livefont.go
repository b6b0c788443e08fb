package fill

import (
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// defaultFont is the font that a default appearance names (ISO 32000-1, 12.7.3.3).
func defaultFont(da string) (pdf.Name, bool) {
	words := strings.Fields(da)
	for i := 2; i < len(words); i++ {
		if words[i] == "Tf" && strings.HasPrefix(words[i-2], "/") {
			return pdf.Name(words[i-2][1:]), true
		}
	}
	return "", false
}

// appearing is a default appearance with another font and size.
func appearing(da string, name pdf.Name, size float64) (pdf.String, error) {
	text, err := pdf.AppendObject(nil, name)
	if err != nil {
		return "", err
	}
	number, err := pdf.AppendObject(append(text, ' '), pdf.Real(size))
	if err != nil {
		return "", err
	}
	out := []string{string(number) + " Tf"}
	words := strings.Fields(da)
	for i := 0; i < len(words); i++ {
		if i+2 < len(words) && words[i+2] == "Tf" {
			i += 2
			continue
		}
		out = append(out, words[i])
	}
	if len(words) == 0 {
		out = append(out, "0 g")
	}
	return pdf.String(strings.Join(out, " ")), nil
}

// face is the face of ours with the widths of a font that the blank names and does not embed.
func (s *stencil) face(o pdf.Object) (font.ID, bool) {
	d, err := s.blank.doc.Dict(o)
	if err != nil || d == nil {
		return "", false
	}
	if descriptor, err := s.blank.doc.Dict(d["FontDescriptor"]); err != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil {
		return "", false
	}
	base, err := s.blank.doc.Name(d["BaseFont"])
	if err != nil {
		return "", false
	}
	return namesake(string(base))
}

// namesake is the face with the widths of a font of the name: Courier, Helvetica or Arial, Times.
func namesake(name string) (font.ID, bool) {
	name = strings.ToLower(name)
	family := 0
	switch {
	case strings.HasPrefix(name, "courier"):
	case strings.HasPrefix(name, "helvetica"), strings.HasPrefix(name, "arial"):
		family = 1
	case strings.HasPrefix(name, "times"):
		family = 2
	default:
		return "", false
	}
	style := 0
	if strings.Contains(name, "bold") {
		style = 1
	}
	if strings.Contains(name, "italic") || strings.Contains(name, "oblique") {
		style += 2
	}
	return [3][4]font.ID{
		{font.Mono, font.MonoBold, font.MonoItalic, font.MonoBoldItalic},
		{font.Sans, font.SansBold, font.SansItalic, font.SansBoldItalic},
		{font.Serif, font.SerifBold, font.SerifItalic, font.SerifBoldItalic},
	}[family][style], true
}

// typing is the resource name of the font in which a viewer may set a value anew, and the font where it is not among the
// blank's own names: the simple one that it has where that can spell the value, else the one it is drawn in.
func (l *live) typing(p *plan.Field, da string, drawn *ink.Canvas) (pdf.Name, error) {
	if name, ok := defaultFont(da); ok && l.typed[name] == p.Face && font.IsWinAnsi(strings.Join(p.Lines, "")) {
		return name, nil
	}
	resources, err := drawn.Resources(l.out, nil)
	if err != nil {
		return "", err
	}
	fonts, _ := resources["Font"].(pdf.Dict)
	name := drawn.FirstFont()
	if name == "" {
		return name, nil
	}
	l.fonts[name] = fonts[name]
	return name, nil
}
