package layered

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

func both() FS {
	return New(
		fstest.MapFS{"a.txt": {Data: []byte("firm")}, "d/new.txt": {Data: []byte("firm new")}},
		fstest.MapFS{"a.txt": {Data: []byte("built in")}, "b.txt": {Data: []byte("built in b")}, "d/old.txt": {Data: []byte("old")}},
	)
}

func TestReadFile(t *testing.T) {
	for name, want := range map[string]string{
		"a.txt": "firm", "b.txt": "built in b", "d/new.txt": "firm new", "d/old.txt": "old",
	} {
		got, err := fs.ReadFile(both(), name)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	if _, err := fs.ReadFile(both(), "none.txt"); err == nil {
		t.Error("a missing file must be an error")
	}
}

func TestGlobSeesTheUnion(t *testing.T) {
	got, err := fs.Glob(both(), "d/*.txt")
	if err != nil || !slices.Equal(got, []string{"d/new.txt", "d/old.txt"}) {
		t.Errorf("glob %v, %v", got, err)
	}
	top, err := fs.ReadDir(both(), ".")
	if err != nil || len(top) != 3 {
		t.Errorf("top %v, %v; want a.txt, b.txt and d", top, err)
	}
}

func TestWithoutAnUpperFolder(t *testing.T) {
	l := New(nil, fstest.MapFS{"b.txt": {Data: []byte("b")}})
	if err := fstest.TestFS(l, "b.txt"); err != nil {
		t.Error(err)
	}
	if l.Overrides("b.txt") || !l.BuiltIn("b.txt") {
		t.Error("b.txt is built in and nothing overrides it")
	}
}

func TestOverrides(t *testing.T) {
	if !both().Overrides("a.txt") || both().Overrides("b.txt") || both().BuiltIn("d/new.txt") {
		t.Error("a.txt is the firm's, b.txt is not, d/new.txt is not built in")
	}
}
