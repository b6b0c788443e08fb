package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parolepack/bench/contest"
	"parolepack/bench/material"
	"parolepack/bench/measure"
	"parolepack/bench/results"
	"parolepack/internal/pdf"
)

// bench is one run under way.
type bench struct {
	*options
	program string
	set     *material.Set
	out     *results.Results
}

// run measures everything, prints it and writes the document.
func run(ctx context.Context, args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	b := &bench{options: o, program: filepath.Join(o.cache, "parolepack")}
	if said, err := measure.Output(ctx, "go", "build", "-C", o.root, "-o", b.program, "./cmd/parolepack"); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	b.say("making the set")
	if b.set, err = material.Make(ctx, o.cache, o.forms, o.size); err != nil {
		return err
	}
	b.out = &results.Results{
		Machine: results.ThisMachine(o.cache), Files: len(b.set.Files()), Bytes: b.set.Bytes,
		Official: b.set.Planned.Official, Rounds: o.rounds,
	}
	b.out.Machine.Date, b.out.Machine.Commit = o.date, o.commit
	for _, step := range []func(context.Context) error{b.whole, b.join, b.tenfold, b.opening, b.filling, b.batch} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return b.tell()
}

// say tells on stderr what is done next.
func (b *bench) say(what string) { fmt.Fprintln(os.Stderr, "bench:", what) }

// whole looks at what there is to be kept.
func (b *bench) whole(ctx context.Context) error {
	words := contest.Values(b.set.Planned.Part)
	kept, err := contest.Look(ctx, b.set.Form, words)
	if err != nil {
		return err
	}
	kept.Bookmarks = 0
	for _, path := range b.set.Files() {
		pages, marks, err := count(path)
		if err != nil {
			return err
		}
		b.out.Pages += pages
		kept.Bookmarks += marks
	}
	b.out.Whole = kept
	return nil
}

// count counts the pages and bookmarks of a file.
func count(path string) (pages, bookmarks int, err error) {
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		return 0, 0, err
	}
	defer d.Close()
	if pages, err = d.PageCount(); err != nil {
		return 0, 0, err
	}
	marks, err := d.Outline()
	return pages, len(marks), err
}

// join runs all that join files.
func (b *bench) join(ctx context.Context) error {
	b.say(fmt.Sprintf("joining %d pages, %.1f MB", b.out.Pages, float64(b.out.Bytes)/1e6))
	entries, err := contest.Ours(b.program, b.forms, b.set)
	if err != nil {
		return err
	}
	peers, err := contest.Peers(ctx, b.set.Files())
	if err != nil {
		return err
	}
	words := contest.Values(b.set.Planned.Part)
	look := func(e contest.Entry, path string) (contest.Kept, error) {
		if e.Name == entries[0].Name {
			return contest.Kept{}, nil // files one after the other are no PDF
		}
		return contest.Look(ctx, path, words)
	}
	b.out.Joined, err = contest.Run(ctx, append(entries, peers...), b.rounds, look)
	return err
}

// tenfold runs ours on ten times the bytes.
func (b *bench) tenfold(ctx context.Context) error {
	if !b.ten {
		return nil
	}
	b.say("making and joining ten times the bytes")
	set, err := material.Make(ctx, b.cache, b.forms, b.size.Times(10))
	if err != nil {
		return err
	}
	b.out.TenBytes = set.Bytes
	entries, err := contest.Ours(b.program, b.forms, set)
	if err != nil {
		return err
	}
	b.out.Tenfold, err = contest.Run(ctx, entries[1:], contest.Rounds{Rounds: 1}, nil)
	return err
}

// opening takes a page out of a large file.
func (b *bench) opening(ctx context.Context) error {
	b.say("opening a large file")
	path, err := material.Large(b.cache, b.size)
	if err == nil {
		b.out.Opening, err = contest.Open(ctx, path, b.rounds)
	}
	return err
}

// filling fills the form again and again.
func (b *bench) filling(ctx context.Context) error {
	b.say("filling forms")
	var err error
	b.out.Filling, err = contest.Fill(ctx, b.set.Planned, b.cache, b.rounds)
	return err
}

// batch builds many cases.
func (b *bench) batch(ctx context.Context) error {
	if b.cases == 0 {
		return nil
	}
	b.say("building a batch")
	size := material.Typical()
	if b.smoke {
		size = material.Smoke()
	}
	set, err := material.Make(ctx, b.cache, b.forms, size)
	if err != nil {
		return err
	}
	dir, err := material.Cases(set, b.cache, size, b.cases)
	if err != nil {
		return err
	}
	choices := contest.Choices(b.forms, set.Planned.Official)
	b.out.Batch, err = contest.RunBatch(ctx, b.program, dir, b.cases, choices, b.rounds)
	return err
}

// tell prints the results and writes the document.
func (b *bench) tell() error {
	if err := b.out.Markdown(os.Stdout); err != nil || b.doc == "" {
		return err
	}
	var text strings.Builder
	if err := b.out.Markdown(&text); err != nil {
		return err
	}
	return os.WriteFile(b.doc, []byte(text.String()), 0o644)
}
