package plan

import (
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/boxes"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/finding"
)

// The ids of the parts that stand once.
const (
	LetterID = "cover-letter"
	IndexID  = "exhibit-index"
)

// filedParts are the forms and pages of ours before the exhibits, in the filing's order.
func (m *maker) filedParts() []Part {
	var parts []Part
	for i := range m.Case.Beneficiaries {
		order := m.Filing.Order.Further
		if i == 0 {
			order = m.Filing.Order.First
		}
		for _, token := range order {
			parts = append(parts, m.ordered(token, i)...)
		}
	}
	return parts
}

// ordered makes the parts that one word of the filing's order stands for, for one person.
func (m *maker) ordered(token string, person int) []Part {
	online := m.Case.FileBy == "online"
	switch token {
	case "cover-letter":
		return []Part{{ID: LetterID, Kind: Letter, Title: "Cover letter", Label: "Letter ", Pages: 1}}
	case "exhibit-index":
		return []Part{{ID: IndexID, Kind: Index, Title: "Index of exhibits", Label: "Index ", Pages: 1}}
	case "payment":
		if online {
			return nil // paid in the online account, docs/facts.md 3.7
		}
		return m.paymentPart(person)
	case "g-1145":
		if online || m.Case.Notify != nil && !*m.Case.Notify {
			return nil // a notice for packages mailed to a lockbox, docs/facts.md 2.15
		}
		return m.formPart("G-1145", person, -1)
	case "g-28":
		if m.Case.Attorney == nil {
			return nil
		}
		return m.formPart("G-28", person, -1)
	case "i-131":
		return m.formPart("I-131", person, -1)
	case "i-134":
		return m.supportParts(person)
	case "i-912":
		return m.waiverPart(person)
	}
	m.fail("filing %s: its order names %q, which nothing makes", m.Filing.Name, token)
	return nil
}

// paymentPart is the payment form on top of the form it pays, one a benefit request (docs/facts.md 3.6).
func (m *maker) paymentPart(person int) []Part {
	b := &m.Case.Beneficiaries[person]
	p, ok := m.Filing.Payment(b.Payment.Method)
	if !ok || p.Form == "" || b.Payment.Fee != "standard" {
		return nil
	}
	if _, mapped := m.Catalog.Current(p.Form); !mapped {
		return nil // the readiness rules say so
	}
	return m.formPart(p.Form, person, -1)
}

// waiverPart is the request for a fee waiver inside the application that it is for (docs/facts.md 2.14), on paper alone (3.3).
func (m *maker) waiverPart(person int) []Part {
	if m.Case.FileBy == "online" || !m.Case.Beneficiaries[person].Payment.RequestsWaiver() {
		return nil
	}
	if _, mapped := m.Catalog.Current(casefile.WaiverForm); !mapped {
		return nil // the readiness rules say so
	}
	return m.formPart(casefile.WaiverForm, person, -1)
}

// supportParts is one I-134 for each supporter of the person (docs/facts.md 2.12).
func (m *maker) supportParts(person int) []Part {
	var parts []Part
	for _, id := range m.Case.Beneficiaries[person].Supporters {
		for s := range m.Case.Supporters {
			if m.Case.Supporters[s].ID == id {
				parts = append(parts, m.formPart("I-134", person, s)...)
			}
		}
	}
	return parts
}

// formPart fills one form for one person, its continuation sheets behind it; supporter is -1 where the form has none.
func (m *maker) formPart(form string, person, supporter int) []Part {
	ed, ok := m.Catalog.For(m.Filing, form, m.AsOf)
	if !ok {
		m.fail("form %s: no map is built in", form)
		return nil
	}
	b := &m.Case.Beneficiaries[person]
	part := Part{
		ID:          partID(form, b, m.supporter(supporter)),
		Kind:        Form,
		Title:       m.formTitle(form, b, m.supporter(supporter)),
		Label:       m.formLabel(form, b, m.supporter(supporter)),
		Pages:       ed.Pages,
		Beneficiary: b.ID,
		Form: &FormPart{
			Form: form, Edition: ed.Edition,
			Practice: m.Practice || !m.Installed(form, ed.Edition),
			Expedite: m.Case.Expedite != nil && m.Case.FileBy != "online" && form == m.Filing.Form,
		},
	}
	if s := m.supporter(supporter); s != nil {
		part.Form.By = m.supporterName(s)
	}
	env := catalog.NewEnv(m.Case, person, supporter)
	env.FeeUSD = m.feeDue(b)
	placed, err := boxes.Placed(ed)
	if err != nil {
		m.fail("%s: %w", part.ID, err)
		return nil
	}
	fields, rest := m.fields(placed, env, part.ID)
	part.Form.Fields = fields
	m.signing(ed, env, part.ID)
	m.practiceFinding(part, ed)
	return append([]Part{part}, m.sheets(&part, ed, env, rest)...)
}

func (m *maker) supporter(i int) *casefile.Supporter {
	if i < 0 {
		return nil
	}
	return &m.Case.Supporters[i]
}

func partID(form string, b *casefile.Beneficiary, s *casefile.Supporter) string {
	id := strings.ToLower(form) + "/" + b.ID
	if s != nil {
		id += "/" + s.ID
	}
	return id
}

// formLabel is the prefix of a form's page labels, with the person and the supporter where the
// packet holds several copies, so that no two pages share a label.
func (m *maker) formLabel(form string, b *casefile.Beneficiary, s *casefile.Supporter) string {
	if len(m.Case.Beneficiaries) > 1 {
		form += "/" + b.ID
	}
	if s != nil && len(b.Supporters) > 1 {
		form += "/" + s.ID
	}
	return form + " "
}

func (m *maker) formTitle(form string, b *casefile.Beneficiary, s *casefile.Supporter) string {
	title := fmt.Sprintf("Form %s, %s", form, catalog.FullName(b.Name))
	if s == nil {
		return title
	}
	return title + ", by " + m.supporterName(s)
}

// practiceFinding blocks a filing whose official blank is not at hand; with --practice nothing is
// filed and nothing is said.
func (m *maker) practiceFinding(p Part, ed *catalog.Edition) {
	if m.Practice || !p.Form.Practice {
		return
	}
	near := ""
	if m.Near != nil {
		near = m.Near(ed.Form, ed.Edition)
	}
	rule := blankRule()
	missing := finding.Finding{
		Code: rule.Code, Severity: rule.Severity,
		Summary: fmt.Sprintf("The official blank of Form %s, edition %s, is not installed%s, so the form is drawn on its practice form.", ed.Form, ed.Printed, near),
		Do:      fmt.Sprintf("Run parolepack forms fetch %s, or download the form from the agency and run: parolepack forms add FILE", ed.Form),
		Rule:    rule.Law,
	}
	if ed.Inferred() {
		missing.Do = fmt.Sprintf("The inventory of this edition was told, not read from a blank. Download the form, complete it with parolepack forms diff %s:%s BLANK -o firm/fields (docs/maps.md), then run: parolepack forms add BLANK", ed.Form, ed.Printed)
	}
	said := func(f finding.Finding) bool { return f.Code == missing.Code && f.Summary == missing.Summary }
	if !slices.ContainsFunc(m.plan.Findings, said) { // one fact, however many copies of the form there are
		m.find(missing, "")
	}
}

// blankRule is the row of docs/findings.md for a form without its official blank.
func blankRule() Rule {
	return Rule{
		Code: "form-blank-missing", Severity: finding.Blocker,
		What: "The official blank of a form is not installed, so the form is drawn on its practice form.",
		Do:   "Run parolepack forms fetch, or download the form from the agency and run: parolepack forms add FILE.",
		Law:  "All pages of a form must be the agency's own, of one current edition",
	}
}
