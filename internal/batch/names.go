package batch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// longestName bounds a folder name in bytes; every file system in use takes it with room for
// the files inside.
const longestName = 120

// FolderName says why a case number cannot be a folder's name, on any system a law office uses;
// nil where it can. The rules are those of Windows, which are the narrowest.
func FolderName(number string) error {
	switch {
	case number == "":
		return fmt.Errorf("the case has no case_number")
	case len(number) > longestName:
		return fmt.Errorf("it is longer than %d bytes", longestName)
	case number == "." || number == "..":
		return fmt.Errorf("it means another folder")
	case strings.TrimRight(number, ". ") != number:
		return fmt.Errorf("it ends in a dot or a space")
	case strings.TrimLeft(number, " ") != number:
		return fmt.Errorf("it begins with a space")
	case isDevice(number):
		return fmt.Errorf("the name is a device on Windows")
	}
	for _, r := range number {
		if strings.ContainsRune(`<>:"/\|?*`, r) || unicode.IsControl(r) || r == unicode.ReplacementChar {
			return fmt.Errorf("it holds %q, which a folder's name cannot", r)
		}
	}
	return nil
}

// isDevice reports whether Windows takes the name for a device, with any extension.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, stem) {
		return true
	}
	digit := strings.TrimPrefix(strings.TrimPrefix(stem, "COM"), "LPT")
	return digit != stem && slices.Contains(strings.Split("0123456789¹²³", ""), digit)
}

// A NameError is why a batch cannot begin: case numbers that collide or cannot name a folder.
type NameError struct {
	// Lines say it one case or collision a line, in a stable order.
	Lines []string
}

// Error joins the lines.
func (e *NameError) Error() string {
	return "these cases cannot have output folders of their own:\n  " + strings.Join(e.Lines, "\n  ")
}

// CheckNames proves that each readable case has an output folder of its own: names that some
// file system could not hold, and names equal but for case or Unicode form, are refused.
// The error is a *NameError that holds every case concerned.
func CheckNames(list []Case) error {
	var lines []string
	owners := map[string][]Case{}
	for _, c := range list {
		if c.Err != nil {
			continue
		}
		if err := FolderName(c.Number); err != nil {
			lines = append(lines, fmt.Sprintf("%s: case_number %q: %v", c.Path, c.Number, err))
			continue
		}
		key := folded(c.Number)
		owners[key] = append(owners[key], c)
	}
	for _, same := range owners {
		if len(same) > 1 {
			lines = append(lines, collision(same))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	slices.Sort(lines)
	return &NameError{Lines: lines}
}

// folded is equal for names that a case-blind or normalising file system holds to be the same.
func folded(name string) string {
	return cases.Fold().String(norm.NFC.String(name))
}

func collision(same []Case) string {
	slices.SortFunc(same, func(a, b Case) int { return cmp.Compare(a.Path, b.Path) })
	var paths []string
	for _, c := range same {
		paths = append(paths, c.Path)
	}
	return fmt.Sprintf("%s: the same case_number %q", strings.Join(paths, ", "), same[0].Number)
}
