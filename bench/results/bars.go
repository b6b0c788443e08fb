package results

import (
	"fmt"
	"strings"

	"parolepack/bench/measure"
)

// Bars holds what was measured against what is promised.
func (r *Results) Bars() []Bar {
	var bars []Bar
	for _, ours := range r.Joined[1:min(3, len(r.Joined))] {
		if ours.Err != nil {
			bars = append(bars, Bar{Says: ours.Name + " runs", Measured: ours.Err.Error()})
			continue
		}
		bars = append(bars, under(ours.Name+": times the copy", r.ofCopy(ours), copyBar))
		for _, x := range r.Joined {
			if strings.HasPrefix(x.Name, "qpdf") && x.Err == nil {
				bars = append(bars, over(ours.Name+": times faster than "+x.Name, measure.Ratio(x.Walls(), ours.Walls()), qpdfBar))
			}
		}
	}
	return append(append(bars, r.memoryBars()...), r.formBars()...)
}

// memoryBars are those of the whole build, the last of ours, and of assembly with ten times the bytes. How much assembly
// alone grows is no bar: it allocates less for the set than it may hold before the collector begins.
func (r *Results) memoryBars() []Bar {
	if len(r.Joined) < 3 || r.Joined[2].Err != nil {
		return nil
	}
	build := r.Joined[2]
	held := build.Memory.Anonymous
	bars := []Bar{within(build.Name+": anonymous memory", held)}
	for _, ten := range r.Tenfold {
		switch {
		case ten.Err != nil || r.find(ten.Name) == nil:
		case ten.Name != build.Name:
			bars = append(bars, within(ten.Name+": anonymous memory at ten times the bytes", ten.Memory.Anonymous))
		case held > 0:
			bars = append(bars, under(build.Name+": anonymous memory at ten times the bytes, times that", float64(ten.Memory.Anonymous)/float64(held), growthBar))
		}
	}
	return bars
}

// within is the bar of anonymous memory.
func within(says string, held int64) Bar {
	return Bar{Says: fmt.Sprintf("%s at most %s", says, megabytes(memoryBar)), Measured: megabytes(held), Holds: held > 0 && held <= memoryBar}
}

// formBars are those of filling and of batches.
func (r *Results) formBars() []Bar {
	var bars []Bar
	if f := r.Filling; f != nil {
		bars = append(bars,
			under("one more copy of an opened I-131 for a packet, ms", 1000*measure.Median(f.Packet), 5),
			under("one more copy of an opened I-131 as a file with live fields, ms", 1000*measure.Median(f.Opened), 5))
		if f.PdfcpuErr == nil {
			bars = append(bars, over("filling with opening: times faster than pdfcpu in one process", measure.Ratio(f.Pdfcpu, f.Fresh), 10))
		}
		if len(f.Processes) == 2 && f.Processes[0].Err == nil && f.Processes[1].Err == nil {
			bars = append(bars, over("filling with opening: times faster than pdftk, process by process", measure.Ratio(f.Processes[1].Walls(), f.Processes[0].Walls()), 10))
		}
		bars = append(bars, under("memory for each further copy, MB", float64(f.Further)/1e6, 2))
	}
	if b := r.Batch; b != nil {
		bars = append(bars,
			over("batch: packets a second with two workers", float64(b.Cases)/measure.Median(b.Two), 50),
			over("batch: times faster with two workers than with one", measure.Ratio(b.One, b.Two), 1.8))
	}
	return bars
}

// under is a bar that must not be passed.
func under(says string, value, bar float64) Bar {
	return Bar{fmt.Sprintf("%s: at most %g", says, bar), fmt.Sprintf("%.2f", value), value > 0 && value <= bar}
}

// over is a bar that must be reached.
func over(says string, value, bar float64) Bar {
	return Bar{fmt.Sprintf("%s: at least %g", says, bar), fmt.Sprintf("%.2f", value), value >= bar}
}

// megabytes spells a size, a megabyte being 2^20 bytes as systems count memory.
func megabytes(n int64) string {
	if n == 0 {
		return "not told"
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
