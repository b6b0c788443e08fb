//go:build unix

package pdf_test

import (
	"syscall"
	"time"
)

// timeSpent is how long processors have worked for this process.
func timeSpent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
