package output

import (
	"os"
	"path/filepath"
)

// resolve returns where a file of this name goes, or refuses it.
func resolve(path string, o Options) (string, error) {
	target := path
	if to, err := filepath.EvalSymlinks(path); err == nil {
		target = to // the file behind the link is written, and the link stays
	}
	info, err := os.Stat(target)
	if err == nil {
		if err := refuse(path, info); err != nil {
			return "", err
		}
	}
	for _, in := range o.Inputs {
		if same(target, info, in) {
			return "", &Error{Path: path, Problem: "is one of the files that the packet is made from", Way: "choose another name with -o"}
		}
	}
	return target, nil
}

// refuse says why what stands under the name cannot be replaced.
func refuse(path string, info os.FileInfo) error {
	switch {
	case info.IsDir():
		return &Error{Path: path, Problem: "is a folder", Way: "name a file in it with -o"}
	case !info.Mode().IsRegular():
		return &Error{Path: path, Problem: "is a device and not a file", Way: "name a file with -o"}
	}
	return nil
}

// same tells whether the target, whose info is nil where it does not exist, is the input.
func same(target string, info os.FileInfo, input string) bool {
	if clean(target) == clean(input) {
		return true
	}
	if info == nil {
		return false
	}
	other, err := os.Stat(input)
	return err == nil && os.SameFile(info, other)
}

// clean returns the path from the root, without detours.
func clean(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	return abs
}
