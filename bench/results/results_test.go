package results

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"parolepack/bench/contest"
	"parolepack/bench/measure"
)

// result is a result of equal rounds.
func result(name string, seconds float64, anonymous int64) *contest.Result {
	t := measure.Time{Wall: seconds, CPU: seconds}
	return &contest.Result{
		Entry: contest.Entry{Name: name, Version: "1.0", Note: "a note"}, Times: []measure.Time{t, t, t},
		Memory: measure.Memory{Anonymous: anonymous, Resident: anonymous},
	}
}

// measured is a run in which assembly keeps all bars and the build misses most.
func measured() *Results {
	return &Results{
		Joined: []*contest.Result{
			result("copy", 1, 1<<20), result("assembly", 1.2, 10<<20), result("build", 1.6, 65<<20),
			result("qpdf --empty", 9, 1<<20), result("qpdf, form first", 2.5, 1<<20), result("other", 5, 0),
		},
		Tenfold: []*contest.Result{result("assembly", 12, 10<<20), result("build", 16, 80<<20)},
		Rounds:  contest.Rounds{Warm: 1, Rounds: 3},
	}
}

func TestBars(t *testing.T) {
	var got []string
	for _, b := range measured().Bars() {
		word := "missed"
		if b.Holds {
			word = "holds"
		}
		got = append(got, b.Says+" = "+b.Measured+" "+word)
	}
	want := []string{
		"assembly: times the copy: at most 1.5 = 1.20 holds",
		"assembly: times faster than qpdf --empty: at least 2 = 7.50 holds",
		"assembly: times faster than qpdf, form first: at least 2 = 2.08 holds",
		"build: times the copy: at most 1.5 = 1.60 missed",
		"build: times faster than qpdf --empty: at least 2 = 5.62 holds",
		"build: times faster than qpdf, form first: at least 2 = 1.56 missed",
		"build: anonymous memory at most 64.0 MB = 65.0 MB missed",
		"assembly: anonymous memory at ten times the bytes at most 64.0 MB = 10.0 MB holds",
		"build: anonymous memory at ten times the bytes, times that: at most 1.1 = 1.23 missed",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBarOfWhatFailed(t *testing.T) {
	r := measured()
	r.Joined[1].Err = errors.New("no such file")
	for _, b := range r.Bars() {
		if strings.HasPrefix(b.Says, "assembly") && b.Holds {
			t.Errorf("a program that failed keeps the bar %s", b.Says)
		}
	}
}

func TestNothingMeasuredKeepsNoBar(t *testing.T) {
	if under("", 0, 5).Holds || over("", 0, 2).Holds {
		t.Error("a measure that is missing keeps a bar")
	}
}

func TestMarkdownTellsAll(t *testing.T) {
	r := measured()
	r.Joined[5].Err = errors.New("went|wrong\nhere")
	r.Opening = &contest.Opening{Pages: 2000, Processes: []*contest.Result{result("ours", 1, 1), result("theirs", 2, 1)}}
	r.Filling = &contest.Filling{Opened: []float64{0.001}, Packet: []float64{0.001}, PdfcpuErr: errors.New("no font")}
	r.Batch = &contest.Batch{Cases: 60, One: []float64{2}, Two: []float64{1}}
	var b strings.Builder
	if err := r.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| assembly | 1200 | 1.20 |", "**missed**", "| failed: went/wrong; here |", "practice I-131", "One file of 2000 pages",
		"| theirs | 2000.0 | 2.00 |", "failed: no font", "| 2 | 1.00 | 60 |", "## How it is measured",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestMachineIsTold(t *testing.T) {
	m := ThisMachine(t.TempDir())
	m.Date, m.Commit = "2026-11-20", "abc"
	if s := m.String(); !strings.HasPrefix(s, "2026-11-20: ") || !strings.HasSuffix(s, "commit abc") || m.Cores < 1 {
		t.Error(s)
	}
}
