package assemble

import (
	"context"
	"fmt"
	"io"
	"iter"

	"parolepack/internal/ink"
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
	// Removed counts what of the exhibits was left behind, by kind in plain words, such as `attached files`; Left tells the
	// same file by file.
	Removed map[string]int `json:"removed,omitempty"`
	Left    []Left         `json:"left_behind,omitempty"`
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
//
// What is equal among the files is written once. A w that is an io.ReaderAt of what was written to it, from its first
// byte on, makes that faster.
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
