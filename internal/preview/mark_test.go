package preview

import (
	"image"
	"testing"

	"parolepack/internal/pdf"
)

// TestMarksStandWhereTheirBoxesAre draws one box near the lower left of a page that is turned each way.
func TestMarksStandWhereTheirBoxesAre(t *testing.T) {
	for turn, want := range map[int]image.Rectangle{
		0:   image.Rect(20, 360, 100, 380),
		90:  image.Rect(20, 20, 40, 100),
		180: image.Rect(100, 20, 180, 40),
		270: image.Rect(360, 100, 380, 180),
	} {
		size := image.Rect(0, 0, 200, 400)
		if turn%180 != 0 {
			size = image.Rect(0, 0, 400, 200)
		}
		picture := image.NewRGBA(size)
		page := &pdf.Page{CropBox: pdf.Rect{LLX: 50, LLY: 60, URX: 250, URY: 460}, Rotate: turn}
		box := pdf.Rect{LLX: 70, LLY: 80, URX: 150, URY: 100}
		if err := Draw(picture, page, 72, []Mark{{Rect: box, Label: ""}}); err != nil {
			t.Fatal(err)
		}
		got := image.Rectangle{}
		for y := range size.Max.Y {
			for x := range size.Max.X {
				if picture.RGBAAt(x, y).B == 0x60 {
					got = got.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		if got != want {
			t.Errorf("turned by %d the box is at %v, want %v", turn, got, want)
		}
	}
}

// TestMarksKeepWithinThePicture draws what a hostile page may ask for.
func TestMarksKeepWithinThePicture(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 50, 50))
	page := &pdf.Page{CropBox: pdf.Rect{URX: 50, URY: 50}}
	marks := []Mark{{Rect: pdf.Rect{LLX: -1e300, LLY: -1e300, URX: 1e300, URY: 1e300}, Label: "12345"}, {Rect: pdf.Rect{LLX: 49, LLY: 49, URX: 49, URY: 49}, Label: "9"}}
	if err := Draw(picture, page, 72, marks); err != nil {
		t.Fatal(err)
	}
}
