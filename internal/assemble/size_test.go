package assemble

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

const (
	longPages = 500
	extracts  = 20
	fontSize  = 30 << 10
	logoSize  = 40 << 10
	scanSize  = 12 << 10
)

// noise is n bytes that nothing compresses, others for each seed.
func noise(n, seed int) []byte {
	out, x := make([]byte, n), uint32(seed+1)*2654435761
	for i := range out {
		x = x*1664525 + 1013904223
		out[i] = byte(x >> 24)
	}
	return out
}

// long is a file of 500 pages with four fonts, a picture on each page and a logo on all. Every page has the same resource
// dictionary, which names them all.
func long(t testing.TB) []byte {
	t.Helper()
	b := &bytes.Buffer{}
	w := pdf.NewWriter(b, pdf.WriterOptions{})
	put := func(o pdf.Object) pdf.Ref {
		ref, err := w.Add(o)
		must(t, err)
		return ref
	}
	picture := func(n, seed int) pdf.Ref {
		return put(pdf.NewStream(pdf.Dict{
			"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Image"), "Width": pdf.Integer(100), "Height": pdf.Integer(n / 100),
			"ColorSpace": pdf.Name("DeviceGray"), "BitsPerComponent": pdf.Integer(8),
		}, noise(n, seed)))
	}
	fonts, pictures := pdf.Dict{}, pdf.Dict{"Logo": picture(logoSize, -1)}
	for i := range 4 {
		file := put(pdf.NewStream(pdf.Dict{"Length1": pdf.Integer(fontSize)}, noise(fontSize, 1000+i)))
		descriptor := put(pdf.Dict{"Type": pdf.Name("FontDescriptor"), "FontName": pdf.Name(fmt.Sprint("AAAAAA+Face", i)), "FontFile2": file, "Flags": pdf.Integer(32)})
		fonts[pdf.Name(fmt.Sprint("F", i))] = put(pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("TrueType"), "FontDescriptor": descriptor})
	}
	tree, kids := w.Reserve(), pdf.Array{}
	resources := w.Reserve()
	for i := range longPages {
		name := fmt.Sprint("Im", i)
		pictures[pdf.Name(name)] = picture(scanSize, i)
		text := fmt.Appendf(nil, "/Logo Do q 600 0 0 700 0 0 cm /%s Do Q BT /F%d 9 Tf", name, i%4)
		for line := range 40 {
			text = fmt.Appendf(text, " 0 -11 Td (Page %d, line %d: %d) Tj", i, line, (i+7)*(line+3)*7919%100003)
		}
		kids = append(kids, put(pdf.Dict{
			"Type": pdf.Name("Page"), "Parent": tree, "MediaBox": box(612, 792), "Resources": resources,
			"Contents": put(pdf.FlateStream(nil, append(text, " ET"...))),
		}))
	}
	must(t, w.Write(resources, pdf.Dict{"Font": fonts, "XObject": pictures}))
	must(t, w.Write(tree, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(longPages)}))
	_, err := w.Close(put(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": tree}), nil)
	must(t, err)
	return b.Bytes()
}

// An output is a file in memory that can be read back.
type output struct{ bytes.Buffer }

func (o *output) ReadAt(p []byte, off int64) (int, error) {
	return bytes.NewReader(o.Bytes()).ReadAt(p, off)
}

// exhibits is the packet of as many exhibits as there are lists of pages.
func exhibits(t testing.TB, lists [][]ink.Page) []byte {
	t.Helper()
	p, pages := &plan.Plan{Title: "Packet"}, map[string][]ink.Page{}
	for i, list := range lists {
		id := fmt.Sprint("exhibit/", i)
		pages[id] = list
		p.Parts = append(p.Parts, plan.Part{
			ID: id, Kind: plan.Exhibit, Title: fmt.Sprint("Exhibit ", i+1), Label: fmt.Sprintf("Exhibit %d-", i+1), Pages: len(list),
			Exhibit: &plan.ExhibitPart{ID: id, Label: fmt.Sprint("Exhibit ", i+1)},
		})
	}
	b := &output{}
	_, err := Write(t.Context(), b, numbered(p), from(pages), ink.NewFonts(faces))
	must(t, err)
	return b.Bytes()
}

// span is the pages from first to last of d, 1-based, both included.
func span(d *pdf.Document, first, last int) (out []ink.Page) {
	for n := first; n <= last; n++ {
		out = append(out, ink.Page{Doc: d, Number: n, Fit: true})
	}
	return out
}

// opening opens a file that the test is done with at its end.
func opening(t *testing.T, path string) *pdf.Document {
	t.Helper()
	d, err := pdf.OpenFile(path, pdf.Options{})
	must(t, err)
	t.Cleanup(func() { d.Close() })
	return d
}

// The packet of 20 page ranges of one file, stamps and outline included, is about as large as the file, and as what qpdf
// makes of the same ranges.
func TestRangesOfOneFileStaySmall(t *testing.T) {
	source := long(t)
	path := filepath.Join(t.TempDir(), "long.pdf")
	must(t, os.WriteFile(path, source, 0o600))
	d := opening(t, path)
	var lists [][]ink.Page
	var join []string
	for first := 1; first <= longPages; first += longPages / extracts {
		last := first + longPages/extracts - 1
		lists = append(lists, span(d, first, last))
		join = append(join, path, fmt.Sprintf("%d-%d", first, last))
	}
	packet := exhibits(t, lists)
	checked(t, packet)
	atMost(t, packet, len(source), 1.05, "the file")
	atMost(t, packet, joinedByQPDF(t, join), 1.1, "qpdf's")
}

// The same holds where each range is a file of its own. They share fonts and logo, which the packet has once.
func TestExtractsOfOneFileStaySmall(t *testing.T) {
	tool, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed: no extracts to join")
	}
	source, dir := long(t), t.TempDir()
	path := filepath.Join(dir, "long.pdf")
	must(t, os.WriteFile(path, source, 0o600))
	var lists [][]ink.Page
	var join []string
	for i := range extracts {
		const each = longPages / extracts
		part := filepath.Join(dir, fmt.Sprintf("%d.pdf", i))
		run(t, tool, path, "--pages", ".", fmt.Sprintf("%d-%d", i*each+1, (i+1)*each), "--", part)
		lists = append(lists, span(opening(t, part), 1, each))
		join = append(join, part)
	}
	packet := exhibits(t, lists)
	checked(t, packet)
	atMost(t, packet, len(source), 1.05, "the file")
	atMost(t, packet, joinedByQPDF(t, join), 1.1, "qpdf's")
	if again := exhibits(t, lists); !bytes.Equal(packet, again) {
		t.Error("the same extracts give other bytes")
	}
}

// A page of one file weighs what it shows, whatever the file's other pages show, and a file that is given twice weighs
// as much as once.
func TestPagesWeighWhatTheyShow(t *testing.T) {
	d := opened(t, long(t))
	one := exhibits(t, [][]ink.Page{span(d, 7, 7)})
	atMost(t, one, scanSize+logoSize+fontSize, 1.25, "what the page shows") // our own font comes on top
	whole := exhibits(t, [][]ink.Page{span(d, 1, 50)})
	again := opened(t, long(t))
	twice := exhibits(t, [][]ink.Page{span(d, 1, 50), span(again, 1, 50)})
	atMost(t, twice, len(whole), 1.1, "the same pages once")
}

// joinedByQPDF is how long a file qpdf makes of the pages; without qpdf it says so.
func joinedByQPDF(t *testing.T, pages []string) int {
	t.Helper()
	tool, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed: its file is not compared")
	}
	joined := filepath.Join(t.TempDir(), "joined.pdf")
	args := append([]string{"--empty", "--object-streams=generate", "--pages"}, pages...)
	run(t, tool, append(args, "--", joined)...)
	info, err := os.Stat(joined)
	must(t, err)
	return int(info.Size())
}

// atMost holds the packet against what is as long as size.
func atMost(t *testing.T, packet []byte, size int, bar float64, what string) {
	t.Helper()
	share := float64(len(packet)) / float64(size)
	t.Logf("the packet has %d bytes, %s %d: %.3f", len(packet), what, size, share)
	if share > bar {
		t.Errorf("the packet has %d bytes, %s %d: more than %.2f of it", len(packet), what, size, bar)
	}
}

func run(t *testing.T, tool string, args ...string) {
	t.Helper()
	if out, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
}
