package pdf

import "strings"

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
	name := strings.ToLower(f.Name)
	return ok || strings.Contains(name, "pdf417") || strings.Contains(name, "barcode")
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
