package pdf

import "slices"

// annotPages returns on which page each annotation stands.
func (d *Document) annotPages() (map[int]int, error) {
	n, err := d.PageCount()
	if err != nil {
		return nil, err
	}
	out, seen := map[int]int{}, 0
	for i := 1; i <= n; i++ {
		annots, err := d.annots(i)
		if err != nil {
			return nil, err
		}
		if seen += len(annots); seen > maxKids {
			return nil, malformed(-1, "more than %d annotations", maxKids)
		}
		for _, o := range annots {
			if r, ok := o.(Ref); ok && out[r.Num] == 0 {
				out[r.Num] = i
			}
		}
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

// annots returns the annotations of page n.
func (d *Document) annots(n int) (Array, error) {
	l, err := d.leafOf(n)
	if err != nil {
		return nil, err
	}
	dict := l.dict
	if dict == nil {
		if dict, err = d.Dict(l.ref); err != nil {
			return nil, err
		}
	}
	return d.list(dict["Annots"])
}
