package pdf

import "fmt"

// Importer copies objects of one open document into a Writer's file. Each
// source object is copied once, however often it is referred to, under a new
// number, and with it all that it refers to. References to pages, page tree
// nodes and catalogs become null unless something stands in for them, so that
// no page drags its whole document along.
type Importer struct {
	w     *Writer
	d     *Document
	nums  map[int]int    // source number to new number
	with  map[int]Object // what stands in for a source object
	queue []int          // source numbers not yet copied
	flat  flat           // scratch
	err   error          // a Substitute that came too late
}

// Importer returns the importer for d, the same one on every call.
func (w *Writer) Importer(d *Document) *Importer {
	for _, i := range w.importers {
		if i.d == d {
			return i
		}
	}
	i := &Importer{w: w, d: d, nums: map[int]int{}, with: map[int]Object{}}
	w.importers = append(w.importers, i)
	return i
}

// Substitute makes every reference to the source object src lead to with,
// which is a value or reference of the new file: a page of the packet for a
// page of the source, or null to cut a branch off. It must come before
// anything that refers to src is imported; too late a call fails the next
// Drain.
func (i *Importer) Substitute(src Ref, with Object) {
	if _, ok := i.nums[src.Num]; ok && i.err == nil {
		i.err = fmt.Errorf("source object %d is substituted after it was referred to", src.Num)
	}
	i.with[src.Num] = with
}

// Ref returns the reference in the new file for a source object, which is
// queued to be copied. It is the zero Ref for one that is null.
func (i *Importer) Ref(r Ref) Ref {
	with, ok := i.with[r.Num]
	if to, isRef := with.(Ref); isRef || ok && with == nil {
		return to
	}
	if num, ok := i.nums[r.Num]; ok {
		return Ref{Num: num}
	}
	if !ok && !used(i.d.entry(r.Num).kind) {
		return Ref{}
	}
	to := i.w.Reserve()
	i.nums[r.Num] = to.Num
	i.queue = append(i.queue, r.Num)
	return to
}

// Object returns a deep copy of a direct value for the new file, with every
// reference mapped as by Ref. A *Stream becomes one with a mapped dictionary
// and the same body, to be given to Writer.Write before the source is closed.
func (i *Importer) Object(o Object) (Object, error) { return i.object(o, i.d.limits.Depth) }

// object copies a value that may nest depth levels.
func (i *Importer) object(o Object, depth int) (Object, error) {
	if depth < 0 {
		return nil, malformed(-1, "values nested too deep")
	}
	switch v := o.(type) {
	case Ref:
		if to := i.Ref(v); to.Num != 0 {
			return to, nil
		}
		return nil, nil
	case Array:
		out := make(Array, len(v))
		for k, e := range v {
			var err error
			if out[k], err = i.object(e, depth-1); err != nil {
				return nil, err
			}
		}
		return out, nil
	case Dict:
		return i.dict(v, depth)
	case *Stream:
		dict, err := i.dict(bodyless(v.Dict), depth)
		out := *v
		out.Dict = dict
		return &out, err
	}
	return o, nil
}

// dict copies a dictionary. Keys are taken in order, so that the numbers of
// the objects they refer to do not depend on chance.
func (i *Importer) dict(d Dict, depth int) (Dict, error) {
	out := make(Dict, len(d))
	for _, key := range sortedKeys(d) {
		v, err := i.object(d[key], depth-1)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[key] = v
		}
	}
	return out, nil
}

// bodyless returns a stream's dictionary without its /Length, which is made
// anew: the old one may be an object that nothing else needs.
func bodyless(dict Dict) Dict {
	out := dict.Clone()
	delete(out, "Length")
	return out
}

// StreamAs returns a stream with the body of the source stream o, its bytes
// untouched, under another dictionary: the old one's /Filter and /DecodeParms
// and the keys of extra, whose references are those of the new file. It makes
// a form XObject of a page's content (ISO 32000-1, 8.10.2). It must be given
// to Writer.Write before the source is closed.
func (i *Importer) StreamAs(o Object, extra Dict) (*Stream, error) {
	src, err := i.d.Stream(o)
	if err != nil {
		return nil, err
	}
	if src == nil {
		return nil, malformed(-1, "null where a stream should be")
	}
	keep := Dict{}
	for _, key := range []Name{"Filter", "DecodeParms"} {
		if v, err := i.d.Resolve(src.Dict[key]); err != nil {
			return nil, err
		} else if v != nil {
			keep[key] = v
		}
	}
	dict, err := i.dict(keep, i.d.limits.Depth)
	if err != nil {
		return nil, err
	}
	for key, v := range extra {
		dict[key] = v
	}
	out := *src
	out.Dict = dict
	return &out, nil
}

// Drain copies all that is queued and all that it refers to. The document may
// be closed after it, as long as no stream taken from it waits to be written.
func (i *Importer) Drain() error {
	if i.err != nil {
		return i.err
	}
	for len(i.queue) > 0 {
		num := i.queue[0]
		i.queue = i.queue[1:]
		if err := i.copy(num, Ref{Num: i.nums[num]}); err != nil {
			return fmt.Errorf("source object %d: %w", num, err)
		}
	}
	i.queue = nil
	return nil
}

// copy writes one source object under its new reference.
func (i *Importer) copy(num int, to Ref) error {
	if with, ok := i.with[num]; ok {
		return i.w.Write(to, with)
	}
	done, err := i.copyText(num, to)
	if done || err != nil {
		return err
	}
	o, err := i.d.Load(Ref{Num: num})
	if err != nil {
		return err
	}
	if dict, ok := o.(Dict); ok && rootless(dict) {
		return i.w.Write(to, nil)
	}
	mapped, err := i.Object(o)
	if err != nil {
		return err
	}
	return i.w.Write(to, mapped)
}
