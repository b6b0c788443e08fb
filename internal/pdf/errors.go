package pdf

import (
	"errors"
	"fmt"
)

// ErrNotPDF says that the bytes are no PDF file: they hold neither a header
// nor a cross-reference.
var ErrNotPDF = errors.New("not a PDF file")

// ErrPassword says that the document is encrypted and the password given, or
// the empty one, does not open it.
var ErrPassword = errors.New("needs a password")

// errShort says that a window of the file ends inside a value: the caller
// reads a longer one.
var errShort = errors.New("window too short")

// MalformedError says that a document breaks the rules of ISO 32000-1 beyond
// what the reader tolerates.
type MalformedError struct {
	// Offset is where in the file, in bytes; -1 where no place can be named.
	Offset int64
	// What is wrong, as a noun phrase.
	What string
}

// Error names what is wrong and where.
func (e *MalformedError) Error() string {
	if e.Offset < 0 {
		return "damaged PDF: " + e.What
	}
	return fmt.Sprintf("damaged PDF: %s at byte %d", e.What, e.Offset)
}

// malformed returns a MalformedError at off, or at no place where off is -1.
func malformed(off int64, format string, args ...any) error {
	return &MalformedError{Offset: off, What: fmt.Sprintf(format, args...)}
}

// UnsupportedError says that a document uses a feature this package does not
// read, such as a public-key security handler.
type UnsupportedError struct {
	// What is the feature, as a noun phrase.
	What string
}

// Error names the feature.
func (e *UnsupportedError) Error() string { return "unsupported PDF feature: " + e.What }
