package blank

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/pdf"
)

// Inventory lists a document's fields as inventories do, each at its first place.
func Inventory(fields []pdf.Field) []catalog.InventoryField {
	list := make([]catalog.InventoryField, len(fields))
	for i := range fields {
		f := &fields[i]
		inv := catalog.InventoryField{
			Name: f.Name, Type: kindOf(f.Kind), MaxLen: f.MaxLen, Tooltip: oneLine(f.Tooltip), DA: f.DA, Q: f.Align,
			Comb: f.Flags&pdf.FlagComb != 0 && f.MaxLen > 0, Multiline: textual(f.Kind) && f.Flags&pdf.FlagMultiline != 0,
			ReadOnly: f.Flags&pdf.FlagReadOnly != 0,
		}
		for _, o := range f.Options {
			inv.Options = append(inv.Options, [2]string{o.Export, o.Label})
		}
		if len(f.Widgets) > 0 {
			w := &f.Widgets[0]
			inv.Page, inv.Rect = w.Page, catalog.Rect{hundredth(w.Rect.LLX), hundredth(w.Rect.LLY), hundredth(w.Rect.URX), hundredth(w.Rect.URY)}
			if inv.Type == catalog.KindCheckbox {
				inv.On = slices.Clone(w.On)
			}
		}
		list[i] = inv
	}
	return list
}

// oneLine is a tooltip with single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func textual(k pdf.FieldKind) bool { return k == pdf.KindText || k == pdf.KindBarcode }

// hundredth rounds as the written decimal says, which v*100 would not.
func hundredth(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64)
	if err != nil {
		return 0
	}
	return r
}

// kindOf names a field's kind as inventories do; one that no inventory has goes by its own name.
func kindOf(k pdf.FieldKind) catalog.Kind {
	if k == pdf.KindPushbutton {
		return catalog.KindButton
	}
	return catalog.Kind(k.String())
}

// verified holds a document's fields against the edition's inventory, both ways.
func verified(inv *catalog.Inventory, fields []catalog.InventoryField) error {
	wrong := disagreements(inv.Fields, fields)
	if len(wrong) == 0 {
		return nil
	}
	e := &RefusedError{Why: fmt.Sprintf("%d of its fields are not as on that form (%s)", len(wrong), wrong[0]), Nearest: inv}
	if inv.Inferred() {
		e.Why = fmt.Sprintf("the inventory of that edition was told, not read from a blank, and %d fields differ from it (%s)", len(wrong), wrong[0])
		e.Do = fmt.Sprintf("this blank can complete it: parolepack forms diff %s:%s BLANK -o firm/fields writes inventory and draft map from it (docs/maps.md)", inv.Form, inv.Printed)
	}
	return e
}

// disagreements tells each field that is missing, other or extra.
func disagreements(want, got []catalog.InventoryField) []string {
	var wrong []string
	have := make(map[string]*catalog.InventoryField, len(got))
	for i := range got {
		have[got[i].Name] = &got[i]
	}
	for i := range want {
		f := &want[i]
		g, ok := have[f.Name]
		if !ok {
			wrong = append(wrong, f.Name+" is missing")
			continue
		}
		delete(have, f.Name)
		if why := differs(f, g); why != "" {
			wrong = append(wrong, f.Name+" "+why)
		}
	}
	for i := range got {
		if _, extra := have[got[i].Name]; extra {
			wrong = append(wrong, got[i].Name+" is not known")
		}
	}
	return wrong
}

// differs says how a field is not what the inventory says; nothing where it is.
func differs(f, got *catalog.InventoryField) string {
	switch {
	case f.Type != got.Type:
		return fmt.Sprintf("is a %s, not a %s", got.Type, f.Type)
	case f.MaxLen != got.MaxLen:
		return fmt.Sprintf("takes %d characters, not %d", got.MaxLen, f.MaxLen)
	case got.Page == 0:
		return "stands on no page"
	case got.Page != f.Page:
		return fmt.Sprintf("is on page %d, not %d", got.Page, f.Page)
	case f.Comb != got.Comb || f.Multiline != got.Multiline:
		return "is ruled otherwise (comb or lines)"
	case !slices.Equal(got.On, f.On):
		return fmt.Sprintf("has the on-states %s, not %s", quoted(got.On), quoted(f.On))
	case !slices.Equal(got.Options, f.Options):
		return "offers other choices"
	case apart(f.Rect, got.Rect):
		return "stands at another place"
	}
	return ""
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(out, ", ")
}

// nudge is how far a box may lie from where the inventory has it, in points.
const nudge = 1

func apart(a, b catalog.Rect) bool {
	for i := range a {
		if math.Abs(a[i]-b[i]) > nudge {
			return true
		}
	}
	return false
}
