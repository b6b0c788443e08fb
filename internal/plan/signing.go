package plan

import (
	"slices"

	"parolepack/internal/catalog"
)

// signing lists the boxes of one form that are signed by hand in this case (docs/facts.md 7.7: a
// signature is never drawn). Pages are the form's own until the packet is numbered.
func (m *maker) signing(ed *catalog.Edition, env *catalog.Env, part string) {
	for i := range ed.Signatures {
		s := &ed.Signatures[i]
		signs, err := s.Signs(env)
		if err != nil {
			m.fail("%s: Form %s item %s: %w", part, ed.Form, s.Item, err)
		}
		if signs {
			m.plan.Signing = append(m.plan.Signing, SignatureBox{
				Part: part, Form: ed.Form, Item: s.Item, Who: s.Who, Page: s.Page,
			})
		}
	}
}

// numberSigning turns the form's page numbers into the packet's, and puts the letter's own
// signature line, at its end, among the boxes in page order.
func (p *Plan) numberSigning(signer string) {
	for i := range p.Signing {
		if part, ok := p.Part(p.Signing[i].Part); ok {
			p.Signing[i].Page += part.First - 1
		}
	}
	if letter, ok := p.Part(LetterID); ok {
		p.Signing = append(p.Signing, SignatureBox{
			Part: LetterID, Form: letter.Title, Who: signer, Page: letter.First + letter.Pages - 1,
		})
	}
	slices.SortStableFunc(p.Signing, func(a, b SignatureBox) int { return a.Page - b.Page })
}

// letterSignedBy is the role of who signs the cover letter.
func (m *maker) letterSignedBy() string {
	if m.Case.Attorney != nil {
		return "attorney"
	}
	return "filer"
}
