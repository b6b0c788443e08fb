package cli

import (
	"sync"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"parolepack/internal/batch"
)

// progress shows how far a batch is, on a terminal alone: a log file gets the report and no more.
type progress struct {
	all *mpb.Progress
	bar *mpb.Bar
}

// progress makes the bar for a batch of n cases; none where stderr is not a terminal.
func (s *session) progress(n int) *progress {
	if !s.env.Terminal {
		return &progress{}
	}
	all := mpb.New(mpb.WithOutput(s.env.Stderr), mpb.WithWidth(48))
	bar := all.AddBar(int64(n),
		mpb.PrependDecorators(decor.CountersNoUnit("%d of %d cases ", decor.WCSyncWidth)),
		mpb.AppendDecorators(decor.AverageETA(decor.ET_STYLE_GO)),
	)
	return &progress{all: all, bar: bar}
}

func (p *progress) done(batch.Outcome) {
	if p.bar != nil {
		p.bar.Increment()
	}
}

// close ends the bar, full or not, and waits until the terminal is left tidy.
func (p *progress) close() {
	if p.bar == nil {
		return
	}
	p.bar.Abort(false)
	p.all.Wait()
}

// each calls f for 0 to n-1, at most workers at a time.
func each(n, workers int, f func(int)) {
	turns := make(chan int)
	var wait sync.WaitGroup
	for range max(1, min(workers, n)) {
		wait.Go(func() {
			for i := range turns {
				f(i)
			}
		})
	}
	for i := range n {
		turns <- i
	}
	close(turns)
	wait.Wait()
}
