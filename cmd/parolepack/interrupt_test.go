package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// large writes a PDF of one page whose image has so many bytes that copying them takes a while: large FILE. The bytes are a
// hole in the file.
func large(ts *testscript.TestScript, _ bool, args []string) {
	const hole = 192 << 20
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	fmt.Fprintf(f, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</I 4 0 R>>>>>>endobj\n"+
		"4 0 obj<</Subtype/Image/Width 8192/Height 8192/ColorSpace/DeviceRGB/BitsPerComponent 8/Length %d>>stream\n", hole)
	end, err := f.Seek(hole, 1)
	ts.Check(err)
	_, err = fmt.Fprintf(f, "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF\n", end)
	ts.Check(err)
}

// interrupt runs the program, sends it a signal while its packet is half written and wants exit code 1:
// interrupt TERM FOLDER ARGS... where FOLDER is the packet's.
func interrupt(ts *testscript.TestScript, _ bool, args []string) {
	signals := map[string]os.Signal{"INT": os.Interrupt, "TERM": syscall.SIGTERM, "HUP": syscall.SIGHUP}
	program := filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], "parolepack")
	cmd := exec.Command(program, args[2:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), ts.Stdout(), ts.Stderr()
	// A signal that the tests themselves were started to ignore, as under nohup, would be ignored by the program too.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, signals[args[0]])
	defer signal.Stop(caught)
	ts.Check(cmd.Start())
	for range 10_000 {
		if begun, _ := filepath.Glob(filepath.Join(ts.MkAbs(args[1]), ".parolepack-*.tmp")); len(begun) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	ts.Check(cmd.Process.Signal(signals[args[0]]))
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		ts.Fatalf("after SIG%s: %v", args[0], err)
	}
}
