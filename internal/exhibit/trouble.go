package exhibit

import (
	"fmt"

	"parolepack/internal/evidence"
)

// A formatError is a picture that is sound but of a kind that no PDF can hold as it is.
type formatError struct{ what string }

func (e *formatError) Error() string { return e.what }

// A damageError is a picture that breaks its own rules.
type damageError struct{ what string }

func (e *damageError) Error() string { return "damaged: " + e.what }

func damaged(what string) error { return &damageError{what} }

// bounded refuses a picture without an area and one too large to be meant.
func bounded(w, h int) error {
	if w <= 0 || h <= 0 {
		return damaged("an image without a size")
	}
	if int64(w)*int64(h) > maxPixels {
		return &formatError{what: fmt.Sprintf("is a picture of %d megapixels, more than the %d that are taken", int64(w)*int64(h)/1e6, int(maxPixels/1e6))}
	}
	return nil
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// problem makes a Problem of an error that has a way out.
func problem(summary, do string, err error) *evidence.Problem {
	return &evidence.Problem{Summary: summary, Do: do, Err: err}
}
