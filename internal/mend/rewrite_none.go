//go:build !unipdf

package mend

import (
	"errors"
	"io"
)

// UniPDFBuilt says that UniPDF is not compiled in.
const UniPDFBuilt = false

const uniPDFVersion = "not compiled in"

// RewriteWithUniPDF fails: UniPDF is not compiled in.
func RewriteWithUniPDF(string, string, License, io.Writer) error {
	return errors.New("UniPDF is not compiled in; build with -tags unipdf")
}
