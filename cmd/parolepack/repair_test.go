package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// deepen writes a PDF of one page that lies so many nodes deep in its page tree: deepen FILE NODES. The file has no
// cross-reference, which every reader mends.
func deepen(ts *testscript.TestScript, _ bool, args []string) {
	nodes, err := strconv.Atoi(args[1])
	ts.Check(err)
	const content = "BT /F 24 Tf 72 700 Td (Deep down) Tj ET"
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 4 0 R>>endobj\n2 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"+
		"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n", len(content), content)
	parent := "" // the root has none
	for i := range nodes {
		fmt.Fprintf(&b, "%d 0 obj<</Type/Pages%s/Kids[%d 0 R]/Count 1>>endobj\n", 4+i, parent, 5+i)
		parent = fmt.Sprintf("/Parent %d 0 R", 4+i)
	}
	fmt.Fprintf(&b, "%d 0 obj<</Type/Page/Parent %d 0 R/MediaBox[0 0 612 792]/Contents 2 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj\n"+
		"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n", 4+nodes, 3+nodes, 5+nodes)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}
