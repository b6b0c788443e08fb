package results

import (
	"fmt"
	"strings"

	"parolepack/bench/contest"
	"parolepack/bench/measure"
)

// tenfoldTable tells of ten times the bytes.
func (r *Results) tenfoldTable(b *strings.Builder) {
	if len(r.Tenfold) == 0 {
		return
	}
	fmt.Fprintf(b, "## Ten times as many exhibits, %.0f MB\n\n", float64(r.TenBytes)/1e6)
	b.WriteString("| program | wall ms | anonymous | times that of the set | resident |\n|---|---|---|---|---|\n")
	for _, x := range r.Tenfold {
		if x.Err != nil {
			fmt.Fprintf(b, "| %s | failed: %s |\n", x.Name, oneLine(x.Err))
			continue
		}
		growth := "not told"
		if one := r.find(x.Name); one != nil && one.Memory.Anonymous > 0 {
			growth = fmt.Sprintf("%.2f", float64(x.Memory.Anonymous)/float64(one.Memory.Anonymous))
		}
		fmt.Fprintf(b, "| %s | %.0f | %s | %s | %s |\n", x.Name, 1000*measure.Median(x.Walls()),
			megabytes(x.Memory.Anonymous), growth, megabytes(x.Memory.Resident))
	}
	b.WriteString("\n" + `Ours lets garbage lie until it holds some fifty megabytes, since a short run ends before. Assembly alone makes less than
that in all for the smaller set, so its smaller figure tells what it allocates and not what it needs; what it keeps grows by
some four hundred bytes a page.

`)
}

// opening tells of one large file.
func (r *Results) opening(b *strings.Builder) {
	o := r.Opening
	if o == nil {
		return
	}
	fmt.Fprintf(b, "## One file of %d pages, %.1f MB\n\n", o.Pages, float64(o.Size)/1e6)
	b.WriteString("| in one process | ms |\n|---|---|\n")
	fmt.Fprintf(b, "| open it and look at the page in the middle (reads %.0f kB of the file) | %.2f |\n", float64(o.Read)/1e3, 1000*measure.Median(o.Open))
	fmt.Fprintf(b, "| open it and write that page as a file | %.2f |\n", 1000*measure.Median(o.Extract))
	fmt.Fprintf(b, "| open it and look at every page | %.2f |\n\n", 1000*measure.Median(o.Walk))
	versus(b, "copies one page out of it", o.Processes)
}

// filling tells of filling the form.
func (r *Results) filling(b *strings.Builder) {
	f := r.Filling
	if f == nil {
		return
	}
	b.WriteString("## Filling one I-131, the same values\n\n| in one process | ms |\n|---|---|\n")
	fmt.Fprintf(b, "| one more copy for a packet, blank opened before | %.2f |\n", 1000*measure.Median(f.Packet))
	fmt.Fprintf(b, "| one more copy as a file with live fields, blank opened before (allocates %.2f MB in all) | %.2f |\n", float64(f.Further)/1e6, 1000*measure.Median(f.Opened))
	fmt.Fprintf(b, "| the same with opening the blank | %.2f |\n", 1000*measure.Median(f.Fresh))
	if f.PdfcpuErr != nil {
		fmt.Fprintf(b, "| pdfcpu, with opening | failed: %s |\n\n", oneLine(f.PdfcpuErr))
	} else {
		fmt.Fprintf(b, "| pdfcpu, with opening (%.1f times as long) | %.2f |\n\n", measure.Ratio(f.Pdfcpu, f.Fresh), 1000*measure.Median(f.Pdfcpu))
	}
	versus(b, "opens, fills and writes", f.Processes)
}

// versus is a table of processes that do the same.
func versus(b *strings.Builder, task string, list []*contest.Result) {
	fmt.Fprintf(b, "| a process that %s | wall ms | times ours | anonymous | output kB | |\n|---|---|---|---|---|---|\n", task)
	for _, x := range list {
		if x.Err != nil {
			fmt.Fprintf(b, "| %s | failed: %s |\n", x.Name, oneLine(x.Err))
			continue
		}
		fmt.Fprintf(b, "| %s | %.1f | %.2f | %s | %.0f | %s |\n", x.Name, 1000*measure.Median(x.Walls()),
			measure.Ratio(x.Walls(), list[0].Walls()), megabytes(x.Memory.Anonymous), float64(x.Size)/1e3, x.Note)
	}
	b.WriteString("\n")
}

// batch tells of many cases.
func (r *Results) batch(b *strings.Builder) {
	if r.Batch == nil {
		return
	}
	one, two := measure.Median(r.Batch.One), measure.Median(r.Batch.Two)
	fmt.Fprintf(b, "## A batch of %d typical cases\n\nFour forms, letter, index and 40 pages of exhibits each.\n\n", r.Batch.Cases)
	b.WriteString("| workers | seconds | packets a second |\n|---|---|---|\n")
	fmt.Fprintf(b, "| 1 | %.2f | %.0f |\n| 2 | %.2f | %.0f |\n\n", one, float64(r.Batch.Cases)/one, two, float64(r.Batch.Cases)/two)
}

// method says how it is measured; it stands at the end of the document.
const method = `## How it is measured

- Everything is generated: words, lines and grain from a fixed stream of numbers, the sample case's invented people. The files lie
  in a cache folder, never in the project; no two pages of scans hold the same bytes.
- Every contestant is a process of its own, ours too: start-up, reading and writing count for all. Rounds are interleaved: each
  round runs every contestant once, and a ratio is the median over the rounds of the round's own ratio, so it may differ a
  little from the ratio of the medians beside it. Inputs are in the page cache; what others wrote is on the disk before a run starts.
- The copy reads the same files through one buffer, hashes each file it reads and the file it writes (SHA-256), syncs and renames.
  Ours does as much. The peers hash nothing and sync nothing, so they are measured at less work.
- Anonymous memory is the program's own (heap, stacks), read from RssAnon in /proc/PID/status every half millisecond, the most of
  three further runs that are not timed; a peak shorter than that may escape it. The resident set adds code and mapped files and is the
  kernel's own high-water mark (VmHWM). Programs that a launching
  script starts are added to it.
- Live values are form fields that still have an answer. Values shown are words of the answers that MuPDF finds on the
  first pages; ours flattens forms, so that no reader can hide or change an answer. Bookmarks are items of the outline: ours writes
  one for every part of the packet and leaves those of the exhibits behind.
`
