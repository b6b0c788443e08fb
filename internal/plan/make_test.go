package plan

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/catalog"
	"parolepack/internal/evidence"
	"parolepack/internal/font"
)

var update = flag.Bool("update", false, "write the goldens anew")

// builtIn and faces are read once for all tests; nothing changes them.
var (
	builtIn = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Load(os.DirFS("../../fields")) })
	faces   = sync.OnceValue(font.NewSet)
)

// medical reads the medical sample and lets a test change it before it is planned.
func medical(t *testing.T, change func(*casefile.Case)) Input {
	t.Helper()
	data, err := os.ReadFile("../../samples/medical/case.json")
	if err != nil {
		t.Fatal(err)
	}
	file, err := casefile.Read("case.json", data, casefile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(file.Case)
	}
	c, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	filing, ok := c.Filing(file.Case.Filing)
	if !ok {
		t.Fatalf("no filing %q", file.Case.Filing)
	}
	return Input{
		Case: file.Case, Place: file.Place, Catalog: c, Filing: filing, Facts: allThere(file.Case),
		Fonts: faces(), Templates: os.DirFS("../../templates"),
		AsOf:      casefile.Date{Year: 2026, Month: 11, Day: 24},
		Installed: func(form, _ string) bool { return form != "I-134" },
	}
}

// allThere gives every file of a case six pages.
func allThere(c *casefile.Case) evidence.Facts {
	facts := evidence.Facts{Files: map[string]evidence.File{}}
	add := func(file string) {
		if ref, err := casefile.ParseFile(file); err == nil {
			facts.Files[ref.Path] = evidence.File{Path: ref.Path, Kind: evidence.PDF, Pages: 6, SHA256: "00"}
		}
	}
	for _, x := range c.Exhibits {
		for _, f := range x.Files {
			add(f)
		}
		if x.Translation != nil {
			add(x.Translation.File)
			add(x.Translation.Certificate)
		}
	}
	return facts
}

func mustMake(t *testing.T, in Input) *Plan {
	t.Helper()
	p, err := Make(in)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// dump writes a plan for reading: parts, fields with their sources, the text of our own pages.
func dump(p *Plan) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%d pages, draft %v, practice %v\n", p.Title, p.Pages, p.Draft, p.Practice)
	for _, part := range p.Parts {
		fmt.Fprintf(&b, "\n== %d-%d %s [%s] under %q label %q\n", part.First, part.First+part.Pages-1, part.Title, part.ID, part.Under, part.Label)
		if part.Form != nil {
			dumpFields(&b, part.Form)
		}
		if part.Text != nil {
			for i, page := range part.Text.Pages {
				fmt.Fprintf(&b, "-- page %d\n%s", i+1, page.Text())
				for _, l := range page.Links {
					fmt.Fprintf(&b, "   link %s\n", l.Target)
				}
			}
		}
		if part.Exhibit != nil {
			for _, s := range part.Exhibit.Sources {
				fmt.Fprintf(&b, "   %s %s %v\n", s.Role, s.Path, s.Pages)
			}
		}
	}
	for _, f := range p.Findings {
		fmt.Fprintf(&b, "\n%s %s: %s\n", f.Severity, f.Code, f.Summary)
	}
	for _, s := range p.Signing {
		fmt.Fprintf(&b, "sign p. %d: %s %s, %s\n", s.Page, s.Form, s.Item, s.Who)
	}
	return b.Bytes()
}

func dumpFields(b *bytes.Buffer, f *FormPart) {
	for _, field := range f.Fields {
		fmt.Fprintf(b, "%-8s %-9s %s", field.Item, field.Kind, strings.Join(field.Lines, " / "))
		if field.Kind == CheckField {
			fmt.Fprintf(b, "[x] %s", field.Value)
		}
		fmt.Fprintf(b, "  <- %s\n", strings.Join(field.From, ", "))
	}
}

func TestThePlanOfTheMedicalCase(t *testing.T) {
	got := dump(mustMake(t, medical(t, nil)))
	golden := filepath.Join("testdata", "medical.golden")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the plan changed; look at the difference and run with -update\n%s", difference(want, got))
	}
}

// difference shows the first line that differs.
func difference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\n want %s\n  got %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func TestTheSameInputGivesTheSamePlan(t *testing.T) {
	var first []byte
	for range 3 {
		b, err := json.Marshal(mustMake(t, medical(t, nil)))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		}
		if !bytes.Equal(b, first) {
			t.Fatal("two plans of one case differ")
		}
	}
}

// TestExpedite wants the word asked for on every I-131 that goes by paper, on practice forms too, and on nothing else
// (docs/facts.md 4.5).
func TestExpedite(t *testing.T) {
	second := func(c *casefile.Case) {
		b := c.Beneficiaries[0]
		b.ID = "omar"
		c.Beneficiaries = append(c.Beneficiaries, b)
	}
	for _, row := range []struct {
		name     string
		change   func(*casefile.Case)
		practice bool
		want     []string
	}{
		{"by mail", nil, false, []string{"i-131/nour"}},
		{"on practice forms", nil, true, []string{"i-131/nour"}},
		{"by courier, for each person", func(c *casefile.Case) { second(c); c.FileBy = "courier" }, false, []string{"i-131/nour", "i-131/omar"}},
		{"online", func(c *casefile.Case) { c.FileBy = "online" }, false, nil},
		{"not asked for", func(c *casefile.Case) { c.Expedite = nil }, false, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			in := medical(t, row.change)
			in.Practice = row.practice
			var got []string
			for _, part := range mustMake(t, in).Parts {
				if part.Form != nil && part.Form.Expedite {
					got = append(got, part.ID)
				}
			}
			if !slices.Equal(got, row.want) {
				t.Errorf("the word stands on %v, want %v", got, row.want)
			}
		})
	}
}
