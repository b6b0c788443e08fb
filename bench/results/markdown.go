package results

import (
	"fmt"
	"io"
	"strings"

	"parolepack/bench/contest"
	"parolepack/bench/measure"
)

// Markdown writes the whole document.
func (r *Results) Markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# How fast it is\n\n`make bench` measured this and wrote this file. %s.\n\n", r.Machine)
	r.bars(&b)
	r.joined(&b)
	r.tenfoldTable(&b)
	r.opening(&b)
	r.filling(&b)
	r.batch(&b)
	b.WriteString(method)
	_, err := io.WriteString(w, b.String())
	return err
}

// bars is the table of promises.
func (r *Results) bars(b *strings.Builder) {
	b.WriteString("| bar | measured | |\n|---|---|---|\n")
	for _, bar := range r.Bars() {
		word := "**missed**"
		if bar.Holds {
			word = "holds"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", bar.Says, bar.Measured, word)
	}
	b.WriteString("\n")
}

// joined is the main table.
func (r *Results) joined(b *strings.Builder) {
	form := "the official I-131, filled"
	if !r.Official {
		form = "the practice I-131, filled (no official blank was at hand)"
	}
	fmt.Fprintf(b, "## Joining %d pages, %.1f MB\n\n", r.Pages, float64(r.Bytes)/1e6)
	fmt.Fprintf(b, "One form (%s), then text documents and documents of scanned pages in turn, %d files. %s.\n\n", form, r.Files, words(r.Rounds))
	b.WriteString("| program | wall ms | times the copy | CPU ms | anonymous | resident | output MB | live values | values shown | bookmarks |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|---|---|\n")
	for _, x := range r.Joined {
		if x.Err != nil {
			fmt.Fprintf(b, "| %s | failed: %s |\n", x.Name, oneLine(x.Err))
			continue
		}
		fmt.Fprintf(b, "| %s | %.0f | %.2f | %.0f | %s | %s | %.1f | %s |\n", x.Name, 1000*measure.Median(x.Walls()), r.ofCopy(x),
			1000*measure.Median(x.CPUs()), megabytes(x.Memory.Anonymous), megabytes(x.Memory.Resident), float64(x.Size)/1e6, r.kept(x))
	}
	b.WriteString("\n")
	for _, x := range r.Joined {
		version := ""
		if x.Version != "" {
			version = " (" + x.Version + ")"
		}
		fmt.Fprintf(b, "- %s%s: %s.\n", x.Name, version, x.Note)
	}
	b.WriteString("\n")
}

// kept are the last three columns.
func (r *Results) kept(x *contest.Result) string {
	if x == r.Joined[0] {
		return "| |"
	}
	shown := "not looked at"
	if x.Kept.Words >= 0 && r.Whole.Words >= 0 {
		shown = fmt.Sprintf("%d of %d words", x.Kept.Words, r.Whole.Words)
	}
	return fmt.Sprintf("%d of %d | %s | %d of %d", x.Kept.Fields, r.Whole.Fields, shown, x.Kept.Bookmarks, r.Whole.Bookmarks)
}

// words tells how often was measured.
func words(n contest.Rounds) string {
	return fmt.Sprintf("Medians of %d rounds after %d that do not count", n.Rounds, n.Warm)
}

// oneLine is an error in a table's cell.
func oneLine(err error) string { return strings.NewReplacer("\n", "; ", "|", "/").Replace(err.Error()) }
