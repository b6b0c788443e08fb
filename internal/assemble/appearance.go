package assemble

import (
	"math"
	"strconv"

	"parolepack/internal/pdf"
)

// An appearance is what an annotation prints, ready to be painted in its page's coordinates.
type appearance struct {
	ref pdf.Ref // in the packet
	m   pdf.Matrix
}

// appearanceName is the resource name of the page's appearance number i.
func appearanceName(i int) pdf.Name { return pdf.Name("PPkA" + strconv.Itoa(i)) }

// paint spells the operators that paint it under its resource name.
func (a appearance) paint(name pdf.Name) []byte {
	out := append([]byte("q\n"), matrix(a.m)...)
	return append(append(append(out, '/'), name...), " Do\nQ\n"...)
}

// appearance places an appearance stream on its annotation's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1): the box that
// its matrix makes of its bounding box is stretched over the rectangle. layer is the annotation's /OC.
func (s *sheet) appearance(stream *pdf.Stream, source pdf.Object, rect pdf.Rect, layer pdf.Object) (appearance, bool) {
	box, ok, err := s.src.Doc.Rect(stream.Dict["BBox"])
	if !ok || err != nil || box.Empty() || rect.Empty() {
		return appearance{}, false
	}
	from := s.formMatrix(stream.Dict["Matrix"]).ApplyRect(box)
	if from.Empty() {
		return appearance{}, false
	}
	x, y := rect.Width()/from.Width(), rect.Height()/from.Height()
	m := pdf.Matrix{x, 0, 0, y, rect.LLX - from.LLX*x, rect.LLY - from.LLY*y}
	if !finite(m) {
		return appearance{}, false
	}
	ref, ok := s.formRef(stream, source, layer)
	return appearance{ref, m}, ok
}

// formMatrix reads a form's /Matrix.
func (s *sheet) formMatrix(o pdf.Object) pdf.Matrix {
	m := pdf.Identity()
	list, err := s.src.Doc.Array(o)
	if err != nil || len(list) != len(m) {
		return m
	}
	for i, item := range list {
		if m[i], err = s.src.Doc.Number(item); err != nil {
			return pdf.Identity()
		}
	}
	return m
}

// formRef imports the appearance as the form XObject that it is; one that does not call itself so gets a dictionary that
// does, since readers skip it otherwise, and so does one whose annotation lies on a layer, which may be switched off.
func (s *sheet) formRef(stream *pdf.Stream, source, layer pdf.Object) (pdf.Ref, bool) {
	ref, ok := source.(pdf.Ref)
	if ok && layer == nil && stream.Dict["Subtype"] == pdf.Name("Form") {
		return s.imp.Ref(ref), true
	}
	from := stream.Dict.Clone()
	if layer != nil {
		from["OC"] = layer
	}
	extra := pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form")}
	for _, key := range []pdf.Name{"BBox", "Matrix", "Resources", "Group", "OC"} {
		v, err := s.imp.Object(from[key])
		if err != nil {
			return pdf.Ref{}, false
		}
		if v != nil {
			extra[key] = v
		}
	}
	as, err := s.imp.StreamAs(source, extra)
	if err != nil {
		return pdf.Ref{}, false
	}
	out, err := s.w.Add(as)
	return out, err == nil
}

// finite tells whether all numbers are.
func finite(m pdf.Matrix) bool {
	for _, v := range m {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
