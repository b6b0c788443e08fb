package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"parolepack/internal/finding"
	"parolepack/internal/plan"
)

// samplesDay is the day on which the samples are judged.
const samplesDay = "2026-11-24"

// sample is a script verb that copies samples into the script's folder.
func sample(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		ts.Check(os.CopyFS(ts.MkAbs(name), os.DirFS(filepath.Join(ts.Getenv("SAMPLES"), name))))
	}
}

// TestSamples builds every sample but the broken one: each is ready, warns of nothing, is a sound PDF for a foreign
// reader, and cites exhibits where they stand.
func TestSamples(t *testing.T) {
	cases, err := filepath.Glob("../../samples/*/case.json")
	if err != nil || len(cases) < 13 {
		t.Fatalf("%d samples (%v)", len(cases), err)
	}
	for _, file := range cases {
		name := filepath.Base(filepath.Dir(file))
		if name == "broken" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			packet := filepath.Join(t.TempDir(), "packet.pdf")
			mustRun(t, "parolepack", "build", "--practice", "--as-of", samplesDay, "-o", packet, filepath.Dir(file))
			if _, err := exec.LookPath("qpdf"); err == nil {
				mustRun(t, "qpdf", "--check", packet)
			}
			p := planOf(t, packet)
			for _, f := range p.Findings {
				if f.Severity != finding.Note {
					t.Errorf("%s %s: %s", f.Severity, f.Code, f.Summary)
				}
			}
			citations(t, p)
		})
	}
}

// mustRun runs a program, which must end well.
func mustRun(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// planOf reads the plan from the manifest beside a packet.
func planOf(t *testing.T, packet string) *plan.Plan {
	t.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(packet, ".pdf") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var m struct{ Plan *plan.Plan }
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m.Plan
}

// cited finds a citation in a letter: the exhibit's label and the packet's page.
var cited = regexp.MustCompile(`((?:Exhibit|Tab) [A-Z]+), p\. (\d+)`)

// citations holds that the letter cites exhibits, each by the label and the first page that it has in the packet.
func citations(t *testing.T, p *plan.Plan) {
	t.Helper()
	letter, ok := p.Part(plan.LetterID)
	if !ok {
		t.Fatal("the packet has no letter")
	}
	var text strings.Builder
	for _, page := range letter.Text.Pages {
		text.WriteString(page.Text() + " ")
	}
	found := cited.FindAllStringSubmatch(strings.Join(strings.Fields(text.String()), " "), -1)
	if len(found) < 5 {
		t.Errorf("the letter cites %d times", len(found))
	}
	for _, c := range found {
		page, _ := strconv.Atoi(c[2])
		if !standsAt(p, c[1], page) {
			t.Errorf("the letter says %s, and no exhibit of that label begins there", c[0])
		}
	}
}

// standsAt reports whether an exhibit of a label begins on a page of the packet.
func standsAt(p *plan.Plan, label string, page int) bool {
	for _, part := range p.Parts {
		if part.Kind == plan.Exhibit && part.First == page && part.Exhibit.Label == label {
			return true
		}
	}
	return false
}
