package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// CaseFile is the name of the file that makes a folder a case.
const CaseFile = "case.json"

// ErrNoCases says that a folder or list names no case.
var ErrNoCases = errors.New("no case found")

// Find lists the case files of a batch: every case.json below a folder, in path order and not
// below skip (the output folder), or, where root is a file, the cases that it names a line each,
// relative to the list. A folder that is itself a case holds no others.
func Find(root, skip string) ([]string, error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, err
	}
	list := readList
	if info.IsDir() {
		list = walk
	}
	found, err := list(root, skip)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s: %w", root, ErrNoCases)
	}
	return found, err
}

func walk(root, skip string) ([]string, error) {
	var found []string
	hidden, _ := os.Stat(skip)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil && hidden != nil && os.SameFile(info, hidden) && path != root {
			return fs.SkipDir
		}
		file := filepath.Join(path, CaseFile)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			found = append(found, file)
			return fs.SkipDir
		}
		return nil
	})
	return found, err
}

// readList reads a list of cases: a path a line, empty lines and # comments passed over.
func readList(path, _ string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var found []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !filepath.IsAbs(line) {
			line = filepath.Join(filepath.Dir(path), filepath.FromSlash(line))
		}
		if info, err := os.Stat(line); err == nil && info.IsDir() {
			line = filepath.Join(line, CaseFile)
		}
		found = append(found, line)
	}
	return found, lines.Err()
}
