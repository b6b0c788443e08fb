package assemble

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"parolepack/internal/font"
	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

var faces = font.NewSet()

// a source page of a made document: keys of its dictionary, content streams, and objects that they need.
type spec struct {
	dict     pdf.Dict
	contents []string
}

// made writes a small PDF of these pages and opens it. more may add objects and change page dictionaries and the catalog.
func made(t testing.TB, specs []spec, more func(w *pdf.Writer, pages []pdf.Dict, catalog pdf.Dict)) *pdf.Document {
	t.Helper()
	b := &bytes.Buffer{}
	w := pdf.NewWriter(b, pdf.WriterOptions{})
	node, helvetica := w.Reserve(), w.Reserve()
	must(t, w.Write(helvetica, pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("Helvetica")}))
	var dicts []pdf.Dict
	for _, s := range specs {
		d := pdf.Dict{
			"Type": pdf.Name("Page"), "Parent": node, "MediaBox": box(612, 792),
			"Resources": pdf.Dict{"Font": pdf.Dict{"F1": helvetica}},
		}
		var contents pdf.Array
		for _, c := range s.contents {
			ref, err := w.Add(pdf.FlateStream(pdf.Dict{}, []byte(c)))
			must(t, err)
			contents = append(contents, ref)
		}
		d["Contents"] = contents
		if len(contents) == 1 {
			d["Contents"] = contents[0]
		}
		for k, v := range s.dict {
			d[k] = v
		}
		dicts = append(dicts, d)
	}
	catalog := pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": node}
	if more != nil {
		more(w, dicts, catalog)
	}
	var kids pdf.Array
	for _, d := range dicts {
		ref, err := w.Add(d)
		must(t, err)
		kids = append(kids, ref)
	}
	must(t, w.Write(node, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": kids, "Count": pdf.Integer(len(kids))}))
	root, err := w.Add(catalog)
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
	return opened(t, b.Bytes())
}

func box(w, h float64) pdf.Array { return pdf.Rect{URX: w, URY: h}.Array() }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func opened(t testing.TB, b []byte) *pdf.Document {
	t.Helper()
	d, err := pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Options{})
	must(t, err)
	return d
}

// numbered sets the plan's page numbers by its parts.
func numbered(p *plan.Plan) *plan.Plan {
	p.Pages = 0
	for i := range p.Parts {
		p.Parts[i].First = p.Pages + 1
		p.Pages += p.Parts[i].Pages
	}
	return p
}

// exhibitPlan is a packet of one exhibit whose pages come from one file.
func exhibitPlan(pages int) *plan.Plan {
	source := plan.Source{Path: "lease.pdf"}
	for n := range pages {
		source.Pages = append(source.Pages, n+1)
	}
	return numbered(&plan.Plan{Title: "Packet", Language: "en-US", Parts: []plan.Part{{
		ID: "exhibit/lease", Kind: plan.Exhibit, Title: "Exhibit C, documents", Label: "Exhibit C-", Pages: pages,
		Exhibit: &plan.ExhibitPart{ID: "lease", Label: "Exhibit C", Sources: []plan.Source{source}},
	}}})
}

// all gives every page of d, fitted or not.
func all(t testing.TB, d *pdf.Document, fit bool, turn int) []ink.Page {
	t.Helper()
	n, err := d.PageCount()
	must(t, err)
	var out []ink.Page
	for i := range n {
		out = append(out, ink.Page{Doc: d, Number: i + 1, Fit: fit, Turn: turn})
	}
	return out
}

// assembled writes the packet, its parts' pages given by id.
func assembled(t testing.TB, p *plan.Plan, pages map[string][]ink.Page) ([]byte, Summary) {
	t.Helper()
	b := &bytes.Buffer{}
	sum, err := Write(t.Context(), b, p, from(pages), ink.NewFonts(faces))
	must(t, err)
	return b.Bytes(), sum
}

func from(pages map[string][]ink.Page) func(*plan.Part) (Source, error) {
	return func(part *plan.Part) (Source, error) {
		return Batch(&ink.Pages{List: pages[part.ID]}), nil
	}
}

// exhibitPacket is the packet of one exhibit that is the whole of d.
func exhibitPacket(t testing.TB, d *pdf.Document, turn int) ([]byte, Summary) {
	t.Helper()
	pages := all(t, d, true, turn)
	return assembled(t, exhibitPlan(len(pages)), map[string][]ink.Page{"exhibit/lease": pages})
}

// saved writes bytes to a file.
func saved(t testing.TB, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "packet.pdf")
	must(t, os.WriteFile(path, b, 0o600))
	return path
}

// checked holds the bytes against qpdf, where it is installed.
func checked(t testing.TB, b []byte) {
	t.Helper()
	if out, err := qpdf(t, b); err != nil {
		t.Errorf("qpdf --check: %v\n%s", err, out)
	}
}

func qpdf(t testing.TB, b []byte) (string, error) {
	t.Helper()
	tool, err := exec.LookPath("qpdf")
	if err != nil {
		t.Log("qpdf is not installed: the file is not checked by it")
		return "", nil
	}
	out, err := exec.Command(tool, "--check", saved(t, b)).CombinedOutput()
	return string(out), err
}

// rendered is a page as poppler shows it, at dpi, 1-based.
func rendered(t testing.TB, b []byte, page int, dpi float64) *image.Gray {
	t.Helper()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed")
	}
	n := fmt.Sprint(page)
	out, err := exec.Command(tool, "-cropbox", "-gray", "-r", fmt.Sprint(dpi), "-f", n, "-l", n, saved(t, b)).Output()
	must(t, err)
	var w, h, top int
	if _, err := fmt.Sscanf(string(out[:min(40, len(out))]), "P5\n%d %d\n%d", &w, &h, &top); err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	img := image.NewGray(image.Rect(0, 0, w, h))
	copy(img.Pix, out[len(out)-w*h:])
	return img
}

// ink is the bounding box of what is dark within an area, which is empty where nothing is.
func dark(img *image.Gray, area image.Rectangle) image.Rectangle {
	var found image.Rectangle
	area = area.Intersect(img.Bounds())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if img.GrayAt(x, y).Y < 128 {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return found
}

// difference is the share of an area's points at which two images differ clearly; b is shifted by at.
func difference(a *image.Gray, area image.Rectangle, b *image.Gray, at image.Point) float64 {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			p, q := a.GrayAt(x, y), b.GrayAt(x+at.X, y+at.Y)
			if gap(p, q) > 96 {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, area.Dx()*area.Dy()))
}

func gap(p, q color.Gray) int {
	if p.Y > q.Y {
		return int(p.Y - q.Y)
	}
	return int(q.Y - p.Y)
}

// content is a packet page's content and that of its page's form XObject.
func content(t testing.TB, d *pdf.Document, n int) string {
	t.Helper()
	p, err := d.Page(n)
	must(t, err)
	c, err := d.Content(p)
	must(t, err)
	out := string(c)
	objects, err := d.Dict(p.Resources["XObject"])
	must(t, err)
	if s, err := d.Stream(objects["PPkPage"]); err == nil && s != nil {
		inner, err := d.Decode(s)
		must(t, err)
		out += string(inner)
	}
	return out
}

// square is the points within r of (x, y).
func square(x, y, r int) image.Rectangle { return image.Rect(x-r, y-r, x+r+1, y+r+1) }
