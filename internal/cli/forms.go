package cli

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"parolepack/internal/pdf"
)

// formsCommand holds the commands about blank forms, one file each.
func (s *session) formsCommand() *cli.Command {
	return &cli.Command{
		Name:  "forms",
		Usage: "the official blank forms: which are known, which are installed, what is in them",
		Subcommands: []*cli.Command{
			s.formsListCommand(), s.formsAddCommand(), s.formsInspectCommand(), s.formsDiffCommand(), s.formsFetchCommand(), s.formsPracticeCommand(),
		},
	}
}

// openForm opens a PDF that the user named as a form.
func openForm(file string) (*pdf.Document, error) {
	doc, err := pdf.OpenFile(file, pdf.Options{})
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, withHint(fmt.Errorf("%s: there is no such file", file), "give the blank as downloaded from the agency")
	case err != nil:
		return nil, withHint(fmt.Errorf("%s: %w", file, err), "give the blank as downloaded from the agency")
	}
	return doc, nil
}
