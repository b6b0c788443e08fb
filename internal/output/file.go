package output

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Options says what a target must not be.
type Options struct {
	// Inputs are the files that the run reads. A target that is one of them, by name, by symbolic link or by
	// hard link, is refused.
	Inputs []string
}

// File writes one file whole or not at all: write fills a temporary file beside path, which then takes
// path's name. An error of write is returned as it came, unless it is the disk's; a failure of the system and a refused
// target are an *Error. A cancelled ctx stops the writing with its cause.
func File(ctx context.Context, path string, o Options, write func(io.Writer) error) error {
	p, err := Create(ctx, path, o)
	if err != nil {
		return err
	}
	defer p.Abort()
	if err := write(p); err != nil {
		return p.Explain(err)
	}
	return p.Commit()
}

// Folder makes a folder and those above it, open to its owner alone (mode 0700). A folder that exists is left as
// it is.
func Folder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return explain(path, err)
	}
	return nil
}

// NewFolder is Folder for one that is wanted only with what comes into it: undo takes away the folders that it made, as far
// as they are empty.
func NewFolder(path string) (undo func(), err error) {
	var made []string
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		made = append(made, at)
	}
	undo = func() {
		for _, dir := range made {
			if os.Remove(dir) != nil {
				return
			}
		}
	}
	if err := Folder(path); err != nil {
		undo()
		return nil, err
	}
	return undo, nil
}
