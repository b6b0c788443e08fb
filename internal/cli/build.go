package cli

import (
	"context"
	"errors"
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
			"case still lacks something carries DRAFT in the margin of every page, and the exit code is 3.\n" +
			"--parts also writes each part into a folder, as a PDF of its own.",
		Flags: append(caseFlags(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the packet to `FILE`"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "final", Usage: "write nothing while a blocker stands"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "force", Usage: "replace the file named by -o even where it is no packet of ours"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "forms-only", Usage: "write the forms alone, as forms.pdf, with their continuation sheets"},
			&cli.StringFlag{Name: "parts", Usage: "also write each part of the packet into `FOLDER`"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "fillable", Usage: "with --parts: keep the forms' fields live there"},
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
	order, err := buildOrder(c, in.path)
	if err != nil {
		return err
	}
	built, err := s.buildTo(c.Context, in.desk, in.job, order)
	if err != nil {
		return err
	}
	if !built.Ready {
		s.exit = exitNotReady
	}
	return s.printer(c).Built(built)
}

// order is what is to be written of a case.
type order struct {
	// target is the packet's path; parts the folder of its parts, or empty.
	target, parts              string
	final, formsOnly, fillable bool
	force                      bool
}

// buildOrder reads what is asked for of the case at path.
func buildOrder(c *cli.Context, path string) (order, error) {
	o := order{target: c.String("output"), final: c.Bool("final"), formsOnly: c.Bool("forms-only"), force: c.Bool("force")}
	var err error
	if o.parts, o.fillable, err = partsWanted(c); err != nil {
		return o, err
	}
	if o.target == "" {
		o.target = filepath.Join(filepath.Dir(path), "packet.pdf")
		if o.formsOnly {
			o.target = filepath.Join(filepath.Dir(path), "forms.pdf")
		}
	}
	if strings.EqualFold(manifestPath(o.target), o.target) {
		return o, usagef("give the packet a name that ends in .pdf", "-o %s: the packet's manifest has that name", o.target)
	}
	return o, nil
}

// buildTo plans a case and writes its packet. Where final is asked for, nothing is written while
// a blocker stands.
func (s *session) buildTo(ctx context.Context, desk *packet.Desk, job packet.Job, o order) (report.Build, error) {
	started, err := desk.Start(ctx, job)
	if err != nil {
		return report.Build{}, err
	}
	defer started.Stop()
	p := started.Plan
	if err := packet.Buildable(p); err != nil {
		return report.Build{}, err
	}
	if o.final && p.Draft {
		return report.Build{}, &notReady{
			text: fmt.Sprintf("the case is not ready: %s in the way; nothing was written", standing(p.Findings.Count(finding.Blocker))),
			hint: "parolepack check names them with their places in the file",
		}
	}
	out := writing{desk: desk, job: job, started: started, target: o.target, force: o.force, options: output.Options{Inputs: desk.Inputs(job, p)}}
	if o.formsOnly {
		if out.started = started.Forms(); out.started.Plan.Pages == 0 {
			return report.Build{}, withHint(errors.New("the packet has no form"), "build it without --forms-only")
		}
		p = out.started.Plan
	}
	if o.parts != "" {
		if out.parts, err = s.partsIn(o.parts, p, o.fillable, o.target, manifestPath(o.target)); err != nil {
			return report.Build{}, err
		}
	}
	result, err := s.write(ctx, out)
	if err != nil {
		return report.Build{}, err
	}
	b := built(p, result, o.target)
	b.Files = out.parts.reported()
	return b, out.parts.sweep()
}

// writing is one packet on its way to the disk: what is built, where it goes and what it must not replace. parts may be
// nil.
type writing struct {
	desk    *packet.Desk
	job     packet.Job
	started *packet.Started
	target  string
	force   bool
	options output.Options
	parts   *partsFolder
}

// write puts packet, manifest and parts on disk: all are whole before one takes its name, so where a
// step fails nothing new is left and what stood there before still stands.
func (s *session) write(ctx context.Context, o writing) (*packet.Result, error) {
	if err := refuseForeign(o.target, o.force); err != nil {
		return nil, err
	}
	packetFile, err := output.Create(ctx, o.target, o.options)
	if err != nil {
		return nil, err
	}
	defer packetFile.Abort()
	manifestFile, err := output.Create(ctx, manifestPath(o.target), o.options)
	if err != nil {
		return nil, err
	}
	defer manifestFile.Abort()
	result, err := o.started.Build(ctx, packetFile)
	if err != nil {
		return nil, packetFile.Explain(err)
	}
	manifest, err := o.desk.Manifest(o.job, result, s.program())
	if err != nil {
		return nil, err
	}
	if err := report.JSON(manifestFile, manifest); err != nil {
		return nil, manifestFile.Explain(err)
	}
	defer o.parts.abort()
	if err := o.parts.write(ctx, o.desk, o.job, o.options); err != nil {
		return nil, err
	}
	return result, output.Commit(append([]*output.Pending{packetFile, manifestFile}, o.parts.waiting()...)...)
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
