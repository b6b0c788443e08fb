package pagetext

import (
	"golang.org/x/text/encoding/charmap"

	"parolepack/internal/pdf"
)

// font turns the codes of a string into text (ISO 32000-1, 9.10.2).
type font struct {
	wide    bool // two bytes a code
	unicode map[uint16]string
	base    *charmap.Charmap  // of a simple font
	differs map[uint16]string // what its encoding says otherwise
}

// setFont carries out Tf.
func (r *reader) setFont(operands []string, resources pdf.Dict) error {
	if len(operands) < 2 {
		return nil
	}
	fonts, err := r.doc.Dict(resources["Font"])
	if err != nil {
		return err
	}
	entry := fonts[nameOf(operands[len(operands)-2])]
	ref, shared := entry.(pdf.Ref)
	if f, ok := r.fonts[ref]; ok && shared {
		r.font = f
		return nil
	}
	dict, err := r.doc.Dict(entry)
	if err != nil {
		return err
	}
	if r.font, err = r.open(dict); err == nil && shared {
		r.fonts[ref] = r.font
	}
	return err
}

// open reads what a font says of its codes.
func (r *reader) open(dict pdf.Dict) (*font, error) {
	f := &font{base: charmap.Windows1252}
	if kind, _ := r.doc.Name(dict["Subtype"]); kind == "Type0" {
		f.wide = true
	}
	encoding, err := r.doc.Resolve(dict["Encoding"])
	if err != nil {
		return nil, err
	}
	if d, ok := encoding.(pdf.Dict); ok {
		encoding, _ = d["BaseEncoding"].(pdf.Name)
		if f.differs, err = r.differences(d); err != nil {
			return nil, err
		}
	}
	if encoding == pdf.Name("MacRomanEncoding") {
		f.base = charmap.Macintosh
	}
	stream, err := r.doc.Stream(dict["ToUnicode"])
	if err != nil || stream == nil {
		return f, nil // a named map, or none
	}
	data, err := r.doc.Decode(stream)
	if err != nil {
		return nil, err
	}
	f.unicode = parseMap(data)
	return f, nil
}

// differences reads what an encoding changes of its base (9.6.6.2).
func (r *reader) differences(encoding pdf.Dict) (map[uint16]string, error) {
	list, err := r.doc.Array(encoding["Differences"])
	if err != nil {
		return nil, err
	}
	out, code := map[uint16]string{}, uint16(0)
	for _, o := range list {
		switch v := o.(type) {
		case pdf.Integer:
			code = uint16(v & 0xFF)
		case pdf.Name:
			if text, ok := glyphText(string(v)); ok {
				out[code] = text
			}
			code++
		}
	}
	return out, nil
}

// decode returns the text of a string's codes. What the font does not tell says nothing.
func (f *font) decode(raw []byte) string {
	if f == nil {
		return pdf.String(raw).Text()
	}
	var out []byte
	if f.wide {
		for i := 0; i+1 < len(raw); i += 2 {
			out = append(out, f.unicode[uint16(raw[i])<<8|uint16(raw[i+1])]...)
		}
		return string(out)
	}
	for _, c := range raw {
		text, ok := f.unicode[uint16(c)]
		if !ok {
			text, ok = f.differs[uint16(c)]
		}
		if !ok {
			text = string(f.base.DecodeByte(c))
		}
		out = append(out, text...)
	}
	return string(out)
}
