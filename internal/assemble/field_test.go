package assemble

import (
	"image"
	"maps"
	"slices"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/pdf"
)

// A field whose file leaves its look to the reader shows its value in the packet, in its box and nowhere else.
func TestFieldsWithoutAppearancesAreDrawn(t *testing.T) {
	text := func(v string, more pdf.Dict) pdf.Dict {
		d := pdf.Dict{"FT": pdf.Name("Tx"), "V": pdf.String(v), "DA": pdf.String("/Helv 12 Tf 0 g")}
		maps.Copy(d, more)
		return d
	}
	button := func(state pdf.Name, flags int) pdf.Dict {
		return pdf.Dict{"FT": pdf.Name("Btn"), "AS": state, "Ff": pdf.Integer(flags)}
	}
	options := pdf.Array{pdf.Array{pdf.String("1"), pdf.String("Lebanon")}, pdf.Array{pdf.String("2"), pdf.String("Chad")}}
	for name, c := range map[string]struct {
		field pdf.Dict
		from  float64 // where the ink begins and ends, in parts of the field's width
		to    float64
		left  string // what is counted; empty for a field that is drawn
	}{
		"left":            {field: text("Haddad", nil), from: 0, to: 0.3},
		"right":           {field: text("Haddad", pdf.Dict{"Q": pdf.Integer(2)}), from: 0.7, to: 1},
		"centred":         {field: text("Haddad", pdf.Dict{"Q": pdf.Integer(1)}), from: 0.3, to: 0.7},
		"too long":        {field: text("Rue Azmi 14, Tripoli, North Governorate, Lebanon, and more", nil), from: 0, to: 1},
		"no size":         {field: text("Haddad", pdf.Dict{"DA": nil}), from: 0, to: 0.4},
		"comb":            {field: text("12", pdf.Dict{"Ff": pdf.Integer(flagComb), "MaxLen": pdf.Integer(4)}), from: 0.1, to: 0.4},
		"lines":           {field: text("one\ntwo", pdf.Dict{"Ff": pdf.Integer(flagMultiline)}), from: 0, to: 0.2},
		"label":           {field: pdf.Dict{"FT": pdf.Name("Ch"), "V": pdf.String("1"), "Opt": options}, from: 0, to: 0.4},
		"check box":       {field: button("Yes", 0), from: 0.3, to: 0.7},
		"radio":           {field: button("Yes", flagRadio), from: 0.3, to: 0.7},
		"off":             {field: button("Off", 0)},
		"push button":     {field: pdf.Dict{"FT": pdf.Name("Btn"), "Ff": pdf.Integer(flagPush), "MK": pdf.Dict{"BG": pdf.Array{pdf.Integer(0)}}}},
		"empty":           {field: text("", nil)},
		"hidden":          {field: text("Haddad", pdf.Dict{"F": pdf.Integer(2)}), left: lostValues},
		"strange letters": {field: text("\xFE\xFF\x00\x65\xD8\x0C\xDC\x00", nil), left: lostValues},
		"Chinese":         {field: text("\xFE\xFF\x65\xE5\x67\x2C", nil), from: 0, to: 0.3},
		"turned":          {field: text("Haddad", pdf.Dict{"MK": pdf.Dict{"R": pdf.Integer(180)}}), from: 0.7, to: 1},
		"turned upwards":  {field: text("Hi", pdf.Dict{"MK": pdf.Dict{"R": pdf.Integer(90)}}), from: 0.4, to: 0.6},
		"turned down":     {field: text("Hi", pdf.Dict{"MK": pdf.Dict{"R": pdf.Integer(-90)}}), from: 0.4, to: 0.6},
		"password":        {field: text("secret", pdf.Dict{"Ff": pdf.Integer(flagPassword)}), from: 0, to: 0.3},
		"barcode":         {field: text("I-131", pdf.Dict{"PMD": pdf.Dict{}}), left: lostValues},
		"unknown font":    {field: text("Haddad", pdf.Dict{"DA": pdf.String("/Nowhere 12 Tf")}), from: 0, to: 0.3},
		"several chosen":  {field: pdf.Dict{"FT": pdf.Name("Ch"), "V": pdf.Array{pdf.String("1"), pdf.String("2")}, "Opt": options}, from: 0, to: 0.7},
		"crossed":         {field: pdf.Dict{"FT": pdf.Name("Btn"), "AS": pdf.Name("Yes"), "MK": pdf.Dict{"CA": pdf.String("8")}}, from: 0.3, to: 0.7},
		"background":      {field: pdf.Dict{"FT": pdf.Name("Tx"), "MK": pdf.Dict{"BG": pdf.Array{pdf.Integer(0)}}}, from: 0, to: 1},
	} {
		t.Run(name, func(t *testing.T) {
			d := annotated(t, 0, func(func(pdf.Array) pdf.Ref) []pdf.Dict {
				a := maps.Clone(c.field)
				a["Subtype"], a["Rect"] = pdf.Name("Widget"), rect(300, 100, 500, 130)
				return []pdf.Dict{a}
			})
			b, sum := exhibitPacket(t, d, 0)
			checked(t, b)
			box := onSheet(fitted(pdf.Rect{URX: 612, URY: 792}, 0, 1).ApplyRect(pdf.Rect{LLX: 300, LLY: 100, URX: 500, URY: 130}))
			got := dark(rendered(t, b, 1, 72), box.Inset(-4))
			if sum.Removed[c.left] != 1 && c.left != "" {
				t.Errorf("left behind %v", sum.Removed)
			}
			if c.to == 0 {
				if !got.Empty() {
					t.Errorf("shown at %v", got)
				}
				return
			}
			share := func(x int) float64 { return float64(x-box.Min.X) / float64(box.Dx()) }
			if got.Empty() || !got.In(box) || share(got.Min.X) < c.from-0.02 || share(got.Max.X) > c.to+0.02 {
				t.Errorf("shown from %.2f to %.2f of the field, at %v", share(got.Min.X), share(got.Max.X), got)
			}
		})
	}
}

// The value may stand on the field's parent and the default appearance on the form.
func TestFieldsInherit(t *testing.T) {
	d := made(t, []spec{{}}, func(w *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict) {
		parent, err := w.Add(pdf.Dict{"FT": pdf.Name("Tx"), "V": pdf.String("Haddad"), "Q": pdf.Integer(2)})
		must(t, err)
		pages[0]["Annots"] = pdf.Array{pdf.Dict{"Subtype": pdf.Name("Widget"), "Parent": parent, "Rect": rect(300, 400, 500, 430)}}
		catalog["AcroForm"] = pdf.Dict{"DA": pdf.String("/TiBo 20 Tf 0 g"), "NeedAppearances": true}
	})
	b, sum := exhibitPacket(t, d, 0)
	got := dark(rendered(t, b, 1, 72), image.Rect(0, 0, 612, 700))
	if got.Dx() < 55 || got.Dx() > 75 || sum.Removed[lostFields] != 1 || len(sum.Removed) != 1 {
		t.Errorf("shown at %v, removed %v", got, sum.Removed)
	}
}

func TestDefaultAppearances(t *testing.T) {
	for da, want := range map[string]struct {
		face   font.ID
		size   float64
		colour []float64
	}{
		"/Helv 12 Tf 0 g":                     {font.Sans, 12, []float64{0}},
		"0.5 g /TiRo 0 Tf":                    {font.Serif, 0, []float64{0.5}},
		"/CourierNewPS-BoldMT 10 Tf 1 0 0 rg": {font.MonoBold, 10, []float64{1, 0, 0}},
		"/HeBo 1e9 Tf":                        {font.SansBold, 0, []float64{0}},
		"Tf g rg":                             {font.Sans, 0, []float64{0}},
		"":                                    {font.Sans, 0, []float64{0}},
	} {
		face, size, colour := appearanceOf(da)
		if face != want.face || size != want.size || !slices.Equal(colour, want.colour) {
			t.Errorf("%q: %s, %g, %v", da, face, size, colour)
		}
	}
}
