package assemble

import (
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// The flags of fields that matter to their look (ISO 32000-1, tables 226, 228 and 230).
const (
	flagMultiline = 1 << 12
	flagPassword  = 1 << 13
	flagRadio     = 1 << 15
	flagComb      = 1 << 24
)

// A fieldLook is how a form field shows its value where its file has no appearance for it: programs that fill forms often
// leave that to the reader (ISO 32000-1, 12.7.3.3).
type fieldLook struct {
	rect        pdf.Rect
	face        font.ID
	size        float64   // 0 asks for one that fits
	colour      []float64 // of the text, as ink.Canvas.Paint takes it
	align       int       // 0 left, 1 centred, 2 right
	cells       int       // of a comb, or 0
	multiline   bool
	text        string
	fill, frame []float64 // of background and border; nil for none
	width       float64   // of the border
	turn        int       // of the text, counterclockwise: 0, 90, 180 or 270
}

// look reads a field without an appearance; ok is false for one that shows nothing, and for a barcode, whose value in letters
// would be another thing.
func (s *sheet) look(d pdf.Dict) (l fieldLook, ok bool) {
	doc := s.src.Doc
	rect, found, err := doc.Rect(d["Rect"])
	flags, _ := doc.Int(s.inherited(d, "Ff"))
	kind, _ := doc.Name(s.inherited(d, "FT"))
	if err != nil || !found || rect.Empty() || kind == "Btn" && flags&flagPush != 0 || s.inherited(d, "PMD") != nil {
		return l, false
	}
	l = fieldLook{rect: rect, multiline: kind == "Tx" && flags&flagMultiline != 0}
	l.align, _ = doc.Int(s.inherited(d, "Q"))
	l.face, l.size, l.colour = appearanceOf(s.defaultAppearance(d))
	s.surroundings(d, &l)
	switch kind {
	case "Tx":
		l.text = s.textValue(d, flags)
		if length, _ := doc.Int(s.inherited(d, "MaxLen")); flags&flagComb != 0 {
			l.cells = length
		}
	case "Ch":
		l.text = s.choice(d)
	case "Btn":
		l.text, l.align = s.mark(d, flags), 1
		if l.size == 0 {
			l.size = 0.9 * min(rect.Width(), rect.Height())
		}
	}
	return l, l.text != "" || l.fill != nil || l.frame != nil
}

// inherited is an attribute of a field, which may stand on its parents (12.7.3.1).
func (s *sheet) inherited(d pdf.Dict, key pdf.Name) pdf.Object {
	for range 8 {
		if v := d[key]; v != nil {
			return v
		}
		parent, err := s.src.Doc.Dict(d["Parent"])
		if err != nil || parent == nil {
			break
		}
		d = parent
	}
	return nil
}

// textValue is what a text field shows of its value.
func (s *sheet) textValue(d pdf.Dict, flags int) string {
	text, _ := s.src.Doc.Text(s.inherited(d, "V"))
	if flags&flagPassword != 0 {
		return strings.Repeat("*", len([]rune(text)))
	}
	return text
}

// maxChosen bounds how many values of a list are shown.
const maxChosen = 100

// choice is what a choice field shows: the labels of its values (table 231).
func (s *sheet) choice(d pdf.Dict) string {
	value, err := s.src.Doc.Resolve(s.inherited(d, "V"))
	if err != nil {
		return ""
	}
	list, many := value.(pdf.Array)
	if !many {
		list = pdf.Array{value}
	}
	options := s.list(s.inherited(d, "Opt"))
	var out []string
	for _, o := range list[:min(len(list), maxChosen)] {
		text, _ := s.src.Doc.Text(o)
		if label := s.label(text, options); label != "" {
			out = append(out, label)
		}
	}
	return strings.Join(out, ", ")
}

// label is the label of a choice's value; the value where it has none.
func (s *sheet) label(text string, options pdf.Array) string {
	if s.options += len(options); s.options > maxAnnotations {
		return text
	}
	for _, o := range options {
		if pair, err := s.src.Doc.Array(o); err == nil && len(pair) == 2 {
			export, _ := s.src.Doc.Text(pair[0])
			if label, _ := s.src.Doc.Text(pair[1]); export == text && text != "" {
				return label
			}
		}
	}
	return text
}

// marks are the signs of check boxes and radio buttons by their code in ZapfDingbats.
func marks() map[string]string {
	return map[string]string{"4": "✔", "8": "✖", "l": "●", "n": "■", "u": "◆", "H": "★"}
}

// mark is the sign of a button that is on; empty for one that is off.
func (s *sheet) mark(d pdf.Dict, flags int) string {
	state, _ := s.src.Doc.Name(d["AS"])
	if state == "" {
		state, _ = s.src.Doc.Name(s.inherited(d, "V"))
	}
	if state == "" || state == "Off" {
		return ""
	}
	mk, _ := s.src.Doc.Dict(d["MK"])
	code, _ := s.src.Doc.Text(mk["CA"])
	if sign := marks()[code]; sign != "" {
		return sign
	}
	if flags&flagRadio != 0 {
		return "●"
	}
	return "✔"
}

// drawField draws a field that shows something and has no appearance of its own, and tells whether it did. One with
// characters that no face has is not drawn in part.
func (s *sheet) drawField(d pdf.Dict) bool {
	name, _ := s.src.Doc.Name(d["Subtype"])
	flags, _ := s.src.Doc.Int(d["F"])
	if name != "Widget" || flags&(flagHidden|flagNoView) != 0 {
		return false
	}
	l, ok := s.look(d)
	if !ok || !s.canSet(l.face, l.text) {
		return false
	}
	if s.fields == nil {
		s.fields = ink.NewCanvas(s.fonts)
	}
	return l.draw(s.fields, s.fonts) == nil
}

// maxFieldText bounds the text of a field in bytes; no form asks for as much.
const maxFieldText = 20_000

// canSet tells whether our faces have every character.
func (s *sheet) canSet(id font.ID, text string) bool {
	if len(text) > maxFieldText {
		return false
	}
	missing, err := s.fonts.Set().Missing(id, strings.NewReplacer("\r", "", "\n", "").Replace(text))
	return err == nil && len(missing) == 0
}
