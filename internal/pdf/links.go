package pdf

import "fmt"

// Link is a link annotation of a page (ISO 32000-1, 12.5.6.5).
type Link struct {
	// Rect is where it may be clicked, in points.
	Rect Rect
	// Page is where it leads in this document, from 1; 0 where it leads
	// elsewhere.
	Page int
	// URI is the address it opens; empty where it opens none.
	URI string
}

// Links returns the links of page n, from 1, in the order of its annotations.
func (d *Document) Links(n int) ([]Link, error) {
	p, err := d.Page(n)
	if err != nil {
		return nil, err
	}
	annots, err := d.Array(p.Dict["Annots"])
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	var out []Link
	for _, o := range annots {
		dict, err := d.Dict(o)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n, err)
		}
		if dict["Subtype"] != Name("Link") {
			continue
		}
		l, err := d.link(dict)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n, err)
		}
		out = append(out, l)
	}
	return out, nil
}

// link reads one link annotation.
func (d *Document) link(dict Dict) (Link, error) {
	rect, _, err := d.Rect(dict["Rect"])
	if err != nil {
		return Link{}, err
	}
	page, uri, err := d.leadsTo(dict)
	return Link{Rect: rect, Page: page, URI: uri}, err
}
