package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// manifestPath is the manifest's place: the packet's, ending in .json.
func manifestPath(target string) string {
	return strings.TrimSuffix(target, filepath.Ext(target)) + ".json"
}

// refuseForeign refuses to put a manifest over a file that is none of ours: with `-o case.pdf` in
// another case's folder it would take the place of that case.
func refuseForeign(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	var head struct {
		Program string          `json:"program"`
		Packet  json.RawMessage `json:"packet"`
	}
	if json.NewDecoder(f).Decode(&head) == nil && strings.HasPrefix(head.Program, "parolepack") && len(head.Packet) > 0 {
		return nil
	}
	return withHint(fmt.Errorf("%q exists and is no manifest of ours", path), "the manifest takes the packet's name; choose another name with -o")
}
