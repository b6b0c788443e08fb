package exhibit

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// decoded is a picture's image as samples of eight bits, through its filters.
func decoded(t *testing.T, b []byte) (*pdf.Stream, []byte) {
	t.Helper()
	d, p := fromPNG(t, b)
	s := imageOf(t, d, p)
	out, err := d.Decode(s)
	must(t, err)
	return s, out
}

// Images of every kind look on paper as they do on a white screen.
func TestPNGsLookRight(t *testing.T) {
	base := corners(40, 20)
	half := image.NewNRGBA(base.Bounds())
	wide := image.NewNRGBA64(base.Bounds())
	opaque := image.NewRGBA64(base.Bounds())
	gray := image.NewGray(base.Bounds())
	palette := image.NewPaletted(base.Bounds(), color.Palette{color.RGBA{255, 0, 0, 255}, color.RGBA{0, 255, 0, 255}, color.RGBA{0, 0, 255, 255}, color.NRGBA{9, 9, 9, 0}})
	for y := range 20 {
		for x := range 40 {
			c := base.RGBAAt(x, y)
			if c.G == 255 && c.R == 255 { // the white corner is clear instead
				half.SetNRGBA(x, y, color.NRGBA{3, 4, 5, 0})
				wide.Set(x, y, color.NRGBA{3, 4, 5, 0})
				palette.SetColorIndex(x, y, 3)
			} else {
				half.Set(x, y, c)
				wide.Set(x, y, c)
				palette.Set(x, y, c)
			}
			opaque.Set(x, y, c)
			gray.Set(x, y, color.Gray{uint8(255 * ((x/20 + y/10) % 2))})
		}
	}
	for name, c := range map[string]struct {
		img  image.Image
		want string
		asIs bool
	}{
		"rgb": {base, "rgbw", true}, "alpha": {half, "rgbw", false}, "sixteen bits": {opaque, "rgbw", false},
		"sixteen bits, alpha": {wide, "rgbw", false}, "palette, clear": {palette, "rgbw", true}, "gray": {gray, "kwkw", true},
	} {
		t.Run(name, func(t *testing.T) {
			file := pngOf(t, c.img)
			f, err := readPNG(bytes.NewReader(file), int64(len(file)))
			must(t, err)
			if f.asIs() != c.asIs {
				t.Errorf("as it is: %v", f.asIs())
			}
			d, _ := fromPNG(t, file)
			if got := at(rendered(t, d)); got != c.want {
				t.Errorf("corners %s, want %s", got, c.want)
			}
		})
	}
}

// Half-transparent red is pink on paper, sample by sample.
func TestAlphaIsLaidUponWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for i := range 6 {
		img.SetNRGBA(i%3, i/3, color.NRGBA{255, 0, uint8(40 * i), uint8(51 * i)})
	}
	_, got := decoded(t, pngOf(t, img))
	for i := range 6 {
		a := 51 * i
		want := []int{255, 255 - a, (40*i*a + 255*(255-a) + 127) / 255}
		for c, w := range want {
			if int(got[3*i+c]) != w {
				t.Errorf("pixel %d sample %d: %d, want %d", i, c, got[3*i+c], w)
			}
		}
	}
}

// chunk is one PNG chunk.
func chunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// inside puts chunks behind the header of a PNG.
func inside(file []byte, chunks ...[]byte) []byte {
	out := bytes.Clone(file[:33])
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, file[33:]...)
}

// The image data of a plain PNG go into the page byte for byte; texts and EXIF do not.
func TestPlainPNGsAreCopied(t *testing.T) {
	file := pngOf(t, corners(40, 20))
	resolution := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 2835), 2835) // 72 dpi
	withMore := inside(file, chunk("pHYs", append(resolution, 1)), chunk("tEXt", []byte("Author\x00secret")), chunk("eXIf", []byte("secret")))
	f, err := readPNG(bytes.NewReader(withMore), int64(len(withMore)))
	must(t, err)
	p, err := f.picture()
	must(t, err)
	data := readAll(t, p.data)
	if !bytes.Contains(file, data) || len(data) < 20 || bytes.Contains(data, []byte("secret")) {
		t.Errorf("%d bytes of image data", len(data))
	}
	_, one := fromPNG(t, withMore)
	if one.MediaBox.Width() < 39.9 || one.MediaBox.Width() > 40.1 {
		t.Errorf("a page of %v", one.MediaBox)
	}
}

// One transparent colour of a plain PNG becomes a mask.
func TestATransparentColour(t *testing.T) {
	file := inside(pngOf(t, opaqueCorners()), chunk("tRNS", []byte{0, 0, 0, 0, 0, 255}))
	d, p := fromPNG(t, file)
	if mask, _ := imageOf(t, d, p).Dict["Mask"].(pdf.Array); len(mask) != 6 || mask[4] != pdf.Integer(255) {
		t.Fatalf("mask %v", mask)
	}
	if got := at(rendered(t, d)); got != "rgww" {
		t.Errorf("corners %s, want rgww", got)
	}
}

func opaqueCorners() image.Image { return corners(40, 20) }

func TestInterlacedPNGs(t *testing.T) {
	// Adam7 of a 1 x 1 image is that of a plain one; the flag alone takes the other way.
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	img.Set(0, 0, color.RGBA{10, 200, 30, 255})
	b := &bytes.Buffer{}
	must(t, png.Encode(b, img))
	file := b.Bytes()
	header := bytes.Clone(file[16:29])
	header[12] = 1
	file = append(append(bytes.Clone(file[:8]), chunk("IHDR", header)...), file[33:]...)
	_, got := decoded(t, file)
	if !bytes.Equal(got, []byte{10, 200, 30}) {
		t.Errorf("got %v", got)
	}
}

func TestBrokenPNGs(t *testing.T) {
	file := pngOf(t, corners(40, 20))
	flip := func(at int) []byte { b := bytes.Clone(file); b[at] ^= 0x55; return b }
	huge := bytes.Clone(file[16:29])
	binary.BigEndian.PutUint32(huge, 1<<20)
	binary.BigEndian.PutUint32(huge[4:], 1<<20)
	odd := bytes.Clone(file[16:29])
	odd[8] = 3
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"breaks off":  {file[:len(file)-20], "breaks off"},
		"header only": {file[:8], "breaks off"},
		"checksum":    {flip(50), "checksum"},
		"a bomb":      {append(append(bytes.Clone(file[:8]), chunk("IHDR", huge)...), file[33:]...), "megapixels"},
		"odd depth":   {append(append(bytes.Clone(file[:8]), chunk("IHDR", odd)...), file[33:]...), "broken header"},
	} {
		if _, err := readPNG(bytes.NewReader(c.file), int64(len(c.file))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

// Image data that a reader would show in part, or not at all, are told before a packet is built; data that are whole are not.
func TestImageDataAreHeldAgainstTheHeader(t *testing.T) {
	zip := func(raw []byte) []byte {
		b := &bytes.Buffer{}
		w := zlib.NewWriter(b)
		w.Write(raw)
		w.Close()
		return b.Bytes()
	}
	file := func(w, h int, depth, colour, interlace byte, data []byte) []byte {
		head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
		out := append([]byte(pngSignature), chunk("IHDR", append(head, depth, colour, 0, 0, interlace))...)
		return append(append(out, chunk("IDAT", data)...), chunk("IEND", nil)...)
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"whole":              {file(9, 3, 1, pngGray, 0, zip(make([]byte, 9))), ""},
		"interlaced":         {file(9, 3, 8, pngGray, 1, zip(make([]byte, 3+2+3+6+2*5+9))), "breaks off"},
		"interlaced, whole":  {file(5, 5, 8, pngGray, 1, zip(make([]byte, 2+2+3+2*2+4+3*3+2*6))), ""},
		"one row short":      {file(9, 3, 1, pngGray, 0, zip(make([]byte, 6))), "breaks off"},
		"not packed":         {file(9, 3, 1, pngGray, 0, []byte("no zlib here")), "cannot be unpacked"},
		"an unknown filter":  {file(9, 3, 1, pngGray, 0, zip([]byte{0, 0, 0, 5, 0, 0, 0, 0, 0})), "filter 5"},
		"too large to merge": {file(10000, 9000, 8, pngRGBA, 0, zip(nil)), "of more than 50 megapixels"},
		"too large at once":  {file(10000, 5000, 8, pngRGB, 1, zip(nil)), "of more than 20 megapixels"},
	} {
		f, err := readPNG(bytes.NewReader(c.file), int64(len(c.file)))
		if err == nil {
			err = f.sound()
		}
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

// Our row decoder agrees with the library's on every filter.
func TestRowsAgreeWithTheLibrary(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 61, 47))
	for y := range 47 {
		for x := range 61 {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * y), uint8(x*x + 7*y), uint8(3*x ^ 5*y), uint8(255 - (x*y)%90)})
		}
	}
	_, got := decoded(t, pngOf(t, img))
	for i := range 61 * 47 {
		c := img.NRGBAAt(i%61, i/61)
		if want := onWhite(c.G, c.A); got[3*i+1] != want {
			t.Fatalf("pixel %d: %d, want %d", i, got[3*i+1], want)
		}
	}
}

func FuzzReadPNG(f *testing.F) {
	f.Add(pngOf(f, corners(9, 5)))
	f.Add(pngOf(f, image.NewNRGBA64(image.Rect(0, 0, 3, 3))))
	f.Add(pngOf(f, image.NewGray16(image.Rect(0, 0, 2, 7))))
	f.Add(pngOf(f, image.NewPaletted(image.Rect(0, 0, 5, 2), color.Palette{color.Black, color.Transparent, color.White})))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := readPNG(bytes.NewReader(b), int64(len(b)))
		if err != nil || file.width*file.height > 1<<20 {
			return
		}
		sound := file.sound()
		p, err := file.picture()
		if err != nil && sound == nil {
			t.Errorf("sound, and yet: %v", err)
		}
		if err == nil {
			if _, err := p.document(); err != nil {
				t.Error(err)
			}
		}
	})
}
