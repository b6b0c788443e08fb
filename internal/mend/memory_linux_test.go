package mend

import (
	"bytes"
	"testing"
)

// TestMemoryIsBounded wants a child to find its limit where bound set it.
func TestMemoryIsBounded(t *testing.T) {
	var out bytes.Buffer
	// The script waits a moment, since the limit is set once it runs.
	if err := (command{program: program(t, "sleep 0.2; ulimit -d"), memory: qpdfMemory}).run(t.Context(), "", &out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "262144\n" {
		t.Errorf("a repairer may hold %s kB of data", got)
	}
}
