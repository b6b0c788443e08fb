package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"parolepack/internal/assemble"
	"parolepack/internal/batch"
	"parolepack/internal/finding"
	"parolepack/internal/plan"
)

// textPrinter prints for a person. The first error of the writer ends the printing.
type textPrinter struct {
	w      io.Writer
	colour bool
	err    error
}

func (p *textPrinter) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// table prints rows in columns.
func (p *textPrinter) table(rows [][]string) {
	t := tabwriter.NewWriter(p.w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(t, strings.TrimRight(strings.Join(r, "\t"), "\t"))
	}
	if err := t.Flush(); p.err == nil {
		p.err = err
	}
}

// Built tells what was written, where each part begins and what is still to do.
func (p *textPrinter) Built(b Build) error {
	p.line("%s: %d pages, %s, %s", b.Packet, b.Pages, size(b.Size), p.readiness(b.Ready, b.Practice, b.Findings))
	p.table(partRows(b.Parts))
	p.findings(b.Findings)
	p.signing(b.Sign)
	p.left(b.Left)
	p.line("sha256 %s", b.SHA256)
	p.line("manifest %s", b.Manifest)
	if n := len(b.Files); n > 0 {
		p.line("parts %s: %s", filepath.Dir(b.Files[0].Path), counted(n, "file", "files"))
	}
	return p.err
}

// signing lists the boxes to sign by hand, a line a page.
func (p *textPrinter) signing(boxes []plan.SignatureBox) {
	if len(boxes) == 0 {
		return
	}
	p.line("%s to sign by hand:", counted(len(boxes), "box", "boxes"))
	var rows [][]string
	for _, b := range boxes {
		what := b.Form
		if b.Item != "" {
			what += " item " + b.Item
		}
		what += ", " + strings.ReplaceAll(b.Who, "_", " ")
		if last := len(rows) - 1; last >= 0 && rows[last][0] == "  "+pages(Part{First: b.Page, Pages: 1}) {
			rows[last][1] += "; " + what
			continue
		}
		rows = append(rows, []string{"  " + pages(Part{First: b.Page, Pages: 1}), what})
	}
	p.table(rows)
}

// partRows is a line a part, the pages of an exhibit on the line of its divider sheet.
func partRows(parts []Part) [][]string {
	var rows [][]string
	for i := 0; i < len(parts); i++ {
		whole := parts[i]
		for i+1 < len(parts) && parts[i+1].Kind == plan.Exhibit && parts[i+1].Under == parts[i].ID {
			i++
			whole.Pages += parts[i].Pages
		}
		rows = append(rows, []string{"  " + pages(whole), whole.Title})
	}
	return rows
}

// Checked tells what is missing, the worst first, and ends with a count.
func (p *textPrinter) Checked(c Check) error {
	p.findings(c.Findings)
	p.line("%s: %s", c.Case, p.readiness(c.Ready, c.Practice, c.Findings))
	return p.err
}

// Planned shows the packet's parts and every field's text with the key that it came from.
func (p *textPrinter) Planned(pl *plan.Plan) error {
	p.line("%s: %d pages", pl.Title, pl.Pages)
	for i := range pl.Parts {
		part := &pl.Parts[i]
		p.line("%s  %s  [%s]", pages(Part{First: part.First, Pages: part.Pages}), part.Title, part.ID)
		if part.Form != nil {
			p.fields(part.Form)
		}
		if part.Sheets != nil {
			p.answers(part.Sheets)
		}
		if part.Exhibit != nil {
			for _, s := range part.Exhibit.Sources {
				p.line("      %s: %s, %s", s.Role, s.Path, counted(len(s.Pages), "page", "pages"))
			}
		}
	}
	p.findings(pl.Findings)
	return p.err
}

func (p *textPrinter) fields(f *plan.FormPart) {
	rows := make([][]string, len(f.Fields))
	for i := range f.Fields {
		field := &f.Fields[i]
		rows[i] = []string{"      " + field.Item, fmt.Sprintf("%q", field.Value), strings.Join(field.From, ", ")}
	}
	p.table(rows)
}

// answers shows what continuation sheets say, with the keys that it came from.
func (p *textPrinter) answers(s *plan.SheetsPart) {
	rows := make([][]string, len(s.Answers))
	for i := range s.Answers {
		a := &s.Answers[i]
		rows[i] = []string{"      " + a.Part + "." + a.Item, fmt.Sprintf("%q", a.Text), strings.Join(a.From, ", ")}
	}
	p.table(rows)
}

// Batched tells a batch's counts and every case that is not ready.
func (p *textPrinter) Batched(r batch.Report) error {
	for _, o := range r.Outcomes {
		switch o.Status {
		case batch.Failed:
			p.line("%s %s: %s", p.paint(red, "failed"), o.Path, o.Error)
		case batch.NotReady:
			p.line("%s %s: %s", p.paint(yellow, "not ready"), o.Path, counted(o.Blockers, "blocker", "blockers"))
		}
	}
	p.line("%s", r.Summary())
	return p.err
}

// Templates lists the templates.
func (p *textPrinter) Templates(list []Template) error {
	var rows [][]string
	for _, t := range list {
		from := "built in"
		switch {
		case t.Override && t.BuiltIn:
			from = "the firm's, over the built-in one"
		case t.Override:
			from = "the firm's"
		}
		rows = append(rows, []string{t.Name, from})
	}
	p.table(rows)
	return p.err
}

// findings prints each finding with its place and the way out.
func (p *textPrinter) findings(list finding.List) {
	for _, f := range list {
		p.line("%s %s%s", p.paint(severityColour(f.Severity), string(f.Severity)), place(f.Place), f.Summary)
		if f.Do != "" {
			p.line("    %s", f.Do)
		}
		p.line("    [%s] %s", f.Code, f.Rule)
	}
}

func place(at finding.Place) string {
	switch {
	case at.Line > 0 && at.Path != "":
		return fmt.Sprintf("%s:%d %s: ", at.File, at.Line, at.Path)
	case at.Path != "":
		return at.Path + ": "
	}
	return ""
}

// readiness says whether the case can be filed; on practice forms nothing can, whatever the case.
func (p *textPrinter) readiness(ready, practice bool, list finding.List) string {
	switch {
	case !ready:
		return p.paint(red, "DRAFT, not ready") + rest(list)
	case practice:
		return p.paint(green, "the case is ready") + rest(list) + "; PRACTICE forms, not for filing"
	}
	return p.paint(green, "ready to file") + rest(list)
}

// rest counts the findings behind the word.
func rest(list finding.List) string {
	var parts []string
	for _, c := range []struct {
		severity  finding.Severity
		one, many string
	}{{finding.Blocker, "blocker", "blockers"}, {finding.Warning, "warning", "warnings"}, {finding.Note, "note", "notes"}} {
		if n := list.Count(c.severity); n > 0 {
			parts = append(parts, counted(n, c.one, c.many))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// left lists what of the exhibits stayed behind, a line a file.
func (p *textPrinter) left(list []assemble.Left) {
	if len(list) == 0 {
		return
	}
	p.line("left out of the exhibits:")
	for _, l := range list {
		parts := make([]string, len(l.Removed))
		for i, r := range l.Removed {
			parts[i] = fmt.Sprintf("%s (%d)", r.What, r.Count)
		}
		p.line("  %s, %s: %s", l.Exhibit, l.File, strings.Join(parts, ", "))
	}
}

func pages(p Part) string {
	if p.Pages == 1 {
		return fmt.Sprintf("%7d", p.First)
	}
	return fmt.Sprintf("%7s", fmt.Sprintf("%d-%d", p.First, p.First+p.Pages-1))
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// size writes bytes as file managers do, in powers of ten.
func size(n int64) string {
	switch {
	case n >= 1_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1000:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}
