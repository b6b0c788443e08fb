package mend

import (
	"context"
	"errors"
	"io"
)

// A Repairer is a program that rewrites a damaged PDF as a sound one.
type Repairer interface {
	// Name is the program's name with its version, as in "qpdf 11.3.0".
	Name(ctx context.Context) string
	// Repair reads the PDF of that path, opening it with password where it is locked, and writes the mended copy to w,
	// without encryption. The same input gives the same bytes. What w holds after an error is to be thrown away.
	Repair(ctx context.Context, path, password string, w io.Writer) error
}

// ErrUnlicensed says that a repairer is there but may not work: no license is given, or the one given is not accepted.
var ErrUnlicensed = errors.New("not licensed")

// errPanic says that a repairer broke. What it broke with may hold bytes of the file, so it is not told.
var errPanic = errors.New("the repairer broke down")

// A Failure says that nobody could mend a file.
type Failure struct {
	// Way is what may help another time, half a sentence; empty where nothing is known.
	Way string
	// Err is why the repairers failed, one after the other; nil where there are none.
	Err error
}

// Error says that the file stays damaged.
func (f *Failure) Error() string {
	if f.Err == nil {
		return "no program to repair it is at hand"
	}
	return "cannot be repaired: " + f.Err.Error()
}

// Unwrap returns the repairers' errors.
func (f *Failure) Unwrap() error { return f.Err }

// Hint is what may help another time; empty where nothing is known.
func (f *Failure) Hint() string { return f.Way }

// safely has r repair a file. A repairer that panics has failed, and the run goes on.
func safely(ctx context.Context, r Repairer, path, password string, w io.Writer) (err error) {
	defer func() {
		if recover() != nil {
			err = errPanic
		}
	}()
	return r.Repair(ctx, path, password, w)
}
