package pdf

// Destination returns the page that a destination leads to, from 1, or 0 where
// it leads to none in this document, and the explicit destination, whose
// elements from the second on tell what of the page is shown, in its
// coordinates. o is an array, the name of one, or a dictionary with one
// (ISO 32000-1, 12.3.2).
func (d *Document) Destination(o Object) (page int, view Array, err error) {
	view, err = d.explicit(o)
	if err != nil || view == nil {
		return 0, nil, err
	}
	page, err = d.target(view)
	return page, view, err
}

// destination returns the page of a destination alone.
func (d *Document) destination(o Object) (int, error) {
	page, _, err := d.Destination(o)
	return page, err
}

// explicit follows names to an explicit destination; nil where there is none.
func (d *Document) explicit(o Object) (Array, error) {
	for range 4 { // a name may lead to a dictionary that holds the array
		v, err := d.Resolve(o)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case Array:
			return v, nil
		case Dict:
			o = v["D"]
		case Name:
			o, err = d.oldName(v)
		case String:
			if o, err = d.newName(v); err == nil && o == nil {
				o, err = d.oldName(Name(v))
			}
		default:
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// target returns the page that an explicit destination names, by reference or
// by its index from 0.
func (d *Document) target(a Array) (int, error) {
	if len(a) == 0 {
		return 0, nil
	}
	switch v := a[0].(type) {
	case Ref:
		n, _ := d.PageOf(v)
		return n, nil
	case Integer:
		if n, err := d.PageCount(); err != nil || v < 0 || int64(v) >= int64(n) {
			return 0, err
		}
		return int(v) + 1, nil
	}
	return 0, nil
}

// oldName looks a destination up in the catalog's /Dests (PDF 1.1).
func (d *Document) oldName(n Name) (Object, error) {
	root, err := d.Root()
	if err != nil {
		return nil, err
	}
	dests, err := d.Dict(root["Dests"])
	return dests[n], err
}

// newName looks a destination up in the name tree of the catalog's /Names,
// which is read once.
func (d *Document) newName(s String) (Object, error) {
	d.naming.Do(func() { d.names, d.namesErr = d.readNames() })
	return d.names[s], d.namesErr
}

// readNames reads the whole name tree of destinations.
func (d *Document) readNames() (map[String]Object, error) {
	root, err := d.Root()
	if err != nil {
		return nil, err
	}
	names, err := d.Dict(root["Names"])
	if err != nil {
		return nil, err
	}
	out := map[String]Object{}
	err = d.leaves(names["Dests"], "Names", func(k, v Object) {
		if s, ok := k.(String); ok {
			out[s] = v
		}
	})
	return out, err
}

// leadsTo returns the page that an outline item or a link leads to through its
// /Dest or its /A action, or the address of a URI action (ISO 32000-1, 12.6.4).
func (d *Document) leadsTo(dict Dict) (page int, uri string, err error) {
	if dest, ok := dict["Dest"]; ok {
		page, err = d.destination(dest)
		return page, "", err
	}
	action, err := d.Dict(dict["A"])
	if err != nil || action == nil {
		return 0, "", err
	}
	kind, err := d.Name(action["S"])
	if err != nil {
		return 0, "", err
	}
	switch kind {
	case "GoTo":
		page, err = d.destination(action["D"])
	case "URI":
		uri, err = d.Text(action["URI"])
	}
	return page, uri, err
}
