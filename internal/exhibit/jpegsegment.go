package exhibit

import (
	"encoding/binary"

	"parolepack/internal/pdf"
)

// kept tells whether segments of this marker may stay.
func kept(m byte) bool {
	switch m {
	case markAPP0, markAPP2, markAPPE:
		return true
	}
	return m != markCOM && (m < markAPP0 || m > markAPPF)
}

// isFrame tells whether the marker begins a frame header.
func isFrame(m byte) bool {
	return m >= markSOF0 && m < 0xD0 && m != markDHT && m != markJPG && m != markDAC
}

// take learns from a segment.
func (j *jpegFile) take(m byte, start int64, body []byte) error {
	switch {
	case isFrame(m):
		return j.frame(m, body)
	case m == markSOS:
		j.scan = true
	case m == markAPP0 && hasPrefix(body, "JFIF\x00"):
		j.density(body[5:])
	case m == markAPP1:
		if hasPrefix(body, "Exif\x00\x00") {
			j.exif(body[6:])
		}
		j.leave(start)
	case m == markAPP2 && hasPrefix(body, iccTag) && len(body) > len(iccTag)+2:
		n := len(iccTag)
		j.profile.add(int(body[n]), int(body[n+1]), piece{j.src, start + 4 + int64(n) + 2, int64(len(body) - n - 2)})
	case m == markAPPE && hasPrefix(body, "Adobe"):
		j.adobe = true
	case m >= markAPP0 && m <= markAPPF:
		j.leave(start)
	}
	return nil
}

// frame reads the frame header (ITU-T T.81, B.2.2). A PDF takes baseline, extended and progressive images of eight
// bits (ISO 32000-1, 7.4.8).
func (j *jpegFile) frame(m byte, body []byte) error {
	if len(body) < 6 {
		return damaged("a JPEG with a broken header")
	}
	if m > markSOF2 || body[0] != 8 {
		return &formatError{what: "is a JPEG of a rare kind (lossless, arithmetic or 12-bit)"}
	}
	p := j.pic
	p.height, p.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	p.components = int(body[5])
	if p.components != 1 && p.components != 3 && p.components != 4 {
		return &formatError{what: "is a JPEG of a rare kind (" + count(p.components, "colour") + ")"}
	}
	return bounded(p.width, p.height)
}

// density reads the resolution of a JFIF header; units are 1 for an inch and 2 for a centimetre.
func (j *jpegFile) density(b []byte) {
	if len(b) < 7 || j.pic.dpiX != 0 {
		return
	}
	x, y := float64(binary.BigEndian.Uint16(b[3:])), float64(binary.BigEndian.Uint16(b[5:]))
	switch b[2] {
	case 1:
		j.pic.dpiX, j.pic.dpiY = x, y
	case 2:
		j.pic.dpiX, j.pic.dpiY = x*2.54, y*2.54
	}
}

// exif takes the orientation and the resolution from EXIF data.
func (j *jpegFile) exif(b []byte) {
	e := readEXIF(b)
	if e.orientation != 0 {
		j.pic.orientation = e.orientation
	}
	if e.dpiX > 0 && e.dpiY > 0 {
		j.pic.dpiX, j.pic.dpiY = e.dpiX, e.dpiY
	}
}

// settle describes the image to a PDF. Adobe's programs store CMYK inverted, which their marker tells.
func (j *jpegFile) settle() error {
	p := j.pic
	p.dict = pdf.Dict{"Filter": pdf.Name("DCTDecode"), "BitsPerComponent": pdf.Integer(8)}
	if p.components == 4 && j.adobe {
		p.dict["Decode"] = pdf.Array{one, zero, one, zero, one, zero, one, zero}
	}
	p.profile = j.profile.whole(p.components)
	return nil
}

const one, zero = pdf.Integer(1), pdf.Integer(0)
