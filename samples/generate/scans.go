package main

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"strings"

	"parolepack/internal/font"
)

// placeImage is the content that paints image Im0 over a whole page.
func placeImage(width, height float64) []byte {
	return fmt.Appendf(nil, "q %g 0 0 %g 0 0 cm /Im0 Do Q\n", width, height)
}

// pictured is a picture with a transparent ground, as drawing programs save a letter: whoever
// places it must put it on white.
func (pr *press) pictured(d document) ([]byte, error) {
	body, err := pr.s.write(d)
	if err != nil {
		return nil, err
	}
	p := newPicture(pr.set, 1020, 1320, color.NRGBA{})
	ink := color.NRGBA{24, 26, 40, 255}
	centered(p, 96, font.SerifBold, 32, ink, d.Head.Name)
	centered(p, 136, font.Serif, 26, ink, strings.Join(d.Head.Lines, " · "))
	p.box(110, 166, 800, 3, ink)
	y := 230
	for paragraph := range strings.SplitSeq(strings.TrimSpace(body), "\n") {
		for _, line := range wrap(p, font.Serif, 24, 800, paragraph) {
			p.text(110, y, font.Serif, 24, ink, line)
			y += 34
		}
	}
	if len(d.Stamp) == 2 {
		stamp := color.NRGBA{30, 60, 150, 150}
		p.frame(600, 1120, 310, 96, 5, stamp)
		p.text(628, 1162, font.SansBold, 32, stamp, d.Stamp[0])
		p.text(672, 1200, font.Sans, 24, stamp, d.Stamp[1])
	}
	if p.err != nil {
		return nil, p.err
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&out, p.img)
	return out.Bytes(), err
}

// centered draws a line in the middle of the picture.
func centered(p *picture, y int, id font.ID, size float64, c color.Color, s string) {
	p.text((p.img.Bounds().Dx()-p.width(id, size, s))/2, y, id, size, c, s)
}

// wrap breaks a paragraph into lines; an empty one is one empty line.
func wrap(p *picture, id font.ID, size float64, width int, s string) []string {
	lines := []string{""}
	for word := range strings.FieldsSeq(s) {
		last := &lines[len(lines)-1]
		longer := strings.TrimSpace(*last + " " + word)
		if *last != "" && p.width(id, size, shape(longer)) > width {
			lines = append(lines, word)
			continue
		}
		*last = longer
	}
	return lines
}

// rightToLeft is a letter in Arabic as a gray scan on A4: it has no text to copy, so its translation is
// all that can be read by a machine.
func (pr *press) rightToLeft(d document) ([]byte, error) {
	body, err := pr.s.write(d)
	if err != nil {
		return nil, err
	}
	p := newPicture(pr.set, 992, 1403, color.NRGBA{247, 246, 242, 255})
	ink := color.NRGBA{36, 36, 44, 255}
	centered(p, 110, font.DejaVuBold, 34, ink, shape(d.Head.Name))
	centered(p, 156, font.DejaVu, 22, ink, shape(strings.Join(d.Head.Lines, " ")))
	p.box(96, 184, 800, 2, ink)
	y := 250
	for paragraph := range strings.SplitSeq(strings.TrimSpace(body), "\n") {
		y = flushRight(p, paragraph, y, ink)
	}
	scribble(p, 690, y+30, ink)
	roundStamp(p, 250, y+60, color.NRGBA{90, 90, 120, 255}, d.Seal)
	speckle(p)
	return scan(p, true, 62, a4Width, a4Height)
}

// flushRight draws one paragraph flush right and returns the next baseline.
func flushRight(p *picture, paragraph string, y int, c color.Color) int {
	const size, right, measure = 25, 896, 800
	if paragraph == "" {
		return y + 20
	}
	for _, line := range wrap(p, font.DejaVu, size, measure, paragraph) {
		shaped := shape(line)
		p.text(right-p.width(font.DejaVu, size, shaped), y, font.DejaVu, size, c, shaped)
		y += 44
	}
	return y
}

// scribble draws a signature that is no letters.
func scribble(p *picture, x, y int, c color.Color) {
	points := [][2]int{{0, 40}, {30, 0}, {38, 56}, {70, 16}, {84, 50}, {118, 22}, {126, 48}, {220, 30}}
	for i := range len(points) - 1 {
		a, b := points[i], points[i+1]
		for step := range 100 {
			p.box(x+a[0]+(b[0]-a[0])*step/100, y+a[1]+(b[1]-a[1])*step/100, 3, 3, c)
		}
	}
}

// roundStamp draws a ring with a name in it.
func roundStamp(p *picture, cx, cy int, c color.NRGBA, words []string) {
	ground := color.NRGBA{247, 246, 242, 255}
	clip := p.img.Bounds()
	for _, ring := range []struct {
		radius int
		c      color.NRGBA
	}{{84, c}, {80, ground}, {74, c}, {72, ground}} {
		p.ellipse(cx, cy, ring.radius, ring.radius, clip, ring.c)
	}
	for i, word := range words {
		s := shape(word)
		p.text(cx-p.width(font.DejaVu, 22, s)/2, cy-8+i*34, font.DejaVu, 22, c, s)
	}
}

// speckle strews the dust of a scanner's glass, the same on every run.
func speckle(p *picture) {
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	size := p.img.Bounds().Size()
	for range 160 {
		p.box(next(size.X), next(size.Y), 1+next(2), 1+next(2), color.NRGBA{190, 190, 186, 255})
	}
}
