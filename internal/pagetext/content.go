package pagetext

import (
	"math"
	"strconv"

	"parolepack/internal/pdf"
)

// state is what q saves and Q brings back (ISO 32000-1, 8.4.2), as far as text needs it.
type state struct {
	ctm     pdf.Matrix
	font    *font
	leading float64
}

// reader walks content streams.
type reader struct {
	doc   *pdf.Document
	out   []Run
	size  int // of the text so far
	drawn int // forms so far
	fonts map[pdf.Ref]*font

	state
	saved []state
	// text and line are the matrices of the next text and of the line's beginning (9.4.2); base is the line's height in
	// the content's own numbers.
	text, line pdf.Matrix
	base       float64
}

// run walks one content stream with its resources.
func (r *reader) run(content []byte, resources pdf.Dict, depth int) error {
	if depth > maxDepth {
		return nil // nobody reads a form that draws itself to its end
	}
	s := scanner{data: content}
	var operands []string
	for {
		word, ok := s.next()
		if !ok || r.size > maxText {
			return nil
		}
		if isOperand(word) {
			operands = keep(operands, word)
			continue
		}
		if word == "ID" {
			s.skipImage()
		}
		if err := r.operator(word, operands, resources, depth); err != nil {
			return err
		}
		operands = operands[:0]
	}
}

// mostOperands is more than any operator but TJ takes; a longer row is kept from its beginning.
const mostOperands = 1 << 16

func keep(operands []string, word string) []string {
	if len(operands) >= mostOperands {
		return operands
	}
	return append(operands, word)
}

// operator carries out one operator. Those of text (9.4) and of the graphics state that place it count alone.
func (r *reader) operator(word string, operands []string, resources pdf.Dict, depth int) error {
	switch word {
	case "q":
		if len(r.saved) < mostOperands {
			r.saved = append(r.saved, r.state)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.state, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		if m, ok := matrix(operands); ok {
			r.ctm = m.Mul(r.ctm)
		}
	case "Do":
		return r.form(last(operands), resources, depth)
	case "Tf":
		return r.setFont(operands, resources)
	default:
		r.placed(word, operands)
	}
	return nil
}

// placed carries out the operators that move and show text.
func (r *reader) placed(word string, operands []string) {
	switch word {
	case "BT":
		r.text, r.line, r.base = pdf.Identity(), pdf.Identity(), 0
	case "TL":
		r.leading = number(last(operands))
	case "Td":
		r.move(operands)
	case "TD":
		r.leading = -number(last(operands))
		r.move(operands)
	case "Tm":
		if m, ok := matrix(operands); ok {
			r.text, r.line, r.base = m, m, m[5]
		}
	case "T*":
		r.down()
	case "Tj", "TJ":
		r.show(operands)
	case "'", "\"":
		r.down()
		r.show(operands[max(0, len(operands)-1):])
	}
}

// move begins a line at an offset from the beginning of this one.
func (r *reader) move(operands []string) {
	if len(operands) < 2 {
		return
	}
	x, y := number(operands[len(operands)-2]), number(operands[len(operands)-1])
	r.line = pdf.Matrix{1, 0, 0, 1, x, y}.Mul(r.line)
	r.text, r.base = r.line, r.base+y
}

// down begins the next line by the leading. Where none is set the line is still another.
func (r *reader) down() {
	before := r.base
	r.move([]string{"0", strconv.FormatFloat(-r.leading, 'f', -1, 64)})
	if r.base == before {
		r.base = math.Nextafter(r.base, math.Inf(-1))
	}
}

// wideGap is the move to the right, in thousandths of the font's size, that stands for a space between words (9.4.3).
const wideGap = 200

// show adds the text of strings, which may stand in an array with moves between them.
func (r *reader) show(operands []string) {
	var text []byte
	for _, o := range operands {
		switch {
		case o[0] == '(' || o[0] == '<':
			text = append(text, r.font.decode(stringBytes(o))...)
		case number(o) <= -wideGap && len(text) > 0 && text[len(text)-1] != ' ':
			text = append(text, ' ')
		}
	}
	if len(text) == 0 {
		return
	}
	at := r.text.Mul(r.ctm)
	r.size += len(text)
	r.out = append(r.out, Run{Text: string(text), X: at[4], Y: at[5], Base: r.base})
}

// form walks a form XObject (8.10); an image shows no text.
func (r *reader) form(name string, resources pdf.Dict, depth int) error {
	if r.drawn++; r.drawn > maxForms || len(name) < 2 {
		return nil
	}
	objects, err := r.doc.Dict(resources["XObject"])
	if err != nil {
		return err
	}
	stream, err := r.doc.Stream(objects[nameOf(name)])
	if err != nil || stream == nil {
		return err
	}
	if kind, _ := r.doc.Name(stream.Dict["Subtype"]); kind != "Form" {
		return nil
	}
	content, err := r.doc.Decode(stream)
	if err != nil {
		return err
	}
	inner := resources
	if own, err := r.doc.Dict(stream.Dict["Resources"]); err == nil && own != nil {
		inner = own
	}
	before, saved := r.state, r.saved
	r.saved = nil
	r.ctm = r.formMatrix(stream.Dict).Mul(r.ctm)
	err = r.run(content, inner, depth+1)
	r.state, r.saved = before, saved
	return err
}

// formMatrix is where a form's space lies in that of the content that draws it (8.10.1).
func (r *reader) formMatrix(dict pdf.Dict) pdf.Matrix {
	m := pdf.Identity()
	list, err := r.doc.Array(dict["Matrix"])
	if err != nil || len(list) != len(m) {
		return pdf.Identity()
	}
	for i, o := range list {
		if m[i], err = r.doc.Number(o); err != nil {
			return pdf.Identity()
		}
	}
	return m
}

func last(operands []string) string {
	if len(operands) == 0 {
		return ""
	}
	return operands[len(operands)-1]
}

// number reads an operand; what is none counts as 0.
func number(operand string) float64 {
	v, err := strconv.ParseFloat(operand, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// matrix reads the last six operands.
func matrix(operands []string) (pdf.Matrix, bool) {
	var m pdf.Matrix
	if len(operands) < len(m) {
		return m, false
	}
	for i, o := range operands[len(operands)-len(m):] {
		m[i] = number(o)
	}
	return m, true
}
