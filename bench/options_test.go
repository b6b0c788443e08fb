package main

import "testing"

func TestParse(t *testing.T) {
	cache := t.TempDir()
	o, err := parse([]string{"-smoke", "-cache", cache, "-rounds", "9", "-cases", "1"})
	if err != nil {
		t.Fatal(err)
	}
	if o.rounds.Rounds != 1 || o.cases != 1 || o.size.Large > 100 || !o.ten {
		t.Errorf("smoke is asked for: %+v", o)
	}
	for _, args := range [][]string{{"-rounds", "0"}, {"-warm", "-1"}, {"extra"}, {"-nothing"}} {
		if _, err := parse(append([]string{"-cache", cache}, args...)); err == nil {
			t.Errorf("%q is taken", args)
		}
	}
}
