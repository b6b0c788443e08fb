package pdf

import (
	"fmt"
	"strings"
)

// maxFields bounds how many nodes of a field tree are visited.
const maxFields = 1 << 17

// maxKids bounds how many kids and annotations are looked at for them, since
// nodes may share theirs.
const maxKids = 1 << 20

// fieldWalk collects the terminal fields of a form.
type fieldWalk struct {
	d     *Document
	pages map[int]int // object number of a widget to its page
	seen  map[int]bool
	kids  int // looked at so far
	out   []Field
}

// Fields returns the terminal fields of the interactive form in the order of
// its tree (ISO 32000-1, 12.7); none where the document has no form. The tree is
// walked once: those who ask share the list, and none may change it.
func (d *Document) Fields() ([]Field, error) {
	d.listing.Do(func() { d.fields, d.fieldsErr = d.readFields() })
	return d.fields, d.fieldsErr
}

// readFields walks the field tree.
func (d *Document) readFields() ([]Field, error) {
	root, err := d.Root()
	if err != nil {
		return nil, err
	}
	form, err := d.Dict(root["AcroForm"])
	if err != nil || form == nil {
		return nil, err
	}
	kids, err := d.Array(form["Fields"])
	if err != nil {
		return nil, fmt.Errorf("form fields: %w", err)
	}
	w := fieldWalk{d: d, seen: map[int]bool{}}
	if w.pages, err = d.annotPages(); err != nil {
		return nil, fmt.Errorf("form fields: %w", err)
	}
	above := Dict{}
	for _, key := range []Name{"DA", "Q"} {
		if v, ok := form[key]; ok {
			above[key] = v
		}
	}
	for _, kid := range kids {
		if err := w.node(kid, "", above, d.limits.Depth); err != nil {
			return nil, fmt.Errorf("form fields: %w", err)
		}
	}
	return w.out, nil
}

// node visits one node of the field tree: a terminal field is collected, the
// kids of another are visited.
func (w *fieldWalk) node(o Object, name string, above Dict, depth int) error {
	ref, _ := o.(Ref)
	if w.seen[ref.Num] || len(w.seen) > maxFields || depth < 0 {
		return nil
	}
	w.seen[ref.Num] = ref.Num != 0
	dict, err := w.d.Dict(o)
	if err != nil || dict == nil {
		return err
	}
	if part, ok := dict["T"]; ok {
		text, err := w.d.Text(part)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name+"."+text, ".")
	}
	kids, err := w.d.Array(dict["Kids"])
	if err != nil {
		return err
	}
	fields, err := w.fieldKids(kids)
	if err != nil {
		return err
	}
	if len(fields) == 0 {
		return w.terminal(ref, dict, kids, name, above)
	}
	below := inheritField(above, dict)
	for _, kid := range fields {
		if err := w.node(kid, name, below, depth-1); err != nil {
			return err
		}
	}
	return nil
}

// fieldKids returns the kids that are fields, which have a partial name;
// widgets have none.
func (w *fieldWalk) fieldKids(kids Array) (Array, error) {
	var out Array
	if w.kids += len(kids); w.kids > maxKids {
		return nil, malformed(-1, "form of more than %d nodes", maxKids)
	}
	for _, kid := range kids {
		dict, err := w.d.Dict(kid)
		if err != nil {
			return nil, err
		}
		if _, ok := dict["T"]; ok {
			out = append(out, kid)
		}
	}
	return out, nil
}

// terminal collects one terminal field.
func (w *fieldWalk) terminal(ref Ref, own Dict, kids Array, name string, above Dict) error {
	dict := withInherited(own, above)
	f := Field{Name: name, Ref: ref, Dict: dict}
	if err := w.attributes(&f); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := w.widgets(&f, own, kids); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if f.Kind == KindText && barcode(f) {
		f.Kind = KindBarcode
	}
	w.out = append(w.out, f)
	return nil
}

// withInherited is a field's own dictionary with what it inherits merged in; own itself where it has all of that.
func withInherited(own, above Dict) Dict {
	out, copied := own, false
	for key, v := range above {
		if _, ok := own[key]; ok {
			continue
		}
		if !copied {
			out, copied = own.Clone(), true
		}
		out[key] = v
	}
	return out
}
