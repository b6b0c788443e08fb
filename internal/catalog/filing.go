package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"parolepack/internal/casefile"
)

// A Filing is what one kind of filing needs, as data: each fee, address and evidence list says
// where it was read and when, so that the program can tell when it is old.
type Filing struct {
	// Name is the filing's name in case files; Title and Statute are for the letter.
	Name    string `yaml:"filing"`
	Title   string `yaml:"title"`
	Statute string `yaml:"statute"`
	// Form and Item are the application and the box that asks for this, as in I-131, Part 1, Item 7.
	Form       string        `yaml:"form"`
	Item       string        `yaml:"item"`
	Source     string        `yaml:"source"`
	AsOf       casefile.Date `yaml:"as_of"`
	Order      Order         `yaml:"order"`
	Editions   []Accepted    `yaml:"editions"`
	Blanks     []BlankSource `yaml:"blanks"`
	Fees       []Fee         `yaml:"fees"`
	Exemptions []Term        `yaml:"exemptions"`
	Payments   []Payment     `yaml:"payment"`
	Addresses  []Address     `yaml:"addresses"`
	Grounds    []Term        `yaml:"grounds"`
	Bases      []Basis       `yaml:"bases"`
	// LongestStayMonths is the longest parole that is asked for without a reason (rule S6).
	LongestStayMonths int `yaml:"longest_stay_months"`
	// StaleAfterDays is the age at which a fact is called old.
	StaleAfterDays int `yaml:"stale_after_days"`
	// File is the path in the fields folder.
	File string
	Line int
}

// An Order is the order of a packet's parts: those of the first beneficiary, of each further one,
// and what closes the packet.
type Order struct {
	First   []string `yaml:"first"`
	Further []string `yaml:"further"`
	Last    []string `yaml:"last"`
}

// Accepted is a span of days in which the agency takes one edition of one form. A zero Until is
// open. Grace periods are never inferred (docs/facts.md 2.16).
type Accepted struct {
	Form    string        `yaml:"form"`
	Edition string        `yaml:"edition"`
	From    casefile.Date `yaml:"from"`
	Until   casefile.Date `yaml:"until"`
	Source  string        `yaml:"source"`
	AsOf    casefile.Date `yaml:"as_of"`
}

// A BlankSource is where the agency publishes the blank of a form's current edition.
type BlankSource struct {
	Form string `yaml:"form"`
	// URL is the address of the PDF file itself, Page that of the form's page, for a person to look at.
	URL    string        `yaml:"url"`
	Page   string        `yaml:"page"`
	Source string        `yaml:"source"`
	AsOf   casefile.Date `yaml:"as_of"`
}

// A Fee is what one form costs, in whole U.S. dollars, by the ways of filing it holds for.
type Fee struct {
	Form   string        `yaml:"form"`
	FileBy []string      `yaml:"file_by"`
	USD    int           `yaml:"usd"`
	Source string        `yaml:"source"`
	AsOf   casefile.Date `yaml:"as_of"`
}

// A Payment is a way to pay and the form that carries it.
type Payment struct {
	Method string        `yaml:"method"`
	Form   string        `yaml:"form"`
	Words  string        `yaml:"words"`
	Source string        `yaml:"source"`
	AsOf   casefile.Date `yaml:"as_of"`
}

// An Address is where a packet goes; Words say how it travels.
type Address struct {
	FileBy string        `yaml:"file_by"`
	Words  string        `yaml:"words"`
	Lines  []string      `yaml:"lines"`
	Source string        `yaml:"source"`
	AsOf   casefile.Date `yaml:"as_of"`
}

// A Term is a code of the case file and what it means in words.
type Term struct {
	Code   string        `yaml:"code"`
	Words  string        `yaml:"words"`
	Source string        `yaml:"source"`
	AsOf   casefile.Date `yaml:"as_of"`
}

// A Basis is one reason for parole and what exhibits must prove for it (rule S7, docs/facts.md 6).
type Basis struct {
	Code     string        `yaml:"code"`
	Words    string        `yaml:"words"`
	Evidence []string      `yaml:"evidence"`
	Source   string        `yaml:"source"`
	AsOf     casefile.Date `yaml:"as_of"`
}

func readFiling(fsys fs.FS, file string) (*Filing, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	f := &Filing{File: file}
	if err := readYAML(file, data, f); err != nil {
		return nil, err
	}
	return f, f.check()
}

// check wants what later stages rely on; what a filing may hold is otherwise its own affair.
func (f *Filing) check() error {
	var errs []error
	fail := func(ok bool, message string) {
		if !ok {
			errs = append(errs, atLine(f.File, f.Line, "%s", message))
		}
	}
	fail(f.Name == strings.TrimSuffix(path.Base(f.File), ".yaml"), "filing and file name differ; make them the same")
	fail(f.Title != "" && f.Form != "" && f.Item != "", "the head is not complete; give title, form and item")
	fail(len(f.Order.First) > 0, "order is not given; list the packet's parts under first, further and last")
	fail(len(f.Editions) > 0, "no edition is accepted; list one a form under editions")
	fail(len(f.Bases) > 0 && len(f.Grounds) > 0, "bases or grounds are missing; list them")
	fail(f.LongestStayMonths > 0, "longest_stay_months is missing; give a number of months")
	fail(f.StaleAfterDays > 0, "stale_after_days is missing; give a number of days")
	for _, b := range f.Blanks {
		u, err := url.Parse(b.URL)
		fail(err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil,
			fmt.Sprintf("the blank of %s has the address %q; give one that begins with https://", b.Form, b.URL))
	}
	return errors.Join(errs...)
}
