package results

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// A Machine is where and with what was measured.
type Machine struct {
	CPU, Kernel, FileSystem, Go string
	Cores                       int
	// Date and Commit are as the caller tells them; empty where he does not.
	Date, Commit string
}

// ThisMachine describes the machine; dir is where the files lie.
func ThisMachine(dir string) Machine {
	return Machine{
		CPU: cpu(), Kernel: said("uname", "-sr"), FileSystem: fileSystem(dir),
		Go: runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU(),
	}
}

// cpu is the processor's name, where Linux tells it.
func cpu() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "unknown"
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, value, _ := strings.Cut(lines.Text(), ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}

// fileSystem is the kind of file system that holds dir.
func fileSystem(dir string) string {
	lines := strings.Split(said("df", "-PT", dir), "\n")
	if fields := strings.Fields(lines[len(lines)-1]); len(fields) > 1 && len(lines) > 1 {
		return fields[1]
	}
	return "unknown"
}

// said is what a program prints; "unknown" where it is not there.
func said(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}

// String is the machine in one sentence.
func (m Machine) String() string {
	s := fmt.Sprintf("%s, %d cores, %s, %s, %s", m.CPU, m.Cores, m.Kernel, m.FileSystem, m.Go)
	if m.Date != "" {
		s = m.Date + ": " + s
	}
	if m.Commit != "" {
		s += ", commit " + m.Commit
	}
	return s
}
