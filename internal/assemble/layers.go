package assemble

import "parolepack/internal/pdf"

// maxLayers bounds how many layers of one exhibit are carried over.
const maxLayers = 1000

// layers are the optional content groups of exhibits, so that what an exhibit hides stays hidden in the packet
// (ISO 32000-1, 8.11).
type layers struct {
	all, off pdf.Array
	auto     pdf.Array // what a reader switches by itself, as for print (table 103)
}

// take carries the layers of a document over in the state that it opens with. What of them is spelled wrongly is shown. It
// comes before anything else of the document is copied.
func (l *layers) take(w *pdf.Writer, d *pdf.Document, imp *pdf.Importer) error {
	root, err := d.Root()
	if err != nil {
		return err
	}
	properties, err := d.Dict(root["OCProperties"])
	if err != nil || properties == nil {
		return nil
	}
	config, err := d.Dict(properties["D"])
	if err != nil {
		return nil
	}
	base, _ := d.Name(config["BaseState"])
	off := map[pdf.Ref]bool{}
	groups := refsOf(d, properties["OCGs"])
	for _, r := range groups {
		off[r] = base == "OFF"
	}
	for _, r := range refsOf(d, config["ON"]) {
		off[r] = false
	}
	for _, r := range refsOf(d, config["OFF"]) {
		off[r] = true
	}
	for _, r := range groups {
		to, ok, err := l.group(w, d, imp, r)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		l.all = append(l.all, to)
		if off[r] {
			l.off = append(l.off, to)
		}
	}
	l.usage(d, imp, config["AS"])
	return nil
}

// group writes one layer. It is numbered, since some readers take layers for one that are spelled alike.
func (l *layers) group(w *pdf.Writer, d *pdf.Document, imp *pdf.Importer, r pdf.Ref) (to pdf.Ref, ok bool, err error) {
	dict, err := d.Dict(r)
	if err != nil || dict == nil {
		return to, false, nil
	}
	out := pdf.Dict{"Type": pdf.Name("OCG"), "PPkLayer": pdf.Integer(len(l.all) + 1)}
	for _, key := range []pdf.Name{"Name", "Intent", "Usage"} {
		if out[key], err = imp.Object(dict[key]); err != nil {
			return to, false, err
		}
	}
	if to, err = w.Add(out); err != nil {
		return to, false, err
	}
	imp.Substitute(r, to)
	return to, true, nil
}

// usage carries over which layers a reader switches by itself where a page is viewed or printed (8.11.4.4), so that a
// layer that is only seen, or only printed, stays so.
func (l *layers) usage(d *pdf.Document, imp *pdf.Importer, o pdf.Object) {
	list, err := d.Array(o)
	if err != nil {
		return
	}
	for _, item := range list[:min(len(list), maxLayers)] {
		rule, err := d.Dict(item)
		event, _ := d.Name(rule["Event"])
		if err != nil || event == "" {
			continue
		}
		var groups, categories pdf.Array
		for _, r := range refsOf(d, rule["OCGs"]) {
			if to := imp.Ref(r); to != (pdf.Ref{}) {
				groups = append(groups, to)
			}
		}
		names, _ := d.Array(rule["Category"])
		for _, o := range names[:min(len(names), maxLayers)] {
			if name, err := d.Name(o); err == nil && name != "" {
				categories = append(categories, name)
			}
		}
		l.auto = append(l.auto, pdf.Dict{"Event": event, "OCGs": groups, "Category": categories})
	}
}

// refsOf lists the references of an array, each once.
func refsOf(d *pdf.Document, o pdf.Object) []pdf.Ref {
	list, err := d.Array(o)
	if err != nil {
		return nil
	}
	var out []pdf.Ref
	seen := map[pdf.Ref]bool{}
	for _, item := range list {
		if r, ok := item.(pdf.Ref); ok && !seen[r] && len(out) < maxLayers {
			seen[r] = true
			out = append(out, r)
		}
	}
	return out
}

// dict is the catalog's /OCProperties, or nil where no exhibit has layers.
func (l *layers) dict() pdf.Object {
	if len(l.all) == 0 {
		return nil
	}
	config := pdf.Dict{}
	if len(l.off) > 0 {
		config["OFF"] = l.off
	}
	if len(l.auto) > 0 {
		config["AS"] = l.auto
	}
	return pdf.Dict{"OCGs": l.all, "D": config}
}
