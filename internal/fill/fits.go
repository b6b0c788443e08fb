package fill

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// fits tells why the blank's field cannot hold the plan's value.
func fits(p *plan.Field, target *field) error {
	if len(target.widgets) == 0 {
		return fmt.Errorf("the blank shows it on no page")
	}
	for _, w := range target.widgets {
		if w.page < 1 {
			return fmt.Errorf("the blank shows it on no page")
		}
	}
	switch {
	case p.Kind == plan.TextField && target.Kind == pdf.KindText:
		return fitsText(p, target)
	case p.Kind == plan.CheckField && target.Kind == pdf.KindCheckbox:
		return fitsCheck(p, target)
	case p.Kind == plan.ChoiceField && target.Kind == pdf.KindChoice:
		return fitsChoice(p, target)
	}
	return fmt.Errorf("it is %s in the plan and %s in the blank", p.Kind, target.Kind)
}

// fitsText holds a text against the most characters that the blank takes, and its lines against its value: nothing may be
// lost between the plan and the page.
func fitsText(p *plan.Field, target *field) error {
	if n := utf8.RuneCountInString(p.Value); target.MaxLen > 0 && n > target.MaxLen {
		return fmt.Errorf("%d characters, the blank allows %d", n, target.MaxLen)
	}
	if squeeze(strings.Join(p.Lines, "")) != squeeze(p.Value) {
		return fmt.Errorf("its %d lines do not show the whole value", len(p.Lines))
	}
	return nil
}

// squeeze drops the spaces, which breaking into lines may change.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// fitsCheck holds an on-state against those that the blank draws.
func fitsCheck(p *plan.Field, target *field) error {
	var have []string
	for _, w := range target.widgets {
		if w.has(p.Value) {
			return nil
		}
		for _, state := range w.on {
			have = append(have, fmt.Sprintf("%q", state))
		}
	}
	slices.Sort(have)
	return fmt.Errorf("no on-state %q in the blank, which has %s", p.Value, strings.Join(have, ", "))
}

// fitsChoice holds an option against the blank's own list.
func fitsChoice(p *plan.Field, target *field) error {
	if p.Index < 0 || p.Index >= len(target.Options) {
		return fmt.Errorf("option %d of %d", p.Index, len(target.Options))
	}
	if got := target.Options[p.Index].Export; got != p.Value {
		return fmt.Errorf("option %d is %q in the blank, %q in the plan", p.Index, got, p.Value)
	}
	return nil
}
