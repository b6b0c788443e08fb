package output

import (
	"context"
	"errors"
	"io/fs"
	"syscall"
)

// An Error is a file that could not be written: which, why, and the way out.
type Error struct {
	// Path is the target as the caller gave it.
	Path string
	// Problem completes the sentence `"packet.pdf" …`.
	Problem string
	// Way is the way out, one sentence without a full stop.
	Way string
	// Err is the cause; nil where the target itself was refused.
	Err error
}

// Error names the file and what is wrong with it.
func (e *Error) Error() string { return `"` + e.Path + `" ` + e.Problem }

// Hint returns the way out.
func (e *Error) Hint() string { return e.Way }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// A reason is how one kind of failure is told.
type reason struct {
	is           func(error) bool
	problem, way string
}

// reasons are tried in order; the first that fits tells.
func reasons() []reason {
	oneOf := func(targets ...error) func(error) bool {
		return func(err error) bool {
			for _, t := range targets {
				if errors.Is(err, t) {
					return true
				}
			}
			return false
		}
	}
	return []reason{
		{full, "cannot be written: the disk is full", "free some space, or choose another place with -o"},
		{tooLarge, "cannot be written: it is larger than files may be here", "choose another place with -o"},
		{busy, "is open in another program", "close it there, or choose another name with -o"},
		{oneOf(syscall.EROFS), "cannot be written: the disk is read-only", "choose another place with -o"},
		{oneOf(fs.ErrNotExist), "cannot be written: its folder does not exist", "create the folder, or choose another place with -o"},
		{oneOf(syscall.ENOTDIR), "cannot be written: a part of its path is not a folder", "choose another place with -o"},
		{oneOf(fs.ErrPermission), "cannot be written: no permission for its folder", "change the folder's permissions, or choose another place with -o"},
		{oneOf(syscall.ENAMETOOLONG), "cannot be written: its name is too long", "choose a shorter name with -o"},
	}
}

// explain turns a failure of the system into an Error. A cancelled run stays what it is, and so does an Error.
func explain(path string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	for _, r := range reasons() {
		if r.is(err) {
			return &Error{Path: path, Problem: r.problem, Way: r.way, Err: err}
		}
	}
	return &Error{Path: path, Problem: "cannot be written: " + cause(err), Way: "choose another place with -o", Err: err}
}

// full tells whether a disk or a quota has no room left.
func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || diskFull(err)
}

// cause is the system's own words, without the name of the temporary file, which means nothing to a reader.
func cause(err error) string {
	var code syscall.Errno
	if errors.As(err, &code) {
		return code.Error()
	}
	return err.Error()
}
