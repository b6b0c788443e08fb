package pdf

import "fmt"

// Bookmark is one item of the outline (ISO 32000-1, 12.3.3).
type Bookmark struct {
	// Title is its text.
	Title string
	// Page is where it leads, from 1; 0 where it leads to no page.
	Page int
	// Level is how deep it stands, from 0.
	Level int
}

// maxBookmarks bounds how many items an outline may have.
const maxBookmarks = 1 << 16

// Outline returns the items of the outline in the order they are shown, each
// before those below it; none where the document has no outline.
func (d *Document) Outline() ([]Bookmark, error) {
	root, err := d.Root()
	if err != nil {
		return nil, err
	}
	top, err := d.Dict(root["Outlines"])
	if err != nil {
		return nil, fmt.Errorf("outline: %w", err)
	}
	w := outlineWalk{d: d, seen: map[int]bool{}}
	if err := w.siblings(top["First"], 0); err != nil {
		return nil, fmt.Errorf("outline: %w", err)
	}
	return w.items, nil
}

// outlineWalk visits each item once, so that links in a circle end.
type outlineWalk struct {
	d     *Document
	seen  map[int]bool
	items []Bookmark
}

// siblings adds the item o, those below it and those after it.
func (w *outlineWalk) siblings(o Object, level int) error {
	if level > w.d.limits.Depth {
		return malformed(-1, "outline nested too deep")
	}
	for {
		r, ok := o.(Ref)
		if !ok || w.seen[r.Num] || len(w.items) >= maxBookmarks {
			return nil
		}
		w.seen[r.Num] = true
		item, err := w.d.Dict(r)
		if err != nil || item == nil {
			return err
		}
		if err := w.add(item, level); err != nil {
			return err
		}
		if err := w.siblings(item["First"], level+1); err != nil {
			return err
		}
		o = item["Next"]
	}
}

// add appends one item.
func (w *outlineWalk) add(item Dict, level int) error {
	title, err := w.d.Text(item["Title"])
	if err != nil {
		return err
	}
	page, _, err := w.d.leadsTo(item)
	w.items = append(w.items, Bookmark{Title: title, Page: page, Level: level})
	return err
}
