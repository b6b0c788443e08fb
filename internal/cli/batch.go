package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/batch"
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
	"parolepack/internal/output"
	"parolepack/internal/packet"
	"parolepack/internal/report"
)

func (s *session) batchCommand() *cli.Command {
	return &cli.Command{
		Name:      "batch",
		Usage:     "build the packets of many cases",
		ArgsUsage: "DIR|LIST",
		Description: "DIR is a folder that holds case folders at any depth; LIST is a text file that names a case a\n" +
			"line. Each packet is written to OUT/CASE_NUMBER/packet.pdf and the whole is told in OUT/report.json.\n" +
			"A case that fails is reported and the others go on; the exit code is then 4.",
		Flags: append(caseFlags(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the packets below `FOLDER`"},
			&cli.IntFlag{DefaultText: "one a core", Name: "jobs", Aliases: []string{"j"}, Usage: "build `N` cases at once"},
		),
		Action: s.batch,
	}
}

// batch finds the cases, refuses numbers that cannot name a folder before any work starts, builds
// all and writes the report.
func (s *session) batch(c *cli.Context) error {
	root, out, err := batchArgs(c)
	if err != nil {
		return err
	}
	paths, err := batch.Find(root, out)
	if err != nil {
		return withHint(err, "give a folder that holds case folders, or a list of case files")
	}
	workers := workersOf(c)
	if s.env.Widen != nil {
		s.env.Widen(workers)
	}
	asOf, err := s.asOf(c.String("as-of"))
	if err != nil {
		return err
	}
	cases := numbers(paths, workers)
	if err := batch.CheckNames(cases); err != nil {
		return withHint(err, "give each case a case_number of its own that can name a folder; nothing was built")
	}
	house, err := s.house(c, root)
	if err != nil {
		return err
	}
	if err := output.Folder(out); err != nil {
		return err
	}
	run := batchRun{session: s, house: house, out: out, asOf: asOf, practice: c.Bool("practice")}
	bar := s.progress(len(cases))
	outcomes := batch.Run(c.Context, cases, batch.Options{
		Workers: workers, NewBuilder: run.builder, Done: bar.done, Explain: oneLineError,
	})
	bar.close()
	return s.finishBatch(c, out, batch.NewReport(s.now, outcomes))
}

func batchArgs(c *cli.Context) (root, out string, err error) {
	if root, err = one(c, "a folder of cases"); err != nil {
		return "", "", err
	}
	if out = c.String("output"); out == "" {
		return "", "", usagef("write parolepack batch DIR -o OUT", "batch needs -o, the folder for the packets")
	}
	if c.IsSet("jobs") && c.Int("jobs") < 1 {
		return "", "", usagef("give -j 1 or more", "-j %d: at least one case must be built at a time", c.Int("jobs"))
	}
	return root, out, nil
}

func workersOf(c *cli.Context) int {
	if c.IsSet("jobs") {
		return c.Int("jobs")
	}
	return runtime.GOMAXPROCS(0)
}

// finishBatch writes report.json, prints the report and settles the exit code.
func (s *session) finishBatch(c *cli.Context, out string, r batch.Report) error {
	path := filepath.Join(out, "report.json")
	written := output.File(context.WithoutCancel(c.Context), path, output.Options{}, func(w io.Writer) error {
		return report.JSON(w, r)
	})
	if !r.AllReady() {
		s.exit = exitBatch
	}
	if err := s.printer(c).Batched(r); written == nil {
		return err
	}
	return written
}

// numbers reads every case's number, workers at a time. A case that cannot be read keeps its
// error for its turn.
func numbers(paths []string, workers int) []batch.Case {
	cases := make([]batch.Case, len(paths))
	for i, p := range paths {
		cases[i] = batch.Case{Path: p}
	}
	each(len(paths), workers, func(i int) {
		file, _, err := readCase(paths[i])
		if err != nil {
			cases[i].Err = err
			return
		}
		cases[i].Number = file.Case.CaseNumber
	})
	return cases
}

// batchRun is what the workers of one batch share.
type batchRun struct {
	*session
	house    *packet.House
	out      string
	asOf     casefile.Date
	practice bool
}

// builder is one worker's builder, with a desk of its own.
func (r *batchRun) builder() batch.Builder {
	desk := r.house.Desk()
	return func(ctx context.Context, c batch.Case) (batch.Outcome, error) {
		file, sources, err := readCase(c.Path)
		if err != nil {
			return batch.Outcome{}, err
		}
		job := packet.Job{Case: file, Dir: filepath.Dir(c.Path), Sources: sources, AsOf: r.asOf, Practice: r.practice}
		return r.one(ctx, desk, job)
	}
}

// one builds one case into its folder, which is made only once there is something to put there.
func (r *batchRun) one(ctx context.Context, desk *packet.Desk, job packet.Job) (batch.Outcome, error) {
	started, err := desk.Start(ctx, job)
	if err != nil {
		return batch.Outcome{}, err
	}
	defer started.Stop()
	if err := packet.Buildable(started.Plan); err != nil {
		return batch.Outcome{}, err
	}
	folder := filepath.Join(r.out, job.Case.Case.CaseNumber)
	if err := output.Folder(folder); err != nil {
		return batch.Outcome{}, err
	}
	target := filepath.Join(folder, "packet.pdf")
	result, err := r.write(ctx, writing{
		desk: desk, job: job, started: started, target: target, options: output.Options{Inputs: desk.Inputs(job, started.Plan)},
	})
	if err != nil {
		_ = os.Remove(folder) // it goes only if it is empty: an older packet stays
		return batch.Outcome{}, err
	}
	return outcome(built(started.Plan, result, target)), nil
}

func outcome(b report.Build) batch.Outcome {
	o := batch.Outcome{
		Status: batch.Ready, Packet: b.Packet, Pages: b.Pages, SHA256: b.SHA256,
		Blockers: b.Findings.Count(finding.Blocker), Warnings: b.Findings.Count(finding.Warning),
	}
	if !b.Ready {
		o.Status = batch.NotReady
	}
	return o
}

// oneLineError is an error as a report keeps it: one line, with the way out.
func oneLineError(err error) string {
	if errors.Is(err, context.Canceled) {
		return "interrupted"
	}
	lines := strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\r' })
	text := strings.ReplaceAll(strings.Join(lines, "; "), ":; ", ": ")
	if hint := hintOf(err); hint != "" {
		text = fmt.Sprintf("%s (%s)", text, hint)
	}
	return text
}
