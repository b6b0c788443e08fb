package pdf

import (
	"bytes"
	"errors"
	"slices"
)

// rebuild opens the document by a cross-reference that a search of the file
// for its objects makes; of those with the same number the last one holds.
// What a file needs that it does not hold is made up: a catalog, a page tree.
func (d *Document) rebuild(password string) error {
	err := d.rebuildTo(d.src.size, password)
	if !errors.Is(err, ErrPassword) {
		return err
	}
	for _, end := range d.earlier() {
		if d.rebuildTo(end, password) == nil {
			d.repairs.note(RepairEarlier, 0)
			return nil
		}
	}
	return err
}

// rebuildTo does so with what stands before end.
func (d *Document) rebuildTo(end int64, password string) error {
	f := &finding{table: &xref{limit: d.limits.Objects}, end: end, trailer: Dict{}}
	if err := d.search(f); err != nil {
		return err
	}
	d.searching.Do(func() {}) // a second search would find no more
	d.mu.Lock()
	d.xref, d.crypt, d.trailer, d.found = f.table, nil, f.trailer, f
	d.objects.clear()
	d.packs.clear()
	d.mu.Unlock()
	d.repairs.reset()
	d.repairs.note(RepairXRef, 0)
	for _, num := range f.twice {
		d.repairs.note(RepairDuplicate, num)
	}
	if err := d.mergeTrailers(f); err != nil {
		return err
	}
	if err := d.unlock(password); err != nil {
		return err
	}
	d.unpackAll(f)
	if err := d.findRoot(f); err != nil {
		return err
	}
	return d.rooted()
}

// mergeTrailers gathers the trailer from those of tables and of
// cross-reference streams; what a newer one says holds.
func (d *Document) mergeTrailers(f *finding) error {
	for _, off := range f.trailers {
		if o, err := d.valueAt(off); err == nil {
			merge(f.trailer, o)
		} else if !damaged(err) {
			return err
		}
	}
	for _, num := range f.streams {
		if o, err := d.load(num, 0); err == nil {
			merge(f.trailer, o)
		} else if !damaged(err) {
			return err
		}
	}
	return nil
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

// earlier returns where the trailers that name a catalog and no encryption
// end, the last first: what stands before such a one is a file of its own.
func (d *Document) earlier() []int64 {
	var out []int64
	for _, off := range d.found.trailers {
		o, err := d.valueAt(off)
		dict, ok := o.(Dict)
		if err == nil && ok && dict["Root"] != nil && dict["Encrypt"] == nil {
			out = append(out, off+1)
		}
	}
	slices.Reverse(out)
	return out[:min(len(out), 4)]
}

// unpackAll adds the objects of the object streams found, where the file has
// no others of their number. Streams that cannot be decoded add nothing.
func (d *Document) unpackAll(f *finding) {
	slices.Reverse(f.packs) // the newest first, as add keeps the first
	for _, num := range f.packs {
		p, err := d.pack(num, 0)
		if err != nil {
			continue
		}
		for i, n := range p.nums {
			if !d.xref.add(int(n), entry{off: int64(num), gen: int32(i), kind: inStream}) {
				continue
			}
			if text, ok := p.find(int(n), i); ok {
				f.role(int(n), lowered(bytes.Clone(text[:min(len(text), scanTail/2)])))
			}
		}
	}
}

// relocate searches the file for object num, whose entry old is wrong, once
// for the whole document, and returns its new entry. Only what is found
// elsewhere helps.
func (d *Document) relocate(num int, old entry) (entry, bool) {
	e := d.seek().get(num)
	if e.kind != inFile || e.off == old.off {
		return entry{}, false
	}
	d.mu.Lock()
	d.xref.set(num, e)
	d.mu.Unlock()
	d.repairs.note(RepairEntry, num)
	return e, true
}

// seek returns the cross-reference that a search of the file makes.
func (d *Document) seek() *xref {
	d.searching.Do(func() {
		f := &finding{table: &xref{limit: d.limits.Objects}, end: d.src.size}
		if d.search(f) == nil {
			d.found = f
		}
	})
	if d.found == nil {
		return nil
	}
	return d.found.table
}
