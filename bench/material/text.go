package material

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// text writes a document of pages of words in an embedded font, a bookmark every fifth page.
func text(w io.Writer, set *font.Set, seed, pages int, modern bool) error {
	d, die := newDocument(w, modern), &dice{uint32(seed)}
	face, err := embed(d, set)
	if err != nil {
		return err
	}
	resources := pdf.Dict{"Font": pdf.Dict{"F0": face}}
	for n := range pages {
		body, err := deflate(words(die))
		if err != nil {
			return err
		}
		content, err := d.add(pdf.Dict{"Filter": pdf.Name("FlateDecode")}, body)
		if err != nil {
			return err
		}
		page, err := d.page(content, resources)
		if err != nil {
			return err
		}
		if n%5 == 0 {
			d.marks = append(d.marks, bookmark{fmt.Sprintf("Document %d, section %d", seed, n/5+1), page})
		}
	}
	return d.finish()
}

// words is the content of one page.
func words(die *dice) []byte {
	var b bytes.Buffer
	b.WriteString("BT /F0 10 Tf 13 TL 60 740 Td\n")
	for range 52 {
		b.WriteByte('(')
		for n := 0; n < 84; {
			word := die.word()
			n += len(word) + 1
			b.WriteString(word + " ")
		}
		b.WriteString(") Tj T*\n")
	}
	b.WriteString("ET\n")
	return b.Bytes()
}

// embed writes a TrueType font with its whole program (ISO 32000-1, 9.6.3 and 9.9).
func embed(d *document, set *font.Set) (pdf.Ref, error) {
	face, err := set.Face(font.Sans)
	if err != nil {
		return pdf.Ref{}, err
	}
	body, err := deflate(face.Program())
	if err != nil {
		return pdf.Ref{}, err
	}
	program, err := d.add(pdf.Dict{"Filter": pdf.Name("FlateDecode"), "Length1": pdf.Integer(len(face.Program()))}, body)
	if err != nil {
		return pdf.Ref{}, err
	}
	box := pdf.Array{pdf.Integer(-544), pdf.Integer(-303), pdf.Integer(1302), pdf.Integer(980)}
	descriptor, err := d.add(pdf.Dict{
		"Type": pdf.Name("FontDescriptor"), "FontName": pdf.Name("LiberationSans"), "Flags": pdf.Integer(32), "FontBBox": box,
		"ItalicAngle": pdf.Integer(0), "Ascent": pdf.Integer(905), "Descent": pdf.Integer(-212), "CapHeight": pdf.Integer(729),
		"StemV": pdf.Integer(80), "FontFile2": program,
	}, nil)
	if err != nil {
		return pdf.Ref{}, err
	}
	widths := make(pdf.Array, 224)
	for i := range widths {
		widths[i] = pdf.Integer(556)
	}
	return d.add(pdf.Dict{
		"Type": pdf.Name("Font"), "Subtype": pdf.Name("TrueType"), "BaseFont": pdf.Name("LiberationSans"),
		"FirstChar": pdf.Integer(32), "LastChar": pdf.Integer(255), "Widths": widths,
		"Encoding": pdf.Name("WinAnsiEncoding"), "FontDescriptor": descriptor,
	}, nil)
}

// deflate compresses as FlateDecode undoes it.
func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
