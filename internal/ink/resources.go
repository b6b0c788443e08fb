package ink

import (
	"errors"
	"strconv"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// fontName is the resource name of a face. The prefix keeps it apart from the names of source pages.
func fontName(id font.ID) pdf.Name { return pdf.Name("PPk-" + string(id)) }

// formName is the resource name of the canvas's form XObject number i.
func formName(i int) pdf.Name { return pdf.Name("PPkX" + strconv.Itoa(i)) }

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
			fonts[fontName(id)] = c.fonts.ref(w, id)
		}
		out["Font"] = fonts
	}
	if len(c.forms) == 0 {
		return out, nil
	}
	if imp == nil {
		return nil, errors.New("form XObjects painted without their document")
	}
	forms := pdf.Dict{}
	for i, ref := range c.forms {
		forms[formName(i)] = imp.Ref(ref)
	}
	out["XObject"] = forms
	return out, nil
}
