package exhibit

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/near"
)

// locate finds a file of the case below root. As written a path stays inside: the case's own reader refuses the others,
// and a plan made by other means is refused here. Symbolic links are followed.
func locate(root, name string) (string, *evidence.Problem) {
	ref, err := casefile.ParseFile(name)
	if err != nil {
		return "", problem("lies outside the case's folder", "copy the file into the folder and name it from there", err)
	}
	abs := filepath.Join(root, filepath.FromSlash(ref.Path))
	_, err = os.Stat(abs)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return abs, nil // whether it can be opened is found by opening it
	}
	if same := walk(root, ref.Path, sameLetters); same != "" {
		return filepath.Join(root, filepath.FromSlash(same)), nil
	}
	return "", missing(root, ref.Path, err)
}

// sameLetters picks the name whose accents are merely stored in another way, as they are on a Mac (UAX 15).
func sameLetters(names []string, want string) string {
	for _, n := range names {
		if norm.NFC.String(n) == norm.NFC.String(want) {
			return n
		}
	}
	return ""
}

// missing is the problem of a file that is not there, with the name that was probably meant.
func missing(root, name string, err error) *evidence.Problem {
	do := "put it there, or correct the name in the case file"
	meant := walk(root, name, func(names []string, want string) string {
		for _, n := range names {
			if strings.EqualFold(n, want) {
				return n
			}
		}
		return near.Name(want, names)
	})
	if meant != "" && meant != name {
		do = `did you mean "` + meant + `"?`
	}
	return problem("is not there", do, err)
}

// walk follows a path element by element, by the names that pick chooses among those that are there; empty where
// it chooses none.
func walk(root, name string, pick func(names []string, want string) string) string {
	at := ""
	for want := range strings.SplitSeq(name, "/") {
		entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(at)))
		if err != nil {
			return ""
		}
		names := make([]string, len(entries))
		for i, e := range entries {
			names[i] = e.Name()
		}
		got := pick(names, want)
		if got == "" {
			return ""
		}
		at = path.Join(at, got)
	}
	return at
}
