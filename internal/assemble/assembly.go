package assemble

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// An assembly is one packet under way.
type assembly struct {
	ctx       context.Context
	w         *pdf.Writer
	plan      *plan.Plan
	fonts     *ink.Fonts
	pages     []pdf.Ref // by packet page, from 0
	tree      tree
	layers    layers
	ledgers   []*ledger
	seen      map[*pdf.Document]bool
	bookmarks map[string][]*mark // of exhibits' files, by the part's ID
	brought   int                // bookmarks looked at
	annotated int                // annotations looked at
	options   int                // of fields, looked at
	save      pdf.Ref            // a content stream that saves the graphics state; zero until needed
	restore   pdf.Ref            // one that restores it
	// mentions finds what pages name of their resources; looked is how much of each file's content it went through.
	mentions pdf.Mentions
	looked   map[*pdf.Document]int64
}

func newAssembly(ctx context.Context, w io.Writer, p *plan.Plan, fonts *ink.Fonts) *assembly {
	back, _ := w.(io.ReaderAt)
	a := &assembly{
		ctx: ctx, plan: p, fonts: fonts, seen: map[*pdf.Document]bool{}, bookmarks: map[string][]*mark{}, looked: map[*pdf.Document]int64{},
		w: pdf.NewWriter(w, pdf.WriterOptions{Share: true, Back: back, Sweep: true}),
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
	a.bring(part, done, batch)
	for i := range batch {
		if i > 0 && batch[i].Doc == batch[i-1].Doc {
			continue
		}
		s := &sheet{assembly: a, part: part, index: done + i, src: &batch[i]}
		if err := s.leave(); err != nil {
			return s.inFile(err)
		}
	}
	return nil
}

// meet takes what a document has beside its pages when the first of them comes.
func (s *sheet) meet() error {
	if s.seen[s.src.Doc] {
		return nil
	}
	s.seen[s.src.Doc] = true
	if s.src.Fit {
		s.ledger().whole()
	}
	return s.layers.take(s.w, s.src.Doc, s.w.Importer(s.src.Doc))
}

// leave copies all that pages of the sheet's document still need, so that it may be closed, and counts what of it stays
// behind.
func (s *sheet) leave() error {
	imp := s.w.Importer(s.src.Doc)
	if err := imp.Drain(); err != nil || !s.src.Fit {
		return err
	}
	s.ledger().swept(imp.Swept())
	return nil
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
	out := Summary{Pages: a.plan.Pages, Size: sum.Size, SHA256: hex.EncodeToString(sum.SHA256[:])}
	a.tally(&out)
	for i := range a.plan.Parts {
		p := &a.plan.Parts[i]
		out.Parts = append(out.Parts, Range{ID: p.ID, First: p.First, Last: p.First + p.Pages - 1})
	}
	return out, nil
}
