//go:build !unix

package pdf_test

import (
	"os"
	"time"
)

// peakMemory is not known here.
func peakMemory(*os.ProcessState) int64 { return 0 }

// timeSpent is not known here; the test's own time limit holds.
func timeSpent() time.Duration { return 0 }
