package packet

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode"

	"parolepack/internal/assemble"
	"parolepack/internal/fill"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A PartFile is one file of a packet that is also wanted in parts: a form with its continuation sheets, an exhibit with its
// divider sheet, the letter, the index.
type PartFile struct {
	// Name is the file's name: its number in filing order, then what it is. Names sort as the packet is
	// filed, suit every system, and hold no name of a person and no number of one.
	Name string
	// Plan is the file's own plan, an excerpt of the packet's.
	Plan *plan.Plan
	// Fillable says that the form's fields stay live.
	Fillable bool
}

// PartFiles divides a packet into its files. With fillable the fields of every form stay live.
func PartFiles(p *plan.Plan, fillable bool) []PartFile {
	groups := grouped(p)
	digits := max(2, len(fmt.Sprint(len(groups))))
	out := make([]PartFile, len(groups))
	for i, g := range groups {
		first := g[0]
		ids := map[string]bool{}
		for _, part := range g {
			ids[part.ID] = true
		}
		out[i] = PartFile{
			Name:     fmt.Sprintf("%0*d %s.pdf", digits, i+1, stem(g)),
			Plan:     p.Excerpt(first.Title, func(part *plan.Part) bool { return ids[part.ID] }),
			Fillable: fillable && first.Form != nil,
		}
	}
	return out
}

// grouped puts parts together with those that follow under them.
func grouped(p *plan.Plan) [][]*plan.Part {
	var out [][]*plan.Part
	for i := range p.Parts {
		part := &p.Parts[i]
		if n := len(out); n > 0 && part.Under == out[n-1][0].ID {
			out[n-1] = append(out[n-1], part)
			continue
		}
		out = append(out, []*plan.Part{part})
	}
	return out
}

// stem says what a file is: `I-134 nour samir`, `Exhibit C us-physician`, `Cover letter`.
func stem(group []*plan.Part) string {
	first := group[0]
	_, ids, _ := strings.Cut(first.ID, "/")
	kind := first.Title
	switch {
	case first.Form != nil:
		kind = first.Form.Form
	case first.Kind == plan.Divider || first.Exhibit != nil:
		kind, _, _ = strings.Cut(first.Title, ".")
		for _, part := range group {
			if part.Exhibit != nil {
				kind = part.Exhibit.Label
			}
		}
	}
	return fileName(kind + " " + strings.ReplaceAll(ids, "/", " "))
}

const (
	longestName = 60 // runes of a name, so that deep folders stay within what Windows allows
	mostDigits  = 4  // digits in a row, as a form has and a year; more may be somebody's number
)

// fileName keeps what is safe in file names everywhere: letters, digits, spaces and hyphens, in one line. Longer runs of
// digits are left out.
func fileName(s string) string {
	var out []rune
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			if digits++; digits > mostDigits {
				for len(out) > 0 && unicode.IsDigit(out[len(out)-1]) {
					out = out[:len(out)-1]
				}
				continue
			}
		case unicode.IsLetter(r) || unicode.IsMark(r):
			digits = 0
		case r == ' ':
			digits = 0
		default:
			r = '-'
			digits = 0
		}
		out = append(out, r)
	}
	if len(out) > longestName {
		out = out[:longestName]
	}
	text := strings.Trim(strings.Join(strings.Fields(string(out)), " "), " -")
	if text == "" {
		return "part"
	}
	return text
}

// BuildPart draws one file of a packet in parts and writes it to w.
func (d *Desk) BuildPart(ctx context.Context, job Job, f PartFile, w io.Writer) (*Result, error) {
	if !f.Fillable {
		return d.Build(ctx, job, f.Plan, w)
	}
	b := d.builder(job, f.Plan)
	defer b.shelf.Close()
	sum, err := b.live(ctx, w)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Plan.Parts[0].ID, err)
	}
	return &Result{Plan: f.Plan, Summary: assemble.Summary{
		Pages: f.Plan.Pages, Size: sum.Size, SHA256: hex.EncodeToString(sum.SHA256[:]),
	}}, nil
}

// live writes the form with live fields, marked as its pages are in the packet, and its continuation sheets behind it.
func (b *builder) live(ctx context.Context, w io.Writer) (pdf.Sum, error) {
	if err := context.Cause(ctx); err != nil {
		return pdf.Sum{}, err
	}
	form := &b.plan.Parts[0]
	filled, err := b.filled(form)
	if err != nil {
		return pdf.Sum{}, err
	}
	beside := fill.Beside{Fonts: b.fonts, Over: func(page *pdf.Page, c *ink.Canvas) error {
		return assemble.Stamp(b.plan, form, page.Number-1, page, c, b.fonts)
	}}
	for i := range b.plan.Parts[1:] {
		sheets, err := b.sheets(&b.plan.Parts[1+i])
		if err != nil {
			return pdf.Sum{}, err
		}
		beside.After = append(beside.After, sheets...)
	}
	return filled.WriteLive(w, beside)
}

// sheets are the pages of one part of ours with what the packet says on them.
func (b *builder) sheets(part *plan.Part) ([]ink.Page, error) {
	pages, err := b.pages(part)
	if err != nil {
		return nil, err
	}
	for i := range pages.List {
		p := &pages.List[i]
		page, err := p.Doc.Page(p.Number)
		if err != nil {
			return nil, err
		}
		if p.Over == nil {
			p.Over = ink.NewCanvas(b.fonts)
		}
		if err := assemble.Stamp(b.plan, part, i, page, p.Over, b.fonts); err != nil {
			return nil, err
		}
	}
	return pages.List, nil
}
