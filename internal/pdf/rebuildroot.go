package pdf

import "slices"

// findRoot sees to it that the trailer of a rebuilt file names a catalog with
// a page tree: the one it names, the newest found, or one made up around a
// page tree or around the pages alone (ISO 32000-1, 7.7.2).
func (d *Document) findRoot(f *finding) error {
	roots := make([]Object, 0, len(f.catalogs)+1)
	for _, num := range f.catalogs {
		roots = append(roots, Ref{Num: num})
	}
	roots = append(roots, d.trailer["Root"])
	slices.Reverse(roots)
	var catalog Dict
	for _, root := range roots {
		dict, err := d.Dict(root)
		if err != nil && !damaged(err) {
			return err
		}
		if d.treeAt(dict["Pages"]) != nil {
			d.setRoot(root)
			return nil
		}
		if catalog == nil && dict["Type"] == Name("Catalog") {
			catalog = dict
		}
	}
	tree := d.lostTree(f)
	if tree == nil {
		return malformed(-1, "no catalog and no pages")
	}
	d.repairs.note(RepairTree, 0)
	catalog = catalog.Clone()
	catalog["Type"], catalog["Pages"] = Name("Catalog"), tree
	d.setRoot(catalog)
	return nil
}

// setRoot makes root the catalog.
func (d *Document) setRoot(root Object) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.trailer = d.trailer.Clone()
	d.trailer["Root"] = root
}

// treeAt returns the dictionary at o where it may be a page tree or a page.
func (d *Document) treeAt(o Object) Dict {
	dict, err := d.Dict(o)
	if err != nil || dict["Kids"] == nil && !pageLike(dict) {
		return nil
	}
	return dict
}

// lostTree returns the newest page tree that has kids and no parent, or one
// made up of all pages; nil where there are none.
func (d *Document) lostTree(f *finding) Object {
	for _, num := range slices.Backward(f.trees) {
		dict := d.treeAt(Ref{Num: num})
		if above, err := d.Dict(dict["Parent"]); dict["Kids"] != nil && above == nil && err == nil {
			return Ref{Num: num}
		}
	}
	if kids := d.gather(f); len(kids) > 0 {
		return Dict{"Type": Name("Pages"), "Kids": kids}
	}
	return nil
}

// gather returns the pages that a search found, in the order in which they
// first stand in the file.
func (d *Document) gather(f *finding) Array {
	var out Array
	seen := map[int]bool{}
	for _, num := range f.pages {
		if seen[num] || len(out) >= d.limits.Pages {
			continue
		}
		seen[num] = true
		if dict, err := d.Dict(Ref{Num: num}); err == nil && dict["Type"] == Name("Page") {
			out = append(out, Ref{Num: num})
		}
	}
	return out
}
