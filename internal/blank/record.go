package blank

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// RecordPath is where the hash of a stored blank lies: beside it, as sha256sum writes and checks it.
func RecordPath(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".sha256"
}

// Record is the content of a record: a blank's SHA-256 in hexadecimal and its file's name.
func Record(sum, path string) string {
	return sum + "  " + filepath.Base(path) + "\n"
}

// A ChangedError is a stored blank that is not what was stored.
type ChangedError struct{ Path string }

// Error says so; whoever prints it names the file.
func (e *ChangedError) Error() string { return "it was changed after it was stored" }

// Hint is the way out.
func (e *ChangedError) Hint() string {
	return "download the blank again and run: parolepack forms add FILE"
}

// mostRecord is longer than any record.
const mostRecord = 4096

// Recorded holds a blank against its record: recorded is false where it has none, and the error a *ChangedError where the
// two differ.
func Recorded(path string) (recorded bool, err error) {
	want, err := readRecord(RecordPath(path))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	got, err := Sum(path)
	if err == nil && got != want {
		err = &ChangedError{Path: path}
	}
	return true, err
}

func readRecord(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostRecord))
	sum, _, _ := strings.Cut(string(data), " ")
	return sum, err
}

// Sum is the SHA-256 of a file in hexadecimal.
func Sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, f)
	return fmt.Sprintf("%x", hash.Sum(nil)), err
}
