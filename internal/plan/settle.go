package plan

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/layout"
)

// rounds bounds the laying out of letter and index. Page numbers only grow from round to round,
// and each round that changes anything adds a page, so a handful always does.
const rounds = 20

// settle lays out the pages that we write until the page numbers in print and the pages
// themselves agree. A part never shrinks between rounds, so the loop cannot swing.
func (m *maker) settle() error {
	for range rounds {
		m.plan.number()
		changed, err := m.layAll()
		if err != nil {
			return err
		}
		if !changed {
			return nil
		}
	}
	return errors.New("the letter's and the index's page numbers do not settle")
}

// layAll lays out every text part once and reports whether a page count changed.
func (m *maker) layAll() (changed bool, err error) {
	for i := range m.plan.Parts {
		p := &m.plan.Parts[i]
		text, err := m.textPart(p)
		if err != nil {
			return false, err
		}
		if text == nil {
			continue
		}
		for len(text.Pages) < p.Pages {
			text.Pages = append(text.Pages, blankPage(text.Pages[0]))
		}
		changed = changed || len(text.Pages) != p.Pages
		p.Text, p.Pages = text, len(text.Pages)
	}
	return changed, nil
}

func blankPage(like layout.Page) layout.Page {
	return layout.Page{Width: like.Width, Height: like.Height}
}

// textPart renders and lays out one page of ours; nil for parts that others draw.
func (m *maker) textPart(p *Part) (*TextPart, error) {
	switch p.Kind {
	case Letter:
		return m.lay(p, m.letterTemplate(), m.letterStyle(), m.letterData(m.plan.Parts))
	case Index:
		return m.lay(p, "exhibit-index", layout.IndexStyle(), m.indexData())
	case Divider:
		return m.lay(p, "divider", layout.DividerStyle(), m.dividerData(p))
	case Continuation:
		return p.Text, nil
	}
	return nil, nil
}

func (m *maker) lay(p *Part, template string, style layout.Style, data any) (*TextPart, error) {
	markdown, err := m.render(template, data)
	if err != nil {
		return nil, err
	}
	pages, err := layout.Lay(m.Fonts, style, markdown)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", strings.ToLower(p.Title), err)
	}
	return &TextPart{Template: template, Pages: pages}, nil
}

// letterStyle is the firm's paper; pages after the first are headed by what the letter is and its date, so that a loose
// page finds its letter again.
func (m *maker) letterStyle() layout.Style {
	style := layout.LetterStyle(m.letterhead())
	style.Running = strings.TrimSuffix(m.Filing.Title+" · "+longDate(m.Case.PreparedOn), " · ")
	return style
}

func (m *maker) letterTemplate() string {
	if m.Case.Letter == nil {
		return LetterID
	}
	return cmp.Or(m.Case.Letter.Template, LetterID)
}

// letterhead is the firm's own, or made from the attorney's firm and address, or from the filer's.
func (m *maker) letterhead() layout.Letterhead {
	if h := m.Case.Letterhead; h != nil {
		return layout.Letterhead{Name: h.Name, Lines: h.Lines}
	}
	if a := m.Case.Attorney; a != nil {
		return layout.Letterhead{
			Name: cmp.Or(a.Firm, catalog.FullName(a.Name)), Lines: addressLines(a.Address),
			Contact: contact(a.Phone.Day, a.Phone.Fax, a.Email),
		}
	}
	filer := m.Case.Filer()
	return layout.Letterhead{
		Name: catalog.FullName(filer.Name), Lines: addressLines(filer.MailingAddress),
		Contact: contact(filer.Phone.Day, "", filer.Email),
	}
}

func contact(phone, fax, email string) string {
	var parts []string
	for _, p := range []struct{ word, value string }{{"Telephone ", phone}, {"Fax ", fax}, {"", email}} {
		if p.value != "" {
			parts = append(parts, p.word+p.value)
		}
	}
	return strings.Join(parts, " · ")
}
