package pdf

import "bytes"

// Swept is something that a Writer with Sweep left behind while it copied.
type Swept struct {
	// What is the key of a dictionary, such as AF or Metadata, the /Type of an object, such as Filespec, or
	// the /S of an action, such as JavaScript.
	What Name
	// Refs are the source objects that it referred to; none where it stood there directly.
	Refs []Ref
}

// maxSwept bounds how many Swept are kept of one document.
const maxSwept = 1 << 16

// sweptKey tells whether an entry of a dictionary never draws anything: it acts, holds or names a file, describes, or ties
// to a structure that is not copied. Ref and OPI would have a picture of another file drawn in place (ISO 32000-1, 8.10.4
// and 14.11.7), Alternates another one in print (8.9.5.4).
func sweptKey(key []byte) bool {
	switch string(key) {
	case "AA", "OpenAction", "JS", "JavaScript", "AF", "EF", "RF", "EmbeddedFiles", "RichMediaContent", "RichMediaSettings",
		"Metadata", "PieceInfo", "OPI", "Ref", "Alternates", "XFA", "AcroForm", "Thumb", "Threads", "Collection", "Measure",
		"PtData", "StructParent", "StructParents", "StructTreeRoot":
		return true
	}
	return false
}

// silent tells whether the loss of an entry is not worth a word: it means nothing outside of its file.
func silent(key Name) bool { return key == "StructParent" || key == "StructParents" }

// named tells whether the value of an entry is a dictionary whose keys are names that somebody gave (ISO 32000-1, table 33,
// and 9.6.5): no rule about keys holds there.
func named(key []byte) bool {
	switch string(key) {
	case "Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "CharProcs", "Colorants":
		return true
	}
	return false
}

// plainKey returns the key behind the spelling text, which begins with a slash, as bytes.
func plainKey(text []byte) []byte {
	if bytes.IndexByte(text, '#') >= 0 {
		return []byte(nameOf(text))
	}
	return text[min(1, len(text)):]
}

// duty is what a dictionary says that it is.
type duty struct{ kind, act, sub, sub2 Name }

// note keeps what an entry tells about a dictionary's duty.
func (y *duty) note(key []byte, v Name) {
	switch string(key) {
	case "Type":
		y.kind = v
	case "S":
		y.act = v
	case "Subtype":
		y.sub = v
	case "Subtype2":
		y.sub2 = v
	}
}

// dutyOf reads the duty of a dictionary.
func dutyOf(d Dict) duty {
	var y duty
	for _, key := range []Name{"Type", "S", "Subtype", "Subtype2"} {
		if v, ok := d[key].(Name); ok {
			y.note([]byte(key), v)
		}
	}
	return y
}

// swept returns by what name the dictionary is left behind as a whole, empty where it is kept: actions (ISO 32000-1,
// 12.6), files (7.11), annotations, signatures, structure, metadata, and PostScript that a printer would run (8.8.2).
func (y duty) swept() Name {
	if y.kind == "Action" && y.act != "" {
		return y.act
	}
	switch y.kind {
	case "Action", "Filespec", "EmbeddedFile", "Metadata", "Annot", "Sig", "StructElem", "StructTreeRoot", "OBJR", "Rendition", "3D":
		return y.kind
	}
	switch y.act {
	case "JavaScript", "Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE", "URI", "Rendition", "Movie", "Sound",
		"SetOCGState", "GoTo3DView", "RichMediaExecute", "Hide", "Trans", "Thread", "Named":
		return y.act
	}
	if y.sub == "PS" || y.sub == "Form" && y.sub2 == "PS" {
		return "PS"
	}
	return ""
}

// Swept returns what was left behind of the document since the last call, in the order of copying. It is nothing unless
// the Writer sweeps.
func (i *Importer) Swept() []Swept {
	out := i.swept
	i.swept = nil
	return out
}

// leave notes what is left behind.
func (i *Importer) leave(list ...Swept) {
	if room := maxSwept - len(i.swept); len(list) > room {
		list = list[:max(0, room)]
	}
	for _, s := range list {
		if !silent(s.What) {
			i.swept = append(i.swept, s)
		}
	}
}

// learn takes over what the spelling of an object told.
func (i *Importer) learn(f *flat) {
	i.leave(f.swept...)
	for _, num := range f.names {
		i.names[num] = true
	}
}

// unwanted tells whether a dictionary is left behind as a whole, and notes it.
func (i *Importer) unwanted(d Dict) bool {
	if !i.w.sweep {
		return false
	}
	what := dutyOf(d).swept()
	if what != "" {
		i.leave(Swept{what, refsIn(d, nil)})
	}
	return what != ""
}

// sieve tells whether an entry is left behind, and otherwise whether its value is a dictionary of given names.
func (i *Importer) sieve(key Name, v Object) (gone, names bool) {
	if sweptKey([]byte(key)) {
		i.leave(Swept{key, refsIn(v, nil)})
		return true, false
	}
	names = named([]byte(key))
	if r, ok := v.(Ref); ok && names {
		i.names[r.Num] = true
	}
	return false, names
}

// refsIn lists the references that stand in a value, not following any.
func refsIn(o Object, to []Ref) []Ref {
	switch v := o.(type) {
	case Ref:
		to = append(to, v)
	case Array:
		for _, e := range v {
			to = refsIn(e, to)
		}
	case Dict:
		for _, key := range sortedKeys(v) {
			to = refsIn(v[key], to)
		}
	}
	return to
}

// external tells whether the /F of a stream's dictionary names another file (ISO 32000-1, 7.3.8.2). Some writers spell
// /Filter so, as in inline images.
func (d *Document) external(f Object) bool {
	o, err := d.Resolve(f)
	if err != nil {
		return false
	}
	switch o.(type) {
	case String, Dict:
		return true
	}
	return false
}

// errExternal refuses a stream that lies in another file: nobody else would see what it shows.
func errExternal() error { return &UnsupportedError{What: "stream in another file"} }
