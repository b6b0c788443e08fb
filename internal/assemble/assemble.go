package assemble

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// A Source gives the pages of one part in order, in batches. The documents of a batch must stay readable until the
// next batch is asked for or the iteration ends; they are not needed after that.
type Source = iter.Seq2[[]ink.Page, error]

// Batch is the Source of pages that are all at hand. It closes them when they are copied.
func Batch(p *ink.Pages) Source {
	return func(yield func([]ink.Page, error) bool) {
		more := yield(p.List, nil)
		if p.Close == nil {
			return
		}
		if err := p.Close(); err != nil && more {
			yield(nil, err)
		}
	}
}

// A Summary tells what was written.
type Summary struct {
	// Pages counts the packet's pages, Size its bytes.
	Pages int   `json:"pages"`
	Size  int64 `json:"size"`
	// SHA256 is the packet's hash in lower-case hexadecimal.
	SHA256 string `json:"sha256"`
	// Parts are the page ranges of the parts in the packet's order.
	Parts []Range `json:"parts"`
	// Removed counts what of the exhibits was left behind, by kind, such as `internal link`.
	Removed map[string]int `json:"removed,omitempty"`
}

// A Range is the packet pages of one part, 1-based, both included.
type Range struct {
	ID    string `json:"id"`
	First int    `json:"first"`
	Last  int    `json:"last"`
}

// Write writes the packet that p describes to w. The pages of each part come from open and are drawn with fonts, which it
// finishes. A part that gives another number of pages than planned is an error that names it, as are all errors. A
// cancelled ctx stops the work between pages with its cause. The same plan and pages always give the same bytes.
func Write(ctx context.Context, w io.Writer, p *plan.Plan, open func(*plan.Part) (Source, error), fonts *ink.Fonts) (Summary, error) {
	if err := contiguous(p); err != nil {
		return Summary{}, err
	}
	a := newAssembly(ctx, w, p, fonts)
	for i := range p.Parts {
		if err := a.part(&p.Parts[i], open); err != nil {
			return Summary{}, err
		}
	}
	return a.finish()
}

// contiguous checks that the plan's numbers describe one run of pages.
func contiguous(p *plan.Plan) error {
	next := 1
	for i := range p.Parts {
		part := &p.Parts[i]
		if part.First != next || part.Pages < 0 {
			return fmt.Errorf("plan: %s starts on page %d and not on page %d", part.ID, part.First, next)
		}
		next += part.Pages
	}
	if next-1 != p.Pages || p.Pages == 0 {
		return fmt.Errorf("plan: %d pages in its parts, %d in all", next-1, p.Pages)
	}
	return nil
}

// An assembly is one packet under way.
type assembly struct {
	ctx     context.Context
	w       *pdf.Writer
	plan    *plan.Plan
	fonts   *ink.Fonts
	pages   []pdf.Ref // by packet page, from 0
	tree    tree
	layers  layers
	removed map[string]int
	seen    map[*pdf.Document]bool
	save    pdf.Ref // a content stream that saves the graphics state; zero until needed
	restore pdf.Ref // one that restores it
}

func newAssembly(ctx context.Context, w io.Writer, p *plan.Plan, fonts *ink.Fonts) *assembly {
	a := &assembly{
		ctx: ctx, plan: p, fonts: fonts, removed: map[string]int{}, seen: map[*pdf.Document]bool{},
		w: pdf.NewWriter(w, pdf.WriterOptions{}),
	}
	a.pages = make([]pdf.Ref, p.Pages)
	for i := range a.pages {
		a.pages[i] = a.w.Reserve()
	}
	a.tree = newTree(a.w, p.Pages)
	return a
}

// part writes the pages of one part.
func (a *assembly) part(part *plan.Part, open func(*plan.Part) (Source, error)) error {
	source, err := open(part)
	if err != nil {
		return fmt.Errorf("%s: %w", name(part), err)
	}
	done := 0
	for batch, err := range source {
		if err != nil {
			return fmt.Errorf("%s: %w", name(part), err)
		}
		if done+len(batch) > part.Pages {
			return tooMany(part, done+len(batch))
		}
		if err := a.batch(part, done, batch); err != nil {
			return err
		}
		done += len(batch)
	}
	if done != part.Pages {
		return tooMany(part, done)
	}
	return nil
}

// tooMany tells of a part that is not what was planned.
func tooMany(part *plan.Part, got int) error {
	return fmt.Errorf("%s: has %d pages, %d were planned", name(part), got, part.Pages)
}

// batch writes pages whose documents are open now. done pages of the part came before.
func (a *assembly) batch(part *plan.Part, done int, batch []ink.Page) error {
	for i := range batch {
		if err := context.Cause(a.ctx); err != nil {
			return err
		}
		s := &sheet{assembly: a, part: part, index: done + i, src: &batch[i]}
		if err := s.write(); err != nil {
			return s.named(err)
		}
	}
	for i := range batch {
		if i > 0 && batch[i].Doc == batch[i-1].Doc {
			continue
		}
		if err := a.leave(batch[i].Doc); err != nil {
			s := &sheet{part: part, index: done + i}
			return s.inFile(err)
		}
	}
	return nil
}

// leave copies all that pages of d still need, so that it may be closed.
func (a *assembly) leave(d *pdf.Document) error {
	imp := a.w.Importer(d)
	if !a.seen[d] {
		a.seen[d] = true
		if err := a.layers.take(d, imp); err != nil {
			return err
		}
	}
	return imp.Drain()
}

// finish writes what stands around the pages.
func (a *assembly) finish() (Summary, error) {
	root, err := a.catalog()
	err = errors.Join(err, a.fonts.Finish(a.w))
	if err != nil {
		return Summary{}, fmt.Errorf("packet: %w", err)
	}
	sum, err := a.w.Close(root, a.info())
	if err != nil {
		return Summary{}, fmt.Errorf("packet: %w", err)
	}
	out := Summary{Pages: a.plan.Pages, Size: sum.Size, SHA256: hex.EncodeToString(sum.SHA256[:]), Removed: a.removed}
	for i := range a.plan.Parts {
		p := &a.plan.Parts[i]
		out.Parts = append(out.Parts, Range{ID: p.ID, First: p.First, Last: p.First + p.Pages - 1})
	}
	return out, nil
}
