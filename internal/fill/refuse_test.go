package fill_test

import (
	"strings"
	"testing"

	"parolepack/internal/fill"
	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// What the blank cannot hold is refused with form, item and field, and nothing is drawn.
func TestFillRefuses(t *testing.T) {
	var b *fill.Blank
	for _, ed := range editions(t) {
		if ed.Form == "I-131" {
			b, _ = practiceBlank(t, ed)
		}
	}
	first := func(kind pdf.FieldKind) pdf.Field {
		for _, f := range fieldsOf(t, b) {
			if f.Kind == kind && (kind != pdf.KindText || f.MaxLen > 0) {
				return f
			}
		}
		t.Fatal("no such field")
		return pdf.Field{}
	}
	text, check, choice, barcode := first(pdf.KindText), first(pdf.KindCheckbox), first(pdf.KindChoice), first(pdf.KindBarcode)
	line := func(f plan.Field) plan.Field { f.Lines, f.Face, f.Size = []string{"x"}, font.Mono, 10; return f }
	for name, c := range map[string]struct {
		field plan.Field
		want  string
	}{
		"missing":       {plan.Field{Name: "form1[0].Nowhere[0]", Kind: plan.TextField}, "no such field"},
		"check as text": {line(plan.Field{Name: check.Name, Kind: plan.TextField, Value: "x"}), "text in the plan and checkbox in the blank"},
		"text as check": {plan.Field{Name: text.Name, Kind: plan.CheckField, Value: "Y"}, "check in the plan and text in the blank"},
		"barcode":       {line(plan.Field{Name: barcode.Name, Kind: plan.TextField, Value: "x"}), "barcode in the blank"},
		"state":         {plan.Field{Name: check.Name, Kind: plan.CheckField, Value: "Maybe"}, `no on-state "Maybe"`},
		"option":        {line(plan.Field{Name: choice.Name, Kind: plan.ChoiceField, Value: "CA", Index: 1}), `option 1 is "AA"`},
		"option beyond": {line(plan.Field{Name: choice.Name, Kind: plan.ChoiceField, Value: "CA", Index: 999}), "option 999 of"},
		"too long":      {line(plan.Field{Name: text.Name, Kind: plan.TextField, Value: strings.Repeat("x", text.MaxLen+1)}), "the blank allows"},
		"face":          {plan.Field{Name: text.Name, Kind: plan.TextField, Value: "x", Lines: []string{"x"}, Face: "wingdings"}, "wingdings"},
		"cut": {plan.Field{Name: text.Name, Kind: plan.TextField, Value: "x y", Lines: []string{"x"}, Face: font.Mono, Size: 10},
			"do not show the whole value"},
		"too wide": {plan.Field{Name: text.Name, Kind: plan.TextField, Value: "xxx", Lines: []string{"xxx"}, Face: font.Mono, Size: 500}, "pt wide"},
	} {
		t.Run(name, func(t *testing.T) {
			c.field.Item = "2.8"
			part := &plan.Part{ID: "i-131/nour", Form: &plan.FormPart{Form: "I-131", Fields: []plan.Field{c.field}}}
			_, err := fill.Fill(part, b, ink.NewFonts(faces))
			if err == nil {
				t.Fatal("filled")
			}
			for _, want := range []string{"I-131", "2.8", c.field.Name, c.want} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not name %q", err, want)
				}
			}
		})
	}
}

func TestFillTellsAllTroubles(t *testing.T) {
	b, _ := practiceBlank(t, editions(t)[0])
	part := &plan.Part{Form: &plan.FormPart{Form: "X", Fields: []plan.Field{{Name: "one"}, {Name: "two"}}}}
	_, err := fill.Fill(part, b, ink.NewFonts(faces))
	if err == nil || !strings.Contains(err.Error(), "one") || !strings.Contains(err.Error(), "two") {
		t.Errorf("error %v, want both fields", err)
	}
	if _, err := fill.Fill(&plan.Part{ID: "letter"}, b, ink.NewFonts(faces)); err == nil {
		t.Error("a letter was filled as a form")
	}
}

func TestOpenRefusesAFormWithoutFields(t *testing.T) {
	b, _ := practiceBlank(t, editions(t)[0])
	plain := flattened(t, b, everything(t, b, all))
	if _, err := fill.Open(reopen(t, plain)); err == nil || !strings.Contains(err.Error(), "no fillable fields") {
		t.Errorf("error %v for a flattened form", err)
	}
}
