package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"

	"parolepack/bench/contest"
	"parolepack/bench/material"
)

// options are what a run was asked for.
type options struct {
	rounds       contest.Rounds
	cache, forms string
	root, doc    string
	date, commit string
	smoke, ten   bool
	cases        int
	size         material.Size
}

// parse reads the arguments.
func parse(args []string) (*options, error) {
	o := &options{}
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.IntVar(&o.rounds.Rounds, "rounds", 7, "rounds that count")
	f.IntVar(&o.rounds.Warm, "warm", 1, "rounds before them that do not")
	f.StringVar(&o.cache, "cache", "", "`folder` for the generated files (default: the user's cache folder)")
	f.StringVar(&o.forms, "forms", officialForms(), "`folder` of official blanks; the practice form is used where it has none")
	f.StringVar(&o.root, "root", "..", "`folder` of the program's module")
	f.StringVar(&o.doc, "doc", "", "write the results to `file` (default: print alone)")
	f.StringVar(&o.date, "date", "", "the day, as it shall stand in the results")
	f.StringVar(&o.commit, "commit", "", "the commit, as it shall stand in the results")
	f.BoolVar(&o.smoke, "smoke", false, "a few pages, one round: shows that everything runs")
	f.BoolVar(&o.ten, "ten", true, "measure ten times the bytes too (needs 4 GB of disk)")
	f.IntVar(&o.cases, "cases", 60, "cases of the batch; 0 leaves it out")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if f.NArg() > 0 {
		return nil, errors.New("arguments are options alone; see -help")
	}
	return o, o.settle()
}

// settle fills in what follows from the options.
func (o *options) settle() error {
	o.size = material.Full()
	if o.smoke {
		o.size, o.rounds, o.cases = material.Smoke(), contest.Rounds{Rounds: 1}, min(o.cases, 2)
	}
	if o.rounds.Rounds < 1 || o.rounds.Warm < 0 {
		return errors.New("-rounds must be 1 or more, -warm 0 or more")
	}
	if o.cache == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return err
		}
		o.cache = filepath.Join(dir, "parolepack-bench")
	}
	return os.MkdirAll(o.cache, 0o700)
}

// officialForms is the folder of official blanks: $PAROLEPACK_FORMS, or shared/forms beside the program's module.
func officialForms() string {
	if dir := os.Getenv("PAROLEPACK_FORMS"); dir != "" {
		return dir
	}
	dir, err := filepath.Abs(filepath.Join("..", "..", "shared", "forms"))
	if err != nil {
		return ""
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return ""
	}
	return dir
}
