package exhibit

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/mend"
	"parolepack/internal/plan"
)

// A mender is a repairer that gives one copy, whatever is damaged.
type mender struct {
	copy  []byte
	calls []string
}

func (m *mender) Name(context.Context) string { return "mender 1.0" }

func (m *mender) Repair(_ context.Context, path, password string, w io.Writer) error {
	m.calls = append(m.calls, filepath.Base(path)+":"+password)
	if m.copy == nil {
		return errors.New("beyond repair")
	}
	_, err := w.Write(m.copy)
	return err
}

// ruin is a PDF whose catalog is gone.
const ruin = "%PDF-1.7\n1 0 obj\n<< /Type /Pages /Count 0 >>\nendobj\ntrailer << /Size 2 >>\n%%EOF\n"

// probedWith probes a case of one exhibit with what a mender makes of damaged files.
func probedWith(t *testing.T, root string, m *mender, c *casefile.Case) (evidence.Facts, *mend.Store) {
	t.Helper()
	store := mend.NewStore(mend.Limits{}, m)
	t.Cleanup(func() { must(t, store.Close()) })
	facts, err := Probe(t.Context(), root, c, 2, store)
	must(t, err)
	return facts, store
}

func TestADamagedFileIsReadFromItsMendedCopy(t *testing.T) {
	root, m := t.TempDir(), &mender{copy: pdfOf(t, 3)}
	put(t, root, "a.pdf", []byte(ruin))
	c := caseOf("a.pdf")
	c.Exhibits[0].Password = "open"
	facts, store := probedWith(t, root, m, c)
	f := facts.Files["a.pdf"]
	if f.Problem != nil || f.Pages != 3 || f.MendedBy != "mender 1.0" || f.Size != int64(len(ruin)) {
		t.Fatalf("probed as %+v", f)
	}
	s := NewShelf(&plan.Plan{Facts: facts}, store)
	pages, err := s.source(plan.Source{Path: "a.pdf", Kind: evidence.PDF, Pages: []int{3}}, &plan.ExhibitPart{})
	must(t, err)
	if _, err := pages[0].Doc.Page(3); err != nil {
		t.Error(err)
	}
	must(t, s.Close())
	if got := strings.Join(m.calls, " "); got != "a.pdf:open" {
		t.Errorf("mended %q, want one call", got)
	}
	must(t, os.WriteFile(filepath.Join(root, "a.pdf"), []byte(ruin+"x"), 0o600))
	if _, err := s.source(plan.Source{Path: "a.pdf", Kind: evidence.PDF, Pages: []int{1}}, &plan.ExhibitPart{}); !errors.Is(err, errChanged) {
		t.Errorf("an original that changed gives %v", err)
	}
	must(t, os.WriteFile(filepath.Join(root, "a.pdf"), []byte(ruin), 0o600))
	if _, err := NewShelf(&plan.Plan{Facts: facts}, nil).source(plan.Source{Path: "a.pdf", Kind: evidence.PDF, Pages: []int{1}}, &plan.ExhibitPart{}); !errors.Is(err, errGone) {
		t.Errorf("a copy that is gone gives %v", err)
	}
}

func TestPageRangesAreHeldAgainstTheMendedCopy(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", []byte(ruin))
	facts, _ := probedWith(t, root, &mender{copy: pdfOf(t, 3)}, caseOf("a.pdf#2-5"))
	if f := facts.Files["a.pdf"]; f.Problem == nil || f.Problem.Summary != "has 3 pages, and page 4 is asked for" {
		t.Errorf("probed as %+v", f)
	}
}

func TestWhatNobodyMends(t *testing.T) {
	for name, c := range map[string]struct {
		file    []byte
		m       *mender
		summary string
		calls   int
		hint    bool
	}{
		"beyond repair": {[]byte(ruin), &mender{}, "is a damaged PDF", 1, true},
		"garbage":       {[]byte(ruin), &mender{copy: []byte("garbage")}, "is a damaged PDF", 1, true},
		"no pages":      {[]byte(ruin), &mender{copy: pdfOf(t, 0)}, "is a damaged PDF", 1, true},
		"as damaged":    {[]byte(ruin), &mender{copy: []byte(ruin)}, "is a damaged PDF", 1, true},
		"a sound file":  {pdfOf(t, 1), &mender{}, "", 0, false},
		"another kind":  {[]byte("PK\x03\x04 words"), &mender{copy: pdfOf(t, 1)}, "is a Word, Excel or ZIP file; exhibits are PDF, JPEG or PNG", 0, false},
		"no pdf":        {[]byte("words alone"), &mender{copy: pdfOf(t, 1)}, "is a damaged PDF", 0, false},
		"a bad picture": {[]byte("\xFF\xD8\xFF"), &mender{copy: pdfOf(t, 1)}, "is damaged: ", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			put(t, root, "a.pdf", c.file)
			facts, _ := probedWith(t, root, c.m, caseOf("a.pdf"))
			f := facts.Files["a.pdf"]
			if f.MendedBy != "" || len(c.m.calls) != c.calls || (f.Problem != nil) != (c.summary != "") {
				t.Fatalf("%d calls, probed as %+v", len(c.m.calls), f)
			}
			if f.Problem != nil && !strings.HasPrefix(f.Problem.Summary, c.summary) {
				t.Errorf("%q", f.Problem.Summary)
			}
			if f.Problem != nil && strings.Contains(f.Problem.Do, "qpdf") != c.hint {
				t.Errorf("the way out is %q", f.Problem.Do)
			}
		})
	}
}

func TestALockedFileIsNotMended(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf locks the file, and is not installed")
	}
	root, m := t.TempDir(), &mender{copy: pdfOf(t, 1)}
	put(t, root, "plain.pdf", pdfOf(t, 1))
	must(t, exec.Command(qpdf, "--encrypt", "secret", "owner", "256", "--", filepath.Join(root, "plain.pdf"), filepath.Join(root, "a.pdf")).Run())
	facts, _ := probedWith(t, root, m, caseOf("a.pdf"))
	if f := facts.Files["a.pdf"]; f.Problem == nil || f.Problem.Summary != "needs a password" || len(m.calls) > 0 {
		t.Errorf("%v, probed as %+v", m.calls, f)
	}
}
