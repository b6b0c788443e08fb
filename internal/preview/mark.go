package preview

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"parolepack/internal/pdf"
)

// A Mark is a box on a page with a label at it.
type Mark struct {
	// Rect is in points of the page's space.
	Rect  pdf.Rect
	Label string
}

// labelSize is a label's size in points.
const labelSize = 6.5

// narrow is how wide a box is at most, in points, that its label covers; a wider one has it at its left edge.
const narrow = 30

// pen draws marks on one picture.
type pen struct {
	picture *image.RGBA
	scale   float64 // dots a point
	face    font.Face
}

// Draw draws marks over the picture of a page at so many dots an inch. The picture shows the page's visible box as a reader
// turns it (ISO 32000-1, 7.7.3.3).
func Draw(picture *image.RGBA, page *pdf.Page, dpi int, marks []Mark) error {
	parsed, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return fmt.Errorf("labels: %w", err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: labelSize, DPI: float64(dpi), Hinting: font.HintingFull})
	if err != nil {
		return fmt.Errorf("labels: %w", err)
	}
	defer face.Close()
	p := pen{picture, float64(dpi) / 72, face}
	m := toPicture(page)
	for _, mark := range marks {
		p.frame(m.ApplyRect(mark.Rect))
	}
	for _, mark := range marks { // labels stand over every frame
		p.label(m.ApplyRect(mark.Rect), mark.Label)
	}
	return nil
}

// toPicture takes a page's points to those of its picture, which has its origin at the upper left.
func toPicture(page *pdf.Page) pdf.Matrix {
	box := page.CropBox
	m := pdf.Translate(-box.LLX, -box.LLY)
	switch page.Rotate {
	case 90:
		return m.Mul(pdf.Matrix{0, 1, 1, 0, 0, 0})
	case 180:
		return m.Mul(pdf.Matrix{-1, 0, 0, 1, box.Width(), 0})
	case 270:
		return m.Mul(pdf.Matrix{0, -1, -1, 0, box.Height(), box.Width()})
	}
	return m.Mul(pdf.Matrix{1, 0, 0, -1, 0, box.Height()})
}

// The colours of frames and labels, which no form prints.
func frameColour() color.Color { return color.RGBA{R: 0xD0, G: 0x10, B: 0x60, A: 0xFF} }
func tagColour() color.Color   { return color.RGBA{R: 0xFF, G: 0xF2, B: 0x9C, A: 0xFF} }

// frame draws a box's edges, two dots wide.
func (p pen) frame(r pdf.Rect) {
	at := p.dots(r)
	for _, edge := range []image.Rectangle{
		{at.Min, image.Pt(at.Max.X, at.Min.Y+2)}, {image.Pt(at.Min.X, at.Max.Y-2), at.Max},
		{at.Min, image.Pt(at.Min.X+2, at.Max.Y)}, {image.Pt(at.Max.X-2, at.Min.Y), at.Max},
	} {
		p.fill(edge, frameColour())
	}
}

// label sets a label at the left edge of a box, or in the middle of a narrow one, halfway up.
func (p pen) label(r pdf.Rect, text string) {
	width := font.MeasureString(p.face, text).Ceil()
	height := p.face.Metrics().CapHeight.Ceil()
	at := p.dots(r)
	x := at.Min.X + 5
	if r.Width() <= narrow {
		x = at.Min.X + (at.Dx()-width)/2
	}
	x = max(2, min(x, p.picture.Rect.Max.X-width-2))
	base := at.Min.Y + (at.Dy()+height)/2
	if at.Dy() > 6*height {
		base = at.Min.Y + 4 + height // the first line of a large box
	}
	p.fill(image.Rect(x-2, base-height-2, x+width+2, base+2), tagColour())
	d := font.Drawer{Dst: p.picture, Src: image.NewUniform(color.Black), Face: p.face, Dot: fixed.P(x, base)}
	d.DrawString(text)
}

func (p pen) fill(r image.Rectangle, c color.Color) {
	draw.Draw(p.picture, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// dots is a rectangle in the picture's dots. One beyond any picture is brought to its edge.
func (p pen) dots(r pdf.Rect) image.Rectangle {
	at := func(v float64, most int) int {
		return int(math.Round(math.Max(-1, math.Min(v*p.scale, float64(most)+1))))
	}
	size := p.picture.Rect.Size()
	return image.Rect(at(r.LLX, size.X), at(r.LLY, size.Y), at(r.URX, size.X), at(r.URY, size.Y))
}
