package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/font"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func lay(t testing.TB, style Style, markdown string) []Page {
	t.Helper()
	pages, err := Lay(font.NewSet(), style, markdown)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// textOfAll joins the words of all pages.
func textOfAll(pages []Page) string {
	var out []string
	for _, p := range pages {
		out = append(out, strings.Fields(p.Text())...)
	}
	return strings.Join(out, " ")
}

// dump writes pages with every coordinate, for goldens.
func dump(pages []Page) string {
	var out strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&out, "page %d, %g x %g\n", i+1, p.Width, p.Height)
		for _, r := range p.Runs {
			fmt.Fprintf(&out, "%8.3f %8.3f %8.3f  %s %g", r.X, r.Y, r.Width, r.Face, r.Size)
			if r.Space != 0 {
				fmt.Fprintf(&out, " space %g", r.Space)
			}
			if r.Gray != 0 {
				fmt.Fprintf(&out, " gray %g", r.Gray)
			}
			fmt.Fprintf(&out, "  %q\n", r.Text)
		}
		for _, r := range p.Rules {
			fmt.Fprintf(&out, "rule %g %g %g x %g gray %g\n", r.X, r.Y, r.W, r.H, r.Gray)
		}
		for _, l := range p.Links {
			fmt.Fprintf(&out, "link %g %g %g x %g %s\n", l.X, l.Y, l.W, l.H, l.Target)
		}
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s changed; run with -update and look at the difference\n%s", file, got)
	}
}

// soundness holds what is true of every page: nothing lies outside the margins or in the footer's band, nothing in the
// body is wider than its measure, and each run is as wide as its glyphs.
func soundness(t testing.TB, style Style, pages []Page) {
	t.Helper()
	set := font.NewSet()
	for i, p := range pages {
		for _, r := range p.Runs {
			face, err := set.Face(r.Face)
			if err != nil {
				t.Fatal(err)
			}
			if r.X < style.Margins.Left-0.01 || r.X+r.Width > p.Width-style.Margins.Right+0.01 {
				t.Errorf("page %d: %q from %.3f to %.3f is outside the margins", i+1, r.Text, r.X, r.X+r.Width)
			}
			if r.Y < 20 || r.Y > p.Height-footerBand {
				t.Errorf("page %d: %q at %.3f", i+1, r.Text, r.Y)
			}
			spaces := strings.Count(r.Text, " ") + strings.Count(r.Text, noBreak)
			if want := face.Width(r.Text, r.Size) + r.Space*float64(spaces); want-r.Width > 0.1 || r.Width-want > 0.1 {
				t.Errorf("page %d: %q is %.3f wide, its glyphs %.3f", i+1, r.Text, r.Width, want)
			}
		}
		for _, r := range p.Rules {
			if r.X < style.Margins.Left-0.01 || r.X+r.W > p.Width-style.Margins.Right+0.01 || r.Y+r.H > p.Height-footerBand {
				t.Errorf("page %d: rule %+v is outside the margins", i+1, r)
			}
		}
	}
}
