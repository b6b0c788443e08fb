package assemble

import (
	"parolepack/internal/pdf"
)

// A mark is one entry of the outline.
type mark struct {
	title string
	page  int // packet page, 1-based
	ref   pdf.Ref
	kids  []*mark
}

// marks arranges the parts as the outline shows them: each under the part that its Under names. An Under that is no part
// before it becomes a heading of that name, which leads to the first part under it. The bookmarks of an exhibit's files stand
// below its part.
func (a *assembly) marks() []*mark {
	top := &mark{}
	byID := map[string]*mark{}
	for i := range a.plan.Parts {
		p := &a.plan.Parts[i]
		if p.Pages == 0 {
			continue
		}
		above := top
		if p.Under != "" {
			if above = byID[p.Under]; above == nil {
				above = &mark{title: p.Under, page: p.First}
				byID[p.Under] = above
				top.kids = append(top.kids, above)
			}
		}
		m := &mark{title: p.Title, page: p.First, kids: a.bookmarks[p.ID]}
		byID[p.ID] = m
		above.kids = append(above.kids, m)
	}
	return top.kids
}

// outline writes the outline (ISO 32000-1, 12.3.3). The first level is open.
func (a *assembly) outline() (pdf.Ref, error) {
	top := &mark{ref: a.w.Reserve(), kids: a.marks()}
	count := len(top.kids)
	for _, m := range top.kids {
		count += len(m.kids)
	}
	d := pdf.Dict{"Type": pdf.Name("Outlines"), "Count": pdf.Integer(count)}
	if err := a.under(top, d, 0); err != nil {
		return pdf.Ref{}, err
	}
	return top.ref, a.w.Write(top.ref, d)
}

// under writes the entries below m and tells d, m's dictionary, of them. level counts from the root.
func (a *assembly) under(m *mark, d pdf.Dict, level int) error {
	if len(m.kids) == 0 {
		return nil
	}
	for _, k := range m.kids {
		k.ref = a.w.Reserve()
	}
	d["First"], d["Last"] = m.kids[0].ref, m.kids[len(m.kids)-1].ref
	for i, k := range m.kids {
		e := pdf.Dict{"Title": pdf.TextString(k.title), "Parent": m.ref, "Dest": a.top(k.page)}
		if i > 0 {
			e["Prev"] = m.kids[i-1].ref
		}
		if i+1 < len(m.kids) {
			e["Next"] = m.kids[i+1].ref
		}
		if n := len(k.kids); n > 0 && level == 0 {
			e["Count"] = pdf.Integer(n)
		} else if n > 0 {
			e["Count"] = pdf.Integer(-n) // closed
		}
		if err := a.under(k, e, level+1); err != nil {
			return err
		}
		if err := a.w.Write(k.ref, e); err != nil {
			return err
		}
	}
	return nil
}
