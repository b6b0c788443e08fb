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
// the colour, as one, three or four parts.
func appearanceOf(da string) (face font.ID, size float64, colour []float64) {
	words := strings.Fields(da)
	face, colour = font.Sans, []float64{0}
	for i, word := range words {
		switch {
		case word == "Tf" && i >= 2:
			face = faceLike(words[i-2])
			size, _ = strconv.ParseFloat(words[i-1], 64)
		case word == "g" && i >= 1:
			colour = parts(words[i-1 : i])
		case word == "rg" && i >= 3:
			colour = parts(words[i-3 : i])
		case word == "k" && i >= 4:
			colour = parts(words[i-4 : i])
		}
	}
	if !(size >= 0 && size <= 200) {
		size = 0
	}
	return face, size, colour
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

// parts reads the parts of a colour, each from 0 to 1.
func parts(words []string) []float64 {
	out := make([]float64, len(words))
	for i, word := range words {
		v, _ := strconv.ParseFloat(word, 64)
		out[i] = share(v)
	}
	return out
}

// share keeps a part of a colour from 0 to 1.
func share(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	return min(v, 1)
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
	l.fill, l.frame, l.width = s.colourOf(mk["BG"]), s.colourOf(mk["BC"]), 1
	if style, err := doc.Dict(d["BS"]); err == nil && style["W"] != nil {
		l.width, _ = doc.Number(style["W"])
	}
	if l.width <= 0 {
		l.frame = nil
	}
}

// colourOf is a colour of one, three or four numbers; nil for none.
func (s *sheet) colourOf(o pdf.Object) []float64 {
	list := s.list(o)
	if n := len(list); n != 1 && n != 3 && n != 4 {
		return nil
	}
	out := make([]float64, len(list))
	for i, item := range list {
		v, _ := s.src.Doc.Number(item)
		out[i] = share(v)
	}
	return out
}
