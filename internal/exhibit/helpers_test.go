package exhibit

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"parolepack/internal/pdf"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// corners is an image whose four corners differ: red, green, blue and white, from the top left clockwise.
func corners(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 0, 0, 255}
			switch {
			case x >= w/2 && y < h/2:
				c = color.RGBA{0, 255, 0, 255}
			case x >= w/2:
				c = color.RGBA{0, 0, 255, 255}
			case y >= h/2:
				c = color.RGBA{255, 255, 255, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	b := &bytes.Buffer{}
	must(t, jpeg.Encode(b, img, &jpeg.Options{Quality: 95}))
	return b.Bytes()
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	b := &bytes.Buffer{}
	must(t, png.Encode(b, img))
	return b.Bytes()
}

// segment is one JPEG segment.
func segment(marker byte, body string) []byte {
	out := []byte{0xFF, marker, 0, 0}
	binary.BigEndian.PutUint16(out[2:], uint16(len(body)+2))
	return append(out, body...)
}

// with puts segments behind the first marker of a JPEG.
func with(file []byte, segments ...[]byte) []byte {
	out := append([]byte{}, file[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, file[2:]...)
}

// exif is EXIF data with an orientation and a resolution.
func exif(order binary.AppendByteOrder, orientation, dpi int) string {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 3)
	entry := func(tag, kind uint16, value func([]byte) []byte) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, 1)
		b = value(b)
	}
	short := func(v int) func([]byte) []byte {
		return func(b []byte) []byte { return order.AppendUint16(order.AppendUint16(b, uint16(v)), 0) }
	}
	long := func(v int) func([]byte) []byte {
		return func(b []byte) []byte { return order.AppendUint32(b, uint32(v)) }
	}
	entry(tagOrientation, 3, short(orientation))
	entry(tagXResolution, 5, long(50))
	entry(tagYResolution, 5, long(50))
	b = order.AppendUint32(b, 0)
	b = order.AppendUint32(order.AppendUint32(b, uint32(dpi)), 1)
	return "Exif\x00\x00" + string(b)
}

// page is a picture's document and its one page.
func page(t testing.TB, p *picture, err error) (*pdf.Document, *pdf.Page) {
	t.Helper()
	must(t, err)
	d, err := p.document()
	must(t, err)
	one, err := d.Page(1)
	must(t, err)
	return d, one
}

func fromJPEG(t testing.TB, b []byte) (*pdf.Document, *pdf.Page) {
	t.Helper()
	p, err := readJPEG(bytes.NewReader(b), int64(len(b)))
	return page(t, p, err)
}

func fromPNG(t testing.TB, b []byte) (*pdf.Document, *pdf.Page) {
	t.Helper()
	f, err := readPNG(bytes.NewReader(b), int64(len(b)))
	must(t, err)
	p, err := f.picture()
	return page(t, p, err)
}

// imageOf is the one image of a picture's document.
func imageOf(t testing.TB, d *pdf.Document, p *pdf.Page) *pdf.Stream {
	t.Helper()
	objects, err := d.Dict(p.Resources["XObject"])
	must(t, err)
	s, err := d.Stream(objects["Im"])
	must(t, err)
	return s
}

// rendered is a picture's page as poppler shows it, one pixel a point.
func rendered(t testing.TB, d *pdf.Document) *image.RGBA {
	t.Helper()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed")
	}
	path := filepath.Join(t.TempDir(), "page.pdf")
	must(t, os.WriteFile(path, bytesOf(t, d), 0o600))
	out, err := exec.Command(tool, "-r", "72", path).Output()
	must(t, err)
	var w, h, top int
	if _, err := fmt.Sscanf(string(out[:min(40, len(out))]), "P6\n%d %d\n%d", &w, &h, &top); err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	img, pix := image.NewRGBA(image.Rect(0, 0, w, h)), out[len(out)-3*w*h:]
	for i := range w * h {
		copy(img.Pix[4*i:], pix[3*i:3*i+3])
		img.Pix[4*i+3] = 255
	}
	return img
}

// bytesOf writes a one-page document out through a writer.
func bytesOf(t testing.TB, d *pdf.Document) []byte {
	t.Helper()
	p, err := d.Page(1)
	must(t, err)
	b := &bytes.Buffer{}
	w := pdf.NewWriter(b, pdf.WriterOptions{})
	imp := w.Importer(d)
	node := w.Reserve()
	o, err := imp.Object(pdf.Dict{"Type": pdf.Name("Page"), "MediaBox": p.MediaBox.Array(), "Resources": p.Dict["Resources"], "Contents": p.Dict["Contents"]})
	must(t, err)
	own := o.(pdf.Dict)
	own["Parent"] = node
	ref, err := w.Add(own)
	must(t, err)
	must(t, w.Write(node, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": pdf.Array{ref}, "Count": pdf.Integer(1)}))
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": node})
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
	if tool, err := exec.LookPath("qpdf"); err == nil {
		path := filepath.Join(t.TempDir(), "check.pdf")
		must(t, os.WriteFile(path, b.Bytes(), 0o600))
		if out, err := exec.Command(tool, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("qpdf --check: %s", out)
		}
	}
	return b.Bytes()
}

// alike tells whether two colours look alike.
func alike(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
		if d > 0x1800 || d < -0x1800 {
			return false
		}
	}
	return true
}

// at is the letters of the corners, from the top left clockwise: r, g, b, w, or ? for another colour.
func at(img image.Image) string {
	b := img.Bounds()
	out := ""
	for _, p := range [][2]int{{1, 1}, {3, 1}, {3, 3}, {1, 3}} {
		c, letter := img.At(b.Min.X+b.Dx()*p[0]/4, b.Min.Y+b.Dy()*p[1]/4), "?"
		for name, want := range map[string]color.RGBA{"r": {255, 0, 0, 255}, "g": {0, 255, 0, 255}, "b": {0, 0, 255, 255}, "w": {255, 255, 255, 255}, "k": {0, 0, 0, 255}} {
			if alike(c, want) {
				letter = name
			}
		}
		out += letter
	}
	return out
}

func readAll(t testing.TB, pieces []piece) []byte {
	t.Helper()
	var s splice
	s.add(pieces...)
	b, err := io.ReadAll(io.NewSectionReader(&s, 0, s.size))
	must(t, err)
	return b
}
