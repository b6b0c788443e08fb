// Package batch builds many cases with bounded workers. One bad case never stops the rest: a
// case that fails, or whose work panics, is reported and the others go on.
//
// The package knows how to find cases, whether their numbers can be folder names, and how to
// hand them out; what building a case means is the caller's.
package batch

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// A Case is one case of a batch.
type Case struct {
	// Path is the case file as the user would name it; it is what reports show.
	Path string `json:"case"`
	// Number is the case_number, which also names the output folder; empty where the file cannot be read.
	Number string `json:"case_number,omitempty"`
	// Err is why the case cannot be read; its turn then ends at once.
	Err error `json:"-"`
}

// Status is how a case ended.
type Status string

// The ways a case ends.
const (
	Ready    Status = "ready"
	NotReady Status = "not_ready"
	Failed   Status = "failed"
	Skipped  Status = "skipped" // the batch was stopped before it was done
)

// An Outcome is how one case ended.
type Outcome struct {
	Case
	Status Status `json:"status"`
	// Error is one line without private data; empty unless Failed.
	Error string `json:"error,omitempty"`
	// Packet is the packet's path, empty where none was written.
	Packet string `json:"packet,omitempty"`
	// Pages, SHA256, Blockers and Warnings describe the packet.
	Pages    int    `json:"pages,omitempty"`
	SHA256   string `json:"sha256,omitempty"`
	Blockers int    `json:"blockers,omitempty"`
	Warnings int    `json:"warnings,omitempty"`
}

// A Builder builds one case after another; each worker has its own, so it need not be safe for
// concurrent use. It fills the outcome's packet fields; an error makes the case Failed.
type Builder func(ctx context.Context, c Case) (Outcome, error)

// Options bounds a batch.
type Options struct {
	// Workers is how many cases are built at once; less than 1 means 1.
	Workers int
	// NewBuilder makes a worker's own builder. It is called again after a panic, so that nothing
	// half done is carried on.
	NewBuilder func() Builder
	// Done is told each outcome as it comes, from one goroutine at a time; nil for nobody.
	Done func(Outcome)
	// Explain turns an error into one line for the report; nil means its text.
	Explain func(error) string
}

// Run builds the cases and returns their outcomes in the order of the cases. Where the context is
// cancelled, cases that end with its error and all after them are Skipped.
func Run(ctx context.Context, cases []Case, o Options) []Outcome {
	outcomes := make([]Outcome, len(cases))
	turns := make(chan int)
	var mu sync.Mutex
	var workers sync.WaitGroup
	for range max(1, min(o.Workers, len(cases))) {
		workers.Go(func() {
			w := worker{options: o}
			for i := range turns {
				out := w.build(ctx, cases[i])
				mu.Lock()
				outcomes[i] = out
				if o.Done != nil {
					o.Done(out)
				}
				mu.Unlock()
			}
		})
	}
	for i := range cases {
		turns <- i
	}
	close(turns)
	workers.Wait()
	return outcomes
}

// worker keeps one builder from case to case, until a panic spoils it.
type worker struct {
	options Options
	builder Builder
}

func (w *worker) build(ctx context.Context, c Case) Outcome {
	if c.Err != nil {
		return w.failed(c, c.Err)
	}
	if ctx.Err() != nil {
		return Outcome{Case: c, Status: Skipped}
	}
	if w.builder == nil {
		w.builder = w.options.NewBuilder()
	}
	out, err := w.guarded(ctx, c)
	if err != nil && ctx.Err() != nil && (errors.Is(err, ctx.Err()) || errors.Is(err, context.Cause(ctx))) {
		return Outcome{Case: c, Status: Skipped}
	}
	if err != nil {
		return w.failed(c, err)
	}
	out.Case = c
	return out
}

// A PanicError is a panic of one case's work, kept from the rest of the batch.
type PanicError struct {
	// Value is what was panicked with. It may hold case data and is never printed.
	Value any
}

// Error says that the program is at fault, without the value.
func (e *PanicError) Error() string {
	return "the program failed on this case; the other cases are not affected"
}

// guarded turns a panic into an error; the builder is thrown away, since its state is unknown.
func (w *worker) guarded(ctx context.Context, c Case) (out Outcome, err error) {
	defer func() {
		if v := recover(); v != nil {
			w.builder = nil
			err = &PanicError{Value: v}
		}
	}()
	return w.builder(ctx, c)
}

func (w *worker) failed(c Case, err error) Outcome {
	text := err.Error()
	if w.options.Explain != nil {
		text = w.options.Explain(err)
	}
	return Outcome{Case: c, Status: Failed, Error: text}
}

// A Report is what a batch leaves behind as report.json.
type Report struct {
	Started  time.Time `json:"started"`
	Cases    int       `json:"cases"`
	Ready    int       `json:"ready"`
	NotReady int       `json:"not_ready"`
	Failed   int       `json:"failed"`
	Skipped  int       `json:"skipped,omitempty"`
	Outcomes []Outcome `json:"outcomes"`
}

// NewReport counts the outcomes of a batch that started at the given time.
func NewReport(started time.Time, outcomes []Outcome) Report {
	r := Report{Started: started, Cases: len(outcomes), Outcomes: outcomes}
	for _, o := range outcomes {
		switch o.Status {
		case Ready:
			r.Ready++
		case NotReady:
			r.NotReady++
		case Failed:
			r.Failed++
		case Skipped:
			r.Skipped++
		}
	}
	return r
}

// AllReady reports whether every case ended ready.
func (r Report) AllReady() bool { return r.Ready == r.Cases }

// Summary is one line for a person.
func (r Report) Summary() string {
	s := fmt.Sprintf("%d cases: %d ready, %d not ready, %d failed", r.Cases, r.Ready, r.NotReady, r.Failed)
	if r.Skipped > 0 {
		s += fmt.Sprintf(", %d not built", r.Skipped)
	}
	return s
}
