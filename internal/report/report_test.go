package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"parolepack/internal/batch"
	"parolepack/internal/finding"
	"parolepack/internal/plan"
	"parolepack/internal/why"
)

func blocked() finding.List {
	return finding.List{{
		Code: "visa-why-missing", Severity: finding.Blocker, Summary: "Nothing says why.", Do: "Say why.", Rule: "S3",
		Place: finding.Place{File: "case.json", Path: "beneficiaries[0].visa", Line: 12, Column: 5},
	}}
}

func TestTextNamesPlaceAndWayOut(t *testing.T) {
	var b bytes.Buffer
	if err := New(&b, false, false).Checked(Check{Case: "case.json", Findings: blocked()}); err != nil {
		t.Fatal(err)
	}
	want := "blocker case.json:12 beneficiaries[0].visa: Nothing says why.\n    Say why.\n    [visa-why-missing] S3\n" +
		"case.json: DRAFT, not ready (1 blocker)\n"
	if b.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", b.String(), want)
	}
}

func TestColourOnlyWhereAskedFor(t *testing.T) {
	for _, colour := range []bool{true, false} {
		var b bytes.Buffer
		if err := New(&b, false, colour).Checked(Check{Case: "c", Ready: true}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), "\x1b["); got != colour {
			t.Errorf("colour %v: escape codes %v", colour, got)
		}
	}
}

func TestEveryResultIsValidJSON(t *testing.T) {
	var b bytes.Buffer
	p := New(&b, true, true)
	for name, print := range map[string]func() error{
		"built":     func() error { return p.Built(Build{Packet: "p.pdf", Findings: blocked()}) },
		"checked":   func() error { return p.Checked(Check{Findings: blocked()}) },
		"planned":   func() error { return p.Planned(&plan.Plan{Title: "<&>"}) },
		"batched":   func() error { return p.Batched(batch.Report{}) },
		"forms":     func() error { return p.Forms([]Form{{Form: "I-131"}}) },
		"added":     func() error { return p.Added([]Form{{Form: "I-131"}}) },
		"explained": func() error { return p.Explained([]why.Box{{Form: "I-131"}}, true) },
		"templates": func() error { return p.Templates([]Template{{Name: "cover-letter"}}) },
	} {
		b.Reset()
		if err := print(); err != nil || !json.Valid(b.Bytes()) {
			t.Errorf("%s: %v: %s", name, err, b.String())
		}
	}
}

func TestBatchTellsOnlyWhatNeedsAPerson(t *testing.T) {
	var b bytes.Buffer
	err := New(&b, false, false).Batched(batch.Report{Cases: 3, Ready: 1, NotReady: 1, Failed: 1, Outcomes: []batch.Outcome{
		{Case: batch.Case{Path: "a"}, Status: batch.Ready},
		{Case: batch.Case{Path: "b"}, Status: batch.NotReady, Blockers: 2},
		{Case: batch.Case{Path: "c"}, Status: batch.Failed, Error: "exhibit A: broken"},
	}})
	want := "not ready b: 2 blockers\nfailed c: exhibit A: broken\n3 cases: 1 ready, 1 not ready, 1 failed\n"
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s\nwant\n%s", err, b.String(), want)
	}
}

func TestAnExhibitsPagesStandWithItsDivider(t *testing.T) {
	var b bytes.Buffer
	err := New(&b, false, false).Built(Build{Packet: "p.pdf", Ready: true, Pages: 6, Parts: []Part{
		{ID: "i-131/a", Kind: plan.Form, Title: "Form I-131", First: 1, Pages: 2},
		{ID: "i-131/a/continuation", Kind: plan.Continuation, Title: "Continuation sheet of Form I-131", First: 3, Pages: 1, Under: "i-131/a"},
		{ID: "divider/x", Kind: plan.Divider, Title: "Exhibit A. Lease", First: 4, Pages: 1},
		{ID: "exhibit/x", Kind: plan.Exhibit, Title: "Exhibit A, documents", First: 5, Pages: 2, Under: "divider/x"},
		{ID: "divider/y", Kind: plan.Divider, Title: "Exhibit B. Letter", First: 7, Pages: 1},
	}})
	want := "      1-2  Form I-131\n        3  Continuation sheet of Form I-131\n      4-6  Exhibit A. Lease\n        7  Exhibit B. Letter\n"
	if err != nil || !strings.Contains(b.String(), want) {
		t.Errorf("%v\n%s\nwant\n%s", err, b.String(), want)
	}
}

func TestAPracticePacketIsNeverCalledReadyToFile(t *testing.T) {
	for _, c := range []struct {
		ready, practice bool
		want            string
	}{
		{true, false, "c: ready to file\n"},
		{true, true, "c: the case is ready; PRACTICE forms, not for filing\n"},
		{false, true, "c: DRAFT, not ready\n"},
	} {
		var b bytes.Buffer
		if err := New(&b, false, false).Checked(Check{Case: "c", Ready: c.ready, Practice: c.practice}); err != nil || b.String() != c.want {
			t.Errorf("ready %v, practice %v: %q, %v", c.ready, c.practice, b.String(), err)
		}
	}
}

func TestSizesReadAsInAFileManager(t *testing.T) {
	for n, want := range map[int64]string{12: "12 bytes", 1200: "1 kB", 4_249_000: "4.2 MB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %q, want %q", n, got, want)
		}
	}
}
