// Command sheets draws every form with its item numbers in its boxes and joins the pages to contact sheets, for a person to
// read: `make forms-sheets`.
//
// The sheets of docs/forms are drawn from the practice forms, which are ours to keep. With a folder of official blanks it
// also draws those, a picture a page, for holding each number against the one that the agency prints; they are never kept.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	out := flag.String("o", "docs/forms", "folder of the sheets, drawn from practice forms; it must exist")
	blanks := flag.String("blanks", "", "folder of official blanks")
	pages := flag.String("pages", "bin/forms-sheets", "folder for the pages of the official blanks")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *out, *blanks, *pages); err != nil {
		fmt.Fprintln(os.Stderr, "sheets:", err)
		os.Exit(1)
	}
}

// run draws the sheets and, where there are blanks, their pages.
func run(ctx context.Context, out, blanks, pages string) error {
	forms, err := open(os.DirFS("fields"))
	if err != nil {
		return err
	}
	if out != "" {
		if err := forms.sheets(ctx, out); err != nil {
			return err
		}
	}
	if blanks == "" {
		return nil
	}
	if err := os.MkdirAll(pages, 0o755); err != nil {
		return err
	}
	return forms.officialPages(ctx, blanks, pages)
}
