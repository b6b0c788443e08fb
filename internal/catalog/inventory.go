package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// An inventoryField is one field of a blank as the PDF declares it (ISO 32000-1, 12.7). Only the
// name and type are known of an edition whose blank has not been at hand.
type inventoryField struct {
	Name      string      `json:"name"`
	Type      Kind        `json:"type"`
	Page      int         `json:"page"`
	Rect      [4]float64  `json:"rect"`
	MaxLen    int         `json:"max_len"`
	Comb      bool        `json:"comb"`
	Multiline bool        `json:"multiline"`
	On        []string    `json:"on"`
	Options   [][2]string `json:"options"`
	Tooltip   string      `json:"tooltip"`
	DA        string      `json:"da"`
	Q         int         `json:"q"`
	ReadOnly  bool        `json:"readonly"`
	// Inferred marks a field whose page or on-state was told, not read from a blank.
	Inferred bool `json:"inferred"`
}

// readInventory reads a list of fields, one object a line, and refuses unknown keys, unknown
// types and names that stand twice.
func readInventory(fsys fs.FS, file string) ([]inventoryField, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; a map needs the inventory of its edition beside it", file, err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var list []inventoryField
	if err := decoder.Decode(&list); err != nil {
		line := 1 + bytes.Count(data[:decoder.InputOffset()], []byte("\n"))
		return nil, atLine(file, line, "%v; write the inventory again from the blank", err)
	}
	seen := map[string]bool{}
	for _, f := range list {
		if !f.Type.known() {
			return nil, fmt.Errorf("%s: field %s is a %q; want text, checkbox, choice, barcode or button", file, f.Name, f.Type)
		}
		if seen[f.Name] {
			return nil, fmt.Errorf("%s: field %s stands twice; keep one", file, f.Name)
		}
		seen[f.Name] = true
	}
	return list, nil
}

var fontSize = regexp.MustCompile(`([0-9.]+)\s+Tf`)

// sizeOf reads the font size in points from a default appearance string (ISO 32000-1, 12.7.3.3);
// 0 means that the size is left to the reader.
func sizeOf(da string) float64 {
	m := fontSize.FindStringSubmatch(da)
	if m == nil {
		return 0
	}
	size, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return 0
	}
	return size
}

// fontOf is the font's name in a default appearance (ISO 32000-1, 12.7.3.3): the word behind the
// slash that opens it.
func fontOf(da string) string {
	rest, ok := strings.CutPrefix(da, "/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, " ")
	return name
}
