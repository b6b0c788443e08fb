// Bench measures the program against a copy of the same bytes and against other PDF programs, prints the results and
// writes them to a document.
//
//	go -C bench run . -doc ../docs/performance.md
//
// It makes its files once, in a cache folder outside the project. With -smoke it does all of it on a few pages in a few
// seconds, to show that it works; those numbers mean nothing.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"parolepack/bench/child"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	if len(os.Args) > 1 && os.Args[1] == "-child" {
		err = child.Run(ctx, os.Args[2:])
	} else {
		err = run(ctx, os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
