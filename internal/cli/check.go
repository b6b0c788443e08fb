package cli

import (
	"errors"
	"path/filepath"
	"runtime"

	"github.com/urfave/cli/v2"

	"parolepack/internal/catalog"
	"parolepack/internal/packet"
	"parolepack/internal/report"
)

func (s *session) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "say what is missing, where in the file, and what to do; builds nothing",
		ArgsUsage: "CASE",
		Flags:     caseFlags(),
		Action:    s.check,
	}
}

// check plans the case and prints its findings; exit 3 where a blocker stands. Where the case
// cannot be planned, what the rules noticed is printed all the same, before the error.
func (s *session) check(c *cli.Context) error {
	in, err := s.open(c)
	if err != nil {
		return err
	}
	defer in.desk.Close()
	result := report.Check{Case: in.path, Practice: in.job.Practice}
	p, planErr := in.desk.Plan(c.Context, in.job)
	if planErr != nil {
		_, findings, err := in.desk.Check(c.Context, in.job)
		if err != nil {
			return planErr
		}
		result.Findings = findings
	} else {
		result.Findings, result.Ready = p.Findings, !p.Draft
	}
	if !result.Ready {
		s.exit = exitNotReady
	}
	return errors.Join(s.printer(c).Checked(result), planErr)
}

// opened is a command's one case, read, and the desk to work it on.
type opened struct {
	path    string
	desk    *packet.Desk
	catalog *catalog.Catalog
	job     packet.Job
}

// open reads the case that a command names.
func (s *session) open(c *cli.Context) (*opened, error) {
	arg, err := one(c, "a case")
	if err != nil {
		return nil, err
	}
	path, err := casePath(arg)
	if err != nil {
		return nil, err
	}
	house, err := s.house(c, filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	house.Probers = runtime.GOMAXPROCS(0) // the one case has the machine to itself
	job, err := s.job(c, path)
	if err != nil {
		return nil, err
	}
	return &opened{path: path, desk: house.Desk(), catalog: house.Catalog, job: job}, nil
}
