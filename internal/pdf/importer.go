package pdf

import "fmt"

const (
	maxDescent  = 32      // how many objects are under way, each for the one before
	maxUnderWay = 4 << 20 // how long their spellings may be together, in bytes
	underWay    = -1      // the number of one that has none yet
)

// Importer copies objects of one open document into a Writer's file. Each
// source object is copied once, however often it is referred to, under a new
// number, and before it all that it refers to: its own spelling is known
// then, by which the Writer finds an equal object. One that leads back to itself
// gets its number first and is equal to no other. References to pages, page tree
// nodes and catalogs become null unless something stands in for them, so that
// no page drags its whole document along.
type Importer struct {
	w     *Writer
	d     *Document
	nums  map[int]int    // source number to new number, 0 for what is null
	with  map[int]Object // what stands in for a source object
	queue []int          // source numbers too deep to be copied at once
	depth int            // how many are under way
	held  int            // how long their spellings are
	names map[int]bool   // source objects that are dictionaries of given names
	carry *carrier       // carries objects under their own numbers, or nil
	swept []Swept        // what was left behind
	err   error          // what went wrong, for the next Drain
}

// Importer returns the importer for d, the same one on every call.
func (w *Writer) Importer(d *Document) *Importer {
	for _, i := range w.importers {
		if i.d == d {
			return i
		}
	}
	i := &Importer{w: w, d: d, nums: map[int]int{}, with: map[int]Object{}, names: map[int]bool{}}
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
// copied now. It is the zero Ref for one that is null. What goes wrong is told
// by the next Drain.
func (i *Importer) Ref(r Ref) Ref {
	if i.carry != nil {
		i.carry.meet(r.Num)
		return Ref{Num: r.Num}
	}
	with, ok := i.with[r.Num]
	if to, isRef := with.(Ref); isRef || ok && with == nil {
		return to
	}
	if num, ok := i.nums[r.Num]; ok && num != underWay {
		return Ref{Num: num}
	} else if ok {
		return i.reserve(r.Num) // it leads back to itself
	}
	if i.err != nil || !ok && !used(i.d.entry(r.Num).kind) {
		return Ref{}
	}
	if i.depth >= maxDescent || i.held > maxUnderWay {
		i.queue = append(i.queue, r.Num)
		return i.reserve(r.Num)
	}
	i.nums[r.Num] = underWay
	i.take(r.Num)
	return Ref{Num: i.nums[r.Num]}
}

// reserve gives a source object its number before it is copied.
func (i *Importer) reserve(num int) Ref {
	to := i.w.Reserve()
	i.nums[num] = to.Num
	return to
}

// take copies a source object under the number that it has or will have.
func (i *Importer) take(num int) {
	if i.depth == len(i.w.flats) {
		i.w.flats = append(i.w.flats, &flat{})
	}
	i.depth++
	err := i.copy(num)
	i.depth--
	if err != nil && i.err == nil {
		i.err = fmt.Errorf("source object %d: %w", num, err)
	}
	if i.nums[num] == underWay {
		i.nums[num] = 0
	}
}

// Object returns a deep copy of a direct value for the new file, with every
// reference mapped as by Ref. A *Stream becomes one with a mapped dictionary
// and the same body, to be given to Writer.Write before the source is closed.
func (i *Importer) Object(o Object) (Object, error) { return i.object(o, i.d.limits.Depth, false) }

// object copies a value that may nest depth levels. names says that a
// dictionary's keys are given names.
func (i *Importer) object(o Object, depth int, names bool) (Object, error) {
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
			if out[k], err = i.object(e, depth-1, false); err != nil {
				return nil, err
			}
		}
		return out, nil
	case Dict:
		if i.unwanted(v) {
			return nil, nil
		}
		return i.dict(v, depth, names)
	case *Stream:
		if i.unwanted(v.Dict) {
			return nil, nil
		}
		if i.w.sweep && i.d.external(v.Dict["F"]) {
			return nil, errExternal()
		}
		dict, err := i.dict(bodyless(v.Dict), depth, false)
		out := *v
		out.Dict = dict
		return &out, err
	}
	return o, nil
}

// dict copies a dictionary. Keys are taken in order, so that the numbers of
// the objects they refer to do not depend on chance.
func (i *Importer) dict(d Dict, depth int, names bool) (Dict, error) {
	out := make(Dict, len(d))
	for _, key := range sortedKeys(d) {
		var gone, named bool
		if i.w.sweep && !names {
			if gone, named = i.sieve(key, d[key]); gone {
				continue
			}
		}
		v, err := i.object(d[key], depth-1, named)
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
	if i.d.external(src.Dict["F"]) {
		return nil, errExternal()
	}
	dict, err := i.dict(keep, i.d.limits.Depth, false)
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
	for len(i.queue) > 0 && i.err == nil {
		num := i.queue[0]
		i.queue = i.queue[1:]
		i.take(num)
	}
	i.queue = nil
	return i.err
}

// copy writes one source object.
func (i *Importer) copy(num int) error {
	if with, ok := i.with[num]; ok {
		return i.write(num, with)
	}
	done, err := i.copyText(num)
	if done || err != nil {
		return err
	}
	o, err := i.d.Load(Ref{Num: num})
	if err != nil {
		return err
	}
	if dict, ok := o.(Dict); ok && rootless(dict) {
		return i.null(num)
	}
	mapped, err := i.object(o, i.d.limits.Depth, i.names[num])
	if err != nil {
		return err
	}
	return i.write(num, mapped)
}

// number is the number that a source object has already, or 0.
func (i *Importer) number(num int) int { return max(0, i.nums[num]) }

// null copies a source object that is null, or should be: references to it
// become null, unless it has a number.
func (i *Importer) null(num int) error {
	if to := i.number(num); to != 0 {
		return i.w.Write(Ref{Num: to}, nil)
	}
	i.nums[num] = 0
	return nil
}

// write writes the value of a source object, mapped already.
func (i *Importer) write(num int, o Object) error {
	if err := i.w.ready(); err != nil {
		return err
	}
	to := i.number(num)
	if s, ok := o.(*Stream); ok {
		var err error
		i.nums[num], err = i.w.putStream(to, s)
		return err
	}
	dict, _ := o.(Dict)
	kind, _ := dict["Type"].(Name)
	p := &i.w.packing
	start := len(p.data)
	text, err := AppendObject(p.data, o)
	if err != nil {
		return err
	}
	p.data = text
	return i.pack(num, start, traits{kind: kind})
}

// pack makes a spelling at the end of the object stream under way that of a
// source object.
func (i *Importer) pack(num, start int, t traits) error {
	if to := i.number(num); to != 0 {
		i.w.place(to, start)
		return i.w.placed()
	}
	to, err := i.w.addValue(start, t.apart())
	i.nums[num] = to
	return err
}

// Copied tells whether the source object r was referred to already.
func (i *Importer) Copied(r Ref) bool {
	_, ok := i.nums[r.Num]
	return ok
}
