package measure

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A Memory is the most that a run held at one moment, in bytes; 0 where the system does not tell.
type Memory struct {
	// Anonymous memory is the program's own: heap and stacks, without the files that it reads or maps (RssAnon of
	// /proc/PID/status).
	Anonymous int64
	// Resident is all that was in memory, code and mapped files included (VmHWM, the kernel's own high-water mark).
	Resident int64
}

// every is the time between two looks at a child's memory.
const every = 500 * time.Microsecond

// Peak runs a command and looks at its memory all the while, on Linux. Programs that it starts in turn, as a launching script
// does, are added to it.
func Peak(ctx context.Context, c Command) (Memory, error) {
	var peak Memory
	_, _, err := run(ctx, c, func(pid int, done <-chan struct{}) {
		family := []int{pid}
		tick := time.NewTicker(every)
		defer tick.Stop()
		for n := 0; ; n++ {
			if n%search == firstSearch {
				family = descendants(pid)
			}
			now := held(family)
			peak.Anonymous, peak.Resident = max(peak.Anonymous, now.Anonymous), max(peak.Resident, now.Resident)
			select {
			case <-done:
				return
			case <-tick.C:
			}
		}
	})
	return peak, err
}

// The system is searched for new descendants after the first looks, and again after each search of them.
const firstSearch, search = 4, 20

// held adds up what processes hold.
func held(family []int) Memory {
	var sum Memory
	for _, pid := range family {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil {
			continue // it has ended
		}
		m := parseStatus(status)
		sum.Anonymous += m.Anonymous
		sum.Resident += m.Resident
	}
	return sum
}

// descendants are a process and all that it started, directly or not.
func descendants(pid int) []int {
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return []int{pid}
	}
	parents := map[int]int{}
	for _, name := range names {
		if stat, err := os.ReadFile(name); err == nil {
			child, parent := parseStat(string(stat))
			parents[child] = parent
		}
	}
	family := []int{pid}
	for i := 0; i < len(family); i++ {
		for child, parent := range parents {
			if parent == family[i] {
				family = append(family, child)
			}
		}
	}
	return family
}

// parseStat reads the process and its parent of a stat file (proc(5)); the name between them may hold anything.
func parseStat(stat string) (pid, parent int) {
	end := strings.LastIndexByte(stat, ')')
	if end < 0 {
		return 0, 0
	}
	number, _, _ := strings.Cut(stat, " ")
	pid, _ = strconv.Atoi(number)
	if rest := strings.Fields(stat[end+1:]); len(rest) > 1 {
		parent, _ = strconv.Atoi(rest[1])
	}
	return pid, parent
}

// parseStatus reads RssAnon and VmHWM of a status file (proc(5)).
func parseStatus(status []byte) Memory {
	var m Memory
	lines := bufio.NewScanner(bytes.NewReader(status))
	for lines.Scan() {
		name, rest, _ := strings.Cut(lines.Text(), ":")
		switch name {
		case "RssAnon":
			m.Anonymous = kilobytes(rest)
		case "VmHWM":
			m.Resident = kilobytes(rest)
		}
	}
	return m
}

// kilobytes reads a size such as `  1234 kB`; 0 where it is none.
func kilobytes(s string) int64 {
	number, _ := strings.CutSuffix(strings.TrimSpace(s), " kB")
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return 0
	}
	return n << 10
}
