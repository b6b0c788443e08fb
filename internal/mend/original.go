package mend

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
)

// An Original is a damaged file.
type Original struct {
	// Path is where it lies, Size its bytes and SHA256 their hash in lower-case hexadecimal: a file that is no longer
	// the same is not mended.
	Path   string
	Size   int64
	SHA256 string
	// Passwords may open it; none, or any number.
	Passwords []string
}

// errChanged says that a file became another one while it was mended.
var errChanged = errors.New("the file changed meanwhile")

// unchanged reads the original again, since the repairer read it by its name.
func unchanged(o Original) error {
	f, err := os.Open(o.Path)
	if err != nil {
		return errChanged
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(f, o.Size+1)); err != nil || hex.EncodeToString(sum.Sum(nil)) != o.SHA256 {
		return errChanged
	}
	return nil
}
