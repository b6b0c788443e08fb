package editions

import (
	"fmt"
	"slices"

	"parolepack/internal/catalog"
)

// moved reports whether a field stands on another page or at another place, as far as both are known.
func moved(a, b *catalog.InventoryField) bool {
	if a.Page == 0 || b.Page == 0 {
		return false
	}
	unknown := a.Rect == catalog.Rect{} || b.Rect == catalog.Rect{}
	return a.Page != b.Page || !unknown && !placed(a, b)
}

// changes lists how a field differs but in its place, as clauses.
func changes(a, b *catalog.InventoryField) []string {
	var list []string
	add := func(on bool, format string, args ...any) {
		if on {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	add(a.Name != b.Name, "was named %s", a.Name)
	add(a.Type != b.Type, "was a %s", a.Type)
	add(a.MaxLen != b.MaxLen && !a.Inferred, "takes %s, took %s", characters(b.MaxLen), characters(a.MaxLen))
	add(a.Comb != b.Comb && !a.Inferred, "comb %s", now(b.Comb))
	add(a.Multiline != b.Multiline && !a.Inferred, "several lines %s", now(b.Multiline))
	add(a.Type == b.Type && !slices.Equal(a.On, b.On) && len(a.On) > 0, "on-states are %q, were %q", b.On, a.On)
	add(a.Type == b.Type && !slices.Equal(a.Options, b.Options) && len(a.Options) > 0, "%d choices, had %d", len(b.Options), len(a.Options))
	add(a.Tooltip != b.Tooltip && a.Tooltip != "" && b.Tooltip != "", "other tooltip")
	return list
}

func characters(n int) string {
	if n == 0 {
		return "any length"
	}
	return fmt.Sprintf("%d characters", n)
}

func now(on bool) string {
	if on {
		return "now"
	}
	return "no more"
}
