package catalog

import (
	"fmt"
	"strings"

	"parolepack/internal/near"
)

// suggest returns `; did you mean "near"?` for the name nearest to wrong, or the names to choose
// from where none is near and they are few.
func suggest(wrong string, names []string) string {
	best := near.Name(wrong, names)
	switch {
	case best != "":
		return fmt.Sprintf("; did you mean %q?", best)
	case len(names) > 0 && len(names) <= 16:
		return "; it may be " + strings.Join(names, ", ")
	}
	return ""
}
