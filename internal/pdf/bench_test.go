package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// scanned writes a file of n pages, each one image of size bytes that nothing
// compresses, as an exhibit of scans is.
func scanned(b *testing.B, n, size int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "scans.pdf")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := NewWriter(f, WriterOptions{})
	tree, kids, image := w.Reserve(), Array{}, make([]byte, size)
	x := uint32(1)
	for i := range image {
		x = x*1664525 + 1013904223
		image[i] = byte(x >> 24)
	}
	for i := range n {
		binary.BigEndian.PutUint32(image, uint32(i)) // no two scans are alike
		im, err := w.Add(NewStream(Dict{"Type": Name("XObject"), "Subtype": Name("Image"), "Width": Integer(1), "Height": Integer(1),
			"Filter": Name("DCTDecode"), "ColorSpace": Name("DeviceGray"), "BitsPerComponent": Integer(8)}, image))
		if err != nil {
			b.Fatal(err)
		}
		content, _ := w.Add(FlateStream(nil, []byte("q 612 0 0 792 0 0 cm /Im0 Do Q")))
		page, _ := w.Add(Dict{"Type": Name("Page"), "Parent": tree, "Contents": content, "Resources": Dict{"XObject": Dict{"Im0": im}}})
		kids = append(kids, page)
	}
	_ = w.Write(tree, Dict{"Type": Name("Pages"), "Kids": kids, "Count": Integer(n), "MediaBox": letter().Array()})
	root, _ := w.Add(Dict{"Type": Name("Catalog"), "Pages": tree})
	if _, err := w.Close(root, nil); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkCopyScans copies 504 pages of scans, 110 MB, with their hash; the
// bar is BenchmarkCopyBytes, which copies and hashes the same bytes.
func BenchmarkCopyScans(b *testing.B) { copyScans(b, false) }

// BenchmarkCopyScansShared does the same and looks for streams that are equal.
func BenchmarkCopyScansShared(b *testing.B) { copyScans(b, true) }

func copyScans(b *testing.B, share bool) {
	path := scanned(b, 504, 218<<10)
	out := filepath.Join(b.TempDir(), "out.pdf")
	b.ReportAllocs()
	for b.Loop() {
		d, err := OpenFile(path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		f, err := os.Create(out)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := copyPages(NewWriter(f, WriterOptions{Share: share, Back: f}), d); err != nil {
			b.Fatal(err)
		}
		f.Close()
		d.Close()
	}
}

// BenchmarkCopyBytes copies and hashes the bytes of the same file.
func BenchmarkCopyBytes(b *testing.B) {
	path := scanned(b, 504, 218<<10)
	out := filepath.Join(b.TempDir(), "out.pdf")
	buf := make([]byte, sinkSize)
	for b.Loop() {
		in, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		f, err := os.Create(out)
		if err != nil {
			b.Fatal(err)
		}
		both := struct{ io.Writer }{io.MultiWriter(f, sha256.New())}
		if _, err := io.CopyBuffer(both, struct{ io.Reader }{in}, buf); err != nil {
			b.Fatal(err)
		}
		f.Close()
		in.Close()
	}
}

// BenchmarkOpen opens a file of 2,000 pages and 100 MB and reads none, one, ten or all of its pages.
func BenchmarkOpen(b *testing.B) {
	for _, shape := range []string{"flat, packed", "flat, plain", "by 32, packed", "by 32, plain"} {
		h := shapes()[shape](b)
		for _, pages := range []int{0, 1, 10, 2000} {
			b.Run(fmt.Sprintf("%s/%d pages", shape, pages), func(b *testing.B) {
				for b.Loop() {
					d, err := Open(h, h.size, Options{})
					if err != nil {
						b.Fatal(err)
					}
					for n := 1; n <= pages; n++ {
						if _, err := d.Page(n); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}

// BenchmarkCopyOnePage opens the same file and copies its first page, and its last.
func BenchmarkCopyOnePage(b *testing.B) {
	for _, shape := range []string{"flat, packed", "by 32, plain"} {
		h := shapes()[shape](b)
		for _, page := range []int{1, 2000} {
			b.Run(fmt.Sprintf("%s/page %d", shape, page), func(b *testing.B) {
				for b.Loop() {
					copyOne(b, h, h.size, page)
				}
			})
		}
	}
}
