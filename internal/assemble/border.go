package assemble

import (
	"math"

	"parolepack/internal/pdf"
)

// frame is the border that a reader draws around a link: the keys /Border, /BS and /C of its dictionary, in the packet's
// measures, and its flag to print (ISO 32000-1, tables 164 and 166). scale is from the source's units to points. seen tells
// whether the border is more than nothing. What is spelled wrongly is left out.
func (s *sheet) frame(d pdf.Dict, scale float64) (frame pdf.Dict, seen bool) {
	frame = pdf.Dict{}
	if border := s.list(d["Border"]); len(border) >= 3 {
		if out, ok := s.scaled(border[:3], scale); ok {
			seen = out[2] != pdf.Real(0)
			if len(border) > 3 {
				dashes, _ := s.scaled(s.list(border[3]), scale)
				out = append(out, dashes)
			}
			frame["Border"] = out
		}
	}
	if style, err := s.src.Doc.Dict(d["BS"]); err == nil && style != nil {
		frame["BS"], seen = s.borderStyle(style, scale)
	}
	if colour, ok := s.scaled(s.list(d["C"]), 1); ok {
		frame["C"] = colour
	}
	if flags, _ := s.src.Doc.Int(d["F"]); flags&flagPrint != 0 {
		frame["F"] = pdf.Integer(flagPrint)
	}
	return frame, seen
}

// borderStyle reads a border style dictionary, whose width is 1 where it does not say.
func (s *sheet) borderStyle(style pdf.Dict, scale float64) (out pdf.Dict, seen bool) {
	width := 1.0
	if v, err := s.src.Doc.Number(style["W"]); err == nil && style["W"] != nil {
		width = v
	}
	out = pdf.Dict{"W": pdf.Real(width * scale)}
	if kind, err := s.src.Doc.Name(style["S"]); err == nil && kind != "" {
		out["S"] = kind
	}
	if dashes, ok := s.scaled(s.list(style["D"]), scale); ok {
		out["D"] = dashes
	}
	return out, width > 0
}

// scaled reads an array of numbers and scales them; ok is false for an empty one and for one of anything else.
func (s *sheet) scaled(list pdf.Array, scale float64) (out pdf.Array, ok bool) {
	for _, item := range list {
		v, err := s.src.Doc.Number(item)
		if err != nil || item == nil || math.Abs(v) > math.MaxInt16 {
			return nil, false
		}
		out = append(out, pdf.Real(v*scale))
	}
	return out, len(out) > 0
}
