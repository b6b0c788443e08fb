package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An InventoryField is one field of a blank as the PDF declares it (ISO 32000-1, 12.7). Only the
// name and type are known of an edition whose blank has not been at hand.
type InventoryField struct {
	// Name is the fully qualified name.
	Name string `json:"name"`
	Type Kind   `json:"type"`
	// Page is 1-based, 0 where it is not known; Rect is its box in points, zero where it is not known.
	Page int  `json:"page,omitempty"`
	Rect Rect `json:"rect,omitzero"`
	// MaxLen is the most characters a text may have; 0 for no limit.
	MaxLen    int  `json:"max_len,omitempty"`
	Comb      bool `json:"comb,omitempty"`
	Multiline bool `json:"multiline,omitempty"`
	// On holds a checkbox's on-states, Options a choice's export values and labels.
	On      []string    `json:"on,omitempty"`
	Options [][2]string `json:"options,omitempty"`
	Tooltip string      `json:"tooltip,omitempty"`
	// DA is the default appearance, Q the alignment: 0 left, 1 centred, 2 right.
	DA       string `json:"da,omitempty"`
	Q        int    `json:"q,omitempty"`
	ReadOnly bool   `json:"readonly,omitempty"`
	// Inferred marks a field whose page or on-state was told, not read from a blank.
	Inferred bool `json:"inferred,omitempty"`
}

// A Rect is left, bottom, right and top in points.
type Rect [4]float64

// MarshalJSON writes every number with a decimal point, hundredths at most, as inventories have them.
func (r Rect) MarshalJSON() ([]byte, error) {
	parts := make([]string, len(r))
	for i, v := range r {
		s := strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0")
		if strings.HasSuffix(s, ".") {
			s += "0"
		}
		parts[i] = s
	}
	return []byte("[" + strings.Join(parts, ",") + "]"), nil
}

// An Inventory is the list of the fields of one edition.
type Inventory struct {
	// Form is the form's number, as in I-131; Edition its date, ISO; Printed the date as printed at the bottom of
	// every page (docs/facts.md 2.16).
	Form, Edition, Printed string
	// Pages counts the form's pages, as far as its fields and its map tell.
	Pages  int
	Fields []InventoryField
	// File is the inventory's path in the fields folder.
	File string
	// Map is what fills the edition; nil for one that is known only to tell it apart.
	Map *Edition
}

// Name is form and printed edition, as in `Form I-131, edition 01/20/25`.
func (inv *Inventory) Name() string {
	return fmt.Sprintf("Form %s, edition %s", inv.Form, inv.Printed)
}

// readInventoryFile reads the inventory at a path of the fields folder.
func readInventoryFile(fsys fs.FS, file string) ([]InventoryField, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; a map needs the inventory of its edition beside it", file, err)
	}
	return ReadInventory(file, data)
}

// ReadInventory reads a list of fields, one object a line, and refuses unknown keys, unknown types,
// names that stand twice and pages below 0. Errors begin with file.
func ReadInventory(file string, data []byte) ([]InventoryField, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var list []InventoryField
	err := decoder.Decode(&list)
	if err == nil && decoder.More() {
		err = fmt.Errorf("more follows the list")
	}
	if err != nil {
		line := 1 + bytes.Count(data[:decoder.InputOffset()], []byte("\n"))
		return nil, atLine(file, line, "%v; write the inventory again from the blank", err)
	}
	seen := map[string]bool{}
	for _, f := range list {
		switch {
		case !f.Type.known():
			return nil, fmt.Errorf("%s: field %s is a %q; want text, checkbox, choice, barcode or button", file, f.Name, f.Type)
		case seen[f.Name]:
			return nil, fmt.Errorf("%s: field %s stands twice; keep one", file, f.Name)
		case f.Page < 0 || f.MaxLen < 0:
			return nil, fmt.Errorf("%s: field %s has a page or length below 0; write the inventory again from the blank", file, f.Name)
		}
		seen[f.Name] = true
	}
	return list, nil
}

// WriteInventory writes a list of fields as ReadInventory reads it and the built-in inventories have it.
func WriteInventory(w io.Writer, list []InventoryField) error {
	var out bytes.Buffer
	out.WriteString("[\n")
	for i := range list {
		var line bytes.Buffer
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		if err := e.Encode(list[i]); err != nil {
			return err
		}
		out.Write(bytes.TrimRight(line.Bytes(), "\n"))
		if i+1 < len(list) {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// Inventories returns the inventory of every edition that is known, by form and then by date: those with a map, and
// those that are only told apart.
func (c *Catalog) Inventories() []*Inventory { return slices.Clone(c.inventories) }

// Inventory returns the inventory of one edition, as in I-131 and 2025-01-20.
func (c *Catalog) Inventory(form, edition string) (*Inventory, bool) {
	return find(c.inventories, func(inv *Inventory) bool { return inv.Form == form && inv.Edition == edition })
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

// Inferred reports whether any of the fields was told, not read from a blank.
func (inv *Inventory) Inferred() bool {
	return slices.ContainsFunc(inv.Fields, func(f InventoryField) bool { return f.Inferred })
}
