package fill

import (
	"parolepack/internal/pdf"
)

// appearance is an appearance stream of the blank (ISO 32000-1, 12.5.5).
type appearance struct {
	ref pdf.Ref
	box pdf.Rect // its /BBox as /Matrix turns it
}

// The annotation flags that decide about printing (ISO 32000-1, table 165).
const (
	flagHidden = 1 << 1
	flagPrint  = 1 << 2
)

// printed tells whether an annotation shows on paper.
func printed(doc *pdf.Document, annotation pdf.Dict) bool {
	flags, err := doc.Int(annotation["F"])
	return err == nil && flags&flagPrint != 0 && flags&flagHidden == 0
}

// readNow reads the normal appearance that a widget has as it stands: the only one, or the one of its
// /AS. It is nil where there is none.
func readNow(doc *pdf.Document, annotation pdf.Dict) (*appearance, error) {
	ap, err := doc.Dict(annotation["AP"])
	if err != nil || ap == nil {
		return nil, err
	}
	normal, err := doc.Resolve(ap["N"])
	if err != nil {
		return nil, err
	}
	if _, ok := normal.(*pdf.Stream); ok {
		return readAppearance(doc, ap["N"])
	}
	state, err := doc.Name(annotation["AS"])
	if err != nil {
		return nil, err
	}
	return readState(doc, annotation, state)
}

// readState reads the normal appearance of one state; nil where the widget has none for it.
func readState(doc *pdf.Document, annotation pdf.Dict, state pdf.Name) (*appearance, error) {
	ap, err := doc.Dict(annotation["AP"])
	if err != nil {
		return nil, err
	}
	states, err := doc.Dict(ap["N"])
	if err != nil {
		return nil, err
	}
	return readAppearance(doc, states[state])
}

// readAppearance reads the appearance stream o refers to; nil for none and for one without area.
func readAppearance(doc *pdf.Document, o pdf.Object) (*appearance, error) {
	ref, ok := o.(pdf.Ref)
	if !ok {
		return nil, nil
	}
	stream, err := doc.Stream(o)
	if err != nil || stream == nil {
		return nil, err
	}
	box, ok, err := doc.Rect(stream.Dict["BBox"])
	if err != nil || !ok {
		return nil, err
	}
	matrix, err := readMatrix(doc, stream.Dict["Matrix"])
	if err != nil {
		return nil, err
	}
	if box = matrix.ApplyRect(box); box.Empty() {
		return nil, nil
	}
	return &appearance{ref: ref, box: box}, nil
}

// readMatrix reads a matrix of six numbers; anything else is the identity.
func readMatrix(doc *pdf.Document, o pdf.Object) (pdf.Matrix, error) {
	list, err := doc.Array(o)
	if err != nil || len(list) != 6 {
		return pdf.Identity(), err
	}
	var m pdf.Matrix
	for i, v := range list {
		if m[i], err = doc.Number(v); err != nil {
			return pdf.Identity(), err
		}
	}
	return m, nil
}

// onto is the matrix that puts the appearance's box onto rect: A of algorithm 8 (ISO 32000-1, 12.5.5).
func (a *appearance) onto(rect pdf.Rect) pdf.Matrix {
	sx, sy := rect.Width()/a.box.Width(), rect.Height()/a.box.Height()
	return pdf.Matrix{sx, 0, 0, sy, rect.LLX - a.box.LLX*sx, rect.LLY - a.box.LLY*sy}
}
