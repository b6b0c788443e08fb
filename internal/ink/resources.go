package ink

import (
	"errors"
	"strconv"
	"strings"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// usualPrefix begins the resource names of a canvas, apart from the names that other programs use.
const usualPrefix = "PPk"

// fontName is the resource name of a face.
func (c *Canvas) fontName(id font.ID) pdf.Name { return pdf.Name(c.prefix + "-" + string(id)) }

// FirstFont is the resource name of the first font that the canvas used; empty where it drew no text.
func (c *Canvas) FirstFont() pdf.Name {
	if len(c.used) == 0 {
		return ""
	}
	return c.fontName(c.used[0])
}

// formName is the resource name of the canvas's form XObject number i.
func (c *Canvas) formName(i int) pdf.Name { return pdf.Name(c.prefix + "X" + strconv.Itoa(i)) }

// FreePrefix gives a prefix that no font or XObject of a page's resources begins with, so that a canvas drawn over
// the page can share its resource dictionary. A page that was itself drawn by a canvas, such as one of an earlier
// packet, is the reason for it.
func FreePrefix(doc *pdf.Document, resources pdf.Dict) string {
	last := 0
	for _, category := range []pdf.Name{"Font", "XObject"} {
		names, err := doc.Dict(resources[category])
		if err != nil {
			continue // what cannot be read is not merged with either
		}
		for name := range names {
			last = max(last, generation(string(name)))
		}
	}
	if last == 0 {
		return usualPrefix
	}
	return usualPrefix + strconv.Itoa(last+1) + "k"
}

// generation is the number in a name that FreePrefix made, 1 where it has none, 0 for another name.
func generation(name string) int {
	rest, ok := strings.CutPrefix(name, usualPrefix)
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, "k")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 1<<30 {
		return 1
	}
	return n
}

// Resources gives the resource dictionary the canvas needs (ISO 32000-1, 7.8.3): the packet's fonts, reserved in w, and
// the form XObjects it paints, copied by imp. The dictionary is the caller's; imp may be nil where no
// form XObject was painted. It fails where drawing did.
func (c *Canvas) Resources(w *pdf.Writer, imp *pdf.Importer) (pdf.Dict, error) {
	if c.err != nil {
		return nil, c.err
	}
	out := pdf.Dict{}
	if len(c.used) > 0 {
		fonts := pdf.Dict{}
		for _, id := range c.used {
			fonts[c.fontName(id)] = c.fonts.ref(w, id)
		}
		out["Font"] = fonts
	}
	if c.blend != nil {
		out["ExtGState"] = pdf.Dict{c.blendName(): c.blend.dict()}
	}
	if len(c.forms) == 0 {
		return out, nil
	}
	if imp == nil {
		return nil, errors.New("form XObjects painted without their document")
	}
	forms := pdf.Dict{}
	for i, ref := range c.forms {
		forms[c.formName(i)] = imp.Ref(ref)
	}
	out["XObject"] = forms
	return out, nil
}
