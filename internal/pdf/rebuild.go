package pdf

import "slices"

// rebuild makes a cross-reference by searching the file for its objects; of
// those with the same number the last one holds.
func (d *Document) rebuild() error {
	f := &finding{table: &xref{limit: d.limits.Objects}}
	if err := d.search(f); err != nil {
		return err
	}
	d.searching.Do(func() {}) // a second search would find no more
	d.mu.Lock()
	d.xref, d.crypt = f.table, nil
	d.objects.clear()
	d.packs.clear()
	d.mu.Unlock()
	trailer, err := d.bestTrailer(f)
	if err != nil {
		return err
	}
	d.mu.Lock()
	d.trailer = trailer
	d.mu.Unlock()
	return nil
}

// bestTrailer returns the last trailer that names a catalog: of a table, of a
// cross-reference stream, or one made up for a catalog that was found. It also
// adds the objects of object streams, which the search cannot see.
func (d *Document) bestTrailer(f *finding) (Dict, error) {
	trailer := Dict{}
	for _, off := range f.trailers {
		if o, err := d.valueAt(off); err == nil {
			merge(trailer, o)
		} else if !damaged(err) {
			return nil, err
		}
	}
	for _, num := range f.streams {
		if o, err := d.load(num, 0); err == nil {
			merge(trailer, o)
		} else if !damaged(err) {
			return nil, err
		}
	}
	d.unpackAll(f.packs, trailer)
	if trailer["Root"] == nil && len(f.catalogs) > 0 {
		trailer["Root"] = Ref{Num: f.catalogs[len(f.catalogs)-1]}
	}
	if trailer["Root"] == nil {
		return nil, malformed(-1, "no document catalog")
	}
	return trailer, nil
}

// merge takes over the keys of a newer trailer that matter.
func merge(trailer Dict, o Object) {
	newer, ok := o.(Dict)
	if s, isStream := o.(*Stream); isStream {
		newer, ok = s.Dict, s.Dict["Type"] == Name("XRef")
	}
	if !ok {
		return
	}
	for _, key := range []Name{"Root", "Encrypt", "ID", "Info"} {
		if v, ok := newer[key]; ok {
			trailer[key] = v
		}
	}
}

// unpackAll adds the objects of the object streams found, where the file has
// no others of their number. Streams that cannot be decoded add nothing; those
// of an encrypted file are left to a reader with a sound cross-reference.
func (d *Document) unpackAll(nums []int, trailer Dict) {
	if trailer["Encrypt"] != nil {
		return
	}
	slices.Reverse(nums) // the newest first, as add keeps the first
	for _, num := range nums {
		p, err := d.pack(num, 0)
		if err != nil {
			continue
		}
		for i, n := range p.nums {
			d.xref.add(int(n), entry{off: int64(num), gen: int32(i), kind: inStream})
		}
	}
}

// relocate searches the file for object num, whose entry old is wrong, once
// for the whole document, and returns its new entry. Only what is found
// elsewhere helps.
func (d *Document) relocate(num int, old entry) (entry, bool) {
	d.searching.Do(func() {
		f := &finding{table: &xref{limit: d.limits.Objects}}
		if d.search(f) == nil {
			d.found = f.table
		}
	})
	e := d.found.get(num)
	if e.kind != inFile || e.off == old.off {
		return entry{}, false
	}
	d.mu.Lock()
	d.xref.set(num, e)
	d.mu.Unlock()
	return e, true
}
