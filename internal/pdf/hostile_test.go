package pdf_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The bounds that a hostile file is held to: each step of reading it, in time of the processor so
// that a busy machine is no failure, and the process that does all of them.
const (
	hostileTime   = 5 * time.Second
	hostileMemory = 256 << 20
)

// hostileFile names, in the environment of a child of the tests, the file that it reads.
const hostileFile = "PAROLEPACK_TEST_HOSTILE_FILE"

// TestMain runs the tests, or in a child of theirs the steps that a hostile file is put through.
func TestMain(m *testing.M) {
	if path := os.Getenv(hostileFile); path != "" {
		for _, s := range steps() {
			begun := timeSpent()
			watch := time.AfterFunc(hostileTime, func() { giveUp(s.name, begun) })
			outcome := s.run(path)
			watch.Stop()
			fmt.Printf("step\t%s\t%d\t%s\n", s.name, (timeSpent() - begun).Milliseconds(), strings.ReplaceAll(outcome, "\n", " "))
		}
		tellMemory()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// giveUp ends a child whose step has spent too much since begun, as soon as it has.
func giveUp(name string, begun time.Duration) {
	for timeSpent()-begun <= hostileTime {
		time.Sleep(hostileTime / 20)
	}
	fmt.Printf("step\t%s\t%d\tnever ended\n", name, (timeSpent() - begun).Milliseconds())
	tellMemory()
	os.Exit(0)
}

// tellMemory tells the largest resident set of this process where Linux counts it. What a parent is
// told of a child holds the parent's own, from before the child was another program.
func tellMemory() {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Printf("memory\t%s\n", strings.Fields(rest)[0])
		}
	}
}

// A hostile is a file made to exhaust its reader.
type hostile struct {
	name string
	// n is its size in an ordinary run, where a step that takes more than linear time misses the
	// bound; full its size where PAROLEPACK_HOSTILE is set.
	n, full int
	write   func(h *hand, n int)
	want    string // in the outcome of one of the steps
}

// TestHostile puts each hostile file through each step in a process of its own.
func TestHostile(t *testing.T) {
	if underRace {
		t.Skip("the race detector's own time and memory are no measure; the plain run holds the bounds")
	}
	for _, list := range [][]hostile{hostileValues(), hostileTrees(), hostileBombs(), hostileXRefs(), hostileSearches(), hostileLocks(), hostileUses(), hostilePictures()} {
		for _, c := range list {
			t.Run(c.name, func(t *testing.T) {
				t.Parallel() // each measures a process of its own
				c.hold(t)
			})
		}
	}
}

// hold writes the file, has a child read it, and holds the child to the bounds.
func (c hostile) hold(t *testing.T) {
	n := c.n
	if os.Getenv("PAROLEPACK_HOSTILE") != "" {
		n = c.full
	}
	if n == 0 {
		t.Skip("takes long: runs where PAROLEPACK_HOSTILE is set")
	}
	path := filepath.Join(t.TempDir(), "exhibit")
	writeHostile(t, path, func(h *hand) { c.write(h, n) })
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), hostileFile+"="+path, "GOMEMLIMIT=off", "GOGC=100")
	out, err := child.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%.3000s", err, out)
	}
	t.Logf("%s", out)
	if !strings.Contains(string(out), c.want) {
		t.Errorf("nowhere %q in\n%s", c.want, out)
	}
	within(t, string(out))
}

// within holds what a child tells of its steps to the bounds.
func within(t *testing.T, out string) {
	for line := range strings.Lines(out) {
		part := strings.SplitN(strings.TrimSpace(line), "\t", 4)
		if part[0] == "memory" && len(part) == 2 {
			if kb, err := strconv.Atoi(part[1]); err != nil || kb<<10 > hostileMemory {
				t.Errorf("%d MB of memory, %v", kb>>10, err)
			}
			continue
		}
		if len(part) < 4 || part[0] != "step" {
			t.Errorf("%q", line)
			continue
		}
		ms, err := strconv.Atoi(part[2])
		if took := time.Duration(ms) * time.Millisecond; err != nil || took > hostileTime {
			t.Errorf("%s took %v, %v", part[1], took, err)
		}
		if strings.HasPrefix(part[3], "unclear") {
			t.Errorf("%s: %s", part[1], part[3])
		}
	}
}

// A hand writes a file of any length, object by object.
type hand struct {
	*bufio.Writer
	at   int64
	offs []int64 // by object number; 0 for none
}

// writeHostile writes the file at path.
func writeHostile(t *testing.T, path string, write func(h *hand)) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	h := &hand{Writer: bufio.NewWriterSize(f, 1<<20)}
	write(h)
	if err := h.Flush(); err != nil {
		t.Fatal(err)
	}
}

// put writes text.
func (h *hand) put(parts ...string) {
	for _, s := range parts {
		n, _ := h.WriteString(s) // kept until Flush
		h.at += int64(n)
	}
}

// times writes text n times.
func (h *hand) times(n int, text string) {
	for range n {
		h.put(text)
	}
}

// begin notes where object num begins and writes its head.
func (h *hand) begin(num int) {
	for num >= len(h.offs) {
		h.offs = append(h.offs, 0)
	}
	h.offs[num] = h.at
	h.put(strconv.Itoa(num), " 0 obj\n")
}

// obj writes an object.
func (h *hand) obj(num int, body ...string) {
	h.begin(num)
	h.put(body...)
	h.put("\nendobj\n")
}

// stream writes a stream.
func (h *hand) stream(num int, dict string, body []byte) {
	h.obj(num, "<<", dict, "/Length ", strconv.Itoa(len(body)), ">>\nstream\n", string(body), "\nendstream")
}

// start writes the header, the catalog with these entries, and a tree of one page with those.
func (h *hand) start(catalog, page string) {
	h.put("%PDF-1.7\n")
	h.obj(1, "<</Type/Catalog/Pages 2 0 R", catalog, ">>")
	h.obj(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
	h.obj(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]", page, ">>")
}

// table ends the file with a cross-reference table.
func (h *hand) table(trailer string) {
	at := h.at
	h.put("xref\n0 ", strconv.Itoa(len(h.offs)), "\n0000000000 65535 f \n")
	for _, off := range h.offs[1:] {
		kind := " 00000 n \n"
		if off == 0 {
			kind = " 65535 f \n"
		}
		h.put(fmt.Sprintf("%010d", off), kind)
	}
	h.put("trailer\n<</Size ", strconv.Itoa(len(h.offs)), "/Root 1 0 R", trailer, ">>\n")
	h.end(at)
}

// end says where the cross-reference is.
func (h *hand) end(at int64) { h.put("startxref\n", strconv.FormatInt(at, 10), "\n%%EOF\n") }
