package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/mend"
)

// The variables that license UniPDF. The last two are those that UniPDF itself goes by.
const (
	envMeteredKey = "UNIDOC_LICENSE_API_KEY"
	envKeyFile    = "UNIPDF_LICENSE_PATH"
	envCustomer   = "UNIPDF_CUSTOMER_NAME"
)

// howToLicense is what to do about a UniPDF without a license.
const howToLicense = "set " + envMeteredKey + ", or " + envKeyFile + " and " + envCustomer

// license is what the user gives UniPDF.
func (s *session) license() mend.License {
	return mend.License{APIKey: s.env.Getenv(envMeteredKey), File: s.env.Getenv(envKeyFile), Customer: s.env.Getenv(envCustomer)}
}

// mender makes the run's store of mended copies, once: qpdf repairs where it is installed, then UniPDF where it is
// compiled in.
func (s *session) mender() *mend.Store {
	if s.mended != nil {
		return s.mended
	}
	var list []mend.Repairer
	if q := mend.FindQPDF(); q != nil {
		list = append(list, q)
	}
	if program, err := os.Executable(); err == nil && mend.UniPDFBuilt {
		list = append(list, &mend.UniPDF{Program: program, License: s.license()})
	}
	s.mended = mend.NewStore(mend.Limits{}, list...)
	return s.mended
}

// closeMender removes the mended copies and says, once a run, what a license would have been needed for.
func (s *session) closeMender() {
	if s.mended.Unlicensed() {
		fmt.Fprintf(s.env.Stderr, "parolepack: note: %s\n", unlicensed(s.license()))
	}
	if err := s.mended.Close(); err != nil {
		fmt.Fprintln(s.env.Stderr, "parolepack: note: the temporary copies of repaired exhibits could not be removed")
	}
}

// unlicensed is the clear word on a UniPDF that may not work.
func unlicensed(l mend.License) string {
	switch {
	case l.APIKey != "":
		return "UniPDF did not accept its license, so it repaired nothing: correct " + envMeteredKey + ", and see that the machine is online"
	case l.Given():
		return "UniPDF did not accept its license, so it repaired nothing: correct " + envKeyFile + " and " + envCustomer
	}
	return "UniPDF is compiled in but not licensed, so it repaired nothing: " + howToLicense
}

// unipdf is what --version says of UniPDF.
func (s *session) unipdf() string {
	switch {
	case !mend.UniPDFBuilt:
		return "not compiled in"
	case s.license().Given():
		return "compiled in, a license is given"
	}
	return "compiled in, not licensed: " + howToLicense
}

// unipdfCommand is the process that a UniPDF repairer starts; nobody else needs it, so no help shows it.
func (s *session) unipdfCommand() *cli.Command {
	return &cli.Command{Name: mend.UniPDFCommand, Hidden: true, ArgsUsage: "FILE", Action: s.repairWithUniPDF}
}

// repairWithUniPDF writes the mended copy of a file to stdout; the password comes on stdin.
func (s *session) repairWithUniPDF(c *cli.Context) error {
	path, err := one(c, "a file")
	if err != nil {
		return err
	}
	password, _ := bufio.NewReader(s.env.Stdin).ReadString('\n') // a password may be missing
	err = mend.RewriteWithUniPDF(path, strings.TrimSuffix(password, "\n"), s.license(), s.env.Stdout)
	if errors.Is(err, mend.ErrUnlicensed) {
		s.exit = mend.UniPDFUnlicensed
		return nil
	}
	return err
}
