package assemble

import (
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// maxNested bounds how deep form XObjects are followed.
const maxNested = 12

// A stripper cuts off what hangs on the images and forms of an exhibit and is never painted: attached files, metadata and
// the private data of drawing programs (ISO 32000-1, 14.3.2 and 14.5; ISO 32000-2, 14.13). It may hold where and by whom a
// picture was made.
type stripper struct {
	doc  *pdf.Document
	imp  *pdf.Importer
	seen map[int]bool
}

// strip cuts off what hangs on the exhibits' pages. It comes before anything of them is copied; of a document that gave
// pages before nothing more can be cut off.
func (a *assembly) strip(batch []ink.Page) {
	strippers := map[*pdf.Document]*stripper{}
	for i := range batch {
		p := &batch[i]
		if !p.Fit || a.seen[p.Doc] {
			continue
		}
		s := strippers[p.Doc]
		if s == nil {
			s = &stripper{p.Doc, a.w.Importer(p.Doc), map[int]bool{}}
			strippers[p.Doc] = s
		}
		if page, err := p.Doc.Page(p.Number); err == nil { // the error is told when the page is written
			s.resources(page.Dict["Resources"], 0)
		}
	}
}

// resources follows the XObjects of a resource dictionary.
func (s *stripper) resources(o pdf.Object, depth int) {
	res, err := s.doc.Dict(o)
	if err != nil || depth > maxNested {
		return
	}
	objects, err := s.doc.Dict(res["XObject"])
	if err != nil {
		return
	}
	for _, o := range objects {
		ref, ok := o.(pdf.Ref)
		if !ok || s.seen[ref.Num] {
			continue
		}
		s.seen[ref.Num] = true
		if d, err := s.doc.Dict(ref); err == nil && d != nil {
			s.cut(d)
			s.resources(d["Resources"], depth+1)
		}
	}
}

// cut cuts off what a stream's dictionary refers to and nobody sees.
func (s *stripper) cut(d pdf.Dict) {
	for _, key := range []pdf.Name{"AF", "Metadata", "PieceInfo"} {
		switch v := d[key].(type) {
		case pdf.Ref:
			s.imp.Substitute(v, nil)
		case pdf.Array:
			for _, o := range v {
				if ref, ok := o.(pdf.Ref); ok {
					s.imp.Substitute(ref, nil)
				}
			}
		}
	}
}

// count counts what of the document as a whole stays behind.
func (a *assembly) count(d *pdf.Document) {
	root, err := d.Root()
	if err != nil {
		return
	}
	names, _ := d.Dict(root["Names"])
	form, _ := d.Dict(root["AcroForm"])
	for what, o := range map[string]pdf.Object{
		"document action": acts(d, root["OpenAction"]), "document script": names["JavaScript"],
		"attached files": names["EmbeddedFiles"], "XFA form": form["XFA"],
	} {
		if o, err := d.Resolve(o); err == nil && o != nil {
			a.removed[what]++
		}
	}
}

// acts gives an action that does more than show a page, or nothing.
func acts(d *pdf.Document, action pdf.Object) pdf.Object {
	o, err := d.Resolve(action)
	if a, ok := o.(pdf.Dict); err == nil && ok && a["S"] != pdf.Name("GoTo") {
		return a
	}
	return nil
}
