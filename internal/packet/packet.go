package packet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"parolepack/internal/assemble"
	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/compose"
	"parolepack/internal/evidence"
	"parolepack/internal/exhibit"
	"parolepack/internal/fill"
	"parolepack/internal/finding"
	"parolepack/internal/ink"
	"parolepack/internal/layout"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/readiness"
)

// A Job is one case to be made into a packet.
type Job struct {
	Case *casefile.File
	// Dir is the case's folder, where its exhibits lie.
	Dir string
	// Sources are the files besides the case file that its data came from: the firm's file, long
	// texts.
	Sources []Source
	// AsOf is the day on which fees, editions and ages are judged.
	AsOf casefile.Date
	// Practice draws every form on its practice form.
	Practice bool
}

// A Source is a file that a case's data came from. Role is firm or text.
type Source struct{ Role, Path string }

// A Result is a packet that was written.
type Result struct {
	Plan    *plan.Plan       `json:"plan"`
	Summary assemble.Summary `json:"summary"`
}

// Check looks into the exhibits and judges the case; nothing is built.
func (d *Desk) Check(ctx context.Context, job Job) (evidence.Facts, finding.List, error) {
	if _, err := d.filing(job); err != nil {
		return evidence.Facts{}, nil, err
	}
	facts, err := exhibit.Probe(ctx, job.Dir, job.Case.Case, d.house.Probers, d.house.Mender)
	if err != nil {
		return facts, nil, err
	}
	findings, err := d.judge(job, facts)
	return facts, findings, err
}

// filing is the data of the case's kind of filing.
func (d *Desk) filing(job Job) (*catalog.Filing, error) {
	filing, ok := d.house.Catalog.Filing(job.Case.Case.Filing)
	if !ok {
		return nil, fmt.Errorf("filing %q: no data are built in", job.Case.Case.Filing)
	}
	return filing, nil
}

// judge holds a case and what is known of its exhibits against the rules.
func (d *Desk) judge(job Job, facts evidence.Facts) (finding.List, error) {
	filing, err := d.filing(job)
	if err != nil {
		return nil, err
	}
	return readiness.Check(readiness.Input{
		Case: job.Case.Case, Place: job.Case.Place, Filing: filing, Facts: facts, AsOf: job.AsOf,
		Edition: func(form string) (string, bool) { return d.edition(filing, form, job.AsOf) },
		Codes:   warnings(),
	}), nil
}

// warnings are the codes of what the plan warns of, which a case may accept as well.
func warnings() []string {
	var out []string
	for _, r := range plan.Rules() {
		if r.Severity == finding.Warning {
			out = append(out, r.Code)
		}
	}
	return out
}

// edition is the edition of a form that the packet would hold; false where no map is at hand.
func (d *Desk) edition(filing *catalog.Filing, form string, on casefile.Date) (string, bool) {
	ed, ok := d.house.Catalog.For(filing, form, on)
	if !ok {
		return "", false
	}
	return ed.Edition, true
}

// Plan makes the plan of a case, whole, with the hash of every exhibit.
func (d *Desk) Plan(ctx context.Context, job Job) (*plan.Plan, error) {
	facts, findings, err := d.Check(ctx, job)
	if err != nil {
		return nil, err
	}
	return d.make(job, facts, findings)
}

// make makes a plan of what is known.
func (d *Desk) make(job Job, facts evidence.Facts, findings finding.List) (*plan.Plan, error) {
	filing, err := d.filing(job)
	if err != nil {
		return nil, err
	}
	p, err := plan.Make(plan.Input{
		Case: job.Case.Case, Place: job.Case.Place, Catalog: d.house.Catalog, Filing: filing,
		Facts: facts, Findings: findings, Fonts: d.house.fonts, Templates: d.house.Templates,
		AsOf: job.AsOf, Practice: job.Practice,
		Installed: func(form, edition string) bool {
			ed, ok := d.house.Catalog.Edition(form, edition)
			if !ok {
				return false
			}
			_, ok = d.house.Blank(ed, job.Dir)
			return ok
		},
		Near: func(form, edition string) string { return d.house.near(filing, form, edition, job.Dir) },
	})
	if err != nil {
		return nil, err
	}
	p.Findings = readiness.Accept(p.Findings, job.Case.Case.Waivers)
	return p, nil
}

// An UnusableError names the exhibit files that cannot become pages; no packet is built without them.
type UnusableError struct{ Files []plan.Unusable }

// Error names exhibit, file and reason, a line each.
func (e *UnusableError) Error() string {
	lines := make([]string, len(e.Files))
	for i, f := range e.Files {
		first, rest, _ := strings.Cut(f.Label, " ")
		lines[i] = fmt.Sprintf("%s %s: %q %s", strings.ToLower(first), rest, f.Path, f.Summary)
	}
	return strings.Join(lines, "\n  ")
}

// Hint is the way out for the first of them.
func (e *UnusableError) Hint() string { return e.Files[0].Do }

// Buildable reports why no packet can be built from a plan: an *UnusableError, or nil.
func Buildable(p *plan.Plan) error {
	if len(p.Unusable) == 0 {
		return nil
	}
	return &UnusableError{Files: p.Unusable}
}

// Build draws a plan and writes the packet to w in one pass. A plan that is not Buildable is
// refused.
func (d *Desk) Build(ctx context.Context, job Job, p *plan.Plan, w io.Writer) (*Result, error) {
	if err := Buildable(p); err != nil {
		return nil, err
	}
	b := d.builder(job, p)
	defer b.shelf.Close()
	sum, err := assemble.Write(ctx, w, p, b.part, b.fonts)
	if err != nil {
		return nil, err
	}
	return &Result{Plan: p, Summary: sum}, nil
}

// builder makes the builder of one document.
func (d *Desk) builder(job Job, p *plan.Plan) *builder {
	return &builder{desk: d, job: job, plan: p, fonts: ink.NewFonts(d.house.fonts), shelf: exhibit.NewShelf(p, d.house.Mender)}
}

// builder opens the parts of one packet as the assembler asks for them.
type builder struct {
	desk  *Desk
	job   Job
	plan  *plan.Plan
	fonts *ink.Fonts
	shelf *exhibit.Shelf
	// written holds the pages that we write; begins is each part's first page in it, 1-based.
	written *pdf.Document
	begins  map[string]int
}

// part hands a part to the producer of its kind.
func (b *builder) part(p *plan.Part) (assemble.Source, error) {
	switch {
	case p.Form != nil:
		return b.form(p)
	case p.Text != nil:
		return b.text(p)
	case p.Exhibit != nil:
		return b.shelf.Pages(p), nil
	}
	return nil, fmt.Errorf("%s: the plan does not say how it is drawn", p.ID)
}

func (b *builder) form(p *plan.Part) (assemble.Source, error) {
	filled, err := b.filled(p)
	if err != nil {
		return nil, err
	}
	return assemble.Batch(&ink.Pages{List: filled.Flatten()}), nil
}

// filled places a form's values on its blank.
func (b *builder) filled(p *plan.Part) (*fill.Filled, error) {
	ed, ok := b.desk.house.Catalog.Edition(p.Form.Form, p.Form.Edition)
	if !ok {
		return nil, fmt.Errorf("form %s, edition %s: no map is built in", p.Form.Form, p.Form.Edition)
	}
	path := ""
	if !p.Form.Practice {
		if path, ok = b.desk.house.Blank(ed, b.job.Dir); !ok {
			return nil, fmt.Errorf("form %s: its official blank is gone since the plan was made", ed.Form)
		}
	}
	blank, err := b.desk.blank(ed, path)
	if err != nil {
		return nil, err
	}
	return fill.Fill(p, blank, b.fonts)
}

// text gives the pages that we write. They are drawn together when the first is asked for, so that
// letter, index and divider sheets share one embedded font a face.
func (b *builder) text(p *plan.Part) (assemble.Source, error) {
	pages, err := b.pages(p)
	if err != nil {
		return nil, err
	}
	return assemble.Batch(pages), nil
}

// pages are the pages of one part that we write.
func (b *builder) pages(p *plan.Part) (*ink.Pages, error) {
	if b.written == nil {
		if err := b.compose(); err != nil {
			return nil, err
		}
	}
	pages := &ink.Pages{}
	for n := range p.Pages {
		over, err := compose.Over(p.Text.Pages[n], b.fonts)
		if err != nil {
			return nil, fmt.Errorf("%s, page %d: %w", p.ID, n+1, err)
		}
		pages.List = append(pages.List, ink.Page{Doc: b.written, Number: b.begins[p.ID] + n, Over: over})
	}
	return pages, nil
}

// compose draws every page that we write into one document and notes where each part begins.
func (b *builder) compose() error {
	var pages []layout.Page
	b.begins = map[string]int{}
	for i := range b.plan.Parts {
		if p := &b.plan.Parts[i]; p.Text != nil {
			b.begins[p.ID] = len(pages) + 1
			pages = append(pages, p.Text.Pages...)
		}
	}
	data, err := compose.Draw(pages, b.desk.house.fonts)
	if err == nil {
		b.written, err = pdf.Open(bytes.NewReader(data), int64(len(data)), pdf.Options{})
	}
	if err != nil {
		return fmt.Errorf("letter, index and divider sheets: %w", err)
	}
	return nil
}

// Inputs lists every file that the packet is made from, so that no output is written over one.
func (d *Desk) Inputs(job Job, p *plan.Plan) []string {
	inputs := []string{job.Case.Name}
	for _, s := range job.Sources {
		inputs = append(inputs, s.Path)
	}
	for _, f := range p.Facts.Files {
		inputs = append(inputs, f.Abs)
	}
	for i := range p.Parts {
		if f := p.Parts[i].Form; f != nil && !f.Practice {
			if ed, ok := d.house.Catalog.Edition(f.Form, f.Edition); ok {
				path, _ := d.house.Blank(ed, job.Dir)
				inputs = append(inputs, path)
			}
		}
	}
	slices.Sort(inputs)
	return slices.Compact(slices.DeleteFunc(inputs, func(s string) bool { return s == "" }))
}
