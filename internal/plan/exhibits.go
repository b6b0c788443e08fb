package plan

import (
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
)

// exhibitParts are a divider sheet and the pages of every exhibit, in the case's order: originals,
// translation, translator's certificate (docs/facts.md 8.5). An exhibit none of whose files can be read
// keeps its divider, so that the index still names it; the readiness rules block the packet.
func (m *maker) exhibitParts() []Part {
	var parts []Part
	for i := range m.Case.Exhibits {
		x := &m.Case.Exhibits[i]
		label := exhibitLabel(m.labels(), i)
		divider := Part{
			ID: DividerID(x.ID), Kind: Divider, Title: label + ". " + x.Title,
			Label: label + " sheet ", Pages: 1,
		}
		parts = append(parts, divider)
		if pages := m.exhibitPart(x, label); pages.Pages > 0 {
			parts = append(parts, pages)
		}
	}
	return parts
}

// DividerID is the id of an exhibit's divider sheet, ExhibitID that of its pages.
func DividerID(exhibit string) string { return "divider/" + exhibit }

// ExhibitID is the id of an exhibit's pages, where citations and the index lead.
func ExhibitID(exhibit string) string { return "exhibit/" + exhibit }

func (m *maker) labels() string {
	if m.Case.Settings == nil {
		return ""
	}
	return m.Case.Settings.Labels
}

func (m *maker) exhibitPart(x *casefile.Exhibit, label string) Part {
	pages := &ExhibitPart{ID: x.ID, Label: label, Rotate: x.Rotate, Password: x.Password}
	if len(x.Redact) > 0 { // pages that show what was to be black must not reach a packet, not even a DRAFT
		for _, file := range x.Files {
			m.unusable(pages, file, "has areas to black out, which this version does not do", "black them out in the file itself, then take redact out")
		}
	}
	for _, file := range x.Files {
		m.source(pages, x, file, Original)
	}
	if t := x.Translation; t != nil {
		m.source(pages, x, t.File, Translated)
		m.source(pages, x, t.Certificate, Certificate)
	}
	count := 0
	for _, s := range pages.Sources {
		count += len(s.Pages)
	}
	return Part{
		ID: ExhibitID(x.ID), Kind: Exhibit, Title: label + ", documents", Label: label + "-",
		Pages: count, Under: DividerID(x.ID), Exhibit: pages,
	}
}

// source adds one file's pages, or notes why there are none; the readiness rules block the case
// for the same reason.
func (m *maker) source(part *ExhibitPart, x *casefile.Exhibit, file string, role Role) {
	ref, err := casefile.ParseFile(file)
	if err != nil {
		return // nothing is named there, or the reader of the case has refused it
	}
	fact, ok := m.Facts.Files[ref.Path]
	if !ok {
		fact.Problem = &evidence.Problem{Summary: "is not there", Do: "put it there, or correct the name in the case file"}
	}
	if fact.Problem != nil {
		m.unusable(part, ref.Path, fact.Problem.Summary, fact.Problem.Do)
		return
	}
	ranges := ref.Pages
	if len(ranges) == 0 && role == Original && x.Pages != "" {
		ranges, err = casefile.ParsePages(x.Pages)
	}
	var list []int
	if err == nil {
		list, err = pageList(ranges, fact.Pages)
	}
	if err != nil {
		m.unusable(part, ref.Path, err.Error(), "correct the page range in the case file")
		return
	}
	part.Sources = append(part.Sources, Source{Path: ref.Path, Abs: fact.Abs, Role: role, Kind: fact.Kind, Pages: list})
}

func (m *maker) unusable(part *ExhibitPart, path, summary, do string) {
	m.plan.Unusable = append(m.plan.Unusable, Unusable{Label: part.Label, Path: path, Summary: summary, Do: do})
}

// roles says what the pages of an exhibit are, for its divider sheet.
func roles(p *ExhibitPart, x *casefile.Exhibit) string {
	if x.Translation == nil {
		return ""
	}
	var words []string
	for _, s := range p.Sources {
		word := roleWords(s.Role, x.Translation.Language)
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

func roleWords(r Role, language string) string {
	switch r {
	case Translated:
		return "English translation"
	case Certificate:
		return "translator’s certificate"
	}
	if language == "" {
		return "Original"
	}
	return fmt.Sprintf("Original (%s)", language)
}
