package plan

import "parolepack/internal/evidence"

// Excerpt is some parts of the packet as a document of their own, numbered from page 1. Every part keeps in Filed its page in
// the packet, which is what its pages print, so that citations hold. Draft, Practice and the findings stay as they
// are; the boxes to sign are those of the parts. p is not changed.
func (p *Plan) Excerpt(title string, has func(*Part) bool) *Plan {
	out := *p
	out.Title, out.Pages, out.Parts, out.Signing = title, 0, nil, nil
	kept := map[string]bool{}
	for i := range p.Parts {
		if !has(&p.Parts[i]) {
			continue
		}
		part := p.Parts[i]
		part.Filed, part.First = part.OnFile(0), out.Pages+1
		if _, is := p.Part(part.Under); is && !kept[part.Under] {
			part.Under = ""
		}
		kept[part.ID] = true
		out.Pages += part.Pages
		out.Parts = append(out.Parts, part)
	}
	for _, box := range p.Signing {
		if kept[box.Part] {
			whole, _ := p.Part(box.Part)
			part, _ := out.Part(box.Part)
			box.Page += part.First - whole.First
			out.Signing = append(out.Signing, box)
		}
	}
	out.Facts = out.evidence()
	return &out
}

// Forms are the forms alone with their continuation sheets: what is to be signed besides the letter.
func (p *Plan) Forms() *Plan {
	return p.Excerpt(p.Title+", forms to sign", func(part *Part) bool { return part.Kind == Form || part.Kind == Continuation })
}

// evidence is the facts of those files that the plan's exhibits show.
func (p *Plan) evidence() evidence.Facts {
	files := map[string]evidence.File{}
	for i := range p.Parts {
		if x := p.Parts[i].Exhibit; x != nil {
			for _, s := range x.Sources {
				files[s.Path] = p.Facts.Files[s.Path]
			}
		}
	}
	return evidence.Facts{Files: files}
}

// OnFile is the page of the packet on which page index of the part stands, from 0; in an excerpt that of the whole packet.
func (p *Part) OnFile(index int) int {
	if p.Filed > 0 {
		return p.Filed + index
	}
	return p.First + index
}
