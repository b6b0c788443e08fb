package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"parolepack/internal/font"
)

// A picture is a raster under way. Places are in pixels from the top left.
type picture struct {
	img   *image.NRGBA
	set   *font.Set
	faces map[faceAt]xfont.Face
	err   error // the first trouble met while drawing
}

// A faceAt is a face at a size in pixels.
type faceAt struct {
	id   font.ID
	size float64
}

// newPicture makes a picture of one colour.
func newPicture(set *font.Set, width, height int, ground color.Color) *picture {
	p := &picture{img: image.NewNRGBA(image.Rect(0, 0, width, height)), set: set, faces: map[faceAt]xfont.Face{}}
	draw.Draw(p.img, p.img.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	return p
}

// box fills a rectangle.
func (p *picture) box(x, y, w, h int, c color.Color) {
	draw.Draw(p.img, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Over)
}

// frame draws the edges of a rectangle.
func (p *picture) frame(x, y, w, h, width int, c color.Color) {
	p.box(x, y, w, width, c)
	p.box(x, y+h-width, w, width, c)
	p.box(x, y+width, width, h-2*width, c)
	p.box(x+w-width, y+width, width, h-2*width, c)
}

// ellipse fills an ellipse by its middle and half axes, within clip.
func (p *picture) ellipse(cx, cy, rx, ry int, clip image.Rectangle, c color.Color) {
	for y := max(cy-ry, clip.Min.Y); y < min(cy+ry, clip.Max.Y); y++ {
		for x := max(cx-rx, clip.Min.X); x < min(cx+rx, clip.Max.X); x++ {
			dx, dy := x-cx, y-cy
			if dx*dx*ry*ry+dy*dy*rx*rx <= rx*rx*ry*ry {
				p.img.Set(x, y, c)
			}
		}
	}
}

// face returns a face at a size in pixels, or nil after the first trouble.
func (p *picture) face(id font.ID, size float64) xfont.Face {
	if p.err != nil {
		return nil
	}
	if f, ok := p.faces[faceAt{id, size}]; ok {
		return f
	}
	face, err := p.set.Face(id)
	if err != nil {
		p.err = err
		return nil
	}
	parsed, err := opentype.Parse(face.Program())
	if err != nil {
		p.err = fmt.Errorf("font %s: %w", id, err)
		return nil
	}
	out, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72})
	p.err = err
	p.faces[faceAt{id, size}] = out
	return out
}

// text draws a line from x with its baseline at y.
func (p *picture) text(x, y int, id font.ID, size float64, c color.Color, s string) {
	if f := p.face(id, size); f != nil {
		d := xfont.Drawer{Dst: p.img, Src: image.NewUniform(c), Face: f, Dot: fixed.P(x, y)}
		d.DrawString(s)
	}
}

// width measures a line in pixels.
func (p *picture) width(id font.ID, size float64, s string) int {
	if f := p.face(id, size); f != nil {
		return xfont.MeasureString(f, s).Ceil()
	}
	return 0
}

// size is the largest size up to most at which a line is no wider than width pixels.
func (p *picture) size(id font.ID, most float64, width int, s string) float64 {
	for most > 10 && p.width(id, most, s) > width {
		most--
	}
	return most
}

// jpeg encodes the picture.
func (p *picture) jpeg(gray bool, quality int) ([]byte, error) {
	if p.err != nil {
		return nil, p.err
	}
	var img image.Image = p.img
	if gray {
		g := image.NewGray(p.img.Bounds())
		draw.Draw(g, g.Bounds(), p.img, image.Point{}, draw.Src)
		img = g
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
	return out.Bytes(), err
}
