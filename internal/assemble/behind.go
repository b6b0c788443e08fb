package assemble

import "parolepack/internal/pdf"

// leftBehind counts an annotation that is not painted, unless nothing is lost with it.
func (s *sheet) leftBehind(d pdf.Dict) {
	l := s.ledger()
	name, _ := s.src.Doc.Name(d["Subtype"])
	switch name {
	case "Popup", "FileAttachment":
	case "Widget":
		if s.filled(d) {
			l.add(lostValues)
		}
	case "Screen", "Movie", "Sound", "RichMedia", "3D":
	default:
		l.add(lostMarks)
	}
}

// unspoken counts the words of a comment whose mark is painted: they open in a window of their own, which no page shows.
// Those of free text are the mark itself.
func (s *sheet) unspoken(d pdf.Dict) {
	name, _ := s.src.Doc.Name(d["Subtype"])
	switch name {
	case "FreeText", "Widget", "FileAttachment", "Screen", "Movie", "Sound", "RichMedia", "3D", "Watermark", "PrinterMark", "TrapNet":
		return
	}
	if text, err := s.src.Doc.Text(d["Contents"]); err == nil && text != "" {
		s.ledger().add(lostComments)
	}
}

// acting counts what an annotation does or holds beside its look, be it painted or not (ISO 32000-1, 12.5.6).
func (s *sheet) acting(d pdf.Dict) {
	l := s.ledger()
	l.action(d["A"])
	l.triggers(d["AA"])
	l.files(d["AF"])
	switch name, _ := s.src.Doc.Name(d["Subtype"]); name {
	case "FileAttachment":
		l.attachment(d["FS"])
	case "Screen", "Movie", "Sound", "RichMedia", "3D":
		l.add(lostMedia)
	case "Widget":
		s.field(d)
	}
}

// attachment counts the file of an annotation, which may miss it.
func (l *ledger) attachment(o pdf.Object) {
	if v, err := l.doc.Resolve(o); err != nil || v == nil {
		l.add(lostFiles)
		return
	}
	l.files(o)
}

// field counts a form field that becomes part of its page, and what its parents do (ISO 32000-1, 12.7.3).
func (s *sheet) field(d pdf.Dict) {
	l := s.ledger()
	l.add(lostFields)
	kind, _ := s.src.Doc.Name(s.inherited(d, "FT"))
	if v, err := s.src.Doc.Dict(s.inherited(d, "V")); kind == "Sig" && err == nil && v != nil {
		l.there(s.inherited(d, "V"), lostSignatures)
	}
	for range maxParents {
		o := d["Parent"]
		parent, err := s.src.Doc.Dict(o)
		if err != nil || parent == nil || l.again(o) {
			return
		}
		l.action(parent["A"])
		l.triggers(parent["AA"])
		d = parent
	}
}
