package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
)

// IndexData is what the exhibit index's template sees.
type IndexData struct {
	Title string
	Forms []IndexRow
	Rows  []IndexRow
}

// IndexRow is one line of the index. Target is where its link leads: `part:i-131/nour` or
// `exhibit:funding`. Pages are packet pages, as in `52-55`.
type IndexRow struct{ Label, ID, Title, For, Note, Pages, Target string }

// DividerData is what a divider sheet's template sees. Several tells that Pages are more than one.
type DividerData struct {
	Label, Title, For, Parts, Pages string
	Several                         bool
}

func (m *maker) indexData() IndexData {
	d := IndexData{Title: m.plan.Title}
	for i := range m.plan.Parts {
		p := &m.plan.Parts[i]
		if p.Kind == Form || p.Kind == Continuation || p.Kind == Letter {
			d.Forms = append(d.Forms, IndexRow{ID: p.ID, Title: p.Title, Pages: pageRun(p), Target: "part:" + p.ID})
		}
	}
	for i := range m.Case.Exhibits {
		x := &m.Case.Exhibits[i]
		d.Rows = append(d.Rows, IndexRow{
			Label: exhibitLabel(m.labels(), i), ID: x.ID, Title: x.Title, For: m.forWhom(x.For), Note: x.Note,
			Pages: pageRun(m.exhibitPages(x.ID)), Target: "exhibit:" + x.ID,
		})
	}
	return d
}

// exhibitPages is the part that holds an exhibit's pages, or its divider where none can be read.
func (m *maker) exhibitPages(id string) *Part {
	if p, ok := m.plan.Part(ExhibitID(id)); ok {
		return p
	}
	p, _ := m.plan.Part(DividerID(id))
	return p
}

func (m *maker) dividerData(p *Part) DividerData {
	i := slices.IndexFunc(m.Case.Exhibits, func(x casefile.Exhibit) bool { return DividerID(x.ID) == p.ID })
	x := &m.Case.Exhibits[i]
	d := DividerData{Label: exhibitLabel(m.labels(), i), Title: x.Title, For: m.namesOf(x.For)}
	if pages, ok := m.plan.Part(ExhibitID(x.ID)); ok {
		d.Pages, d.Several, d.Parts = pageRun(pages), pages.Pages > 1, roles(pages.Exhibit, x)
	}
	return d
}

// pageRun writes a part's packet pages: `52` or `52-55`, with an en dash.
func pageRun(p *Part) string {
	if p == nil {
		return ""
	}
	if p.Pages == 1 {
		return fmt.Sprint(p.First)
	}
	return fmt.Sprintf("%d–%d", p.First, p.First+p.Pages-1)
}

// forWhom are the persons whom an exhibit is for, where the packet has several to tell apart.
func (m *maker) forWhom(ids []string) string {
	if len(m.Case.Beneficiaries) == 1 {
		return ""
	}
	return m.namesOf(ids)
}

// namesOf are the names of the beneficiaries of those ids.
func (m *maker) namesOf(ids []string) string {
	var names []string
	for i := range m.Case.Beneficiaries {
		if b := &m.Case.Beneficiaries[i]; slices.Contains(ids, b.ID) {
			names = append(names, catalog.FullName(b.Name))
		}
	}
	return andList(names)
}

// enclosed lists the forms in the packet for the letter, once each person.
func (m *maker) enclosed(parts []Part) []EnclosedData {
	var list []EnclosedData
	for i := range parts {
		p := &parts[i]
		if p.Form == nil {
			continue
		}
		ed, _ := m.Catalog.Edition(p.Form.Form, p.Form.Edition)
		title := ed.Title
		if p.Form.By != "" {
			title += ", by " + p.Form.By
		}
		if sheets, ok := m.plan.SheetsOf(p.ID); ok {
			title += fmt.Sprintf(", with %d continuation %s", sheets.Pages, plural(sheets.Pages, "sheet", "sheets"))
		}
		list = append(list, EnclosedData{Form: p.Form.Form, For: m.namesOf([]string{p.Beneficiary}), Title: title, Target: "part:" + p.ID})
	}
	return list
}

// addressLines writes an address as an envelope does.
func addressLines(a *casefile.Address) []string {
	if a == nil {
		return nil
	}
	street := a.Street
	if a.Unit != nil && a.Unit.Number != "" {
		street += ", " + unitWord(a.Unit.Type) + " " + a.Unit.Number
	}
	town := strings.TrimSpace(cmp.Or(a.ZIP, a.PostalCode))
	if region := cmp.Or(a.State, a.Province); region != "" {
		town = strings.TrimSpace(region + " " + town)
	}
	if a.City != "" {
		town = strings.TrimSuffix(a.City+", "+town, ", ")
	}
	lines := []string{street, town}
	if a.Country != "United States" {
		lines = append(lines, a.Country)
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

func unitWord(kind string) string {
	switch kind {
	case "ste":
		return "Suite"
	case "flr":
		return "Floor"
	case "apt":
		return "Apt."
	}
	return "Unit"
}
