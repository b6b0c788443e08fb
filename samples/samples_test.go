package samples

import (
	"io/fs"
	"path"
	"testing"

	"parolepack/internal/casefile"
)

// TestCasesAreWhole holds that each sample reads, and that every file it names is there and every
// exhibit there is named.
func TestCasesAreWhole(t *testing.T) {
	folders, err := fs.Glob(FS, "*/case.json")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range folders {
		data, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(name)
		f, err := casefile.Read(name, data, casefile.Options{Text: func(p string) ([]byte, error) { return fs.ReadFile(FS, path.Join(dir, p)) }})
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, file := range exhibitFiles(t, f.Case) {
			named[path.Join(dir, file)] = true
			if _, err := fs.Stat(FS, path.Join(dir, file)); err != nil {
				t.Error(err)
			}
		}
		present, err := fs.Glob(FS, dir+"/exhibits/*")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range present {
			if !named[file] {
				t.Errorf("%s is named by no exhibit", file)
			}
		}
	}
}

// exhibitFiles lists the files that a case names.
func exhibitFiles(t *testing.T, c *casefile.Case) []string {
	t.Helper()
	var list []string
	add := func(written string) {
		ref, err := casefile.ParseFile(written)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, ref.Path)
	}
	for _, e := range c.Exhibits {
		for _, file := range e.Files {
			add(file)
		}
		if e.Translation != nil {
			add(e.Translation.File)
			add(e.Translation.Certificate)
		}
	}
	return list
}
