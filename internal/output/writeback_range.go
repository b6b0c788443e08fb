//go:build linux && (amd64 || arm64)

package output

import (
	"os"
	"syscall"
)

// writeback asks the system to begin to bring n bytes at off to the disk, so that the sync at the end finds little left to do.
// It is a hint: where it cannot be followed the sync does all of it.
func writeback(f *os.File, off, n int64) {
	const begin = 2 // SYNC_FILE_RANGE_WRITE, sync_file_range(2)
	_ = syscall.SyncFileRange(int(f.Fd()), off, n, begin)
}
