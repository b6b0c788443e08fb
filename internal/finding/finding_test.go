package finding

import (
	"slices"
	"testing"
)

func TestSortPutsTheWorstFirstThenFollowsTheFile(t *testing.T) {
	l := List{
		{Code: "n", Severity: Note, Place: Place{Line: 1}},
		{Code: "w", Severity: Warning, Place: Place{Line: 2}},
		{Code: "b2", Severity: Blocker, Place: Place{Line: 9}},
		{Code: "b1", Severity: Blocker, Place: Place{Line: 3, Column: 7}},
		{Code: "b0", Severity: Blocker, Place: Place{Line: 3, Column: 2}},
	}
	l.Sort()
	var got []string
	for _, f := range l {
		got = append(got, f.Code)
	}
	if want := []string{"b0", "b1", "b2", "w", "n"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func TestBlockedAndCount(t *testing.T) {
	l := List{{Severity: Warning}, {Severity: Note}, {Severity: Warning}}
	if l.Blocked() {
		t.Error("warnings and notes alone must not block")
	}
	if got := l.Count(Warning); got != 2 {
		t.Errorf("Count(Warning) = %d, want 2", got)
	}
	if l = append(l, Finding{Severity: Blocker}); !l.Blocked() {
		t.Error("a blocker must block")
	}
}
