package readiness

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/evidence"
)

var update = flag.Bool("update", false, "rewrite docs/findings.md")

// asOf is the day on which the sample is judged in these tests.
var asOf = casefile.Date{Year: 2026, Month: 11, Day: 24}

const (
	sampleFile = "../../samples/medical/case.json"
	filingFile = "filings/humanitarian-parole.yaml"
)

// sample reads the medical sample afresh, with usable files and the built-in filing, so that
// each test may break it as it likes.
func sample(t *testing.T) Input {
	t.Helper()
	data, err := os.ReadFile(sampleFile)
	if err != nil {
		t.Fatal(err)
	}
	file, err := casefile.Read("case.json", data, casefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Case: file.Case, Place: file.Place, Filing: filing(t), AsOf: asOf, Edition: builtIn}
	in.Facts = usable(in.Case)
	return in
}

// filing returns the built-in filing; a test may change its lists.
func filing(t *testing.T) *catalog.Filing {
	t.Helper()
	f, err := readFiling()
	if err != nil {
		t.Fatal(err)
	}
	own := *f
	own.Editions, own.Fees, own.Addresses = slices.Clone(f.Editions), slices.Clone(f.Fees), slices.Clone(f.Addresses)
	own.Payments, own.Bases = slices.Clone(f.Payments), slices.Clone(f.Bases)
	return &own
}

// readFiling reads the built-in filing once, without the field maps beside it.
var readFiling = sync.OnceValues(func() (*catalog.Filing, error) {
	data, err := os.ReadFile("../../fields/" + filingFile)
	if err != nil {
		return nil, err
	}
	c, err := catalog.Load(fstest.MapFS{filingFile: {Data: data}})
	if err != nil {
		return nil, err
	}
	f, ok := c.Filing("humanitarian-parole")
	if !ok {
		return nil, fmt.Errorf("%s: no filing of that name", filingFile)
	}
	return f, nil
})

// builtIn stands for a folder with maps of these editions.
func builtIn(form string) (string, bool) {
	e, ok := map[string]string{
		"I-131": "2025-01-20", "I-134": "2025-01-20", "G-28": "2018-09-17", "G-1145": "2014-09-26", "G-1450": "2019-09-27", "I-912": "2025-07-22",
	}[form]
	return e, ok
}

// usable says of every file that the case names that it has nine good pages.
func usable(c *casefile.Case) evidence.Facts {
	facts := evidence.Facts{Files: map[string]evidence.File{}}
	for _, s := range newCheck(Input{Case: c}).sheaves() {
		facts.Files[s.ref.Path] = evidence.File{Path: s.ref.Path, Kind: evidence.PDF, Pages: 9}
	}
	return facts
}

func ptr[T any](v T) *T { return &v }

// day reads an ISO date that is known to be one.
func day(s string) casefile.Date {
	d, err := casefile.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
