package cli

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/mend"
	"parolepack/internal/report"
)

// printer prints results to stdout in the form that the command was asked for.
func (s *session) printer(c *cli.Context) report.Printer {
	return report.New(s.env.Stdout, c.Bool("json"), s.colour())
}

// colour reports whether results may be coloured: on a terminal, unless NO_COLOR is set to
// anything (no-color.org).
func (s *session) colour() bool {
	return s.env.Screen && s.env.Getenv("NO_COLOR") == "" && s.env.Getenv("TERM") != "dumb"
}

// program is name and version, as manifests keep it.
func (s *session) program() string { return "parolepack " + s.env.Version }

// printVersion prints version, commit, the form editions built in and whether UniPDF is.
func (s *session) printVersion(c *cli.Context) error {
	editions, err := fs.Glob(s.env.Fields, "*/*.yaml")
	if err != nil {
		return err
	}
	names := []string{}
	for _, file := range editions {
		if dir, base := path.Split(file); dir != "filings/" {
			names = append(names, strings.ToUpper(strings.TrimSuffix(dir, "/"))+" "+strings.TrimSuffix(base, ".yaml"))
		}
	}
	if c.Bool("json") {
		return report.JSON(s.env.Stdout, map[string]any{"version": s.env.Version, "commit": s.env.Commit, "editions": names, "unipdf": mend.UniPDFBuilt})
	}
	_, err = fmt.Fprintf(s.env.Stdout, "parolepack %s (commit %s)\nform editions built in: %s\nUniPDF: %s\n",
		s.env.Version, s.env.Commit, strings.Join(names, ", "), s.unipdf())
	return err
}
