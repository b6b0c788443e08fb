package readiness

import (
	"slices"
	"testing"

	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

func TestWaivedWarningBecomesANote(t *testing.T) {
	in := sample(t)
	in.Case.Beneficiaries[0].Visa.Attempts = nil
	in.Case.Waivers = []casefile.Waiver{{Code: "visa-not-attempted", Reason: "The embassy is closed."}}
	got := Check(in)
	i := slices.IndexFunc(got, func(f finding.Finding) bool { return f.Code == "visa-not-attempted" })
	if i < 0 || got[i].Severity != finding.Note {
		t.Fatalf("the waived warning is not a note: %v", got)
	}
	if want := "Nobody has tried to get a visa for nour. Accepted: The embassy is closed."; got[i].Summary != want {
		t.Errorf("summary %q, want %q", got[i].Summary, want)
	}
	if n := got.Count(finding.Warning); n != 0 {
		t.Errorf("%d warnings are left", n)
	}
}

func TestWaivedBlockerStands(t *testing.T) {
	in := sample(t)
	in.Case.Beneficiaries[0].Request.Reasons = ""
	in.Case.Waivers = []casefile.Waiver{{Code: "reasons-missing", Reason: "No time."}}
	if !Check(in).Blocked() {
		t.Error("a blocker was waived")
	}
}

func TestWaiverOfAnothersCode(t *testing.T) {
	in := sample(t)
	in.Codes = []string{"text-overflows"}
	in.Case.Waivers = []casefile.Waiver{{Code: "text-overflows", Reason: "Seen."}}
	quiet(t, in)
}

func TestAcceptLeavesItsListAlone(t *testing.T) {
	list := finding.List{{Code: "a", Severity: finding.Warning, Summary: "A."}, {Code: "b", Severity: finding.Blocker}}
	got := Accept(list, []casefile.Waiver{{Code: "a", Reason: "Seen."}, {Code: "b", Reason: "Seen."}})
	if list[0].Severity != finding.Warning || got[0].Severity != finding.Note || got[1].Severity != finding.Blocker {
		t.Errorf("was %v, is %v", list, got)
	}
}
