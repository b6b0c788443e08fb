package output

import (
	"errors"
	"os"
	"syscall"
)

// The codes of Windows for what the portable errors do not tell apart.
const (
	accessDenied     = syscall.Errno(5)
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
	handleDiskFull   = syscall.Errno(39)
	errDiskFull      = syscall.Errno(112)
	fileTooLarge     = syscall.Errno(223)
)

// busy tells whether a file could not be replaced because a program holds it open.
func busy(err error) bool {
	if errors.Is(err, sharingViolation) || errors.Is(err, lockViolation) {
		return true
	}
	var link *os.LinkError
	return errors.As(err, &link) && errors.Is(err, accessDenied)
}

// diskFull tells whether the disk is full.
func diskFull(err error) bool {
	return errors.Is(err, handleDiskFull) || errors.Is(err, errDiskFull)
}

// tooLarge tells whether a file outgrew what the disk allows, as FAT does at four gigabytes.
func tooLarge(err error) bool { return errors.Is(err, fileTooLarge) }

// syncFolder does nothing: Windows keeps names safe itself.
func syncFolder(string) {}
