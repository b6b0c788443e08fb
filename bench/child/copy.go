package child

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// copyBuffer is how much is read and written at a time.
const copyBuffer = 256 << 10

// copyFiles is the yardstick: it copies files into one through a buffer, hashes what it reads, each file by itself, and what it
// writes, syncs the file and gives it its name.
func copyFiles(to string, from []string) error {
	out, err := os.CreateTemp(filepath.Dir(to), ".copy-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	written, buf := sha256.New(), make([]byte, copyBuffer)
	for _, name := range from {
		if err := copyFile(io.MultiWriter(out, written), name, buf); err != nil {
			return errors.Join(err, out.Close())
		}
	}
	written.Sum(nil)
	if err := errors.Join(out.Sync(), out.Close()); err != nil {
		return err
	}
	return os.Rename(out.Name(), to)
}

// copyFile copies and hashes one file.
func copyFile(w io.Writer, name string, buf []byte) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	read := sha256.New()
	if _, err := io.CopyBuffer(w, io.TeeReader(f, read), buf); err != nil {
		return err
	}
	read.Sum(nil)
	return nil
}
