// Package testkit tells tests where the official blanks and the hard PDFs are.
//
// Neither may be part of the project, so a test that needs them must work
// where they are absent: it skips, and says why.
package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

// Forms returns the folder that holds the agency's blank forms and their
// field inventories: $PAROLEPACK_FORMS, or shared/forms beside the module
// root. Where neither is a folder the test is skipped.
func Forms(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("PAROLEPACK_FORMS"); isDir(dir) {
		return dir
	}
	return beside(t, "forms", "no official blanks: set PAROLEPACK_FORMS or put them in shared/forms beside the module")
}

// Corpus returns the folder of PDF files that real readers stumble over:
// shared/corpus beside the module root. Where it is absent the test is
// skipped.
func Corpus(t testing.TB) string {
	t.Helper()
	return beside(t, "corpus", "no PDF corpus: put it in shared/corpus beside the module")
}

// Cache returns a folder of the user's cache that tests share, so that the engine which draws pages is compiled once a
// machine and not once a test.
func Cache(t testing.TB) string {
	t.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	return filepath.Join(dir, "parolepack-tests")
}

// SmallCorpus returns the files of the corpus that are no longer than most bytes, in the order of
// their names, to seed a fuzz target with; none where there is no corpus.
func SmallCorpus(t testing.TB, most int64) [][]byte {
	t.Helper()
	root, ok := moduleRoot()
	if !ok {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(root), "shared", "corpus", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil || info.Size() > most {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// beside returns ../shared/name seen from the module root, or skips.
func beside(t testing.TB, name, reason string) string {
	t.Helper()
	root, ok := moduleRoot()
	if !ok {
		t.Skip("no module root above the working folder")
	}
	dir := filepath.Join(filepath.Dir(root), "shared", name)
	if !isDir(dir) {
		t.Skip(reason)
	}
	return dir
}

// moduleRoot walks up from the working folder to the one that holds go.mod.
func moduleRoot() (string, bool) {
	dir, err := os.Getwd()
	if err != nil {
		return "", false
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", false
		}
		dir = up
	}
}

// isDir tells whether path names an existing folder.
func isDir(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}
