package plan

import (
	"slices"
	"testing"

	"parolepack/internal/casefile"
)

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := Letters(n); got != want {
			t.Errorf("Letters(%d) = %q, want %q", n, got, want)
		}
	}
	if got := exhibitLabel("tabs", 1) + exhibitLabel("numbers", 1) + exhibitLabel("", 1); got != "Tab BExhibit 2Exhibit B" {
		t.Errorf("labels %q", got)
	}
}

func TestPageList(t *testing.T) {
	run := func(first, last int) casefile.PageRange { return casefile.PageRange{First: first, Last: last} }
	for _, c := range []struct {
		ranges []casefile.PageRange
		count  int
		want   []int
		bad    bool
	}{
		{ranges: nil, count: 3, want: []int{1, 2, 3}},
		{ranges: []casefile.PageRange{run(2, 5)}, count: 9, want: []int{2, 3, 4, 5}},
		{ranges: []casefile.PageRange{run(2, 0)}, count: 4, want: []int{2, 3, 4}},
		{ranges: []casefile.PageRange{run(1, 2), run(4, 4)}, count: 4, want: []int{1, 2, 4}},
		{ranges: []casefile.PageRange{run(4, 4)}, count: 3, bad: true},
		{ranges: []casefile.PageRange{run(2, 9)}, count: 3, bad: true},
		{ranges: []casefile.PageRange{run(5, 0)}, count: 3, bad: true},
	} {
		got, err := pageList(c.ranges, c.count)
		if !slices.Equal(got, c.want) || (err != nil) != c.bad {
			t.Errorf("pageList(%v, %d) = %v, %v", c.ranges, c.count, got, err)
		}
	}
}
