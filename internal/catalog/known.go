package catalog

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"parolepack/internal/casefile"
)

// knownDir holds the inventories of editions that have no map: they are told apart, and never filled.
const knownDir = "known"

// readKnown reads known/<form>_<edition>.inventory.json.
func readKnown(fsys fs.FS, file string) (*Inventory, error) {
	base := strings.TrimSuffix(path.Base(file), inventoryExt)
	form, edition, ok := strings.Cut(base, "_")
	date, err := casefile.ParseDate(edition)
	if !ok || err != nil || form == "" || form != strings.ToLower(form) {
		return nil, fmt.Errorf("%s: name it after form and edition, as in i-131_2019-04-24%s", file, inventoryExt)
	}
	list, err := readInventoryFile(fsys, file)
	if err != nil {
		return nil, err
	}
	return newInventory(strings.ToUpper(form), date, list, file), nil
}

// newInventory makes the inventory of an edition that has no map (yet).
func newInventory(form string, date casefile.Date, list []InventoryField, file string) *Inventory {
	inv := &Inventory{Form: form, Edition: date.String(), Printed: Printed(date), Fields: list, File: file}
	for i := range list {
		inv.Pages = max(inv.Pages, list[i].Page)
	}
	return inv
}

// Printed is a date as forms print it, as in 01/20/25.
func Printed(d casefile.Date) string {
	return fmt.Sprintf("%02d/%02d/%02d", int(d.Month), d.Day, d.Year%100)
}

// ParsePrinted reads a date as forms print it, as in 01/20/25; the century is this one.
func ParsePrinted(s string) (casefile.Date, error) {
	if len(s) != len("01/20/25") || s[2] != '/' || s[5] != '/' {
		return casefile.Date{}, fmt.Errorf("%q is no date as forms print it, 01/20/25", s)
	}
	return casefile.ParseDate("20" + s[6:] + "-" + s[:2] + "-" + s[3:5])
}

// PrintedEdition is an ISO date as forms print it; what is no date stays as it is.
func PrintedEdition(edition string) string {
	d, err := casefile.ParseDate(edition)
	if err != nil {
		return edition
	}
	return Printed(d)
}

// known adds the inventories of editions without a map to those of the maps. One that has a map by now is left out:
// the map's own holds.
func (c *Catalog) known(fsys fs.FS, files []string) []error {
	for _, e := range c.editions {
		if e != nil {
			c.inventories = append(c.inventories, e.inventory)
		}
	}
	var errs []error
	for _, file := range files {
		inv, err := readKnown(fsys, file)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if _, mapped := c.Inventory(inv.Form, inv.Edition); !mapped {
			c.inventories = append(c.inventories, inv)
		}
	}
	return errs
}
