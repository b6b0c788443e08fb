package exhibit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/evidence"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// shelved is a plan of exhibits, each a list of files, one page of each.
func shelved(t *testing.T, root string, exhibits ...[]string) *plan.Plan {
	p := &plan.Plan{Facts: evidence.Facts{Files: map[string]evidence.File{}}}
	for i, files := range exhibits {
		x := &plan.ExhibitPart{ID: fmt.Sprint(i), Label: "Exhibit A", Rotate: 90}
		for _, file := range files {
			f := probed(t, root, caseOf(file))[file]
			if f.Problem != nil {
				t.Fatalf("%s %s", file, f.Problem.Summary)
			}
			p.Facts.Files[file] = f
			x.Sources = append(x.Sources, plan.Source{Path: file, Kind: f.Kind, Pages: []int{1}})
		}
		p.Parts = append(p.Parts, plan.Part{ID: "exhibit/" + x.ID, Kind: plan.Exhibit, Pages: len(files), Exhibit: x})
	}
	return p
}

func TestShelfGivesEachSourceInTurn(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 3))
	put(t, root, "b.jpg", jpegOf(t, corners(9, 9)))
	put(t, root, "c.png", pngOf(t, corners(9, 9)))
	p := shelved(t, root, []string{"a.pdf", "b.jpg", "c.png"}, []string{"a.pdf"})
	s := NewShelf(p, nil)
	var seen []string
	for i := range p.Parts {
		for pages, err := range s.Pages(&p.Parts[i]) {
			must(t, err)
			one, err := pages[0].Doc.Page(pages[0].Number)
			must(t, err)
			seen = append(seen, fmt.Sprintf("%.0f fit %v turn %d open %d", one.MediaBox.Width(), pages[0].Fit, pages[0].Turn, len(s.open)))
		}
	}
	// a.pdf stays open until its last use, the others for one batch each
	want := "612 fit true turn 90 open 1; 4 fit true turn 90 open 2; 4 fit true turn 90 open 2; 612 fit true turn 90 open 1"
	if got := strings.Join(seen, "; "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if len(s.open) != 0 {
		t.Errorf("%d files stayed open", len(s.open))
	}
}

// The same document is given for both uses of a file, so that the packet holds its objects once.
func TestAFileUsedTwiceIsOneDocument(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 3))
	p := shelved(t, root, []string{"a.pdf", "a.pdf"})
	s := NewShelf(p, nil)
	docs := map[any]bool{}
	for pages, err := range s.Pages(&p.Parts[0]) {
		must(t, err)
		docs[pages[0].Doc] = true
	}
	if len(docs) != 1 {
		t.Errorf("%d documents", len(docs))
	}
}

func TestShelfNamesTheFile(t *testing.T) {
	root := t.TempDir()
	put(t, root, "a.pdf", pdfOf(t, 1))
	put(t, root, "b.pdf", pdfOf(t, 1))
	for name, spoil := range map[string]func(){
		"gone":    func() { os.Remove(filepath.Join(root, "b.pdf")) },
		"changed": func() { put(t, root, "b.pdf", pdfOf(t, 7)) },
	} {
		p := shelved(t, root, []string{"a.pdf", "b.pdf"})
		s := NewShelf(p, nil)
		spoil()
		var last error
		for _, err := range s.Pages(&p.Parts[0]) {
			last = err
		}
		if last == nil || !strings.HasPrefix(last.Error(), `"b.pdf": `) {
			t.Errorf("%s: got %v", name, last)
		}
		must(t, s.Close())
		put(t, root, "b.pdf", pdfOf(t, 1))
	}
}

// A password that one exhibit gives opens the file for every exhibit that holds it.
func TestAPasswordIsGivenOnceAFile(t *testing.T) {
	p := &plan.Plan{Parts: []plan.Part{{}, {}}}
	for i := range p.Parts {
		p.Parts[i].Exhibit = &plan.ExhibitPart{Sources: []plan.Source{{
			Path: "locked.pdf", Abs: filepath.Join(testkit.Corpus(t), "issue6010_1.pdf"), Kind: evidence.PDF, Pages: []int{1},
		}}}
	}
	p.Parts[1].Exhibit.Password = "abc"
	s := NewShelf(p, nil)
	for i := range p.Parts {
		for _, err := range s.Pages(&p.Parts[i]) {
			must(t, err)
		}
	}
	p.Parts[1].Exhibit.Password = "no"
	for _, err := range NewShelf(p, nil).Pages(&p.Parts[0]) {
		if !errors.Is(err, pdf.ErrPassword) {
			t.Errorf("got %v", err)
		}
	}
}
