package exhibit

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// BenchmarkScreenshot makes a page of a phone's screenshot, which has an alpha channel.
func BenchmarkScreenshot(b *testing.B) {
	const w, h = 1080, 2400
	img, chance := image.NewNRGBA(image.Rect(0, 0, w, h)), rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			v := uint8(x/7 + y/5)
			img.SetNRGBA(x, y, color.NRGBA{v + uint8(chance.IntN(6)), v, 255 - v, 250})
		}
	}
	file := pngOf(b, img)
	b.SetBytes(4 * w * h)
	for b.Loop() {
		f, err := readPNG(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.picture(); err != nil {
			b.Fatal(err)
		}
	}
}
