package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFormsPrefersEnvironment(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PAROLEPACK_FORMS", dir)
	if got := Forms(t); got != dir {
		t.Fatalf("Forms = %q, want %q", got, dir)
	}
}

func TestModuleRootHoldsGoMod(t *testing.T) {
	root, ok := moduleRoot()
	if !ok {
		t.Fatal("no module root above a package of the module")
	}
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
}

func TestAbsentFolderSkips(t *testing.T) {
	skipped := false
	t.Run("inner", func(t *testing.T) {
		defer func() { skipped = t.Skipped() }()
		beside(t, "no-such-folder", "absent on purpose")
	})
	if !skipped {
		t.Fatal("an absent folder must skip the test")
	}
}
