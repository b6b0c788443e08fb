package contest

import (
	"context"
	"io"
	"os"
	"os/exec"
	"strconv"

	"parolepack/bench/child"
	"parolepack/internal/pdf"
)

// An Opening is what it takes to open one large file and to take a page out of it.
type Opening struct {
	// Pages and Size of the file.
	Pages int
	Size  int64
	// Open is opening it and looking at the page in its middle; Walk looks at every page. Seconds, by rounds.
	Open, Walk []float64
	// Read is how many bytes Open reads.
	Read int64
	// Extract is opening it and writing that page as a file of its own, within this process.
	Extract []float64
	// Processes are ours and qpdf doing the same.
	Processes []*Result
}

// Open measures opening.
func Open(ctx context.Context, path string, n Rounds) (*Opening, error) {
	o := &Opening{}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	o.Size = info.Size()
	for round := range n.Warm + n.Rounds {
		counts := round >= n.Warm
		for _, t := range []struct {
			into *[]float64
			do   func(*pdf.Document) error
		}{{&o.Open, o.middle}, {&o.Walk, o.walk}, {&o.Extract, o.extract}} {
			if err := take(t.into, counts, func() error { return o.with(path, t.do) }); err != nil {
				return nil, err
			}
		}
	}
	if err := o.counted(path); err != nil {
		return nil, err
	}
	entries, err := extractors(ctx, path, (o.Pages+1)/2)
	if err == nil {
		o.Processes, err = Run(ctx, entries, n, nil)
	}
	return o, err
}

// with opens the file for one look.
func (o *Opening) with(path string, do func(*pdf.Document) error) error {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return err
	}
	defer d.Close()
	return do(d)
}

func (o *Opening) middle(d *pdf.Document) error {
	var err error
	if o.Pages, err = d.PageCount(); err == nil {
		_, err = d.Page((o.Pages + 1) / 2)
	}
	return err
}

func (o *Opening) walk(d *pdf.Document) error {
	for n := range o.Pages {
		if _, err := d.Page(n + 1); err != nil {
			return err
		}
	}
	return nil
}

func (o *Opening) extract(d *pdf.Document) error {
	return child.ExtractPage(io.Discard, d, (o.Pages+1)/2)
}

// counted opens the file once more and counts the bytes that are read.
func (o *Opening) counted(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	c := &counter{r: f}
	d, err := pdf.Open(c, o.Size, pdf.Options{})
	if err == nil {
		err = o.middle(d)
	}
	o.Read = c.n
	return err
}

// counter counts what is read through it.
type counter struct {
	r io.ReaderAt
	n int64
}

// ReadAt reads and counts.
func (c *counter) ReadAt(b []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(b, off)
	c.n += int64(n)
	return n, err
}

// extractors copy a page out of the file: ours and qpdf, where it is installed.
func extractors(ctx context.Context, path string, page int) ([]Entry, error) {
	ours, err := child.Command("page")
	if err != nil {
		return nil, err
	}
	list := []Entry{joined("parolepack", "", "hashes, syncs", func(out string) []string {
		return append(append([]string{}, ours...), out, path)
	})}
	if tool, err := exec.LookPath("qpdf"); err == nil {
		list = append(list, joined("qpdf", firstLine(ctx, tool, "--version"), noSync, func(out string) []string {
			return []string{tool, "--empty", "--pages", path, strconv.Itoa(page), "--", out}
		}))
	}
	return list, nil
}
