package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"parolepack/internal/casefile"
)

// A Catalog is what a fields folder holds. It is read-only and safe for concurrent use.
type Catalog struct {
	editions    []*Edition
	inventories []*Inventory
	filings     map[string]*Filing
}

const inventoryExt = ".inventory.json"

// Load reads a fields folder: form/edition.yaml with form/edition.inventory.json, known/form_edition.inventory.json for
// editions that are told apart without a map, and filings/name.yaml. Every mistake found is reported, each with file, line and the way out.
func Load(fsys fs.FS) (*Catalog, error) {
	mapped, known, filings, err := list(fsys)
	if err != nil {
		return nil, fmt.Errorf("fields folder: %w", err)
	}
	c := &Catalog{filings: map[string]*Filing{}}
	var errs []error
	c.editions, errs = readEditions(fsys, mapped)
	for _, file := range filings {
		f, err := readFiling(fsys, file)
		errs = append(errs, err)
		if err == nil {
			c.filings[f.Name] = f
		}
	}
	errs = append(errs, c.known(fsys, known)...)
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("fields folder: %w", err)
	}
	slices.SortFunc(c.inventories, func(a, b *Inventory) int {
		return strings.Compare(a.Form+" "+a.Edition, b.Form+" "+b.Edition)
	})
	slices.SortFunc(c.editions, func(a, b *Edition) int {
		return strings.Compare(a.Form+" "+a.Edition, b.Form+" "+b.Edition)
	})
	return c, nil
}

// readEditions reads maps, one a processor at a time: it is most of what a short run does before its first page. What
// each gives has its place, so that neither order nor errors depend on which is done first.
func readEditions(fsys fs.FS, maps []string) ([]*Edition, []error) {
	editions, errs := make([]*Edition, len(maps)), make([]error, len(maps))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(len(maps), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			compiler := newCompiler()
			for i := next.Add(1) - 1; i < int64(len(maps)); i = next.Add(1) - 1 {
				editions[i], errs[i] = readEdition(fsys, maps[i], compiler)
			}
		})
	}
	wait.Wait()
	return editions, errs
}

// list finds the maps, the inventories of editions without one and the filings, in the order of their paths.
func list(fsys fs.FS) (mapped, known, filings []string, err error) {
	files, err := fs.Glob(fsys, "*/*")
	if err != nil {
		return nil, nil, nil, err
	}
	var errs []error
	for _, file := range files {
		base, isInventory := strings.CutSuffix(file, inventoryExt)
		switch {
		case strings.HasPrefix(path.Base(file), "."):
		case path.Dir(file) == "filings" && path.Ext(file) == ".yaml":
			filings = append(filings, file)
		case path.Dir(file) == knownDir && isInventory:
			known = append(known, file)
		case path.Dir(file) != "filings" && path.Dir(file) != knownDir && path.Ext(file) == ".yaml":
			mapped = append(mapped, file)
		case isInventory && slices.Contains(files, base+".yaml"):
		case isInventory:
			errs = append(errs, fmt.Errorf("%s: no map uses it; write %s.yaml or remove it", file, base))
		default:
			errs = append(errs, fmt.Errorf("%s: nothing reads it; maps end in .yaml, inventories in .inventory.json", file))
		}
	}
	return mapped, known, filings, errors.Join(errs...)
}

// Editions returns every edition, by form and then by date.
func (c *Catalog) Editions() []*Edition { return slices.Clone(c.editions) }

// Edition returns one edition of one form, as in I-131 and 2025-01-20.
func (c *Catalog) Edition(form, edition string) (*Edition, bool) {
	for _, e := range c.editions {
		if e.Form == form && e.Edition == edition {
			return e, true
		}
	}
	return nil, false
}

// Current returns the newest edition of a form that the folder holds. Whether the agency accepts
// it on a given day is for Filing.Accepts.
func (c *Catalog) Current(form string) (*Edition, bool) {
	for _, e := range slices.Backward(c.editions) {
		if e.Form == form {
			return e, true
		}
	}
	return nil, false
}

// For returns the edition of a form that goes into a packet: the newest with a map that the agency takes on the day; else
// the newest that the filing's data know, of whose end the readiness rules tell; else the newest there is a map of.
func (c *Catalog) For(f *Filing, form string, on casefile.Date) (*Edition, bool) {
	var listed *Edition
	for _, e := range slices.Backward(c.editions) {
		if e.Form != form || f == nil {
			continue
		}
		if _, ok := f.Accepted(form, e.Edition, on); ok {
			return e, true
		}
		if _, ok := f.Listed(form, e.Edition); ok && listed == nil {
			listed = e
		}
	}
	if listed != nil {
		return listed, true
	}
	return c.Current(form)
}

// Filings returns the data of every kind of filing, by name.
func (c *Catalog) Filings() []*Filing {
	list := make([]*Filing, 0, len(c.filings))
	for _, name := range slices.Sorted(maps.Keys(c.filings)) {
		list = append(list, c.filings[name])
	}
	return list
}

// Span returns the days in which the agency takes an edition, from the first filing whose data list it.
func (c *Catalog) Span(form, edition string) (Accepted, bool) {
	for _, f := range c.Filings() {
		if a, ok := f.Listed(form, edition); ok {
			return a, true
		}
	}
	return Accepted{}, false
}

// Source returns where the agency publishes a form's blank, from the first filing whose data tell.
func (c *Catalog) Source(form string) (BlankSource, bool) {
	for _, f := range c.Filings() {
		if s, ok := find(f.Blanks, func(b BlankSource) bool { return b.Form == form }); ok {
			return s, true
		}
	}
	return BlankSource{}, false
}

// Filing returns the data of a kind of filing, as in humanitarian-parole.
func (c *Catalog) Filing(name string) (*Filing, bool) {
	f, ok := c.filings[name]
	return f, ok
}
