package exhibit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBeginHashesWhileOthersGoOn(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 2))
	put(t, root, "b.pdf", pdfOf(t, 3))
	c := caseOf("a.pdf", "b.pdf")
	whole, err := Probe(t.Context(), root, c, 3, nil)
	if err != nil {
		t.Fatal(err)
	}
	facts, sums, err := Begin(t.Context(), root, c, 3, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := facts.Files["b.pdf"]; got.Pages != 3 || got.SHA256 != "" {
		t.Errorf("begun with %+v", got)
	}
	if err := sums.Settle(facts); err != nil {
		t.Fatal(err)
	}
	for name, want := range whole.Files {
		if got := facts.Files[name]; got.SHA256 != want.SHA256 || len(got.SHA256) != 64 || got.Size != want.Size {
			t.Errorf("%s settled as %+v, probed as %+v", name, got, want)
		}
	}
	sums.Stop()
}

func TestAFileThatChangesWhileItIsHashed(t *testing.T) {
	root := t.TempDir()
	for name, change := range map[string]func(path string) error{
		"longer":  func(path string) error { return os.WriteFile(path, append(pdfOf(t, 1), ' '), 0o600) },
		"shorter": func(path string) error { return os.Truncate(path, 20) },
		"gone":    os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(root, "a.pdf")
			put(t, root, "a.pdf", pdfOf(t, 1))
			facts, err := Probe(t.Context(), root, caseOf("a.pdf"), 1, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			sums := newSums(t.Context(), 1, 1)
			sums.add(facts.Files["a.pdf"])
			sums.close()
			err = sums.Settle(facts)
			var hint interface{ Hint() string }
			if err == nil || !strings.Contains(err.Error(), `"a.pdf"`) || !errors.As(err, &hint) || hint.Hint() == "" {
				t.Errorf("settled with %v", err)
			}
			if f := facts.Files["a.pdf"]; f.Problem == nil || f.Pages != 0 {
				t.Errorf("the file is still %+v", f)
			}
		})
	}
}

func TestHashingStops(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 1))
	ctx, cancel := context.WithCancel(t.Context())
	_, sums, err := Begin(ctx, root, caseOf("a.pdf"), 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	sums.Stop()
	cancel()
	if _, _, err := Begin(ctx, root, caseOf("a.pdf"), 1, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run begins: %v", err)
	}
}
