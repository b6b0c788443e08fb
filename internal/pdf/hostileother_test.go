//go:build !unix

package pdf_test

import "time"

// timeSpent is not known here; the test's own time limit holds.
func timeSpent() time.Duration { return 0 }
