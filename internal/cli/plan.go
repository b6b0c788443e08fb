package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/why"
)

func (s *session) planCommand() *cli.Command {
	return &cli.Command{
		Name:      "plan",
		Usage:     "print the packet as data: every part, every field's final text and the key it came from",
		ArgsUsage: "CASE",
		Description: "--why FORM:ITEM says instead which key of the case file and which line of the map gave a box its text, as\n" +
			"in --why I-131:8.1; of a blank box it gives the map's reason. Several copies of a form are told apart, and\n" +
			"--why I-134/nour/samir:2.16 asks about one person's by one supporter. Without an item all boxes are listed.",
		Flags: append(caseFlags(),
			&cli.StringSliceFlag{Name: "why", Usage: "explain the boxes of `FORM:ITEM`"},
		),
		Action: s.plan,
	}
}

// plan prints the plan, or where boxes are asked about what explains them.
func (s *session) plan(c *cli.Context) error {
	queries, err := asked(c.StringSlice("why"))
	if err != nil {
		return err
	}
	in, err := s.open(c)
	if err != nil {
		return err
	}
	defer in.desk.Close()
	p, err := in.desk.Plan(c.Context, in.job)
	if err != nil {
		return err
	}
	if len(queries) == 0 {
		return s.printer(c).Planned(p)
	}
	firm, err := firmFolder(c.String("firm"), filepath.Dir(in.path))
	if err != nil {
		return err
	}
	boxes, brief, err := explained(why.Input{Plan: p, Case: in.job.Case, Catalog: in.catalog}, queries)
	if err != nil {
		return err
	}
	for i := range boxes {
		boxes[i].Map = firmsOwn(firm, boxes[i].Map)
	}
	return s.printer(c).Explained(boxes, brief)
}

// explained answers the questions one after the other; brief tells that one of them is about a whole form.
func explained(in why.Input, queries []why.Query) (boxes []why.Box, brief bool, err error) {
	for _, q := range queries {
		found, err := why.Explain(in, q)
		if err != nil {
			return nil, false, asUsage(err)
		}
		boxes, brief = append(boxes, found...), brief || q.Item == ""
	}
	return boxes, brief, nil
}

// firmsOwn gives a line of a map its path in the firm's folder, where the firm's file stands over the built-in one.
func firmsOwn(firm, line string) string {
	name, _, _ := strings.Cut(line, ":")
	if firm == "" || name == "" {
		return line
	}
	if _, err := os.Stat(filepath.Join(firm, "fields", filepath.FromSlash(name))); err != nil {
		return line
	}
	return filepath.Join(firm, "fields", filepath.FromSlash(line))
}

// asked reads the questions before a case is opened for them.
func asked(list []string) ([]why.Query, error) {
	var queries []why.Query
	for _, text := range list {
		q, err := why.Parse(text)
		if err != nil {
			return nil, asUsage(err)
		}
		queries = append(queries, q)
	}
	return queries, nil
}

// asUsage makes a question that cannot be answered a usage error; a failure stays one.
func asUsage(err error) error {
	var wrong *why.QueryError
	if errors.As(err, &wrong) {
		return &usageError{text: wrong.Error(), hint: wrong.Hint()}
	}
	return err
}
