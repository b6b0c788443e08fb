package assemble

import (
	"math"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
)

// plainDPI is the resolution of the plain comparison: a multiple of 72, so that whole points are whole points of the raster.
const plainDPI = 144

// Every page looks in the packet as in its file, the untouched file drawn at the size that the page has in the packet.
// What was compared is cut out of the sheet where the page lies; the stamps stand below of it.
func TestPagesLookPlainlyAlike(t *testing.T) {
	eachPage(t, func(t *testing.T, l *looked, n int) {
		p, _, area, scale := l.fit(t, n)
		unit := (&sheet{page: p, src: &ink.Page{Doc: l.d}}).unit()
		for _, r := range renderers() {
			scale := scale
			if r.units {
				scale /= unit
			}
			before, after, ok := l.compared(t, r, l.file, n, plainDPI*scale, plainDPI)
			if !ok {
				continue
			}
			if w, h := area.Width()*plainDPI/72, area.Height()*plainDPI/72; math.Abs(float64(before.w)-w) > 2 || math.Abs(float64(before.h)-h) > 2 {
				t.Errorf("page %d, %s: %d by %d points, not %.0f by %.0f", n, r.name, before.w, before.h, w, h)
			}
			count, same := plainLikeness(before, after, area)
			if count-same > max(fewPoints, count/200) {
				t.Errorf("page %d, %s: %d of %d points differ", n, r.name, count-same, count)
			}
		}
	})
}

// plainLikeness counts the points of a page and those at which it lies within 8 of 255 of the sheet, at area. Edges, which a
// raster of the page alone rounds in its own way, do not count.
func plainLikeness(page, sheet raster, area pdf.Rect) (count, same int) {
	const k = plainDPI / 72.0
	left, top := int(math.Round(area.LLX*k)), int(math.Round((letterHeight-area.URY)*k))
	for y := 2; y < page.h-2; y++ {
		for x := 2; x < page.w-2; x++ {
			if x+left >= sheet.w || y+top >= sheet.h {
				continue
			}
			count++
			if within(page.pix[3*(y*page.w+x):], sheet.pix[3*((y+top)*sheet.w+x+left):], 8) {
				same++
			}
		}
	}
	return count, same
}
