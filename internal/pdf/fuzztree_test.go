package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// FuzzPageTree makes a page tree of any shape of the input: each byte pair names a node and a kid of
// it, and a third byte how the kid is spelled. The pages are the same in whichever order they are
// asked for, and none is without its node.
func FuzzPageTree(f *testing.F) {
	f.Add([]byte{2, 3, 0, 2, 4, 0, 4, 5, 1})
	f.Add([]byte{2, 2, 0, 2, 3, 1, 3, 2, 2, 3, 4, 3, 2, 4, 0, 2, 4, 5})
	f.Fuzz(func(t *testing.T, shape []byte) {
		data := treeOf(shape[:min(len(shape), 300)])
		d, e := opened(data), opened(data)
		if d == nil {
			return
		}
		first := summary(t, d)
		n, err := d.PageCount()
		for i := n; i > 0; i-- { // the second from the back
			p, errP := d.Page(i)
			q, errQ := e.Page(i)
			if (errP == nil) != (errQ == nil) || errP == nil && (p.Ref != q.Ref || spelled(p.Dict) != spelled(q.Dict)) {
				t.Fatalf("page %d: %v %v; from the back %v %v", i, p, errP, q, errQ)
			}
		}
		if m, errE := e.PageCount(); m != n || (err == nil) != (errE == nil) {
			t.Fatalf("%d pages, %v; from the back %d, %v", n, err, m, errE)
		}
		if again := summary(t, d); again != first {
			t.Fatalf("read again:\n%s\nat first:\n%s", again, first)
		}
	})
}

// treeOf spells a file whose objects 2 to 33 are the nodes of a page tree.
func treeOf(shape []byte) []byte {
	var kids [32]string
	var extra [32]string
	for len(shape) >= 3 {
		at, to, how := int(shape[0]%32), 2+int(shape[1]%32), shape[2]
		shape = shape[3:]
		switch how % 8 {
		case 0, 1:
			kids[at] += fmt.Sprintf("%d 0 R ", to)
		case 2:
			kids[at] += fmt.Sprintf("<</Type/Page/Mark %d>> ", to)
		case 3:
			kids[at] += fmt.Sprintf("<</Kids[%d 0 R]/Rotate %d>> ", to, int(how)*90)
		case 4:
			kids[at] += []string{"null ", "1 ", "(a) ", "99 0 R ", "/N "}[to%5]
		case 5:
			extra[at] += fmt.Sprintf("/MediaBox[0 0 %d %d]", to, how)
		case 6:
			extra[at] += []string{"/Type/Page", "/Type/Pages", "/Rotate 90", "/Parent 2 0 R", "/Count -1", "/Kids 3 0 R", "/Resources 2 0 R", "/CropBox 4 0 R"}[to%8]
		case 7:
			extra[at] += fmt.Sprintf("/Contents %d 0 R", to)
		}
	}
	b := newBuilder("")
	b.obj(1, "<</Type/Catalog/Pages 2 0 R>>")
	for i := range kids {
		list := ""
		if kids[i] != "" {
			list = "/Kids[" + strings.TrimSpace(kids[i]) + "]"
		}
		b.obj(2+i, "<<"+list+extra[i]+">>")
	}
	b.table("/Root 1 0 R", 0)
	return b.Bytes()
}
