package readiness

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"parolepack/internal/finding"
	"parolepack/internal/plan"
)

const docsFile = "../../docs/findings.md"

// TestFindingsPage holds docs/findings.md to the table; -update rewrites it.
func TestFindingsPage(t *testing.T) {
	want := findingsPage()
	if *update {
		if err := os.WriteFile(docsFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Error("docs/findings.md is not what the rules say; run the test with -update")
	}
}

// findingsPage is docs/findings.md as the table has it, and what the plan finds besides.
func findingsPage() []byte {
	var b bytes.Buffer
	count := map[finding.Severity]int{}
	for _, r := range rules() {
		count[r.severity]++
	}
	for _, r := range plan.Rules() {
		count[r.Severity]++
	}
	fmt.Fprintf(&b, `# Findings

What `+"`parolepack check`"+` looks for: %d blockers, %d warnings and %d notes. A blocker keeps the packet a DRAFT. A warning may be
accepted under `+"`waivers`"+` in the case file, by its code and with a reason; it is then a note. Nothing here is legal advice.
This page is made from the rules by `+"`go test ./internal/readiness -update`"+`.
`, count[finding.Blocker], count[finding.Warning], count[finding.Note])
	for _, s := range subjects() {
		fmt.Fprintf(&b, "\n## %s\n\n| code | severity | what | do | rule |\n|---|---|---|---|---|\n", s.title)
		for _, r := range s.rules {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", r.code, r.severity, cell(r.what), cell(r.do), cell(r.law))
		}
	}
	fmt.Fprint(&b, "\n## Forms and their boxes\n\n| code | severity | what | do | rule |\n|---|---|---|---|---|\n")
	for _, r := range plan.Rules() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", r.Code, r.Severity, cell(r.What), cell(r.Do), cell(r.Law))
	}
	return b.Bytes()
}

// cell escapes what would end a cell of a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// TestRulesAreWhole wants every row of the table complete and its sentences to be sentences.
func TestRulesAreWhole(t *testing.T) {
	planned := map[string]bool{}
	for _, r := range plan.Rules() {
		planned[r.Code] = true
		if r.Law == "" || !strings.HasSuffix(r.What, ".") || !strings.HasSuffix(r.Do, ".") {
			t.Errorf("%s: the plan's row is not complete", r.Code)
		}
	}
	for _, r := range rules() {
		for what, s := range map[string]string{"what": r.what, "do": r.do} {
			if !strings.HasSuffix(s, ".") || strings.Contains(s, "..") {
				t.Errorf("%s: %s is no sentence: %q", r.code, what, s)
			}
		}
		if _, twice := planned[r.code]; twice {
			t.Errorf("%s: the plan finds the same", r.code)
		}
		if r.law == "" || r.find == nil {
			t.Errorf("%s: the row is not complete", r.code)
		}
		if r.code != strings.ToLower(r.code) || strings.ContainsAny(r.code, "_ .") {
			t.Errorf("%s: the code is not in kebab case", r.code)
		}
	}
}
