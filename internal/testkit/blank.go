package testkit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parolepack/internal/pdf"
)

// A Blank describes a form as an agency might publish it, for tests where the real one is not at hand: its fields as an
// inventory lists them, form and edition at the foot of every page and nothing else. It is written in plain objects, so
// that a test can change what it likes.
type Blank struct {
	// Inventory is the edition's list of fields, as in fields/.
	Inventory []byte
	// Form and Printed stand at the foot of every page and in the barcodes, as in I-131 and 01/20/25.
	Form, Printed string
	// Foot is the foot's text where it is not form, edition and page.
	Foot func(page int) string
	// Values are answers by field name; Without names fields to leave out.
	Values  map[string]string
	Without []string
	// NoPlaces puts every field at the same place on its page, as where an inventory does not know it.
	NoPlaces bool
}

// blankField is what a Blank reads of an inventory.
type blankField struct {
	Name, Type string
	Page       int
	Rect       [4]float64
	MaxLen     int `json:"max_len"`
	Comb       bool
	Multiline  bool
	On         []string
	Options    [][2]string
	Tooltip    string
	DA         string
	Q          int
	ReadOnly   bool
}

// PDF writes the form.
func (b Blank) PDF() ([]byte, error) {
	var fields []blankField
	if err := json.Unmarshal(b.Inventory, &fields); err != nil {
		return nil, err
	}
	count, known := 1, map[string]bool{}
	for _, f := range fields {
		count, known[f.Name] = max(count, f.Page), true
	}
	for _, name := range append(slices.Collect(maps.Keys(b.Values)), b.Without...) {
		if !known[name] {
			return nil, fmt.Errorf("%s has no field %s", b.Form, name)
		}
	}
	w := &plain{}
	w.WriteString("%PDF-1.7\n")
	annots := make([]strings.Builder, count)
	var all strings.Builder
	next := 5 + 2*count
	for _, f := range fields {
		if slices.Contains(b.Without, f.Name) {
			continue
		}
		page := max(1, f.Page)
		w.object(next, b.field(f, page))
		fmt.Fprintf(&annots[page-1], " %d 0 R", next)
		fmt.Fprintf(&all, " %d 0 R", next)
		next++
	}
	w.object(1, fmt.Sprintf("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>>>", all.String()))
	kids := ""
	for n := range count {
		kids += fmt.Sprintf(" %d 0 R", 5+2*n)
	}
	w.object(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>>>", count, kids))
	w.object(3, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
	w.stream(4, "/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "0 0 10 10 re f")
	for n := range count {
		foot := fmt.Sprintf("Form %s   Edition   %s", b.Form, b.Printed)
		if b.Foot != nil {
			foot = b.Foot(n + 1)
		}
		w.object(5+2*n, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Annots[%s]>>", 6+2*n, annots[n].String()))
		w.stream(6+2*n, "", fmt.Sprintf("BT /F1 9 Tf 36 24 Td (%s) Tj 440 0 Td (Page %d of %d) Tj ET", foot, n+1, count))
	}
	return w.end(next), nil
}

// field spells one field and its widget.
func (b Blank) field(f blankField, page int) string {
	if f.Rect == [4]float64{} || b.NoPlaces {
		f.Rect = [4]float64{36, 700, 136, 718}
	}
	flags := 0
	set := func(on bool, flag uint32) {
		if on {
			flags |= int(flag)
		}
	}
	set(f.ReadOnly, pdf.FlagReadOnly)
	set(f.Multiline, pdf.FlagMultiline)
	set(f.Comb, pdf.FlagComb)
	more := ""
	switch f.Type {
	case "checkbox":
		more = "/FT/Btn/AS/Off/AP<</N<<"
		for _, on := range f.On {
			more += "/" + strings.ReplaceAll(on, " ", "#20") + " 4 0 R"
		}
		more += ">>>>"
	case "button":
		set(true, pdf.FlagPushbutton)
		more = "/FT/Btn"
	case "choice":
		set(true, pdf.FlagCombo)
		more = "/FT/Ch/Opt["
		for _, o := range f.Options {
			more += fmt.Sprintf("[%s%s]", literal(o[0]), literal(o[1]))
		}
		more += "]"
	case "barcode":
		more = fmt.Sprintf("/FT/Tx/PMD 2 0 R/V%s", literal(fmt.Sprintf("%s|%s|%d", b.Form, b.Printed, page)))
	default:
		more = "/FT/Tx"
	}
	if v, ok := b.Values[f.Name]; ok && f.Type == "checkbox" {
		more += "/V/" + strings.ReplaceAll(v, " ", "#20")
	} else if ok {
		more += "/V" + literal(v)
	}
	if f.MaxLen > 0 {
		more += fmt.Sprintf("/MaxLen %d", f.MaxLen)
	}
	return fmt.Sprintf("<</Type/Annot/Subtype/Widget/F 4/T%s/TU%s/DA%s/Q %d/Ff %d/Rect[%g %g %g %g]/P %d 0 R%s>>",
		literal(f.Name), literal(f.Tooltip), literal(f.DA), f.Q, flags, f.Rect[0], f.Rect[1], f.Rect[2], f.Rect[3], 3+2*page, more)
}

// literal spells a text string.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(string(pdf.TextString(s))) + ")"
}

// Sheet is a one-page PDF of the given content. /F1 is a font in WinAnsi, /F2 one whose code 1 is a slash, /F3 one of codes
// of two bytes with the ToUnicode map cmap.
func Sheet(content, cmap string) []byte {
	w := &plain{}
	w.WriteString("%PDF-1.7\n")
	w.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	w.object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
	w.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3 7 0 R>>/XObject<</X1 9 0 R>>>>>>")
	w.stream(4, "", content)
	w.object(5, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
	w.object(6, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding<</Differences[1/slash]>>>>")
	w.object(7, "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 8 0 R>>")
	w.stream(8, "", cmap)
	w.stream(9, "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 50 60]", "BT /F1 9 Tf (form) Tj ET /X1 Do")
	return w.end(10)
}

// plain writes a PDF in plain objects.
type plain struct {
	bytes.Buffer
	at map[int]int
}

func (w *plain) object(num int, body string) {
	if w.at == nil {
		w.at = map[int]int{}
	}
	w.at[num] = w.Len()
	fmt.Fprintf(w, "%d 0 obj\n%s\nendobj\n", num, body)
}

func (w *plain) stream(num int, dict, body string) {
	w.object(num, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(body), body))
}

// end writes the cross-reference table of size objects and returns the file.
func (w *plain) end(size int) []byte {
	at := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", size)
	for n := 1; n < size; n++ {
		fmt.Fprintf(w, "%010d 00000 n \n", w.at[n])
	}
	fmt.Fprintf(w, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", size, at)
	return w.Bytes()
}
