package cli

import (
	"path/filepath"

	"github.com/urfave/cli/v2"

	"parolepack/internal/packet"
	"parolepack/internal/plan"
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

// check plans the case and prints its findings; exit 3 where a blocker stands.
func (s *session) check(c *cli.Context) error {
	path, p, err := s.planned(c)
	if err != nil {
		return err
	}
	if p.Draft {
		s.exit = exitNotReady
	}
	return s.printer(c).Checked(report.Check{Case: path, Ready: !p.Draft, Practice: p.Practice, Findings: p.Findings})
}

func (s *session) planCommand() *cli.Command {
	return &cli.Command{
		Name:      "plan",
		Usage:     "print the packet as data: every part, every field's final text and the key it came from",
		ArgsUsage: "CASE",
		Flags:     caseFlags(),
		Action: func(c *cli.Context) error {
			_, p, err := s.planned(c)
			if err != nil {
				return err
			}
			return s.printer(c).Planned(p)
		},
	}
}

// planned reads the command's case and plans it.
func (s *session) planned(c *cli.Context) (string, *plan.Plan, error) {
	arg, err := one(c, "a case")
	if err != nil {
		return "", nil, err
	}
	path, err := casePath(arg)
	if err != nil {
		return "", nil, err
	}
	house, err := s.house(c, filepath.Dir(path))
	if err != nil {
		return "", nil, err
	}
	job, err := s.job(c, path)
	if err != nil {
		return "", nil, err
	}
	p, err := planOne(c, house, job)
	return path, p, err
}

func planOne(c *cli.Context, house *packet.House, job packet.Job) (*plan.Plan, error) {
	desk := house.Desk()
	defer desk.Close()
	return desk.Plan(c.Context, job)
}
