package pdf

import (
	"fmt"
)

// Page is one page of a document (ISO 32000-1, 7.7.3.3).
type Page struct {
	// Number is its place in the document, from 1.
	Number int
	// Ref refers to the page object; the zero Ref where the page stands
	// directly in its parent.
	Ref Ref
	// Dict is the page object with the attributes it inherits merged in.
	Dict Dict
	// MediaBox is the sheet in points; Letter where the file gives none.
	MediaBox Rect
	// CropBox is the visible part of the sheet, within MediaBox.
	CropBox Rect
	// Rotate is how far the page is turned clockwise when shown: 0, 90, 180 or
	// 270.
	Rotate int
	// Resources are what the page's content names.
	Resources Dict
}

// maxSheet is beyond any sheet that is meant, in points: more than 70 times the
// largest of ISO 32000-1, annex C.
const maxSheet = 1e6

// letter is the sheet of a page that gives none (8.5 by 11 inches).
func letter() Rect { return Rect{URX: 612, URY: 792} }

// Page returns page n, from 1. Only the pages up to n are read for it.
func (d *Document) Page(n int) (*Page, error) {
	l, err := d.leafOf(n)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	p, err := d.page(n, l)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", n, err)
	}
	return p, nil
}

// page reads the page at a leaf of the tree.
func (d *Document) page(n int, l leaf) (*Page, error) {
	own, err := l.dict, error(nil)
	if own == nil {
		if own, err = d.Dict(l.ref); err != nil {
			return nil, err
		}
	}
	p := &Page{Number: n, Ref: l.ref, Dict: own.Clone()}
	for key, v := range l.from {
		if _, ok := own[key]; !ok {
			p.Dict[key] = v
		}
	}
	if err := d.boxes(p); err != nil {
		return nil, err
	}
	p.Resources, err = d.Dict(p.Dict["Resources"])
	if err != nil && damaged(err) {
		delete(p.Dict, "Resources")
		d.repairs.note(RepairResources, n)
		return p, nil
	}
	return p, err
}

// boxes reads the boxes and the rotation of a page.
func (d *Document) boxes(p *Page) error {
	media, ok, err := d.Rect(p.Dict["MediaBox"])
	if err != nil {
		return err
	}
	if !ok || media.Empty() || media.Width() > maxSheet || media.Height() > maxSheet {
		media = letter()
		p.Dict["MediaBox"] = media.Array()
		d.repairs.note(RepairMediaBox, p.Number)
	}
	crop, ok, err := d.Rect(p.Dict["CropBox"])
	if err != nil {
		return err
	}
	if crop = crop.Intersect(media); !ok || crop.Empty() {
		crop = media
	}
	p.MediaBox, p.CropBox = media, crop
	turn, err := d.Resolve(p.Dict["Rotate"])
	if err != nil {
		return err
	}
	p.Rotate = quarter(turn)
	return nil
}

// quarter returns a rotation as 0, 90, 180 or 270.
func quarter(o Object) int {
	n := 0
	switch v := o.(type) {
	case Integer:
		n = int(v % 360)
	case Real:
		n = int(int64(v) % 360)
	}
	n = (n%360 + 360) % 360
	return n / 90 * 90
}

// Content returns the page's content streams, decoded and joined by line
// feeds (ISO 32000-1, 7.8.2). What is no stream adds nothing.
func (d *Document) Content(p *Page) ([]byte, error) {
	parts, err := d.list(p.Dict["Contents"])
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", p.Number, err)
	}
	var out []byte
	for _, o := range parts {
		o, err := d.Resolve(o)
		if err != nil && !damaged(err) {
			return nil, fmt.Errorf("page %d: %w", p.Number, err)
		}
		s, ok := o.(*Stream)
		if !ok {
			d.repairs.note(RepairContent, p.Number)
			continue
		}
		left := d.limits.Decoded - int64(len(out))
		data, err := d.decodeUpTo(s, left)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", p.Number, err)
		}
		out = roomy(out, len(data)+1, left)
		if len(out) > 0 {
			out = append(out, '\n')
		}
		if out = append(out, data...); int64(len(out)) > d.limits.Decoded {
			return nil, fmt.Errorf("page %d: %w", p.Number, malformed(-1, "content of more than %d bytes", d.limits.Decoded))
		}
	}
	return out, nil
}
