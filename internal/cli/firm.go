package cli

import (
	"io/fs"
	"os"
	"path"
	"strings"

	"parolepack/internal/layered"
	"parolepack/internal/near"
)

// usedFiles refuses a file in the firm's folder that nothing uses, since it is most often a
// misspelt override: the built-in would stand where the firm believes its own does.
func usedFiles(firm string, fields, templates layered.FS) error {
	if firm == "" {
		return nil
	}
	return fs.WalkDir(os.DirFS(firm), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		known, ok := usable(name, fields, templates)
		if ok {
			return nil
		}
		hint := "see docs/maps.md for what a firm's folder may hold"
		if s := near.Name(name, known); s != "" {
			hint = "did you mean " + s + "?"
		}
		return usagef(hint, "%s: nothing uses the firm's file %q", firm, name)
	})
}

// usable reports whether something reads the firm's file; known are the names it might be meant
// to have. New templates and new editions are the firm's to add.
func usable(name string, fields, templates layered.FS) (known []string, ok bool) {
	folder, rest, _ := strings.Cut(name, "/")
	switch folder {
	case "firm.json":
		return nil, true
	case "templates":
		return prefixed("templates/", templates), strings.HasSuffix(rest, ".md.tmpl") && !strings.Contains(rest, "/")
	case "fields":
		return prefixed("fields/", fields), fields.BuiltIn(rest) || newEdition(rest, fields)
	}
	return []string{"firm.json", "fields/", "templates/"}, false
}

// newEdition reports whether the file is a map or an inventory whose partner is there too.
func newEdition(name string, fields layered.FS) bool {
	stem, isMap := strings.CutSuffix(name, ".yaml")
	partner := stem + ".inventory.json"
	if !isMap {
		var isInventory bool
		if stem, isInventory = strings.CutSuffix(name, ".inventory.json"); !isInventory {
			return false
		}
		partner = stem + ".yaml"
	}
	return strings.Count(name, "/") == 1 && (fields.Overrides(partner) || fields.BuiltIn(partner))
}

func prefixed(prefix string, l layered.FS) []string {
	var names []string
	_ = fs.WalkDir(l.Under, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, prefix+name)
		}
		return nil
	})
	return names
}
