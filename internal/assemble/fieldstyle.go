package assemble

import (
	"strconv"
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// defaultAppearance is the field's /DA, or the form's.
func (s *sheet) defaultAppearance(d pdf.Dict) string {
	o := s.inherited(d, "DA")
	if root, err := s.src.Doc.Root(); o == nil && err == nil {
		form, _ := s.src.Doc.Dict(root["AcroForm"])
		o = form["DA"]
	}
	text, _ := s.src.Doc.Text(o)
	return text
}

// appearanceOf reads a default appearance: the face of ours that is nearest to its font, the size, 0 for one that fits, and
// the colour as a gray.
func appearanceOf(da string) (face font.ID, size, gray float64) {
	words := strings.Fields(da)
	face = font.Sans
	for i, word := range words {
		switch {
		case word == "Tf" && i >= 2:
			face = faceLike(words[i-2])
			size, _ = strconv.ParseFloat(words[i-1], 64)
		case word == "g" && i >= 1:
			gray, _ = strconv.ParseFloat(words[i-1], 64)
		case word == "rg" && i >= 3:
			gray = luminance(words[i-3 : i])
		}
	}
	if !(size >= 0 && size <= 200) {
		size = 0
	}
	return face, size, min(max(gray, 0), 1)
}

// faceLike is our face for a font that goes by this name, as Helv, TiRo, CourierNewPS-BoldMT.
func faceLike(name string) font.ID {
	name = strings.ToLower(strings.TrimPrefix(name, "/"))
	face := font.Sans
	switch {
	case strings.HasPrefix(name, "co"), strings.Contains(name, "mono"):
		face = font.Mono
	case strings.HasPrefix(name, "ti"), strings.Contains(name, "roman"):
		face = font.Serif
	}
	return face.With(strings.Contains(name, "bo"), false)
}

// luminance is the gray of a colour's red, green and blue.
func luminance(rgb []string) float64 {
	gray := 0.0
	for i, weight := range []float64{0.3, 0.59, 0.11} {
		v, _ := strconv.ParseFloat(rgb[i], 64)
		gray += weight * v
	}
	return gray
}

// surroundings reads background, border and how far the field is turned (table 189).
func (s *sheet) surroundings(d pdf.Dict, l *fieldLook) {
	doc := s.src.Doc
	mk, err := doc.Dict(d["MK"])
	if err != nil {
		return
	}
	turn, _ := doc.Int(mk["R"])
	l.turn = quarter(turn)
	l.fill, l.frame, l.width = s.grayOf(mk["BG"]), s.grayOf(mk["BC"]), 1
	if style, err := doc.Dict(d["BS"]); err == nil && style["W"] != nil {
		l.width, _ = doc.Number(style["W"])
	}
	if l.width <= 0 {
		l.frame = nil
	}
}

// grayOf is a colour of one, three or four numbers as a gray; nil for none.
func (s *sheet) grayOf(o pdf.Object) *float64 {
	var v [4]float64
	list := s.list(o)
	for i := range min(len(list), len(v)) {
		v[i], _ = s.src.Doc.Number(list[i])
	}
	var gray float64
	switch len(list) {
	case 1:
		gray = v[0]
	case 3:
		gray = 0.3*v[0] + 0.59*v[1] + 0.11*v[2]
	case 4:
		gray = 1 - min(1, 0.3*v[0]+0.59*v[1]+0.11*v[2]+v[3])
	default:
		return nil
	}
	gray = min(max(gray, 0), 1)
	return &gray
}
