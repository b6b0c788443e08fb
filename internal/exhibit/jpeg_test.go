package exhibit

import (
	"bytes"
	"encoding/binary"
	"image"
	"strings"
	"testing"

	"parolepack/internal/pdf"
)

// The eight orientations of EXIF: what is at the corners of the stored image comes to lie where a viewer shows it.
func TestOrientations(t *testing.T) {
	want := map[int]string{ // corners as shown, from the top left clockwise; stored they are rgbw
		1: "rgbw", 2: "grwb", 3: "bwrg", 4: "wbgr", 5: "rwbg", 6: "wrgb", 7: "bgrw", 8: "gbwr",
	}
	for o := 1; o <= 8; o++ {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			file := with(jpegOf(t, corners(120, 60)), segment(markAPP1, exif(order, o, 72)))
			d, p := fromJPEG(t, file)
			w, h := 120.0, 60.0
			if o >= 5 {
				w, h = h, w
			}
			if p.MediaBox.Width() != w || p.MediaBox.Height() != h {
				t.Errorf("orientation %d: a page of %v", o, p.MediaBox)
			}
			if order == binary.AppendByteOrder(binary.BigEndian) {
				continue // one rendering each is enough
			}
			if got := at(rendered(t, d)); got != want[o] {
				t.Errorf("orientation %d: corners %s, want %s", o, got, want[o])
			}
		}
	}
}

// What tells of person, place and camera is left out; the image's own bytes and its colours stay.
func TestMetadataIsLeftOut(t *testing.T) {
	plain := jpegOf(t, corners(40, 40))
	adobe := segment(markAPPE, "Adobe\x00\x64\x00\x00\x00\x00\x01")
	jfif := segment(markAPP0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x00\x00")
	file := with(plain,
		jfif, segment(markAPP1, exif(binary.BigEndian, 1, 300)+"GPS 34.4,35.8"), segment(markAPP1, "http://ns.adobe.com/xap/1.0/\x00secret"),
		segment(0xED, "Photoshop 3.0\x00byline secret"), segment(markCOM, "secret comment"), segment(markAPP2, "MPF\x00secret"), segment(markAPP0, "JFXX\x00secret"), adobe)
	file = append(file, "a motion picture, secret"...)
	p, err := readJPEG(bytes.NewReader(file), int64(len(file)))
	must(t, err)
	got := readAll(t, p.data)
	want := with(plain, jfif, adobe)
	if !bytes.Equal(got, want) {
		t.Errorf("kept %d bytes, want %d:\n%q", len(got), len(want), got[:min(200, len(got))])
	}
	if bytes.Contains(got, []byte("secret")) || bytes.Contains(got, []byte("GPS")) {
		t.Error("metadata stayed")
	}
	if p.dpiX != 300 {
		t.Errorf("resolution %v", p.dpiX)
	}
}

func TestSizes(t *testing.T) {
	for name, c := range map[string]struct {
		w, h int
		dpi  int // by EXIF; 0 for none
		want pdf.Rect
	}{
		"a scan":         {850, 1100, 100, pdf.Rect{URX: 612, URY: 792}},
		"a receipt":      {300, 600, 300, pdf.Rect{URX: 72, URY: 144}},
		"unknown":        {300, 150, 0, pdf.Rect{URX: 144, URY: 72}},
		"not believable": {300, 150, 1, pdf.Rect{URX: 144, URY: 72}},
		"a large photo":  {1224, 612, 72, pdf.Rect{URX: 612, URY: 306}},
	} {
		t.Run(name, func(t *testing.T) {
			file := jpegOf(t, image.NewGray(image.Rect(0, 0, c.w, c.h)))
			if c.dpi > 0 {
				file = with(file, segment(markAPP1, exif(binary.LittleEndian, 1, c.dpi)))
			}
			d, p := fromJPEG(t, file)
			if p.MediaBox != c.want {
				t.Errorf("got %v, want %v", p.MediaBox, c.want)
			}
			if s := imageOf(t, d, p); s.Dict["ColorSpace"] != pdf.Name("DeviceGray") || s.Dict["Width"] != pdf.Integer(c.w) {
				t.Errorf("image %v", s.Dict)
			}
		})
	}
}

// A profile in two parts becomes the image's colour space; one that does not suit the image is not believed.
func TestProfiles(t *testing.T) {
	profile := make([]byte, 200)
	binary.BigEndian.PutUint32(profile, 200)
	copy(profile[16:], "RGB ")
	copy(profile[36:], "acsp")
	part := func(n, count byte, b []byte) []byte {
		return segment(markAPP2, iccTag+string([]byte{n, count})+string(b))
	}
	for name, c := range map[string]struct {
		gray  bool
		parts [][]byte
		want  bool
	}{
		"in order":      {parts: [][]byte{part(1, 2, profile[:90]), part(2, 2, profile[90:])}, want: true},
		"out of order":  {parts: [][]byte{part(2, 2, profile[90:]), part(1, 2, profile[:90])}, want: true},
		"a part is off": {parts: [][]byte{part(1, 2, profile[:90])}},
		"wrong colours": {gray: true, parts: [][]byte{part(1, 1, profile)}},
		"no profile":    {parts: [][]byte{part(1, 1, make([]byte, 200))}},
	} {
		t.Run(name, func(t *testing.T) {
			var img image.Image = corners(20, 20)
			if c.gray {
				img = image.NewGray(image.Rect(0, 0, 20, 20))
			}
			d, p := fromJPEG(t, with(jpegOf(t, img), c.parts...))
			space, ok := imageOf(t, d, p).Dict["ColorSpace"].(pdf.Array)
			if ok != c.want {
				t.Fatalf("colour space %v", imageOf(t, d, p).Dict["ColorSpace"])
			}
			if !ok {
				return
			}
			s, err := d.Stream(space[1])
			must(t, err)
			raw, err := d.Raw(s)
			must(t, err)
			if !bytes.Equal(raw, profile) || s.Dict["N"] != pdf.Integer(3) {
				t.Errorf("profile of %d bytes, %v", len(raw), s.Dict)
			}
		})
	}
}

// frame is the header of a JPEG that is not decoded here.
func frame(marker, precision byte, h, w int, components byte) []byte {
	body := []byte{precision, byte(h >> 8), byte(h), byte(w >> 8), byte(w), components}
	for c := range components {
		body = append(body, c+1, 0x11, 0)
	}
	return segment(marker, string(body))
}

func bare(segments ...[]byte) []byte {
	return with([]byte{0xFF, markSOI, 0xFF, markSOS, 0, 2, 1, 2, 0xFF, 0x00, 3, 0xFF, markEOI}, segments...)
}

func TestColoursAndKinds(t *testing.T) {
	adobe := segment(markAPPE, "Adobe\x00\x64\x00\x00\x00\x00\x02")
	for name, c := range map[string]struct {
		file   []byte
		space  pdf.Name
		invert bool
		fail   string
	}{
		"progressive":    {file: bare(frame(0xC2, 8, 9, 9, 3)), space: "DeviceRGB"},
		"cmyk":           {file: bare(frame(0xC0, 8, 9, 9, 4)), space: "DeviceCMYK"},
		"cmyk of adobe":  {file: bare(adobe, frame(0xC0, 8, 9, 9, 4)), space: "DeviceCMYK", invert: true},
		"lossless":       {file: bare(frame(0xC3, 8, 9, 9, 3)), fail: "rare kind"},
		"arithmetic":     {file: bare(frame(0xC9, 8, 9, 9, 3)), fail: "rare kind"},
		"twelve bits":    {file: bare(frame(0xC1, 12, 9, 9, 3)), fail: "rare kind"},
		"two colours":    {file: bare(frame(0xC0, 8, 9, 9, 2)), fail: "rare kind"},
		"no height":      {file: bare(frame(0xC0, 8, 0, 9, 3)), fail: "without a size"},
		"a bomb":         {file: bare(frame(0xC0, 8, 65535, 65535, 3)), fail: "megapixels"},
		"no image":       {file: bare(), fail: "without an image"},
		"breaks off":     {file: bare(frame(0xC0, 8, 9, 9, 3))[:27], fail: "breaks off"},
		"end is missing": {file: bytes.TrimSuffix(bare(frame(0xC0, 8, 9, 9, 3)), []byte{0xFF, markEOI}), fail: "breaks off"},
		"header alone":   {file: bare(frame(0xC0, 8, 9, 9, 3))[:21], fail: "without an image"},
		"broken segment": {file: append([]byte{0xFF, markSOI}, 0xFF, 0xE0, 0, 1), fail: "without a length"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := readJPEG(bytes.NewReader(c.file), int64(len(c.file)))
			if c.fail != "" {
				if err == nil || !strings.Contains(err.Error(), c.fail) {
					t.Errorf("got %v, want %q", err, c.fail)
				}
				return
			}
			d, one := page(t, p, err)
			s := imageOf(t, d, one)
			if s.Dict["ColorSpace"] != c.space || (s.Dict["Decode"] != nil) != c.invert || s.Dict["Filter"] != pdf.Name("DCTDecode") {
				t.Errorf("image %v", s.Dict)
			}
		})
	}
}

func TestEXIFThatMakesNoSense(t *testing.T) {
	whole := exif(binary.LittleEndian, 6, 300)[6:]
	for n := range len(whole) {
		readEXIF([]byte(whole[:n])) // nothing to say, and no panic
	}
	far := []byte(whole)
	binary.LittleEndian.PutUint32(far[4:], 0xFFFFFFF0)
	if got := readEXIF(far); got != (exifFacts{}) {
		t.Errorf("got %+v", got)
	}
}

func FuzzReadJPEG(f *testing.F) {
	f.Add(with(jpegOf(f, corners(8, 8)), segment(markAPP1, exif(binary.BigEndian, 6, 72)), segment(markAPP2, iccTag+"\x01\x01abc")))
	f.Add(bare(frame(0xC2, 8, 9, 9, 3)))
	f.Add(bare(segment(markCOM, "a"), segment(markAPPE, "Adobe\x00d\x00\x00\x00\x00\x02"), frame(0xC0, 8, 65535, 1, 4)))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := readJPEG(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		if n := total(p.data); n > int64(len(b)) || n == 0 {
			t.Errorf("%d bytes kept of %d", n, len(b))
		}
		if _, err := p.document(); err != nil {
			t.Error(err)
		}
	})
}
