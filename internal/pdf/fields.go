package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// maxFields bounds how many nodes of a field tree are visited.
const maxFields = 1 << 17

// fieldWalk collects the terminal fields of a form.
type fieldWalk struct {
	d     *Document
	pages map[int]int // object number of a widget to its page
	seen  map[int]bool
	out   []Field
}

// Fields returns the terminal fields of the interactive form in the order of
// its tree (ISO 32000-1, 12.7); none where the document has no form.
func (d *Document) Fields() ([]Field, error) {
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

// annotPages returns on which page each annotation stands.
func (d *Document) annotPages() (map[int]int, error) {
	n, err := d.PageCount()
	if err != nil {
		return nil, err
	}
	out := map[int]int{}
	for i := 1; i <= n; i++ {
		l, err := d.leafOf(i)
		if err != nil {
			return nil, err
		}
		dict := l.dict
		if dict == nil {
			if dict, err = d.Dict(l.ref); err != nil {
				return nil, err
			}
		}
		annots, err := d.list(dict["Annots"])
		if err != nil {
			return nil, err
		}
		for _, o := range annots {
			if r, ok := o.(Ref); ok && out[r.Num] == 0 {
				out[r.Num] = i
			}
		}
	}
	return out, nil
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

// inheritField returns the attributes below a field node (ISO 32000-1, table
// 220 and the tables of each type).
func inheritField(above, node Dict) Dict {
	out := above.Clone()
	for _, key := range []Name{"FT", "Ff", "DA", "Q", "MaxLen", "Opt", "V", "DV", "TI"} {
		if v, ok := node[key]; ok {
			out[key] = v
		}
	}
	return out
}

// terminal collects one terminal field.
func (w *fieldWalk) terminal(ref Ref, own Dict, kids Array, name string, above Dict) error {
	dict := own.Clone()
	for key, v := range above {
		if _, ok := own[key]; !ok {
			dict[key] = v
		}
	}
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

// attributes reads what the merged dictionary says.
func (w *fieldWalk) attributes(f *Field) error {
	d := w.d
	flags, err := d.Int(f.Dict["Ff"])
	if err != nil {
		return err
	}
	f.Flags = uint32(flags)
	if f.MaxLen, err = d.Int(f.Dict["MaxLen"]); err != nil {
		return err
	}
	if f.Align, err = d.Int(f.Dict["Q"]); err != nil {
		return err
	}
	if f.DA, err = d.Text(f.Dict["DA"]); err != nil {
		return err
	}
	if f.Tooltip, err = d.Text(f.Dict["TU"]); err != nil {
		return err
	}
	kind, err := d.Name(f.Dict["FT"])
	if err != nil {
		return err
	}
	if f.Kind = fieldKind(kind, f.Flags); f.Kind == KindChoice {
		f.Options, err = w.options(f.Dict["Opt"])
	}
	return err
}

// fieldKind returns the kind that /FT and /Ff say.
func fieldKind(kind Name, flags uint32) FieldKind {
	switch {
	case kind == "Tx":
		return KindText
	case kind == "Ch":
		return KindChoice
	case kind == "Sig":
		return KindSignature
	case kind != "Btn":
		return KindUnknown
	case flags&FlagPushbutton != 0:
		return KindPushbutton
	case flags&FlagRadio != 0:
		return KindRadio
	}
	return KindCheckbox
}

// barcode tells whether a text field is shown as a barcode: by its paper
// metadata, which Adobe's extension of ISO 32000 defines, or by its name.
func barcode(f Field) bool {
	for _, w := range f.Widgets {
		if _, ok := w.Dict["PMD"]; ok {
			return true
		}
	}
	_, ok := f.Dict["PMD"]
	return ok || strings.Contains(f.Name, "PDF417")
}

// options reads the options of a choice: texts, or pairs of export value and
// text (ISO 32000-1, table 231).
func (w *fieldWalk) options(o Object) ([]Option, error) {
	list, err := w.d.Array(o)
	if err != nil {
		return nil, err
	}
	var out []Option
	for _, o := range list {
		o, err := w.d.Resolve(o)
		if err != nil {
			return nil, err
		}
		pair, ok := o.(Array)
		if !ok || len(pair) < 2 {
			pair = Array{o, o}
		}
		export, err := w.d.Text(pair[0])
		if err != nil {
			return nil, err
		}
		label, err := w.d.Text(pair[1])
		if err != nil {
			return nil, err
		}
		out = append(out, Option{Export: export, Label: label})
	}
	return out, nil
}

// widgets reads where the field is shown: its own dictionary or its kids.
func (w *fieldWalk) widgets(f *Field, own Dict, kids Array) error {
	if len(kids) == 0 {
		kids = Array{f.Ref}
		if _, ok := own["Rect"]; !ok {
			return nil
		}
	}
	for _, kid := range kids {
		dict, err := w.d.Dict(kid)
		if err != nil {
			return err
		}
		if dict == nil {
			continue
		}
		ref, _ := kid.(Ref)
		widget, err := w.widget(ref, dict)
		if err != nil {
			return err
		}
		f.Widgets = append(f.Widgets, widget)
	}
	return nil
}

// widget reads one widget annotation.
func (w *fieldWalk) widget(ref Ref, dict Dict) (Widget, error) {
	out := Widget{Ref: ref, Dict: dict, Page: w.pages[ref.Num]}
	if page, ok := dict["P"].(Ref); ok && out.Page == 0 {
		out.Page, _ = w.d.PageOf(page)
	}
	var err error
	if out.Rect, _, err = w.d.Rect(dict["Rect"]); err != nil {
		return out, err
	}
	ap, err := w.d.Dict(dict["AP"])
	if err != nil {
		return out, err
	}
	normal, err := w.d.Resolve(ap["N"])
	if err != nil {
		return out, err
	}
	if states, ok := normal.(Dict); ok {
		for state := range states {
			if state != "Off" {
				out.On = append(out.On, string(state))
			}
		}
		slices.Sort(out.On)
	}
	return out, nil
}
