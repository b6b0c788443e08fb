package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"parolepack/internal/casefile"
)

// A mapFile is a map as written.
type mapFile struct {
	Form       string         `yaml:"form"`
	Edition    casefile.Date  `yaml:"edition"`
	Printed    string         `yaml:"printed"`
	Title      string         `yaml:"title"`
	Pages      int            `yaml:"pages"`
	Source     string         `yaml:"source"`
	AsOf       casefile.Date  `yaml:"as_of"`
	Undecided  string         `yaml:"undecided"`
	Additional mapSlots       `yaml:"additional_information"`
	Signatures []mapSignature `yaml:"signatures"`
	Fields     []mapField     `yaml:"fields"`
	Line       int
}

type mapSlots struct {
	Item     string      `yaml:"item"`
	Name     string      `yaml:"name"`
	ANumber  string      `yaml:"a_number"`
	SignedBy string      `yaml:"signed_by"`
	Slots    []Slot      `yaml:"slots"`
	Also     []mapAnswer `yaml:"also"`
	Line     int
}

type mapAnswer struct {
	Item      string `yaml:"item"`
	Page      int    `yaml:"page"`
	Text      string `yaml:"text"`
	Undecided string `yaml:"undecided"`
	Line      int
}

type mapSignature struct {
	Item string `yaml:"item"`
	Name string `yaml:"name"`
	Date string `yaml:"date"`
	Who  string `yaml:"who"`
	Page int    `yaml:"page"`
	When string `yaml:"when"`
	// Undecided is what a draft has not settled; an entry with it does not load.
	Undecided string `yaml:"undecided"`
	Line      int
}

// A mapField is one entry of a map. Page and On stand only where the inventory does not know them.
type mapField struct {
	Name     string  `yaml:"name"`
	Item     string  `yaml:"item"`
	Label    string  `yaml:"label"`
	Text     string  `yaml:"text"`
	Check    string  `yaml:"check"`
	Choose   string  `yaml:"choose"`
	Blank    Blank   `yaml:"blank"`
	Why      string  `yaml:"why"`
	Rules    float64 `yaml:"rules"`
	Overflow string  `yaml:"overflow"`
	Short    string  `yaml:"short"`
	InFull   string  `yaml:"in_full"`
	As       string  `yaml:"as"`
	Page     int     `yaml:"page"`
	On       string  `yaml:"on"`
	// Undecided is what a draft has not settled; an entry with it does not load.
	Undecided string `yaml:"undecided"`
	Line      int
}

// readEdition reads a map and the inventory beside it, and holds the one against the other.
func readEdition(fsys fs.FS, file string, c *compiler) (*Edition, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var m mapFile
	if err := readYAML(file, data, &m); err != nil {
		return nil, err
	}
	if err := m.decided(file); err != nil {
		return nil, err
	}
	inventory, err := readInventoryFile(fsys, strings.TrimSuffix(file, ".yaml")+inventoryExt)
	if err != nil {
		return nil, err
	}
	p := &pairing{file: file, m: &m, compiler: c, entries: map[string]*mapField{}}
	e := p.edition(inventory)
	return e, errors.Join(p.errs...)
}

// A pairing joins a map with its inventory and collects every rule that the two break.
type pairing struct {
	file     string
	m        *mapFile
	compiler *compiler
	entries  map[string]*mapField
	errs     []error
}

func (p *pairing) fail(line int, format string, args ...any) {
	p.errs = append(p.errs, atLine(p.file, line, format, args...))
}

func (p *pairing) edition(inventory []InventoryField) *Edition {
	m := p.m
	e := &Edition{
		Form: m.Form, Edition: m.Edition.String(), Printed: m.Printed, Title: m.Title, Pages: m.Pages,
		Source: m.Source, AsOf: m.AsOf, SlotItem: m.Additional.Item, Slots: m.Additional.Slots,
		File: p.file, byName: map[string]int{},
	}
	p.checkHead(e)
	p.checkNames(inventory)
	for i, inv := range inventory {
		e.byName[inv.Name] = i
		e.Fields = append(e.Fields, p.field(inv))
	}
	e.inventory = &Inventory{
		Form: e.Form, Edition: e.Edition, Printed: e.Printed, Pages: e.Pages, Fields: inventory,
		File: strings.TrimSuffix(p.file, ".yaml") + inventoryExt, Map: e,
	}
	p.nameShared(e)
	p.checkSlots(e)
	p.answers(e)
	p.signatures(e)
	p.sheets(e)
	return e
}

// checkHead wants the head complete and the file where the form and edition say.
func (p *pairing) checkHead(e *Edition) {
	want := path.Join(strings.ToLower(e.Form), e.Edition+".yaml")
	switch {
	case e.Form == "" || e.Edition == "" || e.Printed == "" || e.Title == "" || e.Pages < 1:
		p.fail(p.m.Line, "the map's head is not complete; give form, edition, printed, title and pages")
	case want != p.file:
		p.fail(p.m.Line, "the head says %s %s, which belongs in %s; move the file or correct the head", e.Form, e.Edition, want)
	}
}

// checkNames wants each field of the inventory once in the map, nothing else, in the same order.
func (p *pairing) checkNames(inventory []InventoryField) {
	known := make(map[string]bool, len(inventory))
	for _, inv := range inventory {
		known[inv.Name] = true
	}
	for i := range p.m.Fields {
		f := &p.m.Fields[i]
		switch {
		case !known[f.Name]:
			p.fail(f.Line, "the inventory has no field %q%s", f.Name, suggest(f.Name, slices.Sorted(maps.Keys(known))))
		case p.entries[f.Name] != nil:
			p.fail(f.Line, "field %s stands twice; keep one", f.Name)
		}
		p.entries[f.Name] = f
	}
	for _, inv := range inventory {
		if p.entries[inv.Name] == nil {
			p.fail(p.m.Line, "field %s of the inventory is not in the map; give it a value or a blank reason", inv.Name)
		}
	}
	if len(p.errs) == 0 {
		p.checkOrder(inventory)
	}
}

func (p *pairing) checkOrder(inventory []InventoryField) {
	for i, f := range p.m.Fields {
		if f.Name != inventory[i].Name {
			p.fail(f.Line, "field %s stands where the inventory has %s; keep the inventory's order", f.Name, inventory[i].Name)
			return
		}
	}
}
