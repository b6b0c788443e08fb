package main

import (
	"image"
	"image/draw"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// kept is where the sheets are.
const kept = "../../../docs/forms"

func opened(t *testing.T) *forms {
	t.Helper()
	f, err := open(os.DirFS("../../../fields"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// record reads the version of the renderer and the lines of the kept sheets.
func record(t *testing.T) (version string, lines []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(kept, recordName))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(string(data)), "\n")
	return all[0], all[1:]
}

// TestSheetsAreCurrent wants docs/forms to hold a sheet of every page of every form, drawn from what the maps and the
// practice forms are now.
func TestSheetsAreCurrent(t *testing.T) {
	f := opened(t)
	_, have := record(t)
	var want []string
	pages := 0
	for _, ed := range f.catalog.Editions() {
		_, list, err := f.plan(t.Context(), ed)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			pages += s.last - s.first + 1
			want = append(want, s.line())
			if _, err := os.Stat(filepath.Join(kept, s.name)); err != nil {
				t.Error(err)
			}
		}
		pages -= ed.Pages
	}
	if pages != 0 {
		t.Errorf("the sheets hold %+d pages more than the forms", pages)
	}
	if !slices.Equal(have, want) {
		t.Errorf("%s/%s is of other maps or practice forms: run `make forms-sheets`", kept, recordName)
	}
}

// TestSheetsShowWhatTheySay draws the sheets again where the renderer is the one that drew them and compares the points.
func TestSheetsShowWhatTheySay(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("no pdftoppm on PATH")
	}
	version, _ := record(t)
	if now, err := renderer(t.Context()); err != nil || now != version {
		t.Skipf("the sheets are drawn by %s, here is %s (%v)", version, now, err)
	}
	count := 0
	err := opened(t).each(t.Context(), func(s sheetOf, m *image.Gray) error {
		count++
		have, err := load(filepath.Join(kept, s.name))
		if err != nil {
			return err
		}
		want := image.NewGray(m.Bounds())
		draw.Draw(want, want.Bounds(), pack(m), image.Point{}, draw.Src)
		if have.Bounds() != want.Bounds() || !slices.Equal(have.Pix, want.Pix) {
			t.Errorf("%s shows something else: run `make forms-sheets`", s.name)
		}
		return nil
	})
	if err != nil || count < 10 {
		t.Error(count, err)
	}
}

func TestSheetsAreSmall(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(kept, "*"))
	if err != nil {
		t.Fatal(err)
	}
	total := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 3<<20 {
		t.Errorf("%d bytes of sheets; 3 MB are enough", total)
	}
}
