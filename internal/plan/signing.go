package plan

import "parolepack/internal/catalog"

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

// numberSigning turns the form's page numbers into the packet's.
func (p *Plan) numberSigning() {
	for i := range p.Signing {
		if part, ok := p.Part(p.Signing[i].Part); ok {
			p.Signing[i].Page += part.First - 1
		}
	}
}
