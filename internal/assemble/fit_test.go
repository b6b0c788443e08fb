package assemble

import (
	"fmt"
	"image"
	"math"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

func TestFitted(t *testing.T) {
	for name, c := range map[string]struct {
		box    pdf.Rect
		rotate int
		unit   float64
		want   pdf.Rect // where the box comes to lie
	}{
		"letter":          {pdf.Rect{URX: 612, URY: 792}, 0, 1, pdf.Rect{LLX: 19, LLY: 36, URX: 593.909, URY: 780}},
		"letter, turned":  {pdf.Rect{URX: 792, URY: 612}, 90, 1, pdf.Rect{LLX: 19, LLY: 36, URX: 593.909, URY: 780}},
		"landscape":       {pdf.Rect{URX: 792, URY: 612}, 0, 1, pdf.Rect{LLX: 12, LLY: 180.636, URX: 600, URY: 635}},
		"upside down":     {pdf.Rect{LLX: 10, LLY: 20, URX: 622, URY: 812}, 180, 1, pdf.Rect{LLX: 19, LLY: 36, URX: 593.909, URY: 780}},
		"small":           {pdf.Rect{LLX: 100, LLY: 100, URX: 300, URY: 200}, 0, 1, pdf.Rect{LLX: 206, LLY: 358, URX: 406, URY: 458}},
		"small, turned":   {pdf.Rect{LLX: 100, LLY: 100, URX: 300, URY: 200}, 270, 1, pdf.Rect{LLX: 256, LLY: 308, URX: 356, URY: 508}},
		"in larger units": {pdf.Rect{URX: 100, URY: 50}, 0, 2, pdf.Rect{LLX: 206, LLY: 358, URX: 406, URY: 458}},
		"a poster":        {pdf.Rect{URX: 5880, URY: 744}, 0, 1, pdf.Rect{LLX: 12, LLY: 370.6, URX: 600, URY: 445}},
	} {
		t.Run(name, func(t *testing.T) {
			got := fitted(c.box, c.rotate, c.unit).ApplyRect(c.box)
			for i, v := range []float64{got.LLX - c.want.LLX, got.LLY - c.want.LLY, got.URX - c.want.URX, got.URY - c.want.URY} {
				if math.Abs(v) > 0.001 {
					t.Fatalf("number %d: got %+v, want %+v", i, got, c.want)
				}
			}
		})
	}
}

func TestQuarter(t *testing.T) {
	for in, want := range map[int]int{0: 0, 90: 90, 360: 0, 450: 90, -90: 270, -450: 270, 100: 90} {
		if got := quarter(in); got != want {
			t.Errorf("quarter(%d) = %d, want %d", in, got, want)
		}
	}
}

// what a page shows that looks different whichever way it is turned.
const sample = "0 0 1 rg 40 40 60 200 re f 1 0 0 RG 6 w 40 500 m 300 700 l S BT /F1 40 Tf 120 300 Td (Lease) Tj ET 0 g 0 0 12 12 re f"

// Each page looks in the packet as it does by itself: same content, upright, whole, at its scale.
func TestPagesLookAsTheyDid(t *testing.T) {
	type page struct {
		media, crop pdf.Array
		rotate      int
		turn        int
		contents    []string
	}
	pages := map[string]page{
		"a4":           {media: box(595, 842), contents: []string{sample}},
		"landscape":    {media: box(792, 612), contents: []string{sample}},
		"cropped":      {media: box(612, 792), crop: pdf.Rect{LLX: 30, LLY: 200, URX: 400, URY: 720}.Array(), contents: []string{sample}},
		"small":        {media: box(320, 380), contents: []string{sample}},
		"legal":        {media: box(612, 1008), contents: []string{sample}},
		"a4, aside":    {media: pdf.Rect{LLX: -200, LLY: 300, URX: 395, URY: 1142}.Array(), crop: pdf.Rect{LLX: -150, LLY: 350, URX: 395, URY: 1100}.Array(), rotate: 90, contents: []string{"1 0 0 1 -200 300 cm " + sample}},
		"tiny":         {media: box(24, 24), contents: []string{"0 g 4 4 9 5 re f"}},
		"huge":         {media: box(9000, 14400), contents: []string{"20 0 0 20 0 0 cm " + sample}},
		"a strip":      {media: box(2000, 100), contents: []string{sample}},
		"pieces":       {media: box(612, 792), contents: []string{"0 0 1 rg 40 40 60 200 re f q", "Q BT /F1 40 Tf 120 300 Td (Lease)", "Tj ET"}},
		"unbalanced":   {media: box(612, 792), contents: []string{sample, "Q Q Q 200 200 30 30 re f", "q q q"}},
		"turned parts": {media: box(612, 792), rotate: 90, contents: []string{"0 0 1 rg 40 40 60 200 re f", "BT /F1 40 Tf 120 300 Td (Lease) Tj ET"}},
		"crop, turned": {media: box(612, 792), crop: pdf.Rect{LLX: 30, LLY: 200, URX: 400, URY: 720}.Array(), rotate: 270, turn: 90, contents: []string{sample}},
	}
	for _, r := range []int{0, 90, 180, 270} {
		for _, turn := range []int{0, 90} {
			pages[fmt.Sprintf("rotate %d, turn %d", r, turn)] = page{media: box(612, 792), rotate: r, turn: turn, contents: []string{sample}}
		}
	}
	for name, c := range pages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := spec{dict: pdf.Dict{"MediaBox": c.media, "Rotate": pdf.Integer(c.rotate)}, contents: c.contents}
			if c.crop != nil {
				s.dict["CropBox"] = c.crop
			}
			d := made(t, []spec{s}, nil)
			b, _ := exhibitPacket(t, d, c.turn)
			checked(t, b)
			s.dict["Rotate"] = pdf.Integer(c.rotate + c.turn) // the source as it should look
			p, err := d.Page(1)
			must(t, err)
			alike(t, sourceBytes(t, s), b, p.CropBox, quarter(c.rotate+c.turn))
		})
	}
}

// sourceBytes is the made document itself.
func sourceBytes(t *testing.T, s spec) []byte {
	t.Helper()
	p := exhibitPlan(1)
	p.Parts[0].Kind, p.Parts[0].Exhibit, p.Parts[0].Form = plan.Form, nil, &plan.FormPart{Form: "X-1"}
	d := made(t, []spec{s}, nil)
	b, _ := assembled(t, p, map[string][]ink.Page{p.Parts[0].ID: all(t, d, false, 0)})
	return b
}

// alike compares page 1 of a source with page 1 of the packet at the scale it was fitted at.
func alike(t *testing.T, source, packet []byte, crop pdf.Rect, rotate int) {
	t.Helper()
	const dpi = 72.0
	at := fitted(crop, rotate, 1).ApplyRect(crop)
	w, _ := shown(crop, rotate)
	want := rendered(t, source, 1, dpi*at.Width()/w)
	got := rendered(t, packet, 1, dpi)
	if got.Bounds() != image.Rect(0, 0, letterWidth, letterHeight) {
		t.Fatalf("the packet's page is %v", got.Bounds())
	}
	corner := image.Pt(int(math.Round(at.LLX)), int(math.Round(letterHeight-at.URY)))
	area := want.Bounds().Intersect(image.Rect(0, 0, letterWidth-corner.X, letterHeight-footerBand-corner.Y))
	if share := difference(want, area, got, corner); share > 0.003 {
		t.Errorf("%.2f%% of the page differs", 100*share)
	}
	if dark(want, want.Bounds()).Empty() {
		t.Error("the source shows nothing")
	}
	footer(t, got)
}

// footer checks that the band holds the stamp alone, upright and in its place.
func footer(t *testing.T, img *image.Gray) {
	t.Helper()
	band := dark(img, image.Rect(0, letterHeight-footerBand, letterWidth, letterHeight))
	want := image.Rect(230, 768, 382, 779)
	if band.Min.X < want.Min.X || band.Max.X > want.Max.X || band.Min.Y < want.Min.Y || band.Max.Y > want.Max.Y || band.Dx() < 90 || band.Dy() < 6 {
		t.Errorf("the band shows something at %v, the stamp belongs at %v", band, want)
	}
}
