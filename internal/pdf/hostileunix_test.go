//go:build unix

package pdf_test

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// peakMemory is the largest resident set of a process in bytes, or 0 where the system counts it otherwise.
func peakMemory(s *os.ProcessState) int64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok || runtime.GOOS != "linux" {
		return 0
	}
	return usage.Maxrss << 10
}

// timeSpent is how long processors have worked for this process.
func timeSpent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
