package main

import (
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"strings"

	"golang.org/x/image/draw"
	"golang.org/x/text/unicode/norm"

	"parolepack/internal/font"
)

// A passport is what a biographic page says. Dates are YYMMDD in the machine-readable lines.
type passport struct {
	country, code, kind     string
	number, family, given   string
	born, sex, place        string
	issued, expires         string
	bornShort, expiresShort string
	ground, accent          color.NRGBA
}

// The size of a drawn biographic page in pixels: 125 by 88 mm, ICAO Doc 9303 part 4, at 200 dpi.
const passportWidth, passportHeight = 984, 693

// passport draws the biographic page of a person's passport: scanned, or photographed.
func (p *press) passport(d document) ([]byte, error) {
	bio, err := p.s.biographic(d.Bearer)
	if err != nil {
		return nil, err
	}
	if d.Bearer.Photo {
		return passportPhoto(p.set, bio, d.Bearer.Sharp)
	}
	return passportPDF(p.set, bio, d.Bearer.Sharp)
}

// passportPDF is a scan cropped to the biographic page, so that its sheet is far smaller than Letter.
func passportPDF(set *font.Set, d passport, sharp bool) ([]byte, error) {
	page, quality := seen(biographicPage(set, d), sharp)
	return scan(page, false, quality, passportWidth*72/200.0, passportHeight*72/200.0)
}

// seen is what a scanner or a telephone makes of a page, and how fine its JPEG is: of a modest one, four dots of five.
func seen(page *picture, sharp bool) (*picture, int) {
	if sharp {
		return page, 78
	}
	size := page.img.Bounds().Size()
	out := newPicture(page.set, size.X*4/5, size.Y*4/5, color.White)
	out.err = page.err
	draw.BiLinear.Scale(out.img, out.img.Bounds(), page.img, page.img.Bounds(), draw.Src, nil)
	return out, 40
}

// passportPhoto is a photograph from a telephone held upright: the pixels lie on their side and the
// EXIF orientation 6 says to turn them clockwise.
func passportPhoto(set *font.Set, d passport, sharp bool) ([]byte, error) {
	page := biographicPage(set, d)
	desk := newPicture(set, passportWidth+160, passportHeight+220, color.NRGBA{120, 104, 88, 255})
	for y := range passportHeight {
		for x := range passportWidth {
			desk.img.Set(x+80, y+110, page.img.At(x, y))
		}
	}
	desk.err = page.err
	photo, quality := seen(turnedLeft(desk), sharp)
	data, err := photo.jpeg(false, quality)
	if err != nil {
		return nil, err
	}
	return withOrientation(data, 6), nil
}

// turnedLeft returns the picture turned a quarter counterclockwise.
func turnedLeft(p *picture) *picture {
	b := p.img.Bounds()
	out := &picture{img: image.NewNRGBA(image.Rect(0, 0, b.Dy(), b.Dx())), set: p.set, err: p.err}
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.img.Set(y, b.Dx()-1-x, p.img.At(x, y))
		}
	}
	return out
}

// withOrientation puts an EXIF segment with the orientation (tag 0x0112, Exif 2.3 section 4.6.4)
// behind the start marker of a JPEG.
func withOrientation(jpeg []byte, orientation uint16) []byte {
	tiff := []byte("MM\x00\x2a\x00\x00\x00\x08")
	tiff = append(tiff, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1)
	tiff = binary.BigEndian.AppendUint16(tiff, orientation)
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{}, jpeg[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(segment)+2))
	out = append(out, segment...)
	return append(out, jpeg[2:]...)
}

// machineLines are the two lines of the machine-readable zone, ICAO Doc 9303 part 4.
func machineLines(d passport) [2]string {
	fill := func(s string, n int) string { return (s + strings.Repeat("<", n))[:n] }
	checked := func(s string) string { return s + checkDigit(s) }
	names := machineName(d.family) + "<<" + machineName(d.given)
	number, born := checked(fill(d.number, 9)), checked(d.bornShort)
	expires, optional := checked(d.expiresShort), checked(fill("", 14))
	second := number + d.code + born + d.sex + expires + optional
	return [2]string{fill("P<"+d.code+names, 44), second + checkDigit(number+born+expires+optional)}
}

// machineName writes a name with the letters that machines read: no accents, a filler for space and hyphen
// (ICAO Doc 9303 part 3, section 4.6 and 6).
func machineName(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.NewReplacer("Œ", "OE", "Æ", "AE", "Þ", "TH", "Ð", "D", "Ł", "L", "Ş", "S", "ß", "SS").Replace(name)) {
		switch {
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r)
		case r == ' ' || r == '-':
			b.WriteByte('<')
		}
	}
	return b.String()
}

// checkDigit is the check digit of a field, ICAO Doc 9303 part 3 section 4.9.
func checkDigit(s string) string {
	sum := 0
	for i, c := range s {
		v := 0
		switch {
		case c >= '0' && c <= '9':
			v = int(c - '0')
		case c >= 'A' && c <= 'Z':
			v = int(c-'A') + 10
		}
		sum += v * [3]int{7, 3, 1}[i%3]
	}
	return fmt.Sprint(sum % 10)
}
