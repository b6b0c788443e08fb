package mend

import (
	"syscall"
	"unsafe"
)

// bound bounds the data that a process may hold, in bytes (prlimit(2), RLIMIT_DATA). A kernel that refuses leaves it
// unbounded in memory; time and output are bounded all the same.
func bound(pid int, data uint64) {
	limit := syscall.Rlimit{Cur: data, Max: data}
	_, _, _ = syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(pid), syscall.RLIMIT_DATA, uintptr(unsafe.Pointer(&limit)), 0, 0, 0)
}
