//go:build !windows

package output

import (
	"errors"
	"os"
	"syscall"
)

// busy tells whether a file could not be replaced because a program holds it open, which Unix seldom minds.
func busy(err error) bool {
	return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY)
}

// diskFull tells nothing that the portable errors do not.
func diskFull(error) bool { return false }

// tooLarge tells whether a file outgrew what the disk, or a limit on the user, allows.
func tooLarge(err error) bool { return errors.Is(err, syscall.EFBIG) }

// syncFolder makes a new name outlast a power cut. Some file systems cannot; the bytes are safe either way.
func syncFolder(dir string) {
	f, err := os.Open(dir)
	if err != nil {
		return
	}
	defer f.Close()
	_ = f.Sync()
}
