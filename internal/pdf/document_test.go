package pdf

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// Several goroutines may read one document, even one whose cross-reference is
// wrong.
func TestDocumentConcurrent(t *testing.T) {
	b := newBuilder("").pages(40, "/Names<</Dests<</Names[(a)[9 0 R]]>>>>")
	for num := 5; num < 40; num += 3 {
		b.offsets[num] += 2
	}
	b.table("/Root 1 0 R", 0)
	d := openBytes(t, b.Bytes(), Options{Limits: Limits{Cache: 200}})
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 1; i <= 40; i++ {
				p, err := d.Page(i)
				if err != nil || p.Dict["Mark"] != Integer(i) {
					t.Errorf("page %d: %v, %v", i, p, err)
					return
				}
			}
			if n, err := d.destination(String("a")); n != 7 || err != nil {
				t.Errorf("destination %d, %v", n, err)
			}
		}()
	}
	wg.Wait()
}

// endless is a file with one very long stream, made up as it is read.
type endless struct {
	head, tail string
	body       int64
}

func (e endless) size() int64 { return int64(len(e.head)) + e.body + int64(len(e.tail)) }

func (e endless) ReadAt(p []byte, off int64) (int, error) {
	n := 0
	for ; n < len(p) && off < e.size(); n, off = n+1, off+1 {
		switch at := off - int64(len(e.head)); {
		case at < 0:
			p[n] = e.head[off]
		case at >= e.body:
			p[n] = e.tail[at-e.body]
		default:
			k := min(len(p)-n, int(e.body-at))
			clear(p[n : n+k])
			n, off = n+k-1, off+int64(k)-1
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Copying takes no more memory for a longer stream.
func TestCopyIsFlat(t *testing.T) {
	const long = 64 << 20
	b := newBuilder("").pages(1, "").obj(3, "<</Type/Page/Parent 2 0 R/Contents 9 0 R>>")
	at := b.Len()
	fmt.Fprintf(b, "9 0 obj<</Length %d>>stream\n", long)
	src := endless{head: b.String(), body: long}
	src.tail = "\nendstream endobj\n"
	var tail strings.Builder
	for num := 1; num <= 3; num++ {
		fmt.Fprintf(&tail, "%d 1\n%010d 00000 n \n", num, b.offsets[num])
	}
	start := src.size()
	src.tail += fmt.Sprintf("xref\n%s9 1\n%010d 00000 n \ntrailer<</Root 1 0 R/Size 10>>\nstartxref\n%d\n%%%%EOF", tail.String(), at, start)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, err := Open(src, src.size(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum, err := copyPages(NewWriter(io.Discard, WriterOptions{}), d)
	if err != nil || sum.Size < long {
		t.Fatalf("%d bytes, %v", sum.Size, err)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
		t.Errorf("%d bytes of memory for a stream of %d", used, long)
	}
}

// A document keeps a bounded number of objects.
func TestCacheIsBounded(t *testing.T) {
	c := cache[string]{max: 100}
	for i := range 1000 {
		c.put(i, "x", 10)
		if len(c.young)+len(c.old) > 21 {
			t.Fatalf("%d kept under a limit of 10", len(c.young)+len(c.old))
		}
	}
	if _, ok := c.get(999); !ok {
		t.Error("the newest is not kept")
	}
	if _, ok := c.get(0); ok {
		t.Error("the oldest is kept")
	}
	c.put(1, "too heavy", 101)
	if _, ok := c.get(1); ok {
		t.Error("what outweighs the cache is kept")
	}
}

// A small file that names high object numbers takes little memory.
func TestXRefIsSparse(t *testing.T) {
	x := &xref{limit: 8388607}
	x.add(8388607, entry{kind: inFile})
	x.add(8388608, entry{kind: inFile})
	full := 0
	for _, c := range x.chunks {
		if c != nil {
			full++
		}
	}
	if full != 1 || x.count != 1 {
		t.Errorf("%d chunks for %d entries", full, x.count)
	}
}

// Shared kids and annotations end in an error, not in endless work.
func TestFieldsShareKids(t *testing.T) {
	kids := strings.Repeat("9 0 R ", 3000)
	b := newBuilder("").obj(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields 8 0 R>>>>").obj(2, "<</Kids[]>>")
	nodes := ""
	for num := 10; num < 600; num++ {
		b.obj(num, "<</T(x)/Kids 7 0 R>>")
		nodes += fmt.Sprintf("%d 0 R ", num)
	}
	b.obj(7, "["+kids+"]").obj(8, "["+nodes+"]").obj(9, "<</Subtype/Widget>>")
	b.table("/Root 1 0 R", 0)
	if _, err := b.open(t).Fields(); err == nil {
		t.Error("1,770,000 kids are looked at")
	}
}

func TestOpenFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenFile(dir, Options{}); err == nil {
		t.Error("a folder opens")
	}
	if _, err := OpenFile(filepath.Join(dir, "none.pdf"), Options{}); !os.IsNotExist(err) {
		t.Errorf("a missing file: %v", err)
	}
	b := newBuilder("").pages(1, "")
	path := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := OpenFile(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if _, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len())+9999, Options{}); err == nil {
		t.Error("a size beyond the bytes is accepted")
	}
}
