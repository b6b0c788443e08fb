package contest

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"parolepack/bench/material"
	"parolepack/bench/measure"
)

// shell is an entry that runs a line of shell with out as $1.
func shell(name, line string) Entry {
	return joined(name, "", "", func(out string) []string { return []string{"/bin/sh", "-c", line, "sh", out} })
}

func TestRunInterleavesAndCounts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	log := filepath.Join(t.TempDir(), "log")
	entries := []Entry{
		shell("a", "echo a >>"+log+"; echo abc >$1"),
		shell("b", "echo b >>"+log+"; echo abc >$1"),
		shell("broken", "exit 9"),
		shell("silent", "true"),
	}
	var looked []string
	got, err := Run(context.Background(), entries, Rounds{Warm: 1, Rounds: 2}, func(e Entry, _ string) (Kept, error) {
		looked = append(looked, e.Name)
		return Kept{Bookmarks: 7}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	order, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	if want := "a\nb\na\nb\na\nb\n"; string(order)[:len(want)] != want {
		t.Errorf("not in rounds: %q", order)
	}
	if a := got[0]; a.Err != nil || len(a.Walls()) != 2 || a.Size != 4 || a.Kept.Bookmarks != 7 {
		t.Errorf("a: %+v", a)
	}
	if got[2].Err == nil || got[3].Err == nil {
		t.Error("a program that fails, and one that writes nothing, must drop out")
	}
	if len(looked) != 2 {
		t.Errorf("looked at the outputs of %v", looked)
	}
}

func TestLookSeesValuesAndBookmarks(t *testing.T) {
	set, err := material.Make(context.Background(), t.TempDir(), "", material.Smoke())
	if err != nil {
		t.Fatal(err)
	}
	words := Values(set.Planned.Part)
	form, err := Look(context.Background(), set.Form, words)
	if err != nil || form.Fields < 20 || form.Bookmarks == 0 {
		t.Errorf("the filled form: %+v, %v", form, err)
	}
	if form.Words >= 0 && form.Words < len(words)*9/10 {
		t.Errorf("%d of %d words are shown", form.Words, len(words))
	}
	text, err := Look(context.Background(), set.Exhibits[0], words)
	if err != nil || text.Fields != 0 || text.Words > 0 {
		t.Errorf("a document without a form: %+v, %v", text, err)
	}
}

func TestResultColumns(t *testing.T) {
	r := Result{Times: []measure.Time{{Wall: 1, CPU: 2}, {Wall: 3, CPU: 4}}}
	if w, c := r.Walls(), r.CPUs(); w[1] != 3 || c[0] != 2 {
		t.Errorf("walls %v, CPUs %v", w, c)
	}
}
