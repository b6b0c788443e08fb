package mend

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
)

// UniPDFCommand is the program's own command that a UniPDF repairer starts, with the file as its one argument, the
// password on standard input and the copy on standard output.
const UniPDFCommand = "repair-with-unipdf"

// UniPDFUnlicensed is that command's exit code where UniPDF has no license that it accepts.
const UniPDFUnlicensed = 77

// uniPDFMemory is what UniPDF's process may hold, which reads files whole.
const uniPDFMemory = 1 << 30

// A License is what UniPDF is licensed by: a metered key, or a key file with the customer's name that it was made out
// to. The zero value is no license.
type License struct {
	// APIKey is a metered key. With it UniPDF asks its maker's server, which learns the key, the machine's name and
	// addresses and how many files were written, and nothing of the files.
	APIKey string
	// File is the path of a key file and Customer its customer; with them UniPDF asks nobody.
	File, Customer string
}

// Given reports whether there is something to license UniPDF by.
func (l License) Given() bool { return l.APIKey != "" || l.File != "" && l.Customer != "" }

// A UniPDF is UniPDF as a repairer. It runs in a process of its own, since a library that breaks on hostile bytes
// would else take the program with it, and could neither be stopped nor bounded.
type UniPDF struct {
	// Program is our own program's file, compiled with the tag unipdf.
	Program string
	License License
}

// Name is UniPDF with its version.
func (u *UniPDF) Name(context.Context) string { return "UniPDF " + uniPDFVersion }

// Repair has UniPDF write the file anew. Without a license it starts nothing and returns ErrUnlicensed.
func (u *UniPDF) Repair(ctx context.Context, path, password string, w io.Writer) error {
	if !u.License.Given() {
		return fmt.Errorf("UniPDF is %w", ErrUnlicensed)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	err = command{program: u.Program, name: "parolepack", args: []string{UniPDFCommand, abs}, memory: uniPDFMemory}.run(ctx, password, w)
	var exit *exitError
	if errors.As(err, &exit) && exit.code == UniPDFUnlicensed {
		return fmt.Errorf("UniPDF is %w", ErrUnlicensed)
	}
	return err
}
