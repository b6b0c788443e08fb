package pdf

// maxInspected is how many XObjects a page may have that are looked at: more
// are a whole document's, and hold what few of its pages show.
const maxInspected = 64

// Inspect opens what page p shows first, its content streams and its direct
// XObjects (ISO 32000-1, 7.8.2, 8.8), without decoding any: Repairs then tells
// whether they are there and whole. Of p's /Contents it drops what is no
// stream. The error is one of reading the file; damage is none.
func (d *Document) Inspect(p *Page) error {
	if err := d.inspectContents(p); err != nil {
		return err
	}
	o, err := d.Resolve(p.Resources["XObject"])
	if err != nil {
		return realError(err)
	}
	objects, _ := o.(Dict)
	if len(objects) > maxInspected {
		return nil
	}
	for _, key := range sortedKeys(objects) {
		if _, err := d.Resolve(objects[key]); realError(err) != nil {
			return err
		} else if err != nil {
			d.repairs.note(RepairContent, p.Number)
		}
	}
	return nil
}

// realError drops an error that speaks of a damaged file.
func realError(err error) error {
	if damaged(err) {
		return nil
	}
	return err
}

// inspectContents opens the page's content streams.
func (d *Document) inspectContents(p *Page) error {
	whole := p.Dict["Contents"]
	o, err := d.Resolve(whole)
	if realError(err) != nil {
		return err
	}
	if _, ok := o.(*Stream); ok || whole == nil {
		return nil
	}
	parts, isArray := o.(Array)
	kept := make(Array, 0, len(parts))
	for _, part := range parts {
		o, err := d.Resolve(part)
		if realError(err) != nil {
			return err
		}
		if _, ok := o.(*Stream); ok {
			kept = append(kept, part)
		}
	}
	if !isArray || len(kept) < len(parts) {
		d.repairs.note(RepairContent, p.Number)
		p.Dict["Contents"] = kept
	}
	return nil
}
