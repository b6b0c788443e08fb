package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/report"
)

// printer prints results to stdout in the form that the command was asked for.
func (s *session) printer(c *cli.Context) report.Printer {
	return report.New(s.env.Stdout, c.Bool("json"), s.colour())
}

// colour reports whether output may be coloured: on a terminal, unless NO_COLOR is set to
// anything (no-color.org).
func (s *session) colour() bool {
	return s.env.Terminal && s.env.Getenv("NO_COLOR") == "" && s.env.Getenv("TERM") != "dumb"
}

// program is name and version, as manifests keep it.
func (s *session) program() string { return "parolepack " + s.env.Version }

// version is version, commit and the form editions built in, for --version.
func (s *session) version() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (commit %s)", s.env.Version, s.env.Commit)
	for _, e := range s.builtInEditions() {
		fmt.Fprintf(&b, "\n  %s", e)
	}
	return b.String()
}
