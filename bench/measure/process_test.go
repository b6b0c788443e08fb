package measure

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test's own binary be the child that is measured.
func TestMain(m *testing.M) {
	switch os.Getenv("MEASURE_CHILD") {
	case "hold":
		hold()
	case "launch":
		launch()
	case "fail":
		os.Stderr.WriteString("first\nno such thing\n")
		os.Exit(3)
	default:
		os.Exit(m.Run())
	}
}

// hold keeps 32 MB for as long as even a busy machine looks at it again.
func hold() {
	held := make([]byte, 32<<20)
	for i := 0; i < len(held); i += 512 {
		held[i] = 1
	}
	time.Sleep(500 * time.Millisecond)
	runtime.KeepAlive(held)
}

// launch is a program that does nothing but start another.
func launch() {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "MEASURE_CHILD=hold")
	if err := cmd.Run(); err != nil {
		os.Exit(1)
	}
}

func child(t *testing.T, what string) Command {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Command{Args: []string{self}, Env: []string{"MEASURE_CHILD=" + what}}
}

func TestRunTakesTheTime(t *testing.T) {
	took, err := Run(context.Background(), child(t, "hold"))
	if err != nil {
		t.Fatal(err)
	}
	if took.Wall < 0.5 {
		t.Errorf("a child that waits half a second took %.3f s", took.Wall)
	}
}

func TestRunTellsFailures(t *testing.T) {
	c := child(t, "fail")
	_, err := Run(context.Background(), c)
	if err == nil || !strings.Contains(err.Error(), "no such thing") || strings.Contains(err.Error(), "first") {
		t.Errorf("error %v does not hold the last line alone", err)
	}
	c.Exits = []int{3}
	if _, err := Run(context.Background(), c); err != nil {
		t.Errorf("an exit code that is allowed is an error: %v", err)
	}
}

func TestPeakSeesWhatAChildHolds(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells a child's memory")
	}
	for _, what := range []string{"hold", "launch"} {
		m, err := Peak(context.Background(), child(t, what))
		if err != nil {
			t.Fatal(err)
		}
		if m.Anonymous < 32<<20 || m.Anonymous > 64<<20 || m.Resident < m.Anonymous {
			t.Errorf("%s: a child that holds 32 MB is told as %+v", what, m)
		}
	}
}

func TestParseStat(t *testing.T) {
	for stat, want := range map[string][2]int{
		"12 (sh) S 7 12 12 0": {12, 7},
		"12 (a) b) S 7 1":     {12, 7},
		"12 sh":               {0, 0},
	} {
		if pid, parent := parseStat(stat); pid != want[0] || parent != want[1] {
			t.Errorf("%q: got %d, %d, want %v", stat, pid, parent, want)
		}
	}
}

func TestParseStatus(t *testing.T) {
	got := parseStatus([]byte("Name:\tx\nVmPeak:\t  99 kB\nVmHWM:\t    12 kB\nRssAnon:\t       8 kB\nRssFile:\t 4 kB\n"))
	if want := (Memory{Anonymous: 8 << 10, Resident: 12 << 10}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := parseStatus([]byte("RssAnon: many\n")); got != (Memory{}) {
		t.Errorf("nonsense is read as %+v", got)
	}
}
