package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A Catalog is what a fields folder holds. It is read-only and safe for concurrent use.
type Catalog struct {
	editions []*Edition
	filings  map[string]*Filing
}

// Load reads a fields folder: form/edition.yaml with form/edition.inventory.json, and
// filings/name.yaml. Every mistake found is reported, each with file, line and the way out.
func Load(fsys fs.FS) (*Catalog, error) {
	maps, filings, err := list(fsys)
	if err != nil {
		return nil, fmt.Errorf("fields folder: %w", err)
	}
	c := &Catalog{filings: map[string]*Filing{}}
	var errs []error
	c.editions, errs = readEditions(fsys, maps)
	for _, file := range filings {
		f, err := readFiling(fsys, file)
		errs = append(errs, err)
		if err == nil {
			c.filings[f.Name] = f
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("fields folder: %w", err)
	}
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

// list finds the maps and the filings, in the order of their paths.
func list(fsys fs.FS) (maps, filings []string, err error) {
	files, err := fs.Glob(fsys, "*/*")
	if err != nil {
		return nil, nil, err
	}
	var errs []error
	for _, file := range files {
		base, isInventory := strings.CutSuffix(file, ".inventory.json")
		switch {
		case strings.HasPrefix(path.Base(file), "."):
		case path.Dir(file) == "filings" && path.Ext(file) == ".yaml":
			filings = append(filings, file)
		case path.Dir(file) != "filings" && path.Ext(file) == ".yaml":
			maps = append(maps, file)
		case isInventory && slices.Contains(files, base+".yaml"):
		case isInventory:
			errs = append(errs, fmt.Errorf("%s: no map uses it; write %s.yaml or remove it", file, base))
		default:
			errs = append(errs, fmt.Errorf("%s: nothing reads it; maps end in .yaml, inventories in .inventory.json", file))
		}
	}
	return maps, filings, errors.Join(errs...)
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

// Filing returns the data of a kind of filing, as in humanitarian-parole.
func (c *Catalog) Filing(name string) (*Filing, bool) {
	f, ok := c.filings[name]
	return f, ok
}
