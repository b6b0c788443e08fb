package assemble

import (
	"math"

	"parolepack/internal/pdf"
)

// The measures of a page of the packet, in points. The footer band holds the stamp alone; exhibits are kept off the
// edges that office printers leave white.
const (
	letterWidth  = 612
	letterHeight = 792
	footerBand   = 36
	whiteEdge    = 12
)

// letter is the sheet of every page of the packet.
func letter() pdf.Rect { return pdf.Rect{URX: letterWidth, URY: letterHeight} }

// upright takes the coordinates of a page, of which box is seen, to those of the page as it is shown turned clockwise by
// rotate degrees, with the origin at the lower left (ISO 32000-1, table 30, Rotate).
func upright(box pdf.Rect, rotate int) pdf.Matrix {
	switch rotate {
	case 90:
		return pdf.Matrix{0, -1, 1, 0, -box.LLY, box.URX}
	case 180:
		return pdf.Matrix{-1, 0, 0, -1, box.URX, box.URY}
	case 270:
		return pdf.Matrix{0, 1, -1, 0, box.URY, -box.LLX}
	}
	return pdf.Translate(-box.LLX, -box.LLY)
}

// shown is the size of box as it is shown turned by rotate degrees.
func shown(box pdf.Rect, rotate int) (w, h float64) {
	if rotate%180 != 0 {
		return box.Height(), box.Width()
	}
	return box.Width(), box.Height()
}

// fitted places a page on Letter, centred above the footer band: shrunk where it is too large, never enlarged. Its left and
// upper edges lie on whole points, so that what a program drew on a grid of points stays as sharp as it was. unit is the length
// of the page's unit in points, 1 for most (UserUnit).
func fitted(box pdf.Rect, rotate int, unit float64) pdf.Matrix {
	const width, height = letterWidth - 2*whiteEdge, letterHeight - footerBand - whiteEdge
	w, h := shown(box, rotate)
	scale := unit * min(1, width/(w*unit), height/(h*unit))
	x := math.Round(whiteEdge + (width-w*scale)/2)
	y := math.Round(footerBand+(height+h*scale)/2) - h*scale
	return upright(box, rotate).Mul(pdf.Scale(scale, scale)).Mul(pdf.Translate(x, y))
}

// quarter returns a sum of turns as 0, 90, 180 or 270.
func quarter(degrees int) int { return ((degrees/90*90)%360 + 360) % 360 }
