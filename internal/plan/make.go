package plan

import (
	"errors"
	"fmt"
	"io/fs"
	"text/template"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/evidence"
	"parolepack/internal/finding"
	"parolepack/internal/font"
)

// Input is all that a plan depends on; nothing else changes it.
type Input struct {
	Case  *casefile.Case
	Place func(path string) finding.Place
	// Catalog holds maps and inventories; Filing is the case's filing in it.
	Catalog *catalog.Catalog
	Filing  *catalog.Filing
	Facts   evidence.Facts
	// Findings are what the readiness rules noticed; the plan adds its own to a copy.
	Findings  finding.List
	Fonts     *font.Set
	Templates fs.FS
	AsOf      casefile.Date
	// Practice draws every form on its practice form and marks every page.
	Practice bool
	// Installed reports whether the official blank of an edition is at hand.
	Installed func(form, edition string) bool
	// Near says what there is instead of a blank that is not at hand, as a clause for a finding; empty for nothing. It may
	// be nil.
	Near func(form, edition string) string
}

// maker makes one plan.
type maker struct {
	Input
	plan     *Plan
	troubles []error
	// parsed are the templates that were run already, by name.
	parsed map[string]*template.Template
}

// Make makes the plan of a case. Errors name every form item whose text does not fit, every
// dangling citation and every template that cannot be used; a case that merely lacks something
// gets findings instead.
func Make(in Input) (*Plan, error) {
	m := &maker{Input: in}
	m.plan = &Plan{
		CaseNumber: in.Case.CaseNumber,
		Filing:     in.Case.Filing,
		Title:      m.title(),
		Language:   "en-US",
		PreparedOn: in.Case.PreparedOn.String(),
		AsOf:       in.AsOf.String(),
		Practice:   in.Practice,
		Findings:   append(finding.List(nil), in.Findings...),
		Facts:      in.Facts,
	}
	m.plan.Parts = append(m.filedParts(), m.exhibitParts()...)
	if err := errors.Join(m.troubles...); err != nil {
		return nil, err
	}
	m.latin()
	m.plan.Draft = m.plan.Findings.Blocked()
	if err := m.settle(); err != nil {
		return nil, err
	}
	m.boxes()
	m.plan.Findings.Sort()
	m.plan.numberSigning(m.letterSignedBy())
	return m.plan, nil
}

// title names the packet for a reader's title bar: the filing and the persons to be paroled.
func (m *maker) title() string {
	names := make([]string, 0, len(m.Case.Beneficiaries))
	for i := range m.Case.Beneficiaries {
		names = append(names, catalog.FullName(m.Case.Beneficiaries[i].Name))
	}
	return fmt.Sprintf("%s, %s", m.Filing.Title, andList(names))
}

// find adds a finding of the plan's own.
func (m *maker) find(f finding.Finding, path string) {
	f.Place = m.Place(path)
	m.plan.Findings = append(m.plan.Findings, f)
}

// fail keeps an error and lets the plan go on, so that one run names all of them.
func (m *maker) fail(format string, args ...any) {
	m.troubles = append(m.troubles, fmt.Errorf(format, args...))
}

// number gives every part its first page and counts the packet.
func (p *Plan) number() {
	next := 1
	for i := range p.Parts {
		p.Parts[i].First = next
		next += p.Parts[i].Pages
	}
	p.Pages = next - 1
}

// Part returns the part of that id.
func (p *Plan) Part(id string) (*Part, bool) {
	for i := range p.Parts {
		if p.Parts[i].ID == id {
			return &p.Parts[i], true
		}
	}
	return nil, false
}
