package child

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"parolepack/bench/material"
	"parolepack/internal/pdf"
)

func TestJobs(t *testing.T) {
	ctx := context.Background()
	set, err := material.Make(ctx, t.TempDir(), "", material.Smoke())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	copied, joined, page := filepath.Join(dir, "copy"), filepath.Join(dir, "joined.pdf"), filepath.Join(dir, "page.pdf")
	if err := Run(ctx, append([]string{"copy", copied}, set.Files()...)); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(copied); err != nil || info.Size() != set.Bytes {
		t.Errorf("the copy is not as long as what it copies: %v", err)
	}
	if err := Run(ctx, append([]string{"assemble", joined}, set.Files()...)); err != nil {
		t.Fatal(err)
	}
	form := pagesOf(t, set.Form)
	if got, want := pagesOf(t, joined), form+8; got != want {
		t.Errorf("%d pages joined, want %d", got, want)
	}
	if err := Run(ctx, []string{"page", page, joined}); err != nil {
		t.Fatal(err)
	}
	if got := pagesOf(t, page); got != 1 {
		t.Errorf("%d pages, want one", got)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 3 {
		t.Errorf("%d files left, %v", len(left), err)
	}
}

func pagesOf(t *testing.T, path string) int {
	t.Helper()
	d, err := pdf.OpenFile(path, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	n, err := d.PageCount()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestUnknownJob(t *testing.T) {
	for _, args := range [][]string{nil, {"copy"}, {"nothing", "a", "b"}} {
		if err := Run(context.Background(), args); err == nil {
			t.Errorf("%q is a job", args)
		}
	}
	missing := filepath.Join(t.TempDir(), "missing")
	if err := Run(context.Background(), []string{"copy", missing + ".out", missing}); err == nil {
		t.Error("a file that is not there is copied")
	}
}
