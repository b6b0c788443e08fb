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

// refuseForeign refuses to put a packet or its manifest over a file that is none of ours: with `-o case.pdf` in
// another case's folder the manifest would take the place of that case, with `-o exhibits/lease.pdf` the packet that
// of an exhibit. A packet is ours if its manifest lies beside it; force replaces any other file that is not empty.
func refuseForeign(target string, force bool) error {
	path := manifestPath(target)
	ours, err := isManifest(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuseUnknown(target, force)
	case err != nil:
		return err
	case !ours:
		return withHint(fmt.Errorf("%q exists and is no manifest of ours", path), "the manifest takes the packet's name; choose another name with -o")
	}
	return nil
}

// refuseUnknown refuses a target that exists and has no manifest beside it.
func refuseUnknown(target string, force bool) error {
	info, err := os.Stat(target)
	if force || err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil // what else stands in the way, writing tells
	}
	return withHint(fmt.Errorf("%q exists and no manifest of ours lies beside it", target), "choose another name with -o, or replace it with --force")
}

// isManifest reports whether a file is a manifest of ours.
func isManifest(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	var head struct {
		Program string          `json:"program"`
		Packet  json.RawMessage `json:"packet"`
	}
	return json.NewDecoder(f).Decode(&head) == nil && strings.HasPrefix(head.Program, "parolepack") && len(head.Packet) > 0, nil
}
