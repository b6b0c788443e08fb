package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/finding"
	"parolepack/internal/output"
	"parolepack/internal/packet"
	"parolepack/internal/plan"
	"parolepack/internal/report"
)

func (s *session) buildCommand() *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "build the filing packet of one case",
		ArgsUsage: "CASE",
		Description: "CASE is a case.json or the folder that holds it. The packet is packet.pdf beside it, or the\n" +
			"file named by -o; its manifest lies beside it under the same name with .json. A packet whose\n" +
			"case still lacks something carries DRAFT in the margin of every page, and the exit code is 3.",
		Flags: append(caseFlags(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the packet to `FILE`"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "final", Usage: "write nothing while a blocker stands"},
		),
		Action: s.build,
	}
}

// build plans the case, writes packet and manifest, and prints what was written.
func (s *session) build(c *cli.Context) error {
	in, err := s.open(c)
	if err != nil {
		return err
	}
	defer in.desk.Close()
	target := c.String("output")
	if target == "" {
		target = filepath.Join(filepath.Dir(in.path), "packet.pdf")
	}
	if strings.EqualFold(manifestPath(target), target) {
		return usagef("give the packet a name that ends in .pdf", "-o %s: the packet's manifest has that name", target)
	}
	built, err := s.buildTo(c.Context, in.desk, in.job, target, c.Bool("final"))
	if err != nil {
		return err
	}
	if !built.Ready {
		s.exit = exitNotReady
	}
	return s.printer(c).Built(built)
}

// buildTo plans a case and writes its packet. Where final is asked for, nothing is written while
// a blocker stands.
func (s *session) buildTo(ctx context.Context, desk *packet.Desk, job packet.Job, target string, final bool) (report.Build, error) {
	started, err := desk.Start(ctx, job)
	if err != nil {
		return report.Build{}, err
	}
	defer started.Stop()
	p := started.Plan
	if err := packet.Buildable(p); err != nil {
		return report.Build{}, err
	}
	if final && p.Draft {
		return report.Build{}, &notReady{
			text: fmt.Sprintf("the case is not ready: %s in the way; nothing was written", standing(p.Findings.Count(finding.Blocker))),
			hint: "parolepack check names them with their places in the file",
		}
	}
	result, err := s.write(ctx, desk, job, started, target)
	if err != nil {
		return report.Build{}, err
	}
	return built(p, result, target), nil
}

// write puts packet and manifest on disk: both are whole before either takes its name, so where a
// step fails nothing new is left and what stood there before still stands.
func (s *session) write(ctx context.Context, desk *packet.Desk, job packet.Job, started *packet.Started, target string) (*packet.Result, error) {
	if err := refuseForeign(manifestPath(target)); err != nil {
		return nil, err
	}
	options := output.Options{Inputs: desk.Inputs(job, started.Plan)}
	packetFile, err := output.Create(ctx, target, options)
	if err != nil {
		return nil, err
	}
	defer packetFile.Abort()
	manifestFile, err := output.Create(ctx, manifestPath(target), options)
	if err != nil {
		return nil, err
	}
	defer manifestFile.Abort()
	result, err := started.Build(ctx, packetFile)
	if err != nil {
		return nil, packetFile.Explain(err)
	}
	manifest, err := desk.Manifest(job, result, s.program())
	if err != nil {
		return nil, err
	}
	if err := report.JSON(manifestFile, manifest); err != nil {
		return nil, manifestFile.Explain(err)
	}
	return result, output.Commit(packetFile, manifestFile)
}

// standing counts blockers in a sentence.
func standing(n int) string {
	if n == 1 {
		return "1 blocker stands"
	}
	return fmt.Sprintf("%d blockers stand", n)
}

func built(p *plan.Plan, r *packet.Result, target string) report.Build {
	return report.Build{
		Packet: target, Manifest: manifestPath(target), Ready: !p.Draft, Practice: p.Practice, Pages: p.Pages,
		Size: r.Summary.Size, SHA256: r.Summary.SHA256, Parts: report.Parts(p),
		Findings: p.Findings, Removed: r.Summary.Removed, Left: r.Summary.Left, Sign: p.Signing,
	}
}
