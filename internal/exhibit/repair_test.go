package exhibit

import (
	"bytes"
	"testing"
)

// A file whose end is missing is told of; one with junk before it is not.
func TestProbeTellsWhatWasMended(t *testing.T) {
	root, sound := t.TempDir(), pdfOf(t, 2)
	put(t, root, "cut.pdf", sound[:bytes.LastIndex(sound, []byte("startxref"))])
	put(t, root, "junk.pdf", append([]byte("sent by fax\n"), sound...))
	got := probed(t, root, caseOf("cut.pdf", "junk.pdf"))
	cut, junk := got["cut.pdf"], got["junk.pdf"]
	if cut.Pages != 2 || len(cut.Repairs) != 1 || cut.Repairs[0].Kind != "xref-rebuilt" {
		t.Errorf("a file cut off is probed as %+v", cut)
	}
	if junk.Pages != 2 || len(junk.Repairs) != 0 {
		t.Errorf("a file behind junk is probed as %+v", junk)
	}
}
